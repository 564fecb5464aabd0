import * as vscode from 'vscode';
import { headerOf } from '../../core/index/readHeader';
import { Report } from '../../core/report/report';
import { intendedHeaderOf } from '../../core/terms/renameUnread';
import { isMarkdown, isReport } from '../files/documents';
import { startOf } from '../files/fileStart';
import type { DetectedSite, Sites } from '../sites/sites';

/** A report without its body. */
export interface Header {
  readonly uri: vscode.Uri;
  readonly report: Report;
  readonly site: DetectedSite;
  /** Of the open document that it was read from; null for a closed file. */
  readonly version: number | null;
}

/** Below this line (zero-based) no header goes on. */
const MAX_LINES = 20_000;

/**
 * Reads the front matter of a report, or what was meant as such; what an open document says counts, not what is on disk.
 * @returns null for a file that is no report
 * @throws what `workspace.fs` throws for a file that cannot be read
 */
export async function readHeader(uri: vscode.Uri, sites: Sites): Promise<Header | null> {
  const site = await sites.siteOf(uri);
  const bytes = openDocument(uri) ? null : await vscode.workspace.fs.readFile(uri);
  // It may have been opened in the meantime.
  const document = openDocument(uri);
  const text = document
    ? document.getText(new vscode.Range(0, 0, MAX_LINES, 0))
    : startOf(bytes ?? (await vscode.workspace.fs.readFile(uri)), site.site);
  if ((document && !isMarkdown(document)) || (site.root && !site.inContentFolder)) {
    return null;
  }
  const header = headerOf(text, site.site) ?? intendedHeaderOf(text);
  if (header === null || !isReport(header, site.inContentFolder)) {
    return null;
  }
  const { generator, surroundings } = site.site;
  const report = new Report(header, site.path, generator, { inherited: surroundings?.inherited });
  return { uri, report, site, version: document?.version ?? null };
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((open) => !open.isClosed && open.uri.toString() === key);
}

/** A range of a file that need not be open. */
export function closedRange(
  { lines }: Report,
  { start, end }: { readonly start: number; readonly end: number },
): vscode.Range {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return new vscode.Range(from.line, from.character, to.line, to.character);
}
