import type { Range } from '../text';
import type { ValueContext, ValueFields } from './valueContext';
import { flowContext } from './flow';
import { endOfField, lineEndWithin } from './header';
import type { OpenHeader } from './header';
import { contextOf, readPiece } from './piece';
import { stringContext } from './stringContext';

/** The start of a line that holds the next field of an unfinished list. */
const KEY_LINE = /[ \t]*"[^"\n]*"[ \t]*:/y;

/** The start of a line that cannot go on a list: the body's, where the list is unfinished. */
const NO_VALUE = /[ \t]*(?!true|false|null)[^\s"\d[\]{},+-]/y;

/** A value without quotes, or what is becoming one. */
const BARE = /[\w.+-]+/y;

/** What is open at an offset. */
export interface Level {
  readonly kind: '{' | '[';
  readonly at: number;
  /** The key that a list or map is the value of; in a map, the last key read. */
  key: string | null;
  /** The offset behind the colon of a key whose value is still to come. */
  colon: number | null;
}

/** Finds the value at a cursor in a JSON header, which need not parse. */
export function jsonContext<F extends string>(
  text: string,
  offset: number,
  header: OpenHeader,
  fields: ValueFields<F>,
): ValueContext<F> | null {
  const levels = openAt(text, offset, header);
  const [root, list, ...deeper] = levels ?? [];
  if (root?.kind !== '{' || deeper.length > 0) {
    return null;
  }
  const field = fields.named(root.key ?? '');
  if (!field) {
    return null;
  }
  const startsField = (at: number) => {
    KEY_LINE.lastIndex = at;
    NO_VALUE.lastIndex = at;
    return KEY_LINE.test(text) || (at > offset && NO_VALUE.test(text));
  };
  if (list) {
    const end = endOfField(text, list.at, header, offset, startsField);
    return list.kind === '[' ? flowContext(text, offset, { start: list.at, end }, 'json', field) : null;
  }
  if (root.colon === null) {
    return null;
  }
  return valueContext(text, offset, { start: root.colon, end: header.end }, field, fields);
}

/**
 * Reads up to the cursor, or to the start of the string that it is in.
 * @returns the open braces and brackets; null where the object has ended
 */
export function openAt(text: string, offset: number, header: OpenHeader): Level[] | null {
  const levels: Level[] = [];
  let lastString: string | null = null;
  for (let at = header.start; at < offset; at++) {
    const character = text[at] ?? '';
    const top = levels.at(-1);
    if (character === '"') {
      const end = lineEndWithin(text, at, header.end);
      const piece = readPiece(text, at, endOfString(text, at, end), { format: 'json', flow: false });
      if (piece.end >= offset) {
        break;
      }
      if (top?.kind === '{' && top.colon !== null) {
        top.colon = null;
      }
      lastString = piece.text;
      at = piece.end - 1;
    } else if (character === '{' || character === '[') {
      levels.push({ kind: character, at, key: null, colon: null });
    } else if (character === '}' || character === ']') {
      levels.pop();
      const parent = levels.at(-1);
      if (!parent) {
        return null;
      }
      parent.colon = null;
    } else if (character === ':' && top?.kind === '{') {
      top.key = lastString;
      top.colon = at + 1;
    } else if (character === ',' && top?.kind === '{') {
      top.key = null;
      top.colon = null;
    }
  }
  return levels;
}

/** Behind the closing quote; the end of the line where there is none. */
function endOfString(text: string, start: number, lineEnd: number): number {
  for (let at = start + 1; at < lineEnd; at++) {
    if (text[at] === '\\') {
      at++;
    } else if (text[at] === '"') {
      return at + 1;
    }
  }
  return lineEnd;
}

function valueContext<F extends string>(
  text: string,
  offset: number,
  { start: colon, end: headerEnd }: Range,
  field: F,
  fields: ValueFields<F>,
): ValueContext<F> | null {
  const end = lineEndWithin(text, colon, headerEnd);
  let value = colon;
  while (value < end && /[ \t]/.test(text[value] ?? '')) {
    value++;
  }
  if (value === end || ',}'.includes(text[value] ?? '')) {
    const range = { start: offset, end: offset };
    return offset > colon && offset <= value
      ? contextOf(text, offset, { format: 'json', form: 'none', field, range }, null, [])
      : null;
  }
  BARE.lastIndex = value;
  const isString = text[value] === '"';
  if (!isString && (fields.takesList(field) || !BARE.test(text))) {
    return null;
  }
  const pieceEnd = isString ? endOfString(text, value, end) : BARE.lastIndex;
  const piece = readPiece(text, value, pieceEnd, { format: 'json', flow: false });
  return stringContext(text, offset, piece, { format: 'json', field }, fields.separator(field));
}
