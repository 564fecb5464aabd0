import type { Cursor } from './cursor';
import { isBlank, isBreak } from './cursor';
import { tell } from './failure';

/** A scalar as it was read. */
export interface ScalarText {
  readonly text: string;
  readonly end: number;
}

/** Line ends and blanks between two parts of a scalar, folded as YAML folds them. */
class Gap {
  blanks = '';
  first = '';
  rest = '';
  hasBreak = false;

  /** Takes one blank or line end. */
  take(cursor: Cursor): void {
    if (cursor.isBlank()) {
      if (!this.hasBreak) {
        this.blanks += cursor.source[cursor.at] ?? '';
      }
      cursor.skip();
    } else if (this.hasBreak) {
      this.rest += cursor.takeBreak();
    } else {
      this.blanks = '';
      this.first = cursor.takeBreak();
      this.hasBreak = true;
    }
  }

  /** What it comes to; it is empty then. */
  flush(): string {
    const folded = !this.hasBreak
      ? this.blanks
      : this.first === '\n'
        ? this.rest || ' '
        : this.first + this.rest;
    this.blanks = this.first = this.rest = '';
    this.hasBreak = false;
    return folded;
  }
}

/** What ends a plain scalar inside brackets, and what may not follow a colon in it there. */
const FLOW_ENDS = new Set(',[]{}');
const NOT_BEHIND_COLON = new Set(',?[]{}');

/**
 * Reads a plain scalar (yaml_parser_scan_plain_scalar).
 * @param indent the column at which its further lines must start
 * @returns with `broken` where it ends behind a line end, so that a key may follow
 */
export function scanPlain(
  cursor: Cursor,
  indent: number,
  inFlow: boolean,
): ScalarText & { readonly broken: boolean } {
  const { source } = cursor;
  const start = cursor.at;
  const gap = new Gap();
  let text = '';
  let end = start;
  while (!cursor.isDocumentMark() && !cursor.is('#')) {
    const from = cursor.at;
    let at = from;
    for (; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (isBlank(code) || isBreak(code)) {
        break;
      }
      if (code === 0x3a) {
        const next = source.charCodeAt(at + 1);
        if (inFlow && NOT_BEHIND_COLON.has(source[at + 1] ?? '')) {
          tell("found unexpected ':'", 'while scanning a plain scalar', start, at);
        }
        if (isBlank(next) || isBreak(next) || Number.isNaN(next)) {
          break;
        }
      } else if (inFlow && FLOW_ENDS.has(source[at] ?? '')) {
        break;
      }
    }
    if (at > from) {
      text += gap.flush() + source.slice(from, at);
      cursor.at = end = at;
    }
    if (!cursor.isBlank() && !cursor.isBreak()) {
      break;
    }
    while (cursor.isBlank() || cursor.isBreak()) {
      if (gap.hasBreak && cursor.column < indent && cursor.isTab()) {
        tell(
          'found a tab character that violates indentation',
          'while scanning a plain scalar',
          start,
          cursor.at,
        );
      }
      gap.take(cursor);
    }
    if (!inFlow && cursor.column < indent) {
      break;
    }
  }
  return { text, end, broken: gap.hasBreak };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0', a: '\x07', b: '\b', t: '\t', '\t': '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b',
  ' ': ' ', '"': '"', '/': '/', '\\': '\\', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029',
}; // prettier-ignore

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a scalar in quotes (yaml_parser_scan_flow_scalar). */
export function scanQuoted(cursor: Cursor, quote: '"' | "'"): ScalarText {
  const start = cursor.at;
  const doing = 'while scanning a quoted scalar';
  cursor.skip();
  const gap = new Gap();
  let text = '';
  for (;;) {
    if (cursor.isDocumentMark()) {
      tell('found unexpected document indicator', doing, start, cursor.at);
    }
    if (cursor.isEnd()) {
      tell('found unexpected end of stream', doing, start, cursor.at);
    }
    let joined = false;
    while (!cursor.isBlankOrEnd()) {
      const from = cursor.at;
      if (cursor.is(quote)) {
        if (quote === '"' || !cursor.is(quote, 1)) {
          break;
        }
        text += quote;
        cursor.skip(2);
      } else if (quote === '"' && cursor.is('\\')) {
        if (cursor.isBreak(1)) {
          cursor.skip();
          cursor.takeBreak();
          joined = true;
          break;
        }
        text += escaped(cursor, start);
      } else {
        do {
          cursor.skip();
        } while (!cursor.isBlankOrEnd() && !cursor.is(quote) && !cursor.is('\\'));
        text += cursor.source.slice(from, cursor.at);
      }
    }
    if (cursor.is(quote)) {
      break;
    }
    // Behind a line end that a backslash takes away only further line ends count.
    gap.hasBreak = joined;
    while (cursor.isBlank() || cursor.isBreak()) {
      gap.take(cursor);
    }
    text += gap.flush();
  }
  cursor.skip();
  return { text, end: cursor.at };
}

