import { lineEnd, nextLine } from '../frontMatter/fence';
import type { Format } from '../frontMatter/tree';
import type { Range } from '../text';

/** The header around a cursor, with or without its closing fence. */
export interface OpenHeader extends Range {
  readonly format: Format;
  readonly closed: boolean;
}

/** How far from its start a header can reach (UTF-16 code units): room for 10,000 tags. */
const MAX_HEADER = 300_000;

/** How far behind the cursor the end of a header is looked for. */
const MAX_BEHIND = 100_000;

const OPENING = /(?:(---)[ \t]*(yaml|toml|json)?|(\+\+\+))[ \t\r]*$/my;

/**
 * Finds the header that an offset is in. Looks at no more than the lines up to the closing fence, and at a bounded
 * number of them where there is none; more lenient than any generator, as the header is being written.
 * @returns null outside of a header, on its fences included
 */
export function headerAround(text: string, offset: number): OpenHeader | null {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < offset && /\s/.test(text[start] ?? '')) {
    start++;
  }
  if (offset - start > MAX_HEADER) {
    return null;
  }
  if (text[start] === '{') {
    // Where JSON ends its own reader finds out.
    const end = Math.min(text.length, offset + MAX_BEHIND);
    return offset > start ? { format: 'json', start, end, closed: false } : null;
  }
  OPENING.lastIndex = start;
  const opening = OPENING.exec(text);
  if (!opening) {
    return null;
  }
  const language = opening[2];
  const format = opening[3] ? 'toml' : language === 'toml' || language === 'json' ? language : 'yaml';
  const first = nextLine(text, lineEnd(text, start));
  if (offset < first || first === start + opening[0].length) {
    return null;
  }
  const mark = opening[3] ?? '---';
  const limit = Math.min(text.length, offset + MAX_BEHIND);
  for (let at = first; at < limit;) {
    const end = lineEnd(text, at);
    if (text.startsWith(mark, at) || (format === 'yaml' && /^\.\.\.[ \t]*$/.test(text.slice(at, end)))) {
      return offset < at ? { format, start: first, end: at, closed: true } : null;
    }
    at = nextLine(text, end);
    if (end === text.length) {
      break;
    }
  }
  return { format, start: first, end: limit, closed: false };
}

/** The start of the line that an offset is on, not before `from`. */
export function lineStart(text: string, offset: number, from: number): number {
  // A negative start would be taken as 0, and find a line end at 0.
  return offset <= from ? from : Math.max(from, text.lastIndexOf('\n', offset - 1) + 1);
}

/** The end of the line that an offset is on, before its line end characters, not after `to`. */
export function lineEndWithin(text: string, offset: number, to: number): number {
  return Math.min(to, lineEnd(text, offset));
}

/**
 * Where the value of a field ends: before the next line that starts another field.
 * @param from an offset in the field's first line
 * @param startsField tells whether the line at an offset starts a field
 * @param cursor behind it, a blank line ends the value of a header that is not closed: the body may follow
 */
export function endOfField(
  text: string,
  from: number,
  header: OpenHeader,
  cursor: number,
  startsField: (lineStart: number) => boolean,
): number {
  let at = nextLine(text, lineEnd(text, from));
  while (at < header.end) {
    const end = lineEnd(text, at);
    if (startsField(at) || (!header.closed && at > cursor && text.slice(at, end).trim() === '')) {
      return at;
    }
    const next = nextLine(text, end);
    if (next === at || end === text.length) {
      break;
    }
    at = next;
  }
  return header.end;
}
