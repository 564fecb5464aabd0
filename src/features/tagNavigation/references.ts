import * as vscode from 'vscode';
import { isSameTerm, termUses } from '../../core/terms/termUses';
import { editorRange } from '../../workspace/files/documents';
import { closedRange, readHeader } from '../../workspace/reports/headers';
import { inLanes } from '../../workspace/files/lanes';
import { cancelled } from '../../workspace/ui/lateProgress';
import type { Reports } from '../../workspace/reports/reports';
import type { Sites } from '../../workspace/sites/sites';
import { filesUsing, termAt } from '../../workspace/terms/termFiles';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';

export interface NavigationDeps {
  readonly sites: Sites;
  readonly reports: Reports;
  readonly index: WorkspaceIndex;
}

/** All places where the reports of the workspace write the term at a position: what Shift+F12 shows. */
export async function references(
  { sites, reports, index }: NavigationDeps,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Location[] | undefined> {
  const open = await reports.get(document);
  const own = open && termAt(open, position);
  if (!own) {
    return undefined;
  }
  await Promise.race([index.upToDate(), cancelled(token)]);
  // By file, as they end in any order; the newest report comes first.
  const files = filesUsing(index, own.taxonomy, [own.name], document.uri);
  const found = new Map<string, vscode.Location[]>(files.map((uri) => [uri.toString(), []]));
  const show = async (uri: vscode.Uri) => {
    try {
      const header = await readHeader(uri, sites);
      const { generator, version } = header?.site.site ?? open.site.site;
      const uses = header ? termUses(header.report, header.site.site) : [];
      for (const { taxonomy, name, inner } of uses) {
        if (header && taxonomy === own.taxonomy && isSameTerm(name, own.name, generator, version)) {
          found.get(uri.toString())?.push(new vscode.Location(uri, closedRange(header.report, inner)));
        }
      }
    } catch {
      // One that cannot be read, or is gone, shows nothing.
    }
  };
  await inLanes(files, show, () => token.isCancellationRequested);
  return [...found.values()].flat();
}

/** The places where this report writes the term at a position. */
export async function highlights(
  { reports }: NavigationDeps,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.DocumentHighlight[] | undefined> {
  const open = await reports.get(document);
  const own = open && termAt(open, position);
  if (!own) {
    return undefined;
  }
  const { generator, version } = open.site.site;
  return termUses(open.report, open.site.site)
    .filter(
      ({ taxonomy, name }) => taxonomy === own.taxonomy && isSameTerm(name, own.name, generator, version),
    )
    .map(({ inner }) => new vscode.DocumentHighlight(editorRange(document, inner)));
}
