import type { ListNode } from '../frontMatter/tree';
import { removeItem } from '../write/removeItem';
import { writtenItems } from '../write/written';
import type { Written } from '../write/written';
import type { Report } from '../report/report';
import type { TextEdit } from '../text';
import type { TermUse } from './termUses';

/**
 * Takes some items out of a list, not all of them; the comments beside them stay.
 * @returns null where one of them cannot be taken out
 */
export function removeItems(
  report: Report,
  list: ListNode,
  removed: ReadonlySet<Written['node']>,
): TextEdit[] | null {
  const items = writtenItems(report, list);
  const edits: TextEdit[] = [];
  let isFirst = true;
  for (const [at, item] of items.entries()) {
    if (item.node === null || !removed.has(item.node)) {
      isFirst = false;
      continue;
    }
    const edit = list.flow
      ? removeBracketed(report, list, item, isFirst ? items[at + 1] : undefined)
      : (removeItem(report, list, item) ?? leaveComment(report, item));
    if (!edit) {
      return null;
    }
    edits.push(edit);
  }
  return edits;
}

/**
 * In brackets a comment behind an item is no part of what goes.
 * @param next the item behind, if nothing that stays stands before this one: then its comma is the one to take along
 */
function removeBracketed(
  report: Report,
  list: ListNode,
  item: Written,
  next: Written | undefined,
): TextEdit | null {
  const { start, end } = item.range;
  const isPlainGap = next !== undefined && /^\s*,\s*$/.test(report.text.slice(end, next.range.start));
  return isPlainGap
    ? { range: { start, end: next.range.start }, newText: '' }
    : removeItem(report, list, { ...item, comment: null });
}

/** Of a line with a dash, a value and a comment only the comment stays. */
function leaveComment({ text }: Report, { range, comment }: Written): TextEdit | null {
  const dash = comment ? /-[ \t]+$/.exec(text.slice(Math.max(0, range.start - 100), range.start)) : null;
  return comment && dash
    ? { range: { start: range.start - dash[0].length, end: comment.start }, newText: '' }
    : null;
}

/**
 * Takes some words out of a string that holds several, not all of them, each with what sets it off.
 * @param words all of the string, in their order
 */
export function removeWords(
  { text }: Report,
  words: readonly TermUse[],
  removed: ReadonlySet<TermUse>,
): TextEdit[] {
  let isFirst = true;
  return words.flatMap((word, at) => {
    if (!removed.has(word)) {
      isFirst = false;
      return [];
    }
    const before = words[at - 1];
    const next = words[at + 1];
    const range =
      isFirst && next
        ? { start: word.inner.start, end: next.inner.start }
        : { start: before ? endOf(text, before) : word.inner.start, end: endOf(text, word) };
    return [{ range, newText: '' }];
  });
}

/** Where a word ends with the comma that is no part of its name; a comma between keywords belongs to the next one. */
function endOf(text: string, { inner, field }: TermUse): number {
  return field !== 'keywords' && /[,;]/.test(text[inner.end] ?? '') ? inner.end + 1 : inner.end;
}
