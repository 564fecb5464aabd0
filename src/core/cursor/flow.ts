import type { Format } from '../frontMatter/tree';
import type { Range } from '../text';
import type { ValueContext } from './valueContext';
import { lineEndWithin } from './header';
import { contextOf, isComment, readPiece, replacedRange } from './piece';
import type { Piece } from './piece';

/** What stands between two commas of a list. */
interface Segment {
  readonly start: number;
  end: number;
  piece: Piece | null;
  /** More than one simple value: nothing is completed here. */
  complex: boolean;
}

/**
 * Finds the value at a cursor in a list in brackets, which may be unfinished.
 * @param list the bracket, and the end of what can belong to the list
 */
export function flowContext<F extends string>(
  text: string,
  offset: number,
  list: Range,
  format: Format,
  field: F,
): ValueContext<F> | null {
  if (offset <= list.start) {
    return null;
  }
  const segments = readSegments(text, offset, list, format);
  const current = segments?.find((segment) => offset >= segment.start && offset <= segment.end);
  if (!segments || !current || current.complex) {
    return null;
  }
  const { piece } = current;
  const range = piece ? replacedRange(text, piece, offset) : { start: offset, end: offset };
  const others = segments.flatMap((segment) => (segment !== current && segment.piece ? [segment.piece] : []));
  return range && contextOf(text, offset, { format, form: 'item', field, range }, piece, others);
}

/** Splits a list at its commas; null where the cursor is in a comment. */
function readSegments(text: string, offset: number, list: Range, format: Format): Segment[] | null {
  const segments: Segment[] = [];
  let segment: Segment = { start: list.start + 1, end: list.end, piece: null, complex: false };
  for (let at = segment.start; at < list.end;) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) {
      at++;
    } else if (isComment(text, at, format)) {
      const end = lineEndWithin(text, at, list.end);
      if (offset > at && offset <= end) {
        return null;
      }
      at = end;
    } else if (character === ',' || character === ']') {
      segment.end = at;
      segments.push(segment);
      if (character === ']') {
        return segments;
      }
      at++;
      segment = { start: at, end: list.end, piece: null, complex: false };
    } else if (character === '[' || character === '{') {
      segment.complex = true;
      at = endOfNested(text, at, list.end);
    } else {
      const piece = readPiece(text, at, lineEndWithin(text, at, list.end), { format, flow: true });
      segment.complex ||= segment.piece !== null || piece.complex;
      segment.piece ??= piece;
      at = Math.max(piece.end, at + 1);
    }
  }
  return [...segments, segment];
}

/** The end of a list or map inside the list; that of its first line where it is not closed. */
function endOfNested(text: string, start: number, end: number): number {
  let level = 0;
  for (let at = start; at < end; at++) {
    const character = text[at] ?? '';
    if ('[{'.includes(character)) {
      level++;
    } else if (']}'.includes(character) && --level === 0) {
      return at + 1;
    }
  }
  return Math.max(start + 1, lineEndWithin(text, start, end));
}
