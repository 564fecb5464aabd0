import * as vscode from 'vscode';
import type { Fix } from '../../core/rules/rule';
import type { TextEdit } from '../../core/text';
import { editorRange } from '../files/documents';
import type { OpenReport } from '../reports/reports';

/** Edits of a report, as the editor makes them. */
export function editorEdits(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map(({ range, newText }) => new vscode.TextEdit(editorRange(document, range), newText));
}

/**
 * A fix as a change of the workspace.
 * @returns null for a fix that would move the file onto another, or that of a document that has no file
 */
export async function fixEdit(
  { document, report }: OpenReport,
  { edits, rename }: Fix,
): Promise<vscode.WorkspaceEdit | null> {
  const change = new vscode.WorkspaceEdit();
  if (edits.length > 0) {
    change.set(document.uri, editorEdits(document, edits));
  }
  if (rename !== undefined) {
    const target = movedUri(document.uri, report.path, rename);
    if (!target || document.isUntitled || (await exists(target))) {
      return null;
    }
    change.renameFile(document.uri, target, { overwrite: false, ignoreIfExists: false });
  }
  return change;
}

/**
 * Where a file is after a move.
 * @param from the file's path from the site's root
 * @param to its new one
 */
function movedUri(uri: vscode.Uri, from: string, to: string): vscode.Uri | null {
  return uri.path.endsWith(`/${from}`)
    ? uri.with({ path: uri.path.slice(0, uri.path.length - from.length) + to })
    : null;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
