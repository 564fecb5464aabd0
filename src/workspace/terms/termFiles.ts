import * as vscode from 'vscode';
import type { Taxonomy } from '../../core/report/termFields';
import { isPageOf } from '../../core/terms/termPages';
import { looseKey, termUses } from '../../core/terms/termUses';
import type { TermUse } from '../../core/terms/termUses';
import type { OpenReport } from '../reports/reports';
import type { Sites } from '../sites/sites';
import type { TagRenaming } from './tagEdits';
import type { WorkspaceIndex } from '../index/workspaceIndex';

/** A tag, category or keyword. */
export interface Term {
  readonly taxonomy: Taxonomy;
  readonly name: string;
}

/** The place in an open report where a term is written, at a position; null where none is. */
export function termAt({ report, site, document }: OpenReport, position: vscode.Position): TermUse | null {
  const offset = document.offsetAt(position);
  return (
    termUses(report, site.site).find(({ range }) => range.start <= offset && offset <= range.end) ?? null
  );
}

/**
 * The files that may use one of some names, in any spelling that a generator takes for the same; those that cannot be read
 * among them.
 * @param own a file that is looked at in any case; its document may be ahead of the index
 */
export function filesUsing(
  index: WorkspaceIndex,
  taxonomy: Taxonomy,
  names: readonly string[],
  own?: vscode.Uri,
): vscode.Uri[] {
  const terms = index.of(taxonomy);
  const exact = new Set(names);
  const keys = new Set(names.map(looseKey));
  const files = new Set([...(own ? [own.toString()] : []), ...index.unread]);
  for (const { name } of terms.counts()) {
    if (exact.has(name) || keys.has(looseKey(name))) {
      terms.filesOf(name).forEach((key) => files.add(key));
    }
  }
  return [...files].map((key) => vscode.Uri.parse(key, true));
}

/** The files that are the own pages of terms that go: their generator finds them by the terms' names, which are in their paths. */
export async function pagesOf(
  index: WorkspaceIndex,
  sites: Sites,
  { taxonomy, from, to }: TagRenaming,
): Promise<vscode.Uri[]> {
  const pages: vscode.Uri[] = [];
  for (const key of index.files) {
    // No more is looked up than a site may have terms.
    if (/\/_index\.[^/]*$/.test(key)) {
      const uri = vscode.Uri.parse(key, true);
      const { site, path } = await sites.siteOf(uri);
      const isPage = (name: string) => isPageOf(path, site, taxonomy, name);
      if (from.some(isPage) && !isPage(to)) {
        pages.push(uri);
      }
    }
  }
  return pages;
}
