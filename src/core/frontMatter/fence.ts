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

/** Two hyphens, or dashes that an editor made of hyphens. */
const SLIPPED = /^(?:--|[\u2013\u2014]{1,2}-?)[ \t]*$/;

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
  const isSlipped = line.start === fileStart && SLIPPED.test(opening);
  const shape = first ? /^[ \t]*(?:(-{3,})|\+{3,})[^\r\n]{0,30}$/ : /^(?:(---)|\+\+\+)[ \t]*$/;
  const match = shape.exec(opening);
  if (!match && !isSlipped) {
    return null;
  }
  const format = match && !match[1] ? 'toml' : 'yaml';
  const headerStart = nextLine(text, line.end);
  const { header, close, fields } = readHeader(text, headerStart, format, isSlipped);
  const isSure = close !== null && TYPICAL.test(text.slice(header.start, header.end));
  const isNamed = first && LANGUAGE.test(opening) && close !== null;
  if ((fields === 0 && !isNamed) || ((!first || isSlipped) && !isSure)) {
    return null;
  }
  return { format, before: { start: fileStart, end: line.start }, open: line, close, header };
}

function readHeader(text: string, start: number, format: 'yaml' | 'toml', isSlipped: boolean) {
  const plain = format === 'yaml' ? /^(?:-{3,}|\.\.\.)[ \t]*$/ : /^\+{3,}[ \t]*$/;
  const closing = isSlipped ? /^(?:-{2,}|[\u2013\u2014]{1,2}-?)[ \t]*$/ : plain;
  let fields = 0;
  let lastHeaderEnd = start;
  let headerRuns = true;
  for (let at = start; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (closing.test(line)) {
      return { header: { start, end: at }, close: { start: at, end }, fields };
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
  return { header: { start, end: lastHeaderEnd }, close: null, fields };
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
