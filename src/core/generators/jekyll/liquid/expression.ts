/*
 * Liquid's expressions (lib/liquid/lexer.rb, parser.rb, expression.rb, variable.rb, tags/if.rb). Jekyll reads them in
 * Liquid's mode "warn": strictly, and with a warning as loosely as Liquid 2 did where that fails.
 */

/** A value, or where it comes from. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | bigint | number | boolean | null }
  /** Only a comparison makes something of these. */
  | { readonly kind: 'emptiness'; readonly name: 'blank' | 'empty' }
  | { readonly kind: 'range'; readonly first: Expression; readonly last: Expression }
  | { readonly kind: 'lookup'; readonly path: readonly (string | Expression)[] };

/** A filter behind a value; `start` and `end` are offsets in the markup. */
export interface FilterCall {
  readonly name: string;
  readonly args: readonly Expression[];
  /** Values with names of their own: the filter gets them as one map behind all others. */
  readonly named: readonly (readonly [name: string, value: Expression])[];
  readonly start: number;
  readonly end: number;
}

/** What stands in `{{ … }}`, and behind the sign of `assign`. */
export interface Output {
  readonly value: Expression;
  readonly filters: readonly FilterCall[];
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
  /** Loops of one name go on where the last one stopped, where they are asked to. */
  readonly name: string;
  readonly variable: string;
  readonly collection: Expression;
  readonly isReversed: boolean;
  readonly limit: Expression | null;
  readonly offset: Expression | 'continue' | null;
}

export const NIL: Expression = { kind: 'literal', value: null };

/** Nobody writes longer ones; they would be looked through again and again. */
export const MAX_MARKUP = 5000;

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
      return { kind: 'emptiness', name: markup };
  }
  const quoted = /^'([^]*)'$|^"([^]*)"$/.exec(markup);
  if (quoted) {
    return { kind: 'literal', value: quoted[1] ?? quoted[2] ?? '' };
  }
  if (/^-?\d+$/.test(markup)) {
    return { kind: 'literal', value: BigInt(markup) };
  }
  const range = /^\(([^\t\n\v\f\r ]+)\.\.([^\t\n\v\f\r ]+)\)$/.exec(markup);
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

/** @param attributes their names and values, as they are written */
export function loopOf(
  variable: string,
  collection: string,
  isReversed: boolean,
  attributes: ReadonlyMap<string, string>,
): Loop {
  const [limit, offset] = ['limit', 'offset'].map((name) => attributes.get(name));
  return {
    name: `${variable}-${collection}`,
    variable,
    collection: parseExpression(collection),
    isReversed,
    limit: limit === undefined ? null : parseExpression(limit),
    offset: offset === undefined ? null : offset === 'continue' ? 'continue' : parseExpression(offset),
  };
}
