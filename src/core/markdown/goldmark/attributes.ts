import type { Token } from 'markdown-it';

export type Attribute = readonly [name: string, value: string];

/** A list of attributes, and where it ends. */
export interface Attributes {
  readonly list: readonly Attribute[];
  readonly end: number;
}

/** How deep lists of attributes may stand in each other. */
const MAX_DEPTH = 20;

const NAME = /[a-zA-Z_:][\w:.-]*/y;
/** What an id or a class may hold: no ASCII punctuation but these four. */
const SHORT = /[^\s!-,/;-@[-^`{-~]*/y;
const NUMBER = /[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d*)?/y;
const SPACE = /\s*/y;
const STRING = /"((?:[^"\\]|\\[^])*)"/y;

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Reads `{#id .class name="value"}` as goldmark does (parser/attribute.go, ParseAttributes); null for what is no such list. */
export function parseAttributes(text: string, at: number): Attributes | null {
  const reader = new Reader(text, at);
  const list = reader.attributes(0);
  return list && { list, end: reader.at };
}

class Reader {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  attributes(depth: number): Attribute[] | null {
    this.take(SPACE);
    if (this.text[this.at] !== '{' || depth > MAX_DEPTH) {
      return null;
    }
    this.at++;
    const attributes = new Map<string, string>();
    while (this.text[this.at] !== '}') {
      const attribute = this.attribute(depth);
      if (!attribute) {
        return null;
      }
      const [name, value] = attribute;
      const before = attributes.get(name);
      attributes.set(name, name === 'class' && before !== undefined ? `${before} ${value}` : value);
      this.take(SPACE);
      if (this.text[this.at] === ',') {
        this.at++;
        this.take(SPACE);
      }
    }
    this.at++;
    return [...attributes];
  }

  private attribute(depth: number): Attribute | null {
    this.take(SPACE);
    const mark = this.text[this.at];
    if (mark === '#' || mark === '.') {
      this.at++;
      return [mark === '#' ? 'id' : 'class', this.take(SHORT) ?? ''];
    }
    const name = this.take(NAME);
    this.take(SPACE);
    if (name === null || this.text[this.at] !== '=') {
      return null;
    }
    this.at++;
    const value = this.value(depth);
    return value === null || (name === 'class' && !value.isText)
      ? null
      : [name, value.isText ? value.text : ''];
  }

  /** Of what is no text, nothing is written. */
  private value(depth: number): { text: string; isText: boolean } | null {
    this.take(SPACE);
    const mark = this.text.charAt(this.at);
    if (mark === '{') {
      return this.attributes(depth + 1) && { text: '', isText: false };
    }
    if (mark === '[') {
      return this.array(depth + 1) ? { text: '', isText: false } : null;
    }
    if (mark === '"') {
      const written = this.take(STRING);
      const text = written
        ?.slice(1, -1)
        .replace(/\\(["/\\bfnrt])/g, (_whole, escaped: string) => ESCAPES[escaped] ?? escaped);
      return text === undefined ? null : { text, isText: true };
    }
    if (/[-+\d]/.test(mark)) {
      const number = this.take(NUMBER);
      return number === null || /[eE][+-]?$/.test(number) ? null : { text: '', isText: false };
    }
    const word = this.take(NAME);
    return word === null ? null : { text: word, isText: !/^(?:true|false|null)$/.test(word) };
  }

  private array(depth: number): boolean {
    this.at++;
    for (let index = 0; depth <= MAX_DEPTH; index++) {
      const comma = index > 0 && this.text[this.at] === ',';
      if (comma) {
        this.at++;
      } else if (this.text[this.at] === ']') {
        this.at++;
        return true;
      }
      if (this.value(depth) === null) {
        return false;
      }
      this.take(SPACE);
    }
    return false;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.at += found?.[0].length ?? 0;
    return found?.[0] ?? null;
  }
}

/** What may stand in HTML as it is: an id, classes. */
const HARMLESS = /^[\w .:-]*$/;

/**
 * Gives a block attributes of the note.
 * @param env is told where they may not be shown as they are; see page.ts
 */
export function setAttributes(
  token: Token,
  attributes: readonly Attribute[],
  env: { isRaw?: boolean },
): void {
  for (const [name, value] of attributes) {
    if (!name.startsWith('on')) {
      env.isRaw ||= !((name === 'id' || name === 'class') && HARMLESS.test(value));
      token.attrSet(name, value);
    }
  }
}
