import { Cursor } from './cursor';
import { tell } from './failure';
import { scanAnchor, scanHandle, scanTag, scanUri } from './properties';
import type { Tag } from './properties';
import { scanBlock, scanPlain, scanQuoted } from './scalars';

export type TokenType =
  | 'stream-end' | 'directive' | 'document-start' | 'document-end'
  | 'block-sequence' | 'block-mapping' | 'block-end'
  | '[' | ']' | '{' | '}' | ',' | '-' | '?' | ':'
  | 'alias' | 'anchor' | 'tag' | 'scalar'; // prettier-ignore

/** A token with its place in the source. `text` is a scalar's text, or a name. */
export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly style: ScalarStyle;
  readonly tag: Tag | null;
}

type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** Tokens of one shape are read fastest, and most of what is read here are tokens. */
function token(
  type: TokenType,
  start: number,
  end: number,
  text = '',
  style: ScalarStyle = 'plain',
  tag: Tag | null = null,
): Token {
  return { type, start, end, text, style, tag };
}

/** A token that is a key if a colon follows on its line. */
interface PossibleKey {
  /** Which token it is, counted from the first one. */
  readonly number: number;
  /** How many brackets it stands in; one key is possible on each level. */
  readonly level: number;
  /** It starts a line of a block mapping: what stands there can be nothing else. */
  readonly isRequired: boolean;
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/** How far behind its start a key's colon may stand. */
const MAX_KEY = 1024;

/**
 * Takes a source apart as libyaml does (src/scanner.c), with its tolerance: values in quotes or brackets may go on at
 * any column, tabs may stand wherever no key can start.
 */
export class Scanner {
  readonly #cursor: Cursor;
  #tokens: Token[] = [];
  #next = 0;
  #parsed = 0;
  #isDone = false;
  /** A simple key may start here. */
  #allowsKey = true;
  /** From the outermost brackets inwards, which is the order in which they stand, too. */
  readonly #keys: PossibleKey[] = [];
  #level = 0;
  #indent = -1;
  #indents: number[] = [];

  constructor(source: string) {
    this.#cursor = new Cursor(source);
  }

  get #inFlow(): boolean {
    return this.#level > 0;
  }

  /** The next token, which stays the next one. */
  peek(): Token {
    while (this.#needsMore()) {
      this.#fetch();
    }
    return this.#tokens[this.#next] ?? token('stream-end', this.#cursor.at, this.#cursor.at);
  }

  take(): Token {
    const taken = this.peek();
    this.#next++;
    this.#parsed++;
    if (this.#next > 1000) {
      this.#tokens = this.#tokens.slice(this.#next);
      this.#next = 0;
    }
    return taken;
  }

