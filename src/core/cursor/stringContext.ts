import type { Format } from '../frontMatter/tree';
import type { Separator } from '../write/quote';
import type { ValueContext } from './valueContext';
import { contextOf, replacedRange, unquote } from './piece';
import type { Piece } from './piece';

/** One value in a string. */
const PART: Readonly<Record<Separator, RegExp>> = {
  blank: /\S+/g,
  comma: /[^\s,](?:[^,]*[^\s,])?/g,
};

/** Finds the value at a cursor in a string: the whole of it or, where it is split, one of its parts. */
export function stringContext<F extends string>(
  text: string,
  offset: number,
  piece: Piece,
  { format, field }: { format: Format; field: F },
  separator: Separator | null,
): ValueContext<F> | null {
  const whole = replacedRange(text, piece, offset);
  if (!whole || separator === null) {
    return whole && contextOf(text, offset, { format, form: 'value', field, range: whole }, piece, []);
  }
  const contentStart = piece.quote === 'none' ? piece.start : piece.start + 1;
  const contentEnd = piece.quote !== 'none' && piece.closed ? piece.end - 1 : Math.max(piece.end, offset);
  const content = text.slice(contentStart, contentEnd);
  const parts = [...content.matchAll(PART[separator])].map((match) => ({
    start: contentStart + match.index,
    end: contentStart + match.index + match[0].length,
    text: unquote(match[0], piece.quote, format),
  }));
  const own = parts.find(
    ({ start, end }) =>
      offset >= start && (offset <= end || (separator === 'comma' && isBlank(text, end, offset))),
  );
  const isAlone =
    parts.length === 0 ? content.trim() === '' : parts.length === 1 && own && isAll(own, content);
  if (isAlone || offset < contentStart || offset > contentEnd) {
    const context = contextOf(text, offset, { format, form: 'only-word', field, range: whole }, piece, []);
    return { ...context, separator };
  }
  const range = own ? { start: own.start, end: Math.max(own.end, offset) } : { start: offset, end: offset };
  return {
    ...contextOf(text, offset, { format, form: 'word', field, range }, piece, []),
    separator,
    current: own?.text ?? '',
    // `aws, cloud`: at blanks, too, a comma is no part of what was meant.
    others: parts.flatMap((part) => (part === own ? [] : [part.text.replace(/[,;]$/, '')])),
  };
}

function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}

/** Tells whether a string has nothing but one part, commas included. */
function isAll({ start, end }: { start: number; end: number }, content: string): boolean {
  return content.trim().length === end - start;
}
