import type { ListNode } from '../frontMatter/tree';
import { lineStart } from '../text';
import type { TextEdit } from '../text';
import type { Report } from '../report/report';
import type { Written } from './written';

/**
 * Takes an item out of a list.
 * @returns null where a comment would be lost with it
 */
export function removeItem({ text }: Report, list: ListNode, { range, comment }: Written): TextEdit | null {
  if (comment) {
    return null;
  }
  if (!list.flow) {
    const start = lineStart(text, range.start);
    const lf = text.indexOf('\n', range.end);
    const end = lf < 0 ? text.length : lf + 1;
    const isAlone =
      /^[ \t]*-[ \t]*$/.test(text.slice(start, range.start)) && !text.slice(range.end, end).trim();
    return isAlone ? { range: { start, end }, newText: '' } : null;
  }
  // With the comma before it, or else with the one behind it.
  const before = gapBefore(text, list.range.start + 1, range.start);
  if (text[before - 1] === ',') {
    const gap = gapBefore(text, list.range.start + 1, before - 1);
    // `[n: , x]`: without its blank the colon would end nothing.
    const start = text[gap - 1] === ':' ? before - 1 : gap;
    return isLost(text, start, range.start) ? null : { range: { start, end: range.end }, newText: '' };
  }
  const comma = /^\s*,[ \t]*/.exec(text.slice(range.end, range.end + 200))?.[0].length ?? 0;
  return { range: { start: range.start, end: range.end + comma }, newText: '' };
}

/** Where the white space before an offset starts. */
function gapBefore(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && /\s/.test(text[start - 1] ?? '')) {
    start--;
  }
  return start;
}

/** Tells whether something stands there that must stay: a comment, or a comma more. */
function isLost(text: string, start: number, end: number): boolean {
  return /[^\s,]/.test(text.slice(start, end));
}
