/*
 * Liquid's expressions (lib/liquid/lexer.rb, parser.rb, expression.rb, variable.rb, tags/if.rb). Jekyll reads them in
 * Liquid's mode "warn": strictly, and with a warning as loosely as Liquid 2 did where that fails.
 */

/** A value, or where it comes from. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | bigint | number | boolean | null }
  /** `blank` and `empty`. */
  | { readonly kind: 'emptiness' }
  | { readonly kind: 'range'; readonly first: Expression; readonly last: Expression }
  | { readonly kind: 'lookup'; readonly path: readonly (string | Expression)[] };

export interface Filter {
  readonly name: string;
  readonly args: readonly Expression[];
}

/** What stands in `{{ … }}`, and behind the sign of `assign`. */
export interface Output {
  readonly value: Expression;
  readonly filters: readonly Filter[];
}

/** A comparison, and the next one that `and` or `or` ties to it: they are read from the left. */
export interface Condition {
  readonly left: Expression;
  readonly operator: string | null;
  readonly right: Expression;
  readonly next: { readonly relation: 'and' | 'or'; readonly condition: Condition } | null;
}

/** A loop's head. */
export interface Loop {
  readonly variable: string;
  readonly collection: Expression;
  readonly isReversed: boolean;
  readonly limit: Expression | null;
  readonly offset: Expression | null;
}

const NIL: Expression = { kind: 'literal', value: null };
const QUOTED = `"[^"]*"|'[^']*'`;
/** A value, as loosely as it is read: up to white space, a comma, a bar or half a quote. */
const FRAGMENT = `(?:${QUOTED}|(?:[^\\s,|'"]|${QUOTED})+)`;
export const HAS_FRAGMENT = new RegExp(FRAGMENT);
const OUTPUT = new RegExp(`(${FRAGMENT})([^]*)`);
const FILTER = new RegExp(`(?:\\s+|${FRAGMENT}|,)+`, 'g');
const ARGUMENT = new RegExp(`[:,]\\s*(?:\\w+\\s*:\\s*)?(${FRAGMENT})`, 'g');
const COMPARISON = new RegExp(`(${FRAGMENT})\\s*([=!<>a-z_]+)?\\s*(${FRAGMENT})?`);
const CONNECTIVE = '\\b(?:\\s?and\\s?|\\s?or\\s?)\\b';
const CONDITIONS = new RegExp(`(?:${CONNECTIVE}|(?:\\s*(?!${CONNECTIVE})(?:${FRAGMENT}|\\S+)\\s*)+)`, 'g');
const LOOP = new RegExp(`^([\\w-]+)\\s+in\\s+(${FRAGMENT}+)\\s*(reversed)?`);
const ATTRIBUTE = new RegExp(`(\\w+)\\s*:\\s*(${FRAGMENT})`, 'g');
const WHEN = new RegExp(`(${FRAGMENT})(?:(?:\\s+or\\s+|\\s*,\\s*)(${FRAGMENT}[^]*))?`);

/** Nobody writes longer ones; they would be looked through again and again. */
const MAX_MARKUP = 5000;

/** Reads one value (Expression.parse). */
export function parseExpression(markup: string): Expression {
  switch (markup) {
    case '':
    case 'nil':
    case 'null':
      return NIL;
    case 'true':
    case 'false':
      return { kind: 'literal', value: markup === 'true' };
    case 'blank':
    case 'empty':
      return { kind: 'emptiness' };
  }
  const quoted = /^'([^]*)'$|^"([^]*)"$/.exec(markup);
  if (quoted) {
    return { kind: 'literal', value: quoted[1] ?? quoted[2] ?? '' };
  }
  if (/^-?\d+$/.test(markup)) {
    return { kind: 'literal', value: BigInt(markup) };
  }
  const range = /^\((\S+)\.\.(\S+)\)$/.exec(markup);
  if (range) {
    return {
      kind: 'range',
      first: parseExpression(range[1] ?? ''),
      last: parseExpression(range[2] ?? ''),
    };
  }
  return /^-?\d[\d.]+$/.test(markup)
    ? { kind: 'literal', value: parseFloat(markup) }
    : { kind: 'lookup', path: lookupPath(markup) };
}

function lookupPath(markup: string): (string | Expression)[] {
  const parts = markup.slice(0, MAX_MARKUP).match(/\[[^\]]+\]|[\w-]+\??/g) ?? [];
  return parts.map((part) => (part.startsWith('[') ? parseExpression(part.slice(1, -1)) : part));
}

/** Reads what is to be shown; nothing is wrong enough here to end a build. */
export function parseOutput(markup: string): Output {
  const match = OUTPUT.exec(markup.slice(0, MAX_MARKUP));
  if (!match) {
    return { value: NIL, filters: [] };
  }
  const [, name = '', rest = ''] = match;
  const bar = rest.indexOf('|');
  const parts = bar < 0 ? [] : (rest.slice(bar + 1).match(FILTER) ?? []);
  const filters = parts.flatMap((part): Filter[] => {
    const filter = /\w+/.exec(part)?.[0];
    const args = Array.from(part.matchAll(ARGUMENT), ([, arg = '']) => parseExpression(arg));
    return filter === undefined ? [] : [{ name: filter, args }];
  });
  return { value: parseExpression(name), filters };
}

