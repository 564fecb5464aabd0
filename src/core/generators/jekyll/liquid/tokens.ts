/** A piece of a template: a tag, an output, or the text between them. */
export interface LiquidToken {
  readonly kind: 'text' | 'tag' | 'output';
  readonly text: string;
  readonly start: number;
}

/** Takes a template apart (lib/liquid/tokenizer.rb). What is not terminated is a token of its two opening characters. */
export function tokenize(source: string): LiquidToken[] {
  const tokens: LiquidToken[] = [];
  const ends = new Ends(source);
  let at = 0;
  while (at < source.length) {
    const start = ends.opening(at);
    if (start > at) {
      tokens.push({ kind: 'text', text: source.slice(at, start), start: at });
    }
    if (start === source.length) {
      break;
    }
    const isTag = source[start + 1] === '%';
    const close = isTag ? ends.of('%}', start + 2) : ends.of('}', start + 2);
    const end = close < 0 ? start + 2 : isTag || source[close + 1] === '}' ? close + 2 : close + 1;
    tokens.push({ kind: isTag ? 'tag' : 'output', text: source.slice(start, end), start });
    at = end;
  }
  return tokens;
}

/** Looks for what closes; what is not found once is not looked for again. */
class Ends {
  readonly #missing = new Set<string>();

  constructor(readonly source: string) {}

  of(mark: string, from: number): number {
    if (this.#missing.has(mark)) {
      return -1;
    }
    const at = this.source.indexOf(mark, from);
    if (at < 0) {
      this.#missing.add(mark);
    }
    return at;
  }

  /** Where the next tag or output starts; the end where there is none. */
  opening(from: number): number {
    for (let at = this.of('{', from); at >= 0; at = this.of('{', at + 1)) {
      const next = this.source[at + 1];
      if (next === '%' || next === '{') {
        return at;
      }
    }
    return this.source.length;
  }
}
