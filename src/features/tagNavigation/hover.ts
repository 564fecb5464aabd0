import * as vscode from 'vscode';
import { codeSpan } from '../../core/markdown/codeSpan';
import type { Taxonomy } from '../../core/report/termFields';
import { editorRange } from '../../workspace/files/documents';
import { termAt } from '../../workspace/terms/termFiles';
import { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import type { NavigationDeps } from './references';

/** So many reports are named. */
const MAX_REPORTS = 5;

/** So many other spellings are named. */
const MAX_SPELLINGS = 5;

/** Longer titles are cut (UTF-16 code units). */
const MAX_TITLE = 80;

/** What there is to know of the term at a position: how many other reports use it, the newest of them, other spellings. */
export async function termHover(
  { reports, index }: NavigationDeps,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const open = await reports.get(document);
  const use = open && termAt(open, position);
  if (!use) {
    return undefined;
  }
  // What has not been read yet is not waited for: a hover that comes late is none.
  index.start();
  const { taxonomy, name } = use;
  const key = WorkspaceIndex.keyOf(document.uri);
  const others = index
    .of(taxonomy)
    .filesOf(name)
    .filter((file) => file !== key);
  const alike = index.othersOf(document.uri, open.site).spellings(taxonomy).alike(name);
  const newest = others.slice(0, MAX_REPORTS).map((file) => `- ${linkTo(index, file)}`);
  const spellings = alike
    .slice(0, MAX_SPELLINGS)
    .map(({ value, count }) => `${codeSpan(value)} (${String(count)})`)
    .join(', ');
  const parts = [
    `**${codeSpan(name)}** · ${countOf(taxonomy, others.length, index.isReady)}`,
    ...(spellings === '' ? [] : [vscode.l10n.t('Also written {0}', spellings)]),
    ...(newest.length > 0 ? [newest.join('\n')] : []),
  ];
  // Neither trusted nor with HTML, as names and titles are what stands in notes.
  return new vscode.Hover(new vscode.MarkdownString(parts.join('\n\n')), editorRange(document, use.range));
}

function countOf(taxonomy: Taxonomy, count: number, isReady: boolean): string {
  if (!isReady) {
    return vscode.l10n.t('the reports are still being read');
  }
  switch (taxonomy) {
    case 'tags':
      return count === 0
        ? vscode.l10n.t('tag of no other report')
        : count === 1
          ? vscode.l10n.t('tag of 1 other report')
          : vscode.l10n.t('tag of {0} other reports', count);
    case 'categories':
      return count === 0
        ? vscode.l10n.t('category of no other report')
        : count === 1
          ? vscode.l10n.t('category of 1 other report')
          : vscode.l10n.t('category of {0} other reports', count);
    case 'keywords':
      return count === 0
        ? vscode.l10n.t('keyword of no other report')
        : count === 1
          ? vscode.l10n.t('keyword of 1 other report')
          : vscode.l10n.t('keyword of {0} other reports', count);
  }
}

function linkTo(index: WorkspaceIndex, file: string): string {
  const uri = vscode.Uri.parse(file, true);
  const facts = index.factsOf(file);
  const title = (facts?.title ?? '').replace(/\s+/g, ' ').trim() || vscode.workspace.asRelativePath(uri);
  const shown = title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title;
  return `[${escaped(shown)}](${uri.toString()})`;
}

/** A text as Markdown that shows it as it is. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|~:]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
