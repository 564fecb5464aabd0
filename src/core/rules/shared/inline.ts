import type { Report } from '../../report/report';
import type { Block } from '../../report/sections';
import type { Range } from '../../text';

/** A link or image that is an image alone, also one that is a link itself, and what kramdown's attributes say of it. */
const IMAGE =
  /\[!\[[^\]]{0,300}\]\([^)]{0,500}\)\]\([^)]{0,500}\)|!\[[^\]]{0,300}\](?:\([^)]{0,500}\)|\[[^\]]{0,300}\])|<img\s[^<>]{0,1000}>|<\/?(?:a|figure|picture|p|div|center|br)(?:\s[^<>]{0,500})?\/?>|\{:[^{}]{0,300}\}/gi;

/** What shows a picture. */
const SHOWS_IMAGE = /!\[[^\]]{0,300}\][([]|<img\s/i;

/** A stretch of a paragraph that readers see as code, or not at all. */
interface Aside {
  readonly start: number;
  readonly end: number;
  readonly isCode: boolean;
}

/** Finds the code spans and the comments of a paragraph. */
function asidesOf(text: string): Aside[] {
  const asides: Aside[] = [];
  const missing = new Set<string>();
  const opening = /`+|<!--/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [mark] = match;
    const end = missing.has(mark) ? -1 : endOf(text, mark, opening.lastIndex);
    if (end < 0) {
      missing.add(mark);
    } else {
      asides.push({ start: match.index, end, isCode: mark !== '<!--' });
      opening.lastIndex = end;
    }
  }
  return asides;
}

/** Blanks out code and comments within a paragraph, so that offsets stay: what is written there is an example. */
export function withoutCode(text: string): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of asidesOf(text)) {
    shown += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return shown + text.slice(at);
}

/** The code span around a place within a paragraph; undefined where there is none. */
export function codeSpanAt(text: string, offset: number): Range | undefined {
  return asidesOf(text).find(({ start, end, isCode }) => isCode && start <= offset && offset < end);
}

/** Where what a run of backticks or the start of a comment opens is closed; -1 for nowhere. */
function endOf(text: string, mark: string, from: number): number {
  if (mark === '<!--') {
    const close = text.indexOf('-->', from);
    return close < 0 ? -1 : close + 3;
  }
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at)) {
    const end = at + mark.length;
    if (text[end] !== '`') {
      return end;
    }
    // A longer run closes nothing.
    at = end;
    while (text[at] === '`') {
      at++;
    }
  }
  return -1;
}

/** Tells whether a block is code between fences. */
export function isFencedCode({ text }: Report, { kind, range }: Block): boolean {
  return kind === 'other' && /^ {0,3}(?:```|~~~)/.test(text.slice(range.start, range.start + 6));
}

/** Tells whether a block is code, also by its indentation. */
export function isCode(report: Report, block: Block): boolean {
  const { start } = block.range;
  return (
    isFencedCode(report, block) ||
    (block.kind === 'other' && /^(?: {4}| {0,3}\t)/.test(report.text.slice(start, start + 4)))
  );
}

/** The innermost block around a place; undefined where there is none. */
export function blockAt({ blocks }: Report, offset: number): Block | undefined {
  return blocks.findLast(({ range }) => range.start <= offset && offset < range.end);
}

/** Tells whether a place is in code: in a block of it, or in a span within a paragraph. */
export function isInCode(report: Report, offset: number): boolean {
  const block = blockAt(report, offset);
  if (!block) {
    return false;
  }
  const { start, end } = block.range;
  return isCode(report, block) || codeSpanAt(report.text.slice(start, end), offset - start) !== undefined;
}

/** Tells whether Markdown shows one or more images and not a word. */
export function isImage(markdown: string): boolean {
  return SHOWS_IMAGE.test(markdown) && markdown.replace(IMAGE, '').trim() === '';
}
