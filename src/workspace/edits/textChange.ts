import * as vscode from 'vscode';
import { Lines } from '../../core/text';

/**
 * The text that the editor would have after edits, whatever text they were made for: places that are not in it are moved to
 * the nearest ones that are.
 * @param text with plain line ends
 */
export function textAfter(text: string, edits: readonly vscode.TextEdit[]): string {
  const lines = new Lines(text);
  const offsetOf = ({ line, character }: vscode.Position) => {
    const { start, end } = lines.rangeOf(line);
    return Math.min(start + character, end);
  };
  const sorted = edits
    .map(({ range, newText }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of sorted) {
    result += text.slice(at, Math.max(at, start)) + newText.replace(/\r\n?/g, '\n');
    at = Math.max(at, end);
  }
  return result + text.slice(at);
}

/**
 * The one edit that makes a text of another, from where they begin to differ to where they end to.
 * @returns none where they are the same
 */
export function changeTo(from: string, to: string): vscode.TextEdit[] {
  if (from === to) {
    return [];
  }
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) {
    head++;
  }
  let tail = 0;
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) {
    tail++;
  }
  const lines = new Lines(from);
  const start = lines.positionAt(head);
  const end = lines.positionAt(from.length - tail);
  return [
    new vscode.TextEdit(
      new vscode.Range(start.line, start.character, end.line, end.character),
      to.slice(head, to.length - tail),
    ),
  ];
}