/** Tells whether what is to be shown is written as Liquid wants it. */
export function isStrictOutput(markup: string): boolean {
  return markup.length > MAX_MARKUP || new StrictParser(markup).isOutput();
}

/** Reads the condition of `if`; null where there is none, which ends the build. */
export function parseCondition(markup: string, isStrict = false): Condition | null {
  if (markup.length > MAX_MARKUP) {
    return { left: NIL, operator: null, right: NIL, next: null };
  }
  return new StrictParser(markup).condition() ?? (isStrict ? null : looseCondition(markup));
}

function looseCondition(markup: string): Condition | null {
  const parts = markup.match(CONDITIONS) ?? [];
  let condition: Condition | null = null;
  for (let at = parts.length - 1; at >= 0; at -= 2) {
    const match = COMPARISON.exec(parts[at] ?? '');
    const relation = parts[at + 1]?.trim();
    if (!match || (condition && relation !== 'and' && relation !== 'or')) {
      return null;
    }
    const next: Condition['next'] = condition && {
      relation: relation === 'and' ? ('and' as const) : ('or' as const),
      condition,
    };
    condition = {
      left: parseExpression(match[1] ?? ''),
      operator: match[2] ?? null,
      right: parseExpression(match[3] ?? ''),
      next,
    };
  }
  return parts.length % 2 === 0 ? null : condition;
}

/** Reads `item in list limit: 2`; null where it is none. */
export function parseLoop(markup: string, isStrict = false): Loop | null {
  const loose = LOOP.exec(markup.slice(0, MAX_MARKUP));
  const strict = loose && !isStrict ? null : new StrictParser(markup).loop();
  if (isStrict && strict === null) {
    return null;
  }
  const [variable = '', collection = ''] = loose?.slice(1) ?? strict ?? [];
  if (variable === '') {
    return null;
  }
  const attributes = new Map(
    Array.from(markup.slice(0, MAX_MARKUP).matchAll(ATTRIBUTE), ([, key = '', value = '']) => [key, value]),
  );
  const attribute = (name: string) => {
    const value = attributes.get(name);
    return value === undefined ? null : parseExpression(value);
  };
  return {
    variable,
    collection: parseExpression(collection),
    isReversed: loose?.[3] !== undefined,
    limit: attribute('limit'),
    offset: attribute('offset'),
  };
}

/** The values of `when a, b or c`; null where there is none, which ends the build. */
export function parseWhen(markup: string): Expression[] | null {
  const values: Expression[] = [];
  let rest: string | undefined = markup.slice(0, MAX_MARKUP);
  while (rest !== undefined) {
    const match = WHEN.exec(rest);
    if (!match) {
      return null;
    }
    values.push(parseExpression(match[1] ?? ''));
    rest = match[2];
  }
  return values;
}

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

/** The strict reading. */
class StrictParser {
  readonly #tokens: (readonly [kind: Kind, text: string])[] | null;
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
  isOutput(): boolean {
    if (this.#expression() === null) {
      return false;
    }
    while (this.#take('|') !== null) {
      if (this.#take('id') === null) {
        return false;
      }
      if (this.#take(':') !== null) {
        do {
          if (this.#tokens?.[this.#at]?.[0] === 'id' && this.#tokens[this.#at + 1]?.[0] === ':') {
            this.#at += 2;
          }
          if (this.#expression() === null) {
            return false;
          }
        } while (this.#take(',') !== null);
      }
    }
    return this.#take('end') !== null;
  }

  loop(): [variable: string, collection: string] | null {
    const variable = this.#take('id');
    const collection = variable !== null && this.#word('in') ? this.#expression() : null;
    return variable === null || collection === null ? null : [variable, collection];
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

  #take(kind: Kind): string | null {
    const token = this.#tokens?.[this.#at];
    if (token?.[0] !== kind) {
      return null;
    }
    this.#at++;
    return token[1];
  }

  #word(word: string): boolean {
    const [kind, text] = this.#tokens?.[this.#at] ?? [];
    const isNext = kind === 'id' && text === word;
    this.#at += isNext ? 1 : 0;
    return isNext;
  }
}

/** Null where a character is none of Liquid's. */
function tokensOf(markup: string): (readonly [Kind, string])[] | null {
  const token =
    /\s*(?:(==|!=|<>|<=?|>=?|contains(?=\s))|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|([a-zA-Z_][\w-]*\??)|(\.\.)|([|.:,[\]()?-])|$)/y;
  const kinds = ['comparison', 'string', 'number', 'id', 'dots'] as const;
  const tokens: (readonly [Kind, string])[] = [];
  while (token.lastIndex < markup.length) {
    const match = token.exec(markup);
    if (!match) {
      return null;
    }
    const groups: readonly (string | undefined)[] = match;
    const index = groups.findIndex((part, at) => at > 0 && part !== undefined);
    if (index > 0) {
      const text = groups[index] ?? '';
      tokens.push([kinds[index - 1] ?? (text as Kind), text]);
    }
  }
  return [...tokens, ['end', '']];
}
