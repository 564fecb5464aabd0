import type { Range } from '../text';
import type { Format } from './tree';

/** The lines that set front matter off from the body. */
export interface Fence {
  readonly format: Format;
  /** The opening fence's own characters; empty for JSON, whose braces belong to the header. */
  readonly open: Range;
  /** The header between the fences (for JSON: with its braces). */
  readonly header: Range;
  /** The closing fence's own characters; null where there is none. */
  readonly close: Range | null;
  /** Where the body starts; the end of the text where the fence is not closed. */
  readonly body: number;
}

/**
 * What a generator finds at the start of a file.
 * `none`: no front matter, all is body. `invalid`: the start is taken for a fence and is none, which is an error.
 */
export type FenceReading =
  | { readonly kind: 'closed'; readonly fence: Fence }
  | { readonly kind: 'unclosed'; readonly fence: Fence }
  | { readonly kind: 'invalid'; readonly range: Range }
  | { readonly kind: 'none' };

/** Front matter as its writer meant it, whether or not a generator recognises it. */
export interface IntendedFence {
  readonly format: Format;
  /** What stands before the opening fence, blank lines included; empty where there is nothing. */
  readonly before: Range;
  /** The whole opening line without its line end. */
  readonly open: Range;
  /** The whole closing line without its line end; null where no line closes the header. */
  readonly close: Range | null;
  /** The header; up to its last line that looks like one where nothing closes it. */
  readonly header: Range;
  /** How it differs from front matter as it should be, beside its marks; left out where it does not. */
  readonly slip?: 'not-opened' | 'in-code' | 'heading';
}

/** How far below the start of a file a displaced opening fence is looked for. */
const MAX_LINES_BEFORE = 20;

