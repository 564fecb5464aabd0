import type { RawList, RawMap, RawNode, RawScalar } from './parser';

const LF = 0x0a;
const SPACE = 0x20;
const DOUBLE = 0x22;
const HASH = 0x23;
const SINGLE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;

const START = '---\n';

/** Line ends other than `\n`, those of Windows too, and blanks that are no spaces. */
const UNUSUAL = /[\t\r\x85\u2028\u2029]/;

/**
 * Reads the YAML that nearly all headers are: a key at the start of each line, and behind it one value on that line, or
 * a list of such values in brackets or on lines of their own. The parser reads the same from it, and takes five times
 * as long.
 * @returns null for all other YAML, and all that is none: that is for the parser
 */
export function readSimple(source: string): RawNode | null {
  return UNUSUAL.test(source) ? null : new SimpleReader(source).read();
}

/** Each part returns the offset behind it; -1 where it is not simple. */
class SimpleReader {
  readonly #children: RawNode[] = [];

  constructor(readonly source: string) {}

  read(): RawNode | null {
    const { source } = this;
    let at = source.startsWith(START) ? START.length : 0;
    let start = -1;
    while (at >= 0 && at < source.length) {
      const code = source.charCodeAt(at);
      if (code === LF) {
        at++;
      } else if (code === HASH) {
        at = this.#lineEnd(at) + 1;
      } else {
        start = start < 0 ? at : start;
        at = this.#field(at);
      }
    }
    const last = this.#children.at(-1);
    if (at < 0 || !last) {
      return null;
    }
    const map: RawMap = {
      kind: 'map',
      flow: false,
      children: this.#children,
      anchor: null,
      tag: null,
      start,
      end: last.end,
    };
    return map;
  }

