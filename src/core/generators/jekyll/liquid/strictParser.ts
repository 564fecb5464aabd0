import { loopOf, parseExpression } from './expression';
import type { Condition, Expression, FilterCall, Loop, Output } from './expression';

type Kind =
  | 'comparison'
  | 'string'
  | 'number'
  | 'id'
  | 'dots'
  | 'end'
  | '|'
  | '.'
  | ':'
  | ','
  | '['
  | ']'
  | '('
  | ')'
  | '?'
  | '-';

/** A word or sign; `start` and `end` are offsets in the markup. */
interface Token {
  readonly kind: Kind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads what is written as Liquid wants it (lib/liquid/lexer.rb, parser.rb). */
export class StrictParser {
  readonly #tokens: readonly Token[] | null;
  #at = 0;

  constructor(markup: string) {
    this.#tokens = tokensOf(markup);
  }

  condition(): Condition | null {
    const left = this.#expression();
    if (left === null) {
      return null;
    }
    const operator = this.#take('comparison');
    const right = operator === null ? '' : this.#expression();
    if (right === null) {
      return null;
    }
    const parsed = { left: parseExpression(left), operator, right: parseExpression(right) };
    const relation = this.#word('and') ? 'and' : this.#word('or') ? 'or' : null;
    if (relation === null) {
      return this.#take('end') === null ? null : { ...parsed, next: null };
    }
    const condition = this.condition();
    return condition && { ...parsed, next: { relation, condition } };
  }

  /** `value | filter: a, name: b`. */
  output(): Output | null {
    const value = this.#expression();
    if (value === null) {
      return null;
    }
    const filters: FilterCall[] = [];
    while (this.#take('|') !== null) {
      const filter = this.#filter();
      if (!filter) {
        return null;
      }
      filters.push(filter);
    }
    return this.#take('end') === null ? null : { value: parseExpression(value), filters };
  }

  #filter(): FilterCall | null {
    const start = this.#next()?.start ?? 0;
    const name = this.#take('id');
    if (name === null) {
      return null;
    }
    const args: Expression[] = [];
    const named: [string, Expression][] = [];
    if (this.#take(':') !== null) {
      do {
        const key = this.#next(1)?.kind === ':' ? this.#take('id') : null;
        if (key !== null) {
          this.#take(':');
        }
        const value = this.#expression();
        if (value === null) {
          return null;
        }
        if (key === null) {
          args.push(parseExpression(value));
        } else if (/^\w+$/.test(key)) {
          named.push([key, parseExpression(value)]);
        } else {
          // Liquid takes the whole for one name then.
          args.push(parseExpression(`${key}: ${value}`));
        }
      } while (this.#take(',') !== null);
    }
    return { name, args, named, start, end: this.#next(-1)?.end ?? start };
  }

  /** `item in list reversed limit: 2 offset: 1`. */
  loop(): Loop | null {
    const variable = this.#take('id');
    const collection = variable !== null && this.#word('in') ? this.#expression() : null;
    if (variable === null || collection === null) {
      return null;
    }
    const isReversed = this.#word('reversed');
    const attributes = new Map<string, string>();
    while (this.#next()?.kind === 'id' && this.#next(1)?.kind === ':') {
      const name = this.#take('id');
      this.#take(':');
      const value = this.#expression();
      if ((name !== 'limit' && name !== 'offset') || value === null) {
        return null;
      }
      attributes.set(name, value);
    }
    return this.#take('end') === null ? null : loopOf(variable, collection, isReversed, attributes);
  }

  #expression(): string | null {
    const simple = this.#take('string') ?? this.#take('number');
    if (simple !== null) {
      return simple;
    }
    if (this.#take('(') !== null) {
      const first = this.#expression();
      const last = first !== null && this.#take('dots') !== null ? this.#expression() : null;
      return last !== null && this.#take(')') !== null ? `(${first ?? ''}..${last})` : null;
    }
    return this.#variable();
  }

  #variable(): string | null {
    let text = '';
    do {
      const name = this.#take('id');
      if (name === null) {
        return null;
      }
      text += text === '' ? name : `.${name}`;
      while (this.#take('[') !== null) {
        const inner = this.#expression();
        if (inner === null || this.#take(']') === null) {
          return null;
        }
        text += `[${inner}]`;
      }
    } while (this.#take('.') !== null);
    return text;
  }

  #next(further = 0): Token | undefined {
    return this.#tokens?.[this.#at + further];
  }

  #take(kind: Kind): string | null {
    const token = this.#next();
    if (token?.kind !== kind) {
      return null;
    }
    this.#at++;
    return token.text;
  }

  #word(word: string): boolean {
    const token = this.#next();
    const isNext = token?.kind === 'id' && token.text === word;
    this.#at += isNext ? 1 : 0;
    return isNext;
  }
}

const TOKEN =
  /[\t\n\v\f\r ]*(?:(==|!=|<>|<=?|>=?|contains(?=[\t\n\v\f\r ]))|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|([a-zA-Z_][\w-]*\??)|(\.\.)|([|.:,[\]()?-])|$)/y;
const KINDS = ['comparison', 'string', 'number', 'id', 'dots'] as const;

/** Null where a character is none of Liquid's. */
function tokensOf(markup: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < markup.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(markup);
    if (!match) {
      return null;
    }
    const groups: readonly (string | undefined)[] = match;
    const index = groups.findIndex((part, at) => at > 0 && part !== undefined);
    if (index > 0) {
      const text = groups[index] ?? '';
      const end = TOKEN.lastIndex;
      tokens.push({ kind: KINDS[index - 1] ?? (text as Kind), text, start: end - text.length, end });
    }
  }
  return [...tokens, { kind: 'end', text: '', start: markup.length, end: markup.length }];
}