const field = {
  yaml: /^[ \t]*["']?[\p{L}_][\p{L}\p{N}_ -]*["']?[ \t]*:(?:\s|$)/u,
  toml: /^[ \t]*["']?[\w.-]+["']?[ \t]*=|^\[/,
};

/** A field of nearly every report. Notes set talks off with rules, and put `Speaker: Ann` between them. */
const TYPICAL =
  /^[ \t]*["']?(?:title|date|layout|tags|categories|draft|published|slug|author)["']?[ \t]*[:=]/m;

/** The opening line names a language, `---js`, as gray-matter allows: then what it fences is front matter, whatever is in it. */
const LANGUAGE =
  /^---[ \t]*(?:ya?ml|json5?|toml|js|javascript|ts|typescript|coffee|coffeescript|cson)[ \t]*$/i;

/** Hyphens, and dashes that editors and keyboards make of them. */
const DASH = '-\\u2010-\\u2015\\u2212\\u2500\\ufe63\\uff0d';

/** What cannot be seen, and keeps a mark from being one. */
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff';

/** Lines that stand for `---`: too few hyphens, dashes, other rules of Markdown, an escaped one, one behind what cannot be seen, code. */
const SLIPPED = new RegExp(
  `^(?:[${DASH}]{1,10}|\\\\-{3,}|[${UNSEEN}]+-{3,}|[*_=~]{3,}|(?:[-*_] ){2,}[-*_]|\`{3,}(?:ya?ml)?)[ \\t]*$`,
);

/** Lines that stand for `+++`. */
const SLIPPED_TOML = new RegExp(`^(?:\\+{1,2}|\\uff0b{2,}|[${UNSEEN}]+\\+{3})[ \\t]*$`);

/** A line that ends a header, though it is no closing fence: it stands right below the last field. */
const SLIPPED_CLOSE = new RegExp(
  `^[ \\t]*(?:[${DASH}]{2,10}|[${DASH.slice(1)}]|\\\\-{3,}|[${UNSEEN}]+-{3,}|[*_=]{3,}|\\+{2,})[ \\t]*$`,
);

/** A fence, or one that is too long. */
const PLAIN_MARK = /^(?:-{3,}|\+{3,})[ \t]*$/;

/** Tells whether a line stands for a fence that it is not. */
export function isSlippedMark(line: string): boolean {
  return SLIPPED.test(line) || SLIPPED_TOML.test(line) || PLAIN_MARK.test(line);
}

/** Tells whether the first line ends with a carriage return alone. */
export function hasLoneReturns(text: string): boolean {
  return /^\uFEFF?(?:---|\+\+\+)[^\r\n]{0,30}\r(?!\n)/.test(text.slice(0, 50));
}

/**
 * Finds the front matter that a writer meant, more leniently than any generator does.
 * @returns null where nothing at the top of the file looks like front matter
 */
export function findIntendedFence(written: string): IntendedFence | null {
  // Places stay what they are.
  const text = hasLoneReturns(written) ? written.replace(/\r(?!\n)/g, '\n') : written;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const top = text.slice(start, start + 10_000);
  const first = start + top.length - top.trimStart().length;
  if (text[first] === '{' && /^\{\s*"/.test(text.slice(first, first + 200))) {
    return {
      format: 'json',
      before: { start, end: first },
      open: { start: first, end: first },
      close: null,
      header: { start: first, end: text.length },
    };
  }
  const lost = withoutOpening(text, start, first) ?? (first === start ? inCode(text, start) : null);
  if (lost) {
    return lost;
  }
  let at = first;
  for (let line = 0; line < MAX_LINES_BEFORE && at < text.length; line++) {
    const end = lineEnd(text, at);
    const fence = fenceAt(text, { start: at, end }, start, at === first);
    // Below a heading or in a code block it is an example, or a rule between two parts.
    if (fence ?? /^ {0,3}(?:#{1,6}[ \t]|```|~~~)/.test(text.slice(at, end))) {
      return fence;
    }
    at = nextLine(text, end);
  }
  return null;
}

/** Reads a header from an opening line; null where the line is no fence or no field follows it. */
function fenceAt(text: string, line: Range, fileStart: number, first: boolean): IntendedFence | null {
  const opening = text.slice(line.start, line.end);
  // Below other text a longer line is a rule or a heading's underline.
  const shape = first ? /^[ \t]*(?:(-{3,})|\+{3,})[^\r\n]{0,30}$/ : /^(?:(---)|\+\+\+)[ \t]*$/;
  const match = shape.exec(opening);
  const isAtStart = line.start === fileStart && (!match || !PLAIN_MARK.test(opening));
  const isSlippedToml = isAtStart && SLIPPED_TOML.test(opening);
  const isSlipped = isSlippedToml || (isAtStart && SLIPPED.test(opening));
  if (!match && !isSlipped) {
    return null;
  }
  const format = isSlippedToml || (match && !match[1]) ? 'toml' : 'yaml';
  const headerStart = nextLine(text, line.end);
  const { header, close, fields, heading } = readHeader(text, headerStart, format, isSlipped);
  const isSure = close !== null && TYPICAL.test(text.slice(header.start, header.end));
  const isNamed = first && LANGUAGE.test(opening) && close !== null;
  if ((fields === 0 && !isNamed) || ((!first || isSlipped) && !isSure)) {
    return null;
  }
  const slip = heading ? ({ slip: 'heading' } as const) : {};
  return { format, before: { start: fileStart, end: line.start }, open: line, close, header, ...slip };
}

/** Fields at the very top, with a closing fence below them, or with a blank line: the opening fence is missing. */
function withoutOpening(text: string, start: number, at: number): IntendedFence | null {
  const first = text.slice(at, lineEnd(text, at));
  const format = field.yaml.test(first) ? 'yaml' : /^[\w-]+[ \t]*=/.test(first) ? 'toml' : null;
  if (!format || !TYPICAL.test(first)) {
    return null;
  }
  const { header, close } = readHeader(text, at, format, false);
  const typical = text
    .slice(at, header.end)
    .split('\n')
    .filter((line) => TYPICAL.test(line)).length;
  const isWhole =
    text.slice(at, header.end).trim() !== '' && !/\n[ \t]*\r?\n[ \t]*\S/.test(text.slice(at, header.end));
  const open = { start, end: at };
  return isWhole && (close ? typical > 0 : typical > 1)
    ? { format, before: { start, end: start }, open, close, header, slip: 'not-opened' }
    : null;
}

/** Front matter with its fences in a block of code. */
function inCode(text: string, start: number): IntendedFence | null {
  const mark = /^(`{3,}|~{3,})[ \t]*\w*[ \t]*\r?\n(?=(---|\+\+\+)[ \t]*\r?\n)/.exec(
    text.slice(start, start + 200),
  );
  if (!mark) {
    return null;
  }
  const [whole, ticks = '', fence = ''] = mark;
  const format = fence === '---' ? 'yaml' : 'toml';
  const from = nextLine(text, lineEnd(text, start + whole.length));
  const { header, close, fields } = readHeader(text, from, format, false);
  const last = close ? nextLine(text, close.end) : 0;
  const end = close && text.startsWith(ticks, last) ? lineEnd(text, last) : 0;
  const open = { start, end: lineEnd(text, start) };
  return end > 0 && fields > 0 && TYPICAL.test(text.slice(header.start, header.end))
    ? { format, before: { start, end: start }, open, close: { start: last, end }, header, slip: 'in-code' }
    : null;
}

function readHeader(text: string, start: number, format: 'yaml' | 'toml', isSlipped: boolean) {
  const plain = format === 'yaml' ? /^(?:-{3,}|\.\.\.)[ \t]*$/ : /^\+{3,}[ \t]*$/;
  const closing = isSlipped ? (format === 'yaml' ? SLIPPED : /^(?:\+{1,}|\uff0b{2,})[ \t]*$/) : plain;
  let fields = 0;
  let lastHeaderEnd = start;
  let headerRuns = true;
  for (let at = start; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const isClose =
      closing.test(line) || (fields > 0 && headerRuns && !isSlipped && SLIPPED_CLOSE.test(line));
    if (isClose || (isSlipped && plain.test(line))) {
      return { header: { start, end: at }, close: { start: at, end }, fields, heading: false };
    }
    if (
      format === 'yaml' &&
      MARKED.test(line) &&
      !/\S/.test(text.slice(lastHeaderEnd, at)) &&
      !isClosedBelow(text, end)
    ) {
      return { header: { start, end }, close: { start: at, end }, fields: fields + 1, heading: true };
    }
    const isField = field[format].test(line);
    if (isField && headerRuns) {
      fields++;
    }
    if (headerRuns && (isField || (fields > 0 && /^[ \t]*(?:#(?!#| )|-[ \t]|[\])}])|^[ \t]+\S/.test(line)))) {
      lastHeaderEnd = nextLine(text, end);
    } else if (fields > 0 && line.trim() === '') {
      headerRuns = false;
    }
    at = nextLine(text, end);
  }
  return { header: { start, end: lastHeaderEnd }, close: null, fields, heading: false };
}

/** The last field with the marks of a heading: a formatter took the closing fence below it for a heading's underline. */
const MARKED =
  /^#{1,6}[ \t]+(?:title|date|layout|tags|categories|draft|published|slug|author|description)[ \t]*:(?:\s|$)/;

/** A header that goes on below a comment, and is closed there. */
function isClosedBelow(text: string, from: number): boolean {
  for (let at = nextLine(text, from); at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) {
      return true;
    }
    if (!field.yaml.test(line) && !/^(?:[ \t]+\S|#|-[ \t]|[\])}])/.test(line)) {
      return false;
    }
    at = nextLine(text, end);
  }
  return false;
}

/** The offset of a line's end, before its line end characters. */
export function lineEnd(text: string, offset: number): number {
  const lf = text.indexOf('\n', offset);
  const end = lf < 0 ? text.length : lf;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The offset after the line end that starts at `end`; the end of the text on the last line. */
export function nextLine(text: string, end: number): number {
  if (text[end] === '\r' && text[end + 1] === '\n') {
    return end + 2;
  }
  return Math.min(end + 1, text.length);
}
