import type { Report } from '../../report/report';
import type { Block, Section } from '../../report/sections';
import type { Range } from '../../text';
import { withoutCode } from './inline';

/** How many are told of: who has more of them knows by then. */
const MAX_FOUND = 100;

/** Headings of lists of things to do. */
const TO_DO = /\b(?:to-?dos?|fixmes?|action items?|next steps|tasks)\b/i;

/** A line that is set in from the margin by hand: that is how programs that write HTML show code. */
const SET_IN = /^[ \t]*(?:&nbsp;|\u00a0)/;

/** No line that is longer is looked at to its end (UTF-16 code units). */
const MAX_LINE = 5000;

/**
 * Looks at the lines of the body that readers see as text: not at code, comments and lists of things to do.
 * @param hint a part of all that is looked for: most texts hold none, and need not be looked at line by line
 * @param find what a line holds, by its offsets; `at` is the line's place in the text
 * @returns what was found, with its offsets in the text, in its order
 */
export function findInLines<F extends Range>(
  report: Report,
  hint: RegExp,
  find: (line: string, kind: Block['kind'], at: number) => readonly F[],
): F[] {
  const { text, sections } = report;
  if (!hint.test(text.slice(report.body))) {
    return [];
  }
  const comments = liquidComments(text, report.body);
  const found: F[] = [];
  let comment = 0;
  let section = -1;
  for (const block of report.blocks) {
    // Blocks, sections and comments are in the order of their places.
    while ((sections[section + 1]?.headingRange.start ?? Infinity) <= block.range.start) {
      section++;
    }
    const source = sourceOf(report, block);
    if (!hint.test(source)) {
      continue;
    }
    let at = block.range.start;
    for (const line of withoutCode(source).split('\n')) {
      const shown = SET_IN.test(line) ? '' : line.slice(0, MAX_LINE).trimEnd();
      for (const one of find(shown, block.kind, at)) {
        const place = at + one.start;
        while ((comments[comment]?.end ?? Infinity) <= place) {
          comment++;
        }
        const isSeen = place < (comments[comment]?.start ?? Infinity);
        if (isSeen && !isToDo(sections[section], block)) {
          found.push({ ...one, start: place, end: at + one.end });
        }
      }
      at += line.length + 1;
    }
    if (found.length >= MAX_FOUND) {
      break;
    }
  }
  return found.slice(0, MAX_FOUND);
}

/** How much of a line stands before its words: the marks of an item, a heading or a quote (UTF-16 code units). */
export function leadOf(line: string): number {
  return /^[ \t]*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|#{1,6}\s+|>\s?)?/.exec(line)?.[0].length ?? 0;
}

/** What of a block is looked at: all of a quote, the first paragraph of others, nothing of code and the like. */
function sourceOf({ text }: Report, { kind, range, text: paragraph }: Block): string {
  return kind === 'quote'
    ? text.slice(range.start, range.end)
    : paragraph.trim() === ''
      ? ''
      : shownPart(text, range, paragraph);
}

/** Tells whether a block is in a list of things to do, or the heading of one. */
function isToDo(section: Section | undefined, block: Block): boolean {
  const isEmpty = block.kind === 'heading' && section?.blocks.length === 0;
  return section !== undefined && !isEmpty && TO_DO.test(section.heading);
}

/** Where Liquid's comments stand, which readers do not see. */
function liquidComments(text: string, body: number): Range[] {
  const comments: Range[] = [];
  let open = -1;
  for (const { 1: end, index } of text.slice(body).matchAll(/\{%-?[ \t]{0,9}(end)?comment\b/g)) {
    if (end === undefined && open < 0) {
      open = body + index;
    } else if (end !== undefined && open >= 0) {
      comments.push({ start: open, end: body + index });
      open = -1;
    }
  }
  return comments;
}

/** The source of a block's first paragraph: what is nested in an item is a block of its own. */
function shownPart(text: string, { start, end }: Range, paragraph: string): string {
  const lines = paragraph.split('\n').length;
  let last = start;
  for (let line = 0; line < lines && last < end; line++) {
    const next = text.indexOf('\n', last);
    last = next < 0 ? end : next + 1;
  }
  return text.slice(start, Math.min(last, end));
}
