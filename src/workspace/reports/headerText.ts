import * as vscode from 'vscode';

/** Below this line (zero-based) no header goes on. */
const MAX_LINE = 20_000;

/** How many lines below the cursor may belong to the same list. */
const LINES_BEHIND = 500;

/**
 * The start of a document, as far as fields can stand in it.
 * @returns null where the document has no header, or the cursor is too far down; offsets in it are the document's
 */
export function headerText(document: vscode.TextDocument, cursor: vscode.Position): string | null {
  if (cursor.line > MAX_LINE || !mayHaveHeader(document)) {
    return null;
  }
  return document.getText(new vscode.Range(0, 0, cursor.line + LINES_BEHIND, 0));
}

/** Looks at the first line that is not blank. */
function mayHaveHeader(document: vscode.TextDocument): boolean {
  for (let line = 0; line < Math.min(document.lineCount, 20); line++) {
    const text = document.lineAt(line).text.trim();
    if (text !== '') {
      return /^(?:---|\+\+\+|\{)/.test(text);
    }
  }
  return false;
}
