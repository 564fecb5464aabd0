import { say } from '../../../message';
import type { Message } from '../../../message';
import { isTruthy, RubyHash, RubyRange, rubyText, RubyUnknown } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import type { Condition, Expression, Output } from './expression';
import { FilterFailure, LiquidFailure } from './failure';
import type { FilterOptions } from './filter';
import { filters as loadFilters } from './lazy';
import { contains, Drop, isEmpty, isEqual, isOrdered, itemsOf, ordered, part, toInteger } from './operations';
import type { Body, LiquidBlock } from './template';
import type { LiquidToken } from './tokens';

/** What a template is run with. */
export interface LiquidContext {
  /** What every page has; all other variables are nothing, as long as nothing sets them. */
  readonly variables: ReadonlyMap<string, RubyValue>;
  /** Tells whether what a tag names is there; undefined where that is not known. */
  has(tag: string, file: string): boolean | undefined;
  /** The template that `include` names; null where its text is not known. */
  include(file: string): Body | null;
  /** A filter that is none of Liquid's and Jekyll's may pass. */
  isKnownFilter(name: string): boolean;
  /** What filters ask the site. */
  readonly options: FilterOptions;
  /**
   * What stands for a tag or an output that shows nothing here; missing where nothing is to.
   * @param destination where a link leads whose target it is; null where that is not known
   */
  readonly placeholder?: (source: string, destination: string | null) => string;
  /** A variable that there is not ends the build. */
  readonly strictVariables: boolean;
}

/** Variables that every page has, though what they hold is not known here. */
export const SITE_VARIABLES: ReadonlySet<string> = new Set([
  'site', 'layout', 'content', 'paginator', 'theme', 'highlighter_prefix', 'highlighter_suffix',
]); // prettier-ignore

/** What a page has beside its fields (Drops::DocumentDrop). */
export const PAGE_FIELDS: ReadonlySet<string> = new Set([
  'collection', 'content', 'excerpt', 'id', 'layout', 'name', 'next', 'output', 'previous', 'relative_path', 'url',
]); // prettier-ignore

/** How much is run and written: a loop of a few letters may never end. */
export const MAX_STEPS = 50_000;
export const MAX_OUTPUT = 1_000_000;

/** How long the texts and lists may be, all in all, that filters, conditions and loops go through. */
const MAX_WORK = 5_000_000;

/** Works expressions out, with the variables that stand at the moment. */
export class Evaluator {
  /** The variables that templates set, innermost last. */
  readonly scopes: Map<string, RubyValue>[] = [new Map<string, RubyValue>()];
  /** What pages have, and counters. */
  readonly environment: Map<string, RubyValue>;
  /** More than none: what is run may not be run at all, and nothing in it ends the build. */
  doubts = 0;
  /** Something ran that may have set any variable. */
  hasUnknown = false;
  #work = 0;

  constructor(readonly context: LiquidContext) {
    this.environment = new Map(context.variables);
  }

  /** Ends the build, where it is sure to. */
  fail(reason: Message, start: number, end: number): void {
    if (this.doubts === 0) {
      throw new LiquidFailure(reason, start, end);
    }
  }

  /** Counts what is about to be gone through; false where that would be too much. */
  affords(...values: readonly RubyValue[]): boolean {
    for (const value of values) {
      this.#work += typeof value === 'string' || Array.isArray(value) ? value.length : 1;
    }
    return this.#work <= MAX_WORK;
  }

  /** What a loop goes over; `isKnown` tells whether that is sure. */
  list(collection: Expression): { readonly items: RubyValue[]; readonly isKnown: boolean } {
    const found = this.value(collection);
    const isKnown = !(found instanceof RubyUnknown || found instanceof Drop);
    const value = found instanceof RubyUnknown ? found.guess : found;
    const items =
      typeof value === 'string' && value !== ''
        ? [value]
        : value instanceof RubyRange
          ? itemsOf(value)
          : Array.isArray(value)
            ? [...value]
            : value instanceof RubyHash && !(value instanceof Drop)
              ? [...value].map((pair) => [...pair])
              : [];
    return { items, isKnown };
  }

  /** The value of a condition: nothing and false do not hold. What is unknown is unknown, too. */
  holds(condition: Condition, block: LiquidBlock): RubyValue {
    let result: RubyValue = null;
    let isKnown = true;
    for (let part: Condition | null = condition; part;) {
      result = this.#compare(part, block);
      isKnown &&= !(result instanceof RubyUnknown);
      const { next }: Condition = part;
      part = next && isTruthy(result) === (next.relation === 'and') ? next.condition : null;
    }
    return isKnown || result instanceof RubyUnknown ? result : new RubyUnknown(result);
  }

