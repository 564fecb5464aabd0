import * as vscode from 'vscode';
import type { Range } from '../../core/text';
import { editorRange } from '../../workspace/files/documents';

/**
 * Shows a place of a document in its editor, or in a new one where it has none.
 * @param range UTF-16 offsets; what lies behind the text's end by now leads to the end; null for where the cursor is
 * @param avoid the preview's own column, which its report should not cover
 */
export async function reveal(
  document: vscode.TextDocument,
  range: Range | null,
  avoid: vscode.ViewColumn | undefined,
): Promise<void> {
  const viewColumn = columnFor(document.uri, avoid);
  if (!range) {
    await vscode.window.showTextDocument(document, { viewColumn });
    return;
  }
  const place = editorRange(document, range);
  // The cursor alone: what is selected, the next key would overwrite.
  const selection = new vscode.Range(place.start, place.start);
  const editor = await vscode.window.showTextDocument(document, { viewColumn, selection });
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * The column to show a file in: the one that has it, or else another one than the preview's.
 * @param avoid the preview's own column
 */
export function columnFor(uri: vscode.Uri, avoid: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return columnOf(uri) ?? otherColumn(avoid);
}

/** The column that shows a document, or has a tab of it. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
  if (visible?.viewColumn !== undefined) {
    return visible.viewColumn;
  }
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
  )?.viewColumn;
}

function otherColumn(avoid: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const group = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== avoid);
  return group?.viewColumn ?? vscode.ViewColumn.Beside;
}
