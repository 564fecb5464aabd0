import type { Format } from '../frontMatter/tree';
import type { Range } from '../text';
import type { Quote } from '../write/quote';
import type { ValueContext } from './valueContext';

/** One value as it is written on one line, finished or not. */
export interface Piece extends Range {
  readonly quote: Quote;
  /** Unquoted values, and quoted ones with no closing quote, go on where the cursor is. */
  readonly closed: boolean;
  /** The content, unquoted. */
  readonly text: string;
  /** It is no simple value but a map or a list. */
  readonly complex: boolean;
}

/** Where values end. */
export interface Surroundings {
  readonly format: Format;
  /** In brackets, `,` and `]` end a value. */
  readonly flow: boolean;
}

/**
 * Reads the value that starts at an offset.
 * @param lineEnd the end of its line: values that go on below it are not read further
 */
export function readPiece(text: string, start: number, lineEnd: number, around: Surroundings): Piece {
  const first = text[start];
  if (first === '"' || (first === "'" && around.format !== 'json')) {
    return readQuoted(text, start, lineEnd, first, around);
  }
  return readPlain(text, start, lineEnd, around);
}

function readQuoted(text: string, start: number, lineEnd: number, mark: string, around: Surroundings): Piece {
  const quote: Quote = mark === '"' ? 'double' : 'single';
  const close = closingQuote(text, start + 1, lineEnd, mark, around.format);
  // `['aw, 'b']`: what looks like the end of the first is the start of the second.
  const follows = around.flow ? /^[ \t]*(?:[,\]}#]|$)/ : /^[ \t]*(?:#|$)|^[ \t]*[,}\]]/;
  if (close >= 0 && follows.test(text.slice(close + 1, lineEnd))) {
    const content = unquote(text.slice(start + 1, close), quote, around.format);
    return { start, end: close + 1, quote, closed: true, text: content, complex: false };
  }
  let end = start + 1;
  while (end < lineEnd && !(around.flow && (text[end] === ',' || text[end] === ']'))) {
    end++;
  }
  end = trimEnd(text, start + 1, end);
  const content = unquote(text.slice(start + 1, end), quote, around.format);
  return { start, end, quote, closed: false, text: content, complex: false };
}

function closingQuote(text: string, from: number, to: number, mark: string, format: Format): number {
  for (let at = from; at < to; at++) {
    if (mark === '"' && text[at] === '\\') {
      at++;
    } else if (text[at] === mark) {
      if (mark === "'" && format === 'yaml' && text[at + 1] === mark) {
        at++;
      } else {
        return at;
      }
    }
  }
  return -1;
}

function readPlain(text: string, start: number, lineEnd: number, around: Surroundings): Piece {
  let end = start;
  while (end < lineEnd) {
    const character = text[end] ?? '';
    if ((around.flow && ',[]{}'.includes(character)) || isComment(text, end, around.format)) {
      break;
    }
    end++;
  }
  end = trimEnd(text, start, end);
  const content = text.slice(start, end);
  const complex = around.format === 'yaml' && (/:(?:[ \t]|$)/.test(content) || /^[&*!|>%@`{[]/.test(content));
  return { start, end, quote: 'none', closed: false, text: content, complex };
}

/** Tells whether a comment starts at an offset outside of quotes; in YAML a blank must stand before it. */
export function isComment(text: string, offset: number, format: Format): boolean {
  if (text[offset] !== '#' || format === 'json') {
    return false;
  }
  return format === 'toml' || offset === 0 || /\s/.test(text[offset - 1] ?? '');
}

/** Takes the quotes' escapes out; what is no proper escape stays as it is. */
export function unquote(content: string, quote: Quote, format: Format): string {
  if (quote === 'single') {
    return format === 'yaml' ? content.replaceAll("''", "'") : content;
  }
  if (!content.includes('\\')) {
    return content;
  }
  try {
    return String(JSON.parse(`"${content}"`));
  } catch {
    return content;
  }
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1] ?? '')) {
    end--;
  }
  return end;
}

/**
 * The stretch that a tag chosen at the cursor replaces: the whole value, and the blanks behind it up to the cursor where
 * it may be going on (`big |` on the way to `big data`).
 * @returns null where the cursor is not in or at the end of the value
 */
export function replacedRange(text: string, piece: Piece, offset: number): Range | null {
  if (piece.complex || offset < piece.start) {
    return null;
  }
  if (offset <= piece.end) {
    return { start: piece.start, end: piece.end };
  }
  const goesOn = !piece.closed && /^[ \t]*$/.test(text.slice(piece.end, offset));
  return goesOn ? { start: piece.start, end: offset } : null;
}

/** The quotes that a new tag gets: its own, else those that most other tags have. */
function quoteOf(own: Piece | null, others: readonly Piece[]): Quote {
  if (own && own.quote !== 'none') {
    return own.quote;
  }
  const count = (quote: Quote) => others.filter((other) => other.quote === quote).length;
  const single = count('single');
  const double = count('double');
  return single + double > count('none') ? (single > double ? 'single' : 'double') : 'none';
}

/** Puts a context together from what was read. */
export function contextOf<F extends string>(
  text: string,
  offset: number,
  parts: Omit<ValueContext<F>, 'separator' | 'quote' | 'typed' | 'written' | 'current' | 'others'>,
  own: Piece | null,
  others: readonly Piece[],
): ValueContext<F> {
  return {
    ...parts,
    separator: null,
    quote: quoteOf(own, others),
    typed: text.slice(parts.range.start, offset),
    written: text.slice(parts.range.start, parts.range.end),
    current: own?.text ?? '',
    others: others.filter((other) => !other.complex && other.text !== '').map((other) => other.text),
  };
}
