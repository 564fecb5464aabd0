import { lineEnd, nextLine } from '../frontMatter/fence';
import type { ValueContext, ValueFields } from './valueContext';
import { flowContext } from './flow';
import { endOfField, lineEndWithin, lineStart } from './header';
import type { OpenHeader } from './header';
import { contextOf, isComment, readPiece, replacedRange } from './piece';
import type { Piece } from './piece';
import { stringContext } from './stringContext';

/** A key with its colon. A dash or an indicator starts no key that matters here. */
const KEY =
  /([ \t]*)(?:"([^"\n]*)"[ \t]*|'([^'\n]*)'[ \t]*|([^\s"'#[\]{},:&*!|>%@`?-][^:#\n]*)):(?=[ \t\r\n]|$)/y;

/** A dash with the blanks behind it. */
const DASH = /[ \t]*-(?:[ \t]+|(?=\r?\n|$))/y;

interface Owner<F> {
  readonly field: F;
  /** The offset behind the colon. */
  readonly colon: number;
}

/** Finds the value at a cursor in a YAML header, which need not parse. */
export function yamlContext<F extends string>(
  text: string,
  offset: number,
  header: OpenHeader,
  fields: ValueFields<F>,
): ValueContext<F> | null {
  const indent = indentOfFields(text, header);
  const startsField = (at: number) => (keyAt(text, at)?.indent ?? Infinity) <= indent;
  const owner = ownerOf(text, offset, header, startsField, fields);
  if (!owner || offset <= owner.colon) {
    return null;
  }
  const { field, colon } = owner;
  const keyLineEnd = lineEndWithin(text, colon, header.end);
  const end = endOfField(text, colon, header, offset, startsField);
  const value = firstContent(text, colon, end);
  if (value === null) {
    // Nothing but blanks, and perhaps a comment behind the cursor.
    const blank = offset <= keyLineEnd && text.slice(colon, offset).trim() === '';
    const range = { start: offset, end: offset };
    return blank ? contextOf(text, offset, { format: 'yaml', form: 'none', field, range }, null, []) : null;
  }
  if (text[value] === '[') {
    return flowContext(text, offset, { start: value, end }, 'yaml', field);
  }
  if (isDash(text, value, header)) {
    return blockContext(text, offset, { start: nextLine(text, keyLineEnd), end }, field);
  }
  // A string that goes on below its line is left alone.
  if (value > keyLineEnd || offset > keyLineEnd || firstContent(text, keyLineEnd, end) !== null) {
    return null;
  }
  const piece = readPiece(text, value, keyLineEnd, { format: 'yaml', flow: false });
  return stringContext(text, offset, piece, { format: 'yaml', field }, fields.separator(field));
}

/** The key with its colon that a line starts with. */
export function keyAt(text: string, at: number): { indent: number; name: string; end: number } | null {
  KEY.lastIndex = at;
  const match = KEY.exec(text);
  return match
    ? {
        indent: match[1]?.length ?? 0,
        name: match[2] ?? match[3] ?? match[4]?.trimEnd() ?? '',
        end: KEY.lastIndex,
      }
    : null;
}

/** How far the fields are indented: as far as the first line that says something. */
export function indentOfFields(text: string, header: OpenHeader): number {
  const first = /^(?:[ \t]*(?:#.*)?\r?\n)*([ \t]*)/.exec(text.slice(header.start, header.start + 2000));
  return first?.[1]?.length ?? 0;
}

function ownerOf<F extends string>(
  text: string,
  offset: number,
  header: OpenHeader,
  startsField: (at: number) => boolean,
  fields: ValueFields<F>,
): Owner<F> | null {
  let at = lineStart(text, offset, header.start);
  while (!startsField(at)) {
    if (at <= header.start) {
      return null;
    }
    at = lineStart(text, at - 1, header.start);
  }
  const key = keyAt(text, at);
  const field = key && fields.named(key.name);
  return key && field ? { field, colon: key.end } : null;
}

/** The offset of the first character that is neither blank nor in a comment; null where there is none. */
function firstContent(text: string, from: number, to: number): number | null {
  for (let at = from; at < to; at++) {
    if (isComment(text, at, 'yaml')) {
      at = lineEnd(text, at);
    } else if (!/\s/.test(text[at] ?? '')) {
      return at;
    }
  }
  return null;
}

function isDash(text: string, at: number, header: OpenHeader): boolean {
  DASH.lastIndex = lineStart(text, at, header.start);
  return DASH.test(text) && text[at] === '-';
}

/** One value a line, each behind a dash. */
function blockContext<F extends string>(
  text: string,
  offset: number,
  list: { start: number; end: number },
  field: F,
): ValueContext<F> | null {
  const others: Piece[] = [];
  let own: { piece: Piece | null } | null = null;
  for (let at = list.start; at < list.end;) {
    const end = lineEndWithin(text, at, list.end);
    DASH.lastIndex = at;
    if (DASH.test(text) && DASH.lastIndex <= end) {
      const start = DASH.lastIndex;
      const empty = start >= end || isComment(text, start, 'yaml');
      const piece = empty ? null : readPiece(text, start, end, { format: 'yaml', flow: false });
      if (offset >= at && offset <= end) {
        const afterBlank = text[start - 1] !== '-';
        const inReach = empty ? offset > text.indexOf('-', at) + 1 && offset <= start : afterBlank;
        if (!inReach || (piece && /^-(?:\s|$)/.test(piece.text))) {
          return null;
        }
        own = { piece };
      } else if (piece) {
        others.push(piece);
      }
    }
    const next = nextLine(text, end);
    if (next <= at) {
      break;
    }
    at = next;
  }
  if (!own) {
    return null;
  }
  const range = own.piece ? replacedRange(text, own.piece, offset) : { start: offset, end: offset };
  return range && contextOf(text, offset, { format: 'yaml', form: 'block', field, range }, own.piece, others);
}
