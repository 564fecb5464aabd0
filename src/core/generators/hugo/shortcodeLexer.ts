import type { Range } from '../../text';

/** A shortcode's tag: `{{< name "a" >}}`, `{{% name %}}`, `{{< /name >}}`, `{{< name />}}`. */
export interface Tag {
  readonly kind: 'tag';
  readonly range: Range;
  readonly name: string;
  /** `{{% %}}`: what it makes is Markdown. */
  readonly markup: boolean;
  /** `open` may also be all there is. */
  readonly role: 'open' | 'close' | 'self-closing';
  /** Behind names, and `0`, `1`… for those without one. */
  readonly params: ReadonlyMap<string, string>;
}

/** A shortcode with comment marks inside its brackets shows as it is written, without the marks. */
export interface Escaped {
  readonly kind: 'escaped';
  readonly range: Range;
  readonly text: string;
}

/** What was found in a text, up to its end or to where Hugo gives up. */
export interface Lexed {
  readonly tokens: readonly (Tag | Escaped)[];
  readonly error: Range | null;
}

const SPACE = /[ \t\r\n]/;
const LETTER = /[\p{L}\p{Nd}_]/u;

/**
 * Finds the shortcodes in a text, wherever they stand: in code and comments too (parser/pageparser/pagelexer_shortcode.go).
 * @param start where the body starts
 */
export function lexShortcodes(text: string, start: number): Lexed {
  const tokens: (Tag | Escaped)[] = [];
  const lexer = new Lexer(text);
  for (let at = text.indexOf('{{', start); at >= 0; at = text.indexOf('{{', at)) {
    const mark = text[at + 2];
    if (mark !== '<' && mark !== '%') {
      at++;
      continue;
    }
    const token = text.startsWith('/*', at + 3) ? escaped(text, at) : lexer.tag(at);
    if (!token) {
      return { tokens, error: { start: at, end: at + 3 } };
    }
    tokens.push(token);
    at = token.range.end;
  }
  return { tokens, error: null };
}

function escaped(text: string, start: number): Escaped | null {
  const mark = text.slice(start, start + 3);
  const right = mark === '{{<' ? '>}}' : '%}}';
  const close = text.indexOf(`*/${right}`, start + 3);
  return close <= start + 4
    ? null
    : {
        kind: 'escaped',
        range: { start, end: close + 5 },
        text: mark + text.slice(start + 5, close) + right,
      };
}

/** Reads tags one after the other; which names were opened so far decides which may be closed. */
class Lexer {
  readonly #opened = new Set<string>();
  #at = 0;
  #params = new Map<string, string>();
  /** 0: none yet; 1: without names; 2: with names. They cannot be mixed. */
  #paramKind = 0;

  constructor(readonly text: string) {}

