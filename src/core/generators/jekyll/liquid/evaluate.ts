import { say } from '../../../message';
import { isTruthy, rubyText, RubyHash } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { applyFilter } from './filters';
import { contains, integerOf, isEmpty, isEqual, isOrdered, ordered, part } from './operations';
import type { Condition, Expression, Output } from './syntax';
import { LiquidFailure } from './template';
import type { Body, LiquidBlock, LiquidNode } from './template';
import type { LiquidToken } from './tokens';

/** What a template is run with. */
export interface LiquidContext {
  /** The variables that are known; all others are nothing. */
  readonly variables: ReadonlyMap<string, RubyValue>;
  /** Tells whether what a tag names is there; undefined where that is not known. */
  has(tag: string, file: string): boolean | undefined;
  /** The template that `include` names; null where its text is not known. */
  include(file: string): Body | null;
  /** A filter that is none of Liquid's and Jekyll's may pass. */
  isKnownFilter(name: string): boolean;
  /** The site's host and the path below it, for the filters that make addresses; both may be empty. */
  readonly address: readonly [origin: string, basePath: string];
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
const PAGE_FIELDS: ReadonlySet<string> = new Set([
  'collection', 'content', 'excerpt', 'id', 'layout', 'name', 'next', 'output', 'previous', 'relative_path', 'url',
]); // prettier-ignore

/** Filters that ask for the site's address. */
const ADDRESS_FILTERS: ReadonlySet<string> = new Set(['absolute_url', 'relative_url']);

/** How much is run and written: a loop of a few letters may never end. */
export const MAX_STEPS = 50_000;
export const MAX_OUTPUT = 1_000_000;

/** How long the texts and lists may be, all in all, that filters, conditions and loops go through. */
const MAX_WORK = 5_000_000;

/** Works expressions out, with the variables that stand at the moment. */
export class Evaluator {
  /** The variables, innermost last. */
  readonly scopes: Map<string, RubyValue>[];
  #work = 0;

  constructor(readonly context: LiquidContext) {
    this.scopes = [new Map(context.variables)];
  }

  /** Counts what is about to be gone through; false where that would be too much. */
  affords(...values: readonly RubyValue[]): boolean {
    for (const value of values) {
      this.#work += typeof value === 'string' || Array.isArray(value) ? value.length : 1;
    }
    return this.#work <= MAX_WORK;
  }

  /** What a loop goes over. */
  list(collection: Expression): RubyValue[] {
    if (collection.kind === 'range') {
      const [first, last] = [collection.first, collection.last].map((end) => integerOf(this.value(end)));
      const length = Math.min(Math.max((last ?? 0) - (first ?? 0) + 1, 0), MAX_STEPS);
      return Array.from({ length }, (_, index) => BigInt((first ?? 0) + index));
    }
    const value = this.value(collection);
    if (typeof value === 'string') {
      return value === '' ? [] : [value];
    }
    return Array.isArray(value)
      ? [...value]
      : value instanceof RubyHash
        ? [...value].map((pair) => [...pair])
        : [];
  }

  /** The value of a condition: nothing and false do not hold. */
  holds(condition: Condition, block: LiquidBlock): RubyValue {
    let result: RubyValue = null;
    for (let part: Condition | null = condition; part;) {
      result = this.#compare(part, block);
      const { next }: Condition = part;
      part = next && isTruthy(result) === (next.relation === 'and') ? next.condition : null;
    }
    return result;
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
    const fail = (): never => {
      const reason = say('Liquid cannot compare these values');
      throw new LiquidFailure(reason, token.start, token.start + token.text.length);
    };
    switch (operator) {
      case '==':
      case '!=':
      case '<>': {
        const equal =
          a.kind === 'emptiness'
            ? isEmpty(right)
            : b.kind === 'emptiness'
              ? isEmpty(left)
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

  /** A value behind its filters. */
  output({ value, filters }: Output, { token }: Exclude<LiquidNode, { kind: 'text' }>): RubyValue {
    return filters.reduce<RubyValue>(
      (input, { name, args }) => {
        if (!this.context.isKnownFilter(name)) {
          throw new LiquidFailure(
            say('Liquid knows no filter `{0}`', name),
            token.start,
            token.start + token.text.length,
          );
        }
        const values = ADDRESS_FILTERS.has(name) ? this.context.address : args.map((arg) => this.value(arg));
        const result = this.affords(input, ...values) ? applyFilter(name, input, values) : input;
        if (result === undefined) {
          throw new LiquidFailure(
            say('Liquid cannot divide by 0'),
            token.start,
            token.start + token.text.length,
          );
        }
        return typeof result === 'string' ? result.slice(0, MAX_OUTPUT) : result;
      },
      this.#strict(value, token),
    );
  }

  /** A value that is shown or handed on. */
  #strict(expression: Expression, { start, text }: LiquidToken): RubyValue {
    if (this.context.strictVariables && expression.kind === 'lookup') {
      const [name, field] = expression.path;
      const isKnown =
        typeof name !== 'string' || SITE_VARIABLES.has(name) || this.scopes.some((scope) => scope.has(name));
      const page = name === 'page' ? this.context.variables.get('page') : null;
      const isField =
        !(page instanceof RubyHash) || typeof field !== 'string' || page.has(field) || PAGE_FIELDS.has(field);
      if (!isKnown || !isField) {
        const missing = isKnown ? `page.${typeof field === 'string' ? field : ''}` : name;
        throw new LiquidFailure(say('Liquid knows no variable `{0}`', missing), start, start + text.length);
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
        return `${rubyText(this.value(expression.first))}..${rubyText(this.value(expression.last))}`;
      case 'lookup':
        return this.#lookup(expression.path);
    }
  }

  #lookup([name, ...path]: readonly (string | Expression)[]): RubyValue {
    const key = typeof name === 'object' ? rubyText(this.value(name)) : (name ?? '');
    const scope = this.scopes.findLast((variables) => variables.has(key));
    let value: RubyValue = scope?.get(key) ?? null;
    for (const step of path) {
      value = part(value, typeof step === 'object' ? this.value(step) : step);
    }
    return value;
  }
}