  #field(start: number): number {
    const { source } = this;
    let colon = start;
    while (isWord(source.charCodeAt(colon), colon === start)) {
      colon++;
    }
    const next = source.charCodeAt(colon + 1);
    // A key may not be longer than 1024, and none that people write is.
    if (
      colon === start ||
      colon > start + 100 ||
      source.charCodeAt(colon) !== COLON ||
      !(next === SPACE || next === LF || Number.isNaN(next))
    ) {
      return -1;
    }
    this.#children.push(scalar(source.slice(start, colon), 'plain', start, colon));
    const at = this.#skipSpaces(colon + 1);
    switch (source.charCodeAt(at)) {
      case LF:
        return this.#blockList(at + 1, colon + 1);
      case OPEN:
        return this.#flowList(at);
      default:
        if (at >= source.length) {
          this.#children.push(empty(colon + 1));
          return at;
        }
        return this.#lineValue(at, this.#children);
    }
  }

  /** One value, up to behind the line's end. */
  #lineValue(at: number, values: RawNode[]): number {
    const { source } = this;
    const code = source.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) {
      const end = this.#quoted(at, code, values);
      return end < 0 ? -1 : this.#restOfLine(end);
    }
    if (!startsPlain(code)) {
      return -1;
    }
    let before = 0;
    let end = at;
    let here = at;
    for (; here < source.length; here++) {
      const next = source.charCodeAt(here);
      if (next === LF) {
        break;
      }
      if ((next === SPACE && before === COLON) || (next === HASH && before === SPACE)) {
        return -1;
      }
      if (next !== SPACE) {
        end = here + 1;
      }
      before = next;
    }
    if (source.charCodeAt(end - 1) === COLON) {
      return -1;
    }
    values.push(scalar(source.slice(at, end), 'plain', at, end));
    return here + 1;
  }

  #quoted(at: number, quote: number, values: RawNode[]): number {
    const { source } = this;
    for (let end = at + 1; end < source.length; end++) {
      const code = source.charCodeAt(end);
      if (code === quote) {
        if (quote === SINGLE && source.charCodeAt(end + 1) === SINGLE) {
          return -1;
        }
        values.push(scalar(source.slice(at + 1, end), quote === DOUBLE ? 'double' : 'single', at, end + 1));
        return end + 1;
      }
      if (code === LF || (code === BACKSLASH && quote === DOUBLE)) {
        return -1;
      }
    }
    return -1;
  }

  #flowList(start: number): number {
    const { source } = this;
    const items: RawNode[] = [];
    let at = this.#skipSpaces(start + 1);
    if (source.charCodeAt(at) !== CLOSE) {
      for (;;) {
        at = this.#flowItem(at, items);
        const code = at < 0 ? NaN : source.charCodeAt(at);
        if (code === CLOSE) {
          break;
        }
        if (code !== COMMA) {
          return -1;
        }
        at = this.#skipSpaces(at + 1);
      }
    }
    this.#children.push(list(true, items, start, at + 1));
    return this.#restOfLine(at + 1);
  }

  /** One item, up to the comma or bracket behind it. */
  #flowItem(at: number, items: RawNode[]): number {
    const { source } = this;
    const code = source.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) {
      const end = this.#quoted(at, code, items);
      return end < 0 ? -1 : this.#skipSpaces(end);
    }
    if (!startsPlain(code)) {
      return -1;
    }
    let before = 0;
    let end = at;
    for (let here = at; here < source.length; here++) {
      const next = source.charCodeAt(here);
      if (next === COMMA || next === CLOSE) {
        items.push(scalar(source.slice(at, end), 'plain', at, end));
        return here;
      }
      if (!isFlow(next) || (next === HASH && before === SPACE)) {
        return -1;
      }
      if (next !== SPACE) {
        end = here + 1;
      }
      before = next;
    }
    return -1;
  }

  /** A list below its key, each item on a line and at one column; or nothing, where there is none. */
  #blockList(from: number, colonEnd: number): number {
    const { source } = this;
    const items: RawNode[] = [];
    let at = from;
    let column = -1;
    let start = from;
    for (;;) {
      const dash = this.#skipSpaces(at);
      if (source.charCodeAt(dash) !== DASH || source.charCodeAt(dash + 1) !== SPACE) {
        // A line that goes in is something else, as is one that stands empty below an item.
        if (dash > at) {
          return -1;
        }
        break;
      }
      if (column < 0) {
        column = dash - at;
        start = dash;
      } else if (dash - at !== column) {
        return -1;
      }
      at = this.#lineValue(this.#skipSpaces(dash + 1), items);
      if (at < 0) {
        return -1;
      }
    }
    const last = items.at(-1);
    this.#children.push(last ? list(false, items, start, last.end) : empty(colonEnd));
    return at;
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.source.charCodeAt(at) === SPACE) {
      at++;
    }
    return at;
  }

  #restOfLine(from: number): number {
    const at = this.#skipSpaces(from);
    return at >= this.source.length || this.source.charCodeAt(at) === LF ? at + 1 : -1;
  }

  #lineEnd(from: number): number {
    const end = this.source.indexOf('\n', from);
    return end < 0 ? this.source.length : end;
  }
}

function scalar(text: string, style: RawScalar['style'], start: number, end: number): RawScalar {
  return { kind: 'scalar', text, style, anchor: null, tag: null, start, end };
}

function empty(at: number): RawScalar {
  return scalar('', 'plain', at, at);
}

function list(flow: boolean, items: RawNode[], start: number, end: number): RawList {
  return { kind: 'list', flow, items, anchor: null, tag: null, start, end };
}

/** Letters and digits, behind the first one also `-` and `_`. */
function isWord(code: number, isFirst: boolean): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    (!isFirst && (code === DASH || code === 0x5f))
  );
}

/** What is nothing but text at a value's start, and anywhere in one that stands in brackets. */
const STARTS = charactersBut(' -?:,[]{}#&*!|>\'"%@`');
const FLOW = charactersBut('?:[]{}');

function charactersBut(indicators: string): readonly boolean[] {
  return Array.from(
    { length: 0x7f },
    (_, code) => code >= SPACE && !indicators.includes(String.fromCharCode(code)),
  );
}

function startsPlain(code: number): boolean {
  return code < 0x7f ? STARTS[code] === true : code > 0xa0;
}

function isFlow(code: number): boolean {
  return code < 0x7f ? FLOW[code] === true : code > 0xa0;
}