function escaped(cursor: Cursor, start: number): string {
  const doing = 'while parsing a quoted scalar';
  const letter = cursor.source[cursor.at + 1] ?? '';
  const simple = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  if (simple !== undefined) {
    cursor.skip(2);
    return simple;
  }
  const length = Object.hasOwn(HEX_LENGTHS, letter) ? HEX_LENGTHS[letter] : undefined;
  if (length === undefined) {
    return tell('found unknown escape character', doing, start, cursor.at);
  }
  const hex = cursor.source.slice(cursor.at + 2, cursor.at + 2 + length);
  if (hex.length < length || !/^[0-9a-fA-F]+$/.test(hex)) {
    return tell('did not find expected hexdecimal number', doing, start, cursor.at);
  }
  const code = parseInt(hex, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    return tell('found invalid Unicode character escape code', doing, start, cursor.at);
  }
  cursor.skip(2 + length);
  return String.fromCodePoint(code);
}

/**
 * Reads a literal or folded block (yaml_parser_scan_block_scalar).
 * @param parent the indentation of what it stands in; -1 at the top
 */
export function scanBlock(cursor: Cursor, parent: number): ScalarText {
  const start = cursor.at;
  const doing = 'while scanning a block scalar';
  const isLiteral = cursor.is('|');
  cursor.skip();
  const { chomping, increment } = blockHeader(cursor, start, doing);
  cursor.takeRestOfLine(start, doing);
  const lines = new BlockLines(cursor, start, parent, increment);
  let end = cursor.at;
  let text = '';
  let lineBreak = '';
  let wasBlank = false;
  lines.takeBreaks();
  while (cursor.column === lines.indent && !cursor.isEnd()) {
    const blank = cursor.isBlank();
    if (!isLiteral && lineBreak.startsWith('\n') && !wasBlank && !blank) {
      text += lines.breaks || ' ';
    } else {
      text += lineBreak + lines.breaks;
    }
    wasBlank = blank;
    const from = cursor.at;
    cursor.skipToBreak();
    text += cursor.source.slice(from, cursor.at);
    end = cursor.at;
    lineBreak = cursor.isBreak() ? cursor.takeBreak() : '';
    lines.takeBreaks();
  }
  if (chomping !== '-') {
    text += lineBreak;
  }
  if (chomping === '+') {
    text += lines.breaks;
  }
  return { text, end };
}

function blockHeader(cursor: Cursor, start: number, doing: string) {
  let chomping = '';
  let increment = 0;
  for (let part = 0; part < 2; part++) {
    const character = cursor.source[cursor.at] ?? '';
    if (chomping === '' && (character === '+' || character === '-')) {
      chomping = character;
      cursor.skip();
    } else if (increment === 0 && /^\d$/.test(character)) {
      if (character === '0') {
        tell('found an indentation indicator equal to 0', doing, start, cursor.at);
      }
      increment = Number(character);
      cursor.skip();
    }
  }
  return { chomping, increment };
}

/** The indentation of a block, which its first line with text tells, and the empty lines before a line. */
class BlockLines {
  breaks = '';
  indent: number;

  constructor(
    readonly cursor: Cursor,
    readonly start: number,
    readonly parent: number,
    increment: number,
  ) {
    this.indent = increment > 0 ? Math.max(parent, 0) + increment : 0;
  }

  takeBreaks(): void {
    const { cursor } = this;
    this.breaks = '';
    let widest = 0;
    for (;;) {
      while ((this.indent === 0 || cursor.column < this.indent) && cursor.isSpace()) {
        cursor.skip();
      }
      widest = Math.max(widest, cursor.column);
      if ((this.indent === 0 || cursor.column < this.indent) && cursor.isTab()) {
        tell(
          'found a tab character where an indentation space is expected',
          'while scanning a block scalar',
          this.start,
          cursor.at,
        );
      }
      if (!cursor.isBreak()) {
        break;
      }
      this.breaks += cursor.takeBreak();
    }
    if (this.indent === 0) {
      this.indent = Math.max(widest, this.parent + 1, 1);
    }
  }
}
