import type { Range } from '../text';
import type { ValueContext, ValueFields } from './valueContext';
import { flowContext } from './flow';
import { endOfField, lineEndWithin, lineStart } from './header';
import type { OpenHeader } from './header';
import { contextOf, isComment, readPiece, replacedRange } from './piece';
import { stringContext } from './stringContext';

const KEY = /[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([\w.-]+))[ \t]*=/y;
const TABLE = /[ \t]*\[\[?([^[\]\n,]+)\]\]?[ \t]*(?=#|\r?\n|$)/y;

/** Zola keeps tags in a table of this name. */
const TAXONOMY_TABLE = 'taxonomies';

/** Finds the value at a cursor in a TOML header, which need not parse. */
export function tomlContext<F extends string>(
  text: string,
  offset: number,
  header: OpenHeader,
  fields: ValueFields<F>,
): ValueContext<F> | null {
  const startsField = (at: number) => keyAt(text, at) !== null || tableAt(text, at) !== null;
  let line = lineStart(text, offset, header.start);
  while (!startsField(line)) {
    if (line <= header.start) {
      return null;
    }
    line = lineStart(text, line - 1, header.start);
  }
  const key = keyAt(text, line);
  const field = key && fields.named(pathOf(key.name, tableOf(text, line, header)));
  if (!key || !field || offset < key.end) {
    return null;
  }
  const end = endOfField(text, key.end, header, offset, startsField);
  return valueContext(text, offset, { start: key.end, end }, field, fields);
}

function valueContext<F extends string>(
  text: string,
  offset: number,
  { start: from, end: to }: Range,
  field: F,
  fields: ValueFields<F>,
): ValueContext<F> | null {
  const end = lineEndWithin(text, from, to);
  let value = from;
  while (value < end && /[ \t]/.test(text[value] ?? '')) {
    value++;
  }
  if (value === end || isComment(text, value, 'toml')) {
    const range = { start: offset, end: offset };
    return offset > from && offset <= value
      ? contextOf(text, offset, { format: 'toml', form: 'none', field, range }, null, [])
      : null;
  }
  if (text[value] === '[') {
    return flowContext(text, offset, { start: value, end: to }, 'toml', field);
  }
  const piece = readPiece(text, value, end, { format: 'toml', flow: false });
  if (offset > end) {
    return null;
  }
  if (piece.quote === 'none' && fields.takesList(field)) {
    // A bare word is nothing that TOML knows: it becomes a list, as in a field without value.
    const range = replacedRange(text, piece, offset);
    return range && contextOf(text, offset, { format: 'toml', form: 'none', field, range }, piece, []);
  }
  return stringContext(text, offset, piece, { format: 'toml', field }, fields.separator(field));
}

/** The key with its equals sign that a line starts with. */
export function keyAt(text: string, at: number): { name: string; end: number } | null {
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  return match ? { name: match[1] ?? match[2] ?? match[3] ?? '', end: KEY.lastIndex } : null;
}

/** The table that a line opens. */
export function tableAt(text: string, at: number): string | null {
  TABLE.lastIndex = at;
  return TABLE.exec(text)?.[1]?.trim() ?? null;
}

/** The table that a line is in; empty for the top one. */
function tableOf(text: string, line: number, header: OpenHeader): string {
  for (let at = line; at > header.start;) {
    at = lineStart(text, at - 1, header.start);
    const table = tableAt(text, at);
    if (table !== null) {
      return table;
    }
  }
  return '';
}

function pathOf(name: string, table: string): string {
  const path = table === '' ? name : `${table}.${name}`;
  return path.startsWith(`${TAXONOMY_TABLE}.`) ? path.slice(TAXONOMY_TABLE.length + 1) : path;
}