  #compare({ left: a, operator, right: b }: Condition, { token }: LiquidBlock): RubyValue {
    const left = this.#strict(a, token);
    if (operator === null) {
      return left;
    }
    const right = this.#strict(b, token);
    if (!this.affords(left, right)) {
      return null;
    }
    const fail = () => {
      this.fail(say('Liquid cannot compare these values'), token.start, token.start + token.text.length);
      return null;
    };
    const isUnknown = left instanceof RubyUnknown || right instanceof RubyUnknown;
    if (isUnknown && OPERATORS.has(operator)) {
      const guess = [left, right].map((value) => (value instanceof RubyUnknown ? value.guess : value));
      return new RubyUnknown(comparison(a, b, guess[0] ?? null, guess[1] ?? null, operator, () => null));
    }
    return comparison(a, b, left, right, operator, fail);
  }

  /** A value behind its filters. @param offset where the markup starts in the token */
  output({ value, filters }: Output, token: LiquidToken, offset: number): RubyValue {
    return filters.reduce<RubyValue>(
      (input, { name, args, named, start, end }) => {
        const from = token.start + offset;
        const range = [from + start, from + end] as const;
        if (!this.context.isKnownFilter(name)) {
          this.fail(say('Liquid knows no filter `{0}`', name), ...range);
        }
        const values = args.map((arg) => this.value(arg));
        if (named.length > 0) {
          values.push(new RubyHash(named.map(([key, arg]) => [key, this.value(arg)])));
        }
        try {
          const result = this.affords(input, ...values)
            ? loadFilters().applyFilter(name, input, values, this.context.options)
            : input;
          return typeof result === 'string' ? result.slice(0, MAX_OUTPUT) : result;
        } catch (failure) {
          if (!(failure instanceof FilterFailure)) {
            throw failure;
          }
          this.fail(failure.reason, ...range);
          return new RubyUnknown();
        }
      },
      this.#strict(value, token),
    );
  }

  /** A value that is shown or handed on. */
  #strict(expression: Expression, { start, text }: LiquidToken): RubyValue {
    if (this.context.strictVariables && expression.kind === 'lookup') {
      const [name, field] = expression.path;
      const isKnown =
        typeof name !== 'string' ||
        SITE_VARIABLES.has(name) ||
        this.environment.has(name) ||
        this.scopes.some((scope) => scope.has(name));
      const page = name === 'page' ? this.context.variables.get('page') : null;
      const isField =
        !(page instanceof RubyHash) || typeof field !== 'string' || page.has(field) || PAGE_FIELDS.has(field);
      if (!isKnown || !isField) {
        const missing = isKnown ? `page.${typeof field === 'string' ? field : ''}` : name;
        this.fail(say('Liquid knows no variable `{0}`', missing), start, start + text.length);
      }
    }
    return this.value(expression);
  }

  /** The value of an expression; nothing where it is not known. */
  value(expression: Expression): RubyValue {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'emptiness':
        return '';
      case 'range':
        return this.#range(this.value(expression.first), this.value(expression.last));
      case 'lookup':
        return this.#lookup(expression.path);
    }
  }

  #range(...ends: readonly [RubyValue, RubyValue]): RubyValue {
    const [first, last] = ends.map(endOf);
    return first === undefined || last === undefined ? new RubyUnknown() : new RubyRange(first, last);
  }

  #lookup([name, ...path]: readonly (string | Expression)[]): RubyValue {
    const key = typeof name === 'object' ? rubyText(this.value(name)) : (name ?? '');
    const scope = this.scopes.findLast((variables) => variables.has(key)) ?? this.environment;
    let value: RubyValue = scope.get(key) ?? null;
    if (!scope.has(key) && (SITE_VARIABLES.has(key) || this.hasUnknown)) {
      value = new RubyUnknown();
    }
    for (const step of path) {
      value = typeof step === 'object' ? part(value, this.value(step), false) : part(value, step);
    }
    return value instanceof Drop ? new RubyUnknown(value) : value;
  }
}

/** The end of a range (lib/liquid/range_lookup.rb); undefined where it is not known. */
function endOf(value: RubyValue): bigint | undefined {
  return typeof value === 'bigint'
    ? value
    : value === null || typeof value === 'string'
      ? toInteger(value ?? '')
      : typeof value === 'number' && Number.isFinite(value)
        ? BigInt(Math.trunc(value))
        : undefined;
}

const OPERATORS: ReadonlySet<string> = new Set(['==', '!=', '<>', '<', '>', '<=', '>=', 'contains']);

function comparison(
  a: Expression,
  b: Expression,
  left: RubyValue,
  right: RubyValue,
  operator: string,
  fail: () => null,
): RubyValue {
  switch (operator) {
    case '==':
    case '!=':
    case '<>': {
      const [literal, other] = a.kind === 'emptiness' ? [a, right] : [b, left];
      const equal =
        literal.kind === 'emptiness'
          ? // Nothing in Ruby itself can tell whether it is blank.
            literal.name === 'empty' && isEmpty(other)
          : isEqual(left, right);
      return equal === (operator === '==');
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
      return ordered(left, right, operator) ?? (isOrdered(left) && isOrdered(right) ? fail() : null);
    case 'contains':
      return contains(left, right);
    default:
      return fail();
  }
}