  #needsMore(): boolean {
    if (this.#isDone) {
      return false;
    }
    if (this.#next >= this.#tokens.length) {
      return true;
    }
    // A colon may yet make a key of the token at the head.
    this.#dropStaleKeys();
    return this.#keys[0]?.number === this.#parsed;
  }

  /** A key must be on one line and short. */
  #dropStaleKeys(): void {
    const { line, at } = this.#cursor;
    for (let key = this.#keys[0]; key && (key.line < line || key.at + MAX_KEY < at); key = this.#keys[0]) {
      this.#require(key);
      this.#keys.shift();
    }
  }

  /** Drops what may be a key on this level. */
  #dropKey(): void {
    const key = this.#keys.at(-1);
    if (key?.level === this.#level) {
      this.#require(key);
      this.#keys.pop();
    }
  }

  #require(key: PossibleKey): void {
    if (key.isRequired) {
      tell("could not find expected ':'", 'while scanning a simple key', key.at, this.#cursor.at);
    }
  }

  #saveKey(): void {
    const { at, line, column } = this.#cursor;
    if (this.#allowsKey) {
      this.#dropKey();
      const number = this.#parsed + this.#tokens.length - this.#next;
      const isRequired = !this.#inFlow && this.#indent === column;
      this.#keys.push({ number, level: this.#level, isRequired, at, line, column });
    }
  }

  #push(type: TokenType, length = 0): void {
    const start = this.#cursor.at;
    this.#cursor.skip(length);
    this.#tokens.push(token(type, start, this.#cursor.at));
  }

  /** Puts a token before the one of a number. */
  #insert(number: number, inserted: Token): void {
    this.#tokens.splice(this.#next + number - this.#parsed, 0, inserted);
  }

  /** A block starts where something stands further in. */
  #rollIndent(column: number, type: TokenType, at: number, number?: number): void {
    if (this.#inFlow || this.#indent >= column) {
      return;
    }
    this.#indents.push(this.#indent);
    this.#indent = column;
    if (number === undefined) {
      this.#tokens.push(token(type, at, at));
    } else {
      this.#insert(number, token(type, at, at));
    }
  }

  #unrollIndent(column: number): void {
    while (!this.#inFlow && this.#indent > column) {
      this.#push('block-end');
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  #fetch(): void {
    const cursor = this.#cursor;
    this.#skipToToken();
    this.#dropStaleKeys();
    this.#unrollIndent(cursor.column);
    const character = cursor.source[cursor.at];
    if (character === undefined) {
      this.#endBlocks();
      this.#isDone = true;
      this.#push('stream-end');
      return;
    }
    if (character === '%' && cursor.column === 0) {
      this.#endBlocks();
      this.#directive();
      return;
    }
    if ((character === '-' || character === '.') && cursor.isDocumentMark()) {
      this.#endBlocks();
      this.#push(character === '-' ? 'document-start' : 'document-end', 3);
      return;
    }
    switch (character) {
      case '[':
      case '{':
        this.#saveKey();
        this.#level++;
        this.#allowsKey = true;
        this.#push(character, 1);
        return;
      case ']':
      case '}':
        this.#dropKey();
        this.#level = Math.max(0, this.#level - 1);
        this.#allowsKey = false;
        this.#push(character, 1);
        return;
      case ',':
        this.#dropKey();
        this.#allowsKey = true;
        this.#push(character, 1);
        return;
      case '*':
      case '&':
        this.#property(character === '*' ? 'alias' : 'anchor');
        return;
      case '!':
        this.#property('tag');
        return;
      case '"':
      case "'":
        this.#quoted(character);
        return;
      case '-':
        if (cursor.isBlankOrEnd(1)) {
          this.#blockEntry();
          return;
        }
        break;
      case '?':
        if (this.#inFlow || cursor.isBlankOrEnd(1)) {
          this.#complexKey();
          return;
        }
        break;
      case ':':
        if (this.#inFlow || cursor.isBlankOrEnd(1)) {
          this.#value();
          return;
        }
        break;
      case '|':
      case '>':
        if (!this.#inFlow) {
          this.#block();
          return;
        }
        break;
    }
    if (!this.#startsPlain(character)) {
      tell(
        'found character that cannot start any token',
        'while scanning for the next token',
        cursor.at,
        cursor.at,
      );
    }
    this.#plain();
  }

  #startsPlain(character: string): boolean {
    if (character === '-') {
      return !this.#cursor.isBlank(1);
    }
    if (character === '?' || character === ':') {
      return !this.#inFlow && !this.#cursor.isBlankOrEnd(1);
    }
    return !'\t,[]{}#&*!|>\'"%@`'.includes(character);
  }

  /** Blanks, comments and line ends. */
  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      while (cursor.isSpace() || ((this.#inFlow || !this.#allowsKey) && cursor.isTab())) {
        cursor.skip();
      }
      if (cursor.is('#')) {
        cursor.skipToBreak();
      }
      if (!cursor.isBreak()) {
        return;
      }
      cursor.takeBreak();
      if (!this.#inFlow) {
        this.#allowsKey = true;
      }
    }
  }

  /** All blocks end before a directive, a document's mark and the end. */
  #endBlocks(): void {
    this.#unrollIndent(-1);
    this.#dropKey();
    this.#allowsKey = false;
  }

  #blockEntry(): void {
    const { column, at } = this.#cursor;
    if (!this.#inFlow) {
      if (!this.#allowsKey) {
        tell('block sequence entries are not allowed in this context', '', at, at);
      }
      this.#rollIndent(column, 'block-sequence', at);
    }
    this.#dropKey();
    this.#allowsKey = true;
    this.#push('-', 1);
  }

  #complexKey(): void {
    const { column, at } = this.#cursor;
    if (!this.#inFlow) {
      if (!this.#allowsKey) {
        tell('mapping keys are not allowed in this context', '', at, at);
      }
      this.#rollIndent(column, 'block-mapping', at);
    }
    this.#dropKey();
    this.#allowsKey = !this.#inFlow;
    this.#push('?', 1);
  }

  #value(): void {
    const { column, at } = this.#cursor;
    const key = this.#keys.at(-1);
    if (key?.level === this.#level) {
      this.#insert(key.number, token('?', key.at, key.at));
      this.#rollIndent(key.column, 'block-mapping', key.at, key.number);
      this.#keys.pop();
      this.#allowsKey = false;
    } else {
      if (!this.#inFlow) {
        if (!this.#allowsKey) {
          tell('mapping values are not allowed in this context', '', at, at);
        }
        this.#rollIndent(column, 'block-mapping', at);
      }
      this.#allowsKey = !this.#inFlow;
    }
    this.#push(':', 1);
  }

  #property(type: 'alias' | 'anchor' | 'tag'): void {
    this.#saveKey();
    this.#allowsKey = false;
    const start = this.#cursor.at;
    if (type === 'tag') {
      const tag = scanTag(this.#cursor, this.#inFlow);
      this.#tokens.push(token(type, start, this.#cursor.at, '', 'plain', tag));
    } else {
      const text = scanAnchor(this.#cursor);
      this.#tokens.push(token(type, start, this.#cursor.at, text));
    }
  }

  #quoted(quote: '"' | "'"): void {
    this.#saveKey();
    this.#allowsKey = false;
    const start = this.#cursor.at;
    const { text, end } = scanQuoted(this.#cursor, quote);
    this.#tokens.push(token('scalar', start, end, text, quote === '"' ? 'double' : 'single'));
  }

  #block(): void {
    this.#dropKey();
    this.#allowsKey = true;
    const start = this.#cursor.at;
    const { text, end } = scanBlock(this.#cursor, this.#indent);
    this.#tokens.push(token('scalar', start, end, text, 'block'));
  }

  #plain(): void {
    this.#saveKey();
    this.#allowsKey = false;
    const start = this.#cursor.at;
    const { text, end, broken } = scanPlain(this.#cursor, this.#indent + 1, this.#inFlow);
    if (broken) {
      this.#allowsKey = true;
    }
    this.#tokens.push(token('scalar', start, end, text));
  }

  /** `%YAML 1.2`, `%TAG ! tag:…`: nothing else is known. */
  #directive(): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    const doing = 'while scanning a directive';
    cursor.skip();
    const name = cursor.takeName();
    if (name === '') {
      tell('could not find expected directive name', doing, start, cursor.at);
    }
    if (!cursor.isBlankOrEnd()) {
      tell('found unexpected non-alphabetical character', doing, start, cursor.at);
    }
    if (name === 'YAML') {
      cursor.skipBlanks();
      const version = /^\d{1,9}\.\d{1,9}/.exec(cursor.source.slice(cursor.at, cursor.at + 20))?.[0];
      if (version === undefined) {
        tell('did not find expected version number', doing, start, cursor.at);
      } else {
        cursor.skip(version.length);
      }
    } else if (name === 'TAG') {
      cursor.skipBlanks();
      const handle = cursor.is('!') ? scanHandle(cursor) : '';
      if (!handle.endsWith('!') || !cursor.isBlank()) {
        tell("did not find expected '!'", doing, start, cursor.at);
      }
      cursor.skipBlanks();
      scanUri(cursor, start, true, '');
      if (!cursor.isBlankOrEnd()) {
        tell('did not find expected whitespace or line break', doing, start, cursor.at);
      }
    } else {
      tell('found unknown directive name', doing, start, cursor.at);
    }
    cursor.takeRestOfLine(start, doing);
    this.#tokens.push(token('directive', start, cursor.at));
  }
}