  /** @returns null where Hugo gives up */
  tag(start: number): Tag | null {
    const { text } = this;
    const markup = text[start + 2] === '%';
    const right = markup ? '%}}' : '>}}';
    this.#at = start + 3;
    this.#params = new Map();
    this.#paramKind = 0;
    let name = '';
    let closing = false;
    while (!text.startsWith(right, this.#at)) {
      const character = this.#peek();
      if (SPACE.test(character)) {
        this.#at++;
      } else if (character === '=') {
        this.#at++;
        if (!this.#value()) {
          return null;
        }
      } else if (character === '/') {
        if (this.#opened.size === 0 && name === '') {
          return null;
        }
        closing = true;
        this.#at++;
      } else if (character === '\\') {
        this.#at++;
        if (/["`]/.test(this.#peek()) && !this.#param(true)) {
          return null;
        }
      } else if (
        name !== '' &&
        !(closing && LETTER.test(character)) &&
        /["`-]|[\p{L}\p{Nd}_]/u.test(character)
      ) {
        if (!this.#param(false)) {
          return null;
        }
      } else if (LETTER.test(character)) {
        const word = this.#name();
        if (word === null || (closing && !this.#opened.has(word))) {
          return null;
        }
        this.#opened.add(word);
        name = word;
        if (closing) {
          return this.#end(start, right, { name, markup, role: 'close' });
        }
      } else {
        return null;
      }
    }
    return name === ''
      ? null
      : this.#end(start, right, { name, markup, role: closing ? 'self-closing' : 'open' });
  }

  #end(start: number, right: string, tag: Pick<Tag, 'name' | 'markup' | 'role'>): Tag | null {
    while (/[ \t]/.test(this.#peek())) {
      this.#at++;
    }
    const end = this.#at + right.length;
    return this.text.startsWith(right, this.#at)
      ? { kind: 'tag', range: { start, end }, params: this.#params, ...tag }
      : null;
  }

  #peek(): string {
    const code = this.text.codePointAt(this.#at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  #while(allowed: RegExp): string {
    const start = this.#at;
    for (let next = this.#peek(); next !== '' && allowed.test(next); next = this.#peek()) {
      this.#at += next.length;
    }
    return this.text.slice(start, this.#at);
  }

  /** A slash makes a name space; a point is for shortcodes that are written in the text, `x.inline`. */
  #name(): string | null {
    const name = this.#while(/[\p{L}\p{Nd}_/-]/u);
    if (this.#peek() !== '.') {
      return name;
    }
    if (!this.text.startsWith('.inline ', this.#at)) {
      return null;
    }
    this.#at += '.inline'.length;
    return `${name}.inline`;
  }

  /** A parameter's name, or one that has none. */
  #param(escapedQuote: boolean): boolean {
    const quote = this.#peek();
    if (quote === '"' || quote === '`') {
      if (this.#paramKind === 2 || (quote === '`' && escapedQuote)) {
        return false;
      }
      this.#paramKind = 1;
      const value = quote === '"' ? this.#quoted(!escapedQuote) : this.#raw();
      return this.#keep(value);
    }
    const word = this.#while(/[\p{L}\p{Nd}_.-]/u);
    const kind = this.#peek() === '=' ? 2 : 1;
    if (this.#paramKind !== 0 && this.#paramKind !== kind) {
      return false;
    }
    this.#paramKind = kind;
    if (kind === 2) {
      this.#params.set(word, '');
      return true;
    }
    return this.#keep(word);
  }

  #keep(value: string | null): boolean {
    if (value !== null) {
      this.#params.set(String(this.#params.size), value);
    }
    return value !== null;
  }

  /** What stands behind `=`; without quotes it goes on to the next blank. */
  #value(): boolean {
    this.#while(/\s/);
    const quote = this.#peek();
    const value =
      quote === '"' || quote === '\\'
        ? this.#quoted(quote !== '\\')
        : quote === '`'
          ? this.#raw()
          : this.#while(/\S/);
    const name = [...this.#params.keys()].at(-1);
    if (value !== null && name !== undefined) {
      this.#params.set(name, value);
    }
    return value !== null;
  }

  #raw(): string | null {
    const end = this.text.indexOf('`', this.#at + 1);
    if (end < 0) {
      return null;
    }
    const value = this.text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return value;
  }

  /** @param escapes `\"` is a quote in it; else it ends it */
  #quoted(escapes: boolean): string | null {
    const open = this.text.indexOf('"', this.#at);
    for (let at = open + 1; open >= 0 && at < this.text.length; at++) {
      const character = this.text[at];
      const next = this.text[at + 1];
      if (character === '\n' || (character === '\\' && next === '`')) {
        return null;
      }
      if (character === '"' || (character === '\\' && next === '"' && !escapes)) {
        this.#at = at + (character === '"' ? 1 : 2);
        return this.text.slice(open + 1, at).replaceAll('\\"', '"');
      }
      if (character === '\\' && next === '"') {
        at++;
      }
    }
    return null;
  }
}
