import { say } from '../../../message';
import { escapeHtml } from '../../../render/markdown';
import { flatten, isTruthy, rubyText, RubyHash } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { applyFilter, joined } from './filters';
import { parseExpression, parseOutput } from './syntax';
import type { Condition, Expression, Output } from './syntax';
import { includeParts, LiquidFailure } from './template';
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
  /** A variable that there is not ends the build. */
  readonly strictVariables: boolean;
}

/** Variables that every page has, though what they hold is not known here. */
const SITE_VARIABLES: ReadonlySet<string> = new Set([
  'site', 'layout', 'content', 'paginator', 'theme', 'highlighter_prefix', 'highlighter_suffix',
]); // prettier-ignore

/** What a page has beside its fields (Drops::DocumentDrop). */
const PAGE_FIELDS: ReadonlySet<string> = new Set([
  'collection', 'content', 'excerpt', 'id', 'layout', 'name', 'next', 'output', 'previous', 'relative_path', 'url',
]); // prettier-ignore

/** How much is run and written: a loop of a few letters may never end. */
const MAX_STEPS = 50_000;
const MAX_OUTPUT = 1_000_000;

/** How long the texts and lists may be, all in all, that filters, conditions and loops go through. */
const MAX_WORK = 5_000_000;

/** How many templates may include each other. */
const MAX_INCLUDES = 20;

/** A parameter of `include`: `name="text"`, `name='text'`, `name=variable`. */
const PARAMETER = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/g;

/**
 * Shows what a template comes to, as far as the text alone tells. Nothing is read, asked or changed on the way.
 * @throws LiquidFailure where Jekyll stops the build
 */
export function runTemplate(body: Body, context: LiquidContext): string {
  return new Run(context).body(body);
}

class Run {
  readonly #scopes: Map<string, RubyValue>[];
  readonly #cycles = new Map<string, number>();
  readonly #counters = new Map<string, bigint>();
  readonly #templates = new Map<string, Body | null>();
  #depth = 0;
  #steps = 0;
  #written = 0;
  #work = 0;
  #interrupt: 'break' | 'continue' | null = null;

  constructor(readonly context: LiquidContext) {
    this.#scopes = [new Map(context.variables)];
  }

  body({ nodes }: Body): string {
    let text = '';
    for (const node of nodes) {
      if (this.#interrupt !== null || ++this.#steps > MAX_STEPS || this.#written > MAX_OUTPUT) {
        break;
      }
      const shown = this.#node(node);
      this.#written += shown.length;
      text += shown;
    }
    return text;
  }

  #node(node: LiquidNode): string {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'output':
        return outputText(this.#output(node.output, node));
      case 'tag':
        return this.#tag(node);
      case 'block': {
        const text = this.#block(node);
        return node.isBlank ? '' : text;
      }
    }
  }

  #tag(node: Extract<LiquidNode, { kind: 'tag' }>): string {
    const { name, markup } = node;
    switch (name) {
      case 'assign': {
        const [, variable = '', value = ''] =
          /((?:\(?[\w\-.[\]]\)?)+)\s*=\s*([^]*)/.exec(markup.slice(0, 5000)) ?? [];
        this.#scopes[0]?.set(variable, this.#output(parseOutput(value), node));
        return '';
      }
      case 'break':
      case 'continue':
        this.#interrupt = name;
        return '';
      case 'increment':
      case 'decrement':
        return this.#count(name, markup.trim());
      case 'cycle':
        return this.#cycle(markup.slice(0, 1000));
      case 'include':
        this.#look(node);
        return this.#include(node);
      case 'include_relative':
      case 'link':
      case 'post_url':
        this.#look(node);
        return '';
      default:
        return '';
    }
  }

  /** Counts what is about to be gone through; false where that would be too much. */
  #affords(...values: readonly RubyValue[]): boolean {
    for (const value of values) {
      this.#work += typeof value === 'string' || Array.isArray(value) ? value.length : 1;
    }
    return this.#work <= MAX_WORK;
  }

  #count(name: string, variable: string): string {
    const value = this.#counters.get(variable) ?? 0n;
    this.#counters.set(variable, value + (name === 'increment' ? 1n : -1n));
    return String(name === 'increment' ? value : value - 1n);
  }

  #cycle(markup: string): string {
    const [, name = markup, list = markup] = /^("[^"]*"|'[^']*'|[^\s,|'":]+)\s*:\s*([^]*)/.exec(markup) ?? [];
    const values = list.split(',').map((value) => this.#value(parseExpression(value.trim())));
    const turn = this.#cycles.get(name) ?? 0;
    this.#cycles.set(name, (turn + 1) % values.length);
    return outputText(values[turn] ?? null);
  }

  /** Files and posts that a tag names must be there. */
  #look({ name, markup, token }: Extract<LiquidNode, { kind: 'tag' }>): void {
    const isInclude = name.startsWith('include');
    const file = isInclude ? includeParts(markup).file : markup.trim();
    if (file.includes('{{')) {
      return;
    }
    const isName = !isInclude || (/^[\w/.\-()+~#@]+$/m.test(file) && !/[./]{2,}/.test(file));
    if (!isName || this.context.has(name, file) === false) {
      const reason = say('`{0}` finds no `{1}`', name, file);
      throw new LiquidFailure(reason, token.start, token.start + token.text.length);
    }
  }

  /** Shows another template, which sees its parameters as `include`. What is wrong in it is wrong here. */
  #include({ markup, token }: Extract<LiquidNode, { kind: 'tag' }>): string {
    const { file, parameters } = includeParts(markup);
    if (this.#depth >= MAX_INCLUDES) {
      return '';
    }
    this.#depth++;
    const scopes = this.#scopes.length;
    try {
      const template = this.#templates.get(file) ?? this.context.include(file);
      this.#templates.set(file, template);
      const values = new RubyHash();
      for (const [, name = '', double, single, variable = ''] of parameters.matchAll(PARAMETER)) {
        values.set(
          name,
          double?.replaceAll('\\"', '"') ??
            single?.replaceAll("\\'", "'") ??
            this.#value(parseExpression(variable)),
        );
      }
      this.#scopes.push(new Map<string, RubyValue>(parameters === '' ? [] : [['include', values]]));
      return template ? this.body(template) : '';
    } catch (failure) {
      throw failure instanceof LiquidFailure
        ? new LiquidFailure(failure.reason, token.start, token.start + token.text.length)
        : failure;
    } finally {
      this.#scopes.length = scopes;
      this.#depth--;
    }
  }

  #block(block: LiquidBlock): string {
    const [first] = block.branches;
    switch (block.name) {
      case 'comment':
        return '';
      case 'capture': {
        const variable = /(?:\(?[\w\-.[\]]\)?)+/.exec(block.markup.slice(0, 1000))?.[0] ?? '';
        this.#scopes[0]?.set(variable, first ? this.body(first.body) : '');
        return '';
      }
      case 'highlight':
        return highlighted(first ? this.body(first.body) : '', block.markup);
      case 'for':
        return this.#loop(block);
      case 'tablerow':
        return '';
      case 'case':
        return this.#case(block);
      case 'if':
      case 'unless':
        return this.#if(block);
      default:
        return first ? this.body(first.body) : '';
    }
  }

  #if(block: LiquidBlock): string {
    for (const [index, { condition, body }] of block.branches.entries()) {
      const holds = condition === null || isTruthy(this.#holds(condition, block));
      if (holds !== (index === 0 && block.name === 'unless')) {
        return this.body(body);
      }
    }
    return '';
  }

  #case(block: LiquidBlock): string {
    let text = '';
    let isElse = true;
    for (const { condition, body } of block.branches) {
      if (condition === null) {
        if (isElse) {
          return this.body(body);
        }
      } else if (isTruthy(this.#holds(condition, block))) {
        isElse = false;
        text += this.body(body);
      }
    }
    return text;
  }

  #loop({ loop, branches: [first, otherwise] }: LiquidBlock): string {
    const list = loop && this.#affords() ? this.#list(loop.collection) : [];
    this.#affords(list);
    const from = Number(loop?.offset ? (this.#value(loop.offset) ?? 0) : 0) || 0;
    const limit = loop?.limit ? this.#value(loop.limit) : null;
    const items = list.slice(from, limit === null ? undefined : from + (Number(limit) || 0));
    if (loop?.isReversed) {
      items.reverse();
    }
    if (items.length === 0 || !loop || !first) {
      return otherwise ? this.body(otherwise.body) : '';
    }
    let text = '';
    const scope = new Map<string, RubyValue>();
    this.#scopes.push(scope);
    for (const [index, item] of items.entries()) {
      scope.set(loop.variable, item);
      scope.set('forloop', forloop(index, items.length));
      text += this.body(first.body);
      const interrupt = this.#interrupt;
      this.#interrupt = null;
      if (interrupt === 'break' || this.#steps > MAX_STEPS || this.#written > MAX_OUTPUT) {
        break;
      }
    }
    this.#scopes.pop();
    return text;
  }

  #list(collection: Expression): RubyValue[] {
    if (collection.kind === 'range') {
      const [first, last] = [collection.first, collection.last].map((end) => integerOf(this.#value(end)));
      const length = Math.min(Math.max((last ?? 0) - (first ?? 0) + 1, 0), MAX_STEPS);
      return Array.from({ length }, (_, index) => BigInt((first ?? 0) + index));
    }
    const value = this.#value(collection);
    if (typeof value === 'string') {
      return value === '' ? [] : [value];
    }
    return Array.isArray(value)
      ? [...value]
      : value instanceof RubyHash
        ? [...value].map((pair) => [...pair])
        : [];
  }

  #holds(condition: Condition, block: LiquidBlock): RubyValue {
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
    if (!this.#affords(left, right)) {
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

  #output({ value, filters }: Output, { token }: Exclude<LiquidNode, { kind: 'text' }>): RubyValue {
    return filters.reduce<RubyValue>(
      (input, { name, args }) => {
        if (!this.context.isKnownFilter(name)) {
          throw new LiquidFailure(
            say('Liquid knows no filter `{0}`', name),
            token.start,
            token.start + token.text.length,
          );
        }
        const values = args.map((arg) => this.#value(arg));
        const result = this.#affords(input, ...values) ? applyFilter(name, input, values) : input;
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
        typeof name !== 'string' || SITE_VARIABLES.has(name) || this.#scopes.some((scope) => scope.has(name));
      const page = name === 'page' ? this.context.variables.get('page') : null;
      const isField =
        !(page instanceof RubyHash) || typeof field !== 'string' || page.has(field) || PAGE_FIELDS.has(field);
      if (!isKnown || !isField) {
        const missing = isKnown ? `page.${typeof field === 'string' ? field : ''}` : name;
        throw new LiquidFailure(say('Liquid knows no variable `{0}`', missing), start, start + text.length);
      }
    }
    return this.#value(expression);
  }

  #value(expression: Expression): RubyValue {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'emptiness':
        return '';
      case 'range':
        return `${rubyText(this.#value(expression.first))}..${rubyText(this.#value(expression.last))}`;
      case 'lookup':
        return this.#lookup(expression.path);
    }
  }

  #lookup([name, ...path]: readonly (string | Expression)[]): RubyValue {
    const key = typeof name === 'object' ? rubyText(this.#value(name)) : (name ?? '');
    const scope = this.#scopes.findLast((variables) => variables.has(key));
    let value: RubyValue = scope?.get(key) ?? null;
    for (const step of path) {
      value = part(value, typeof step === 'object' ? this.#value(step) : step);
    }
    return value;
  }
}

function part(value: RubyValue, key: RubyValue): RubyValue {
  if (value instanceof RubyHash) {
    return value.get(key) ?? (key === 'size' ? BigInt(value.size) : null);
  }
  if (Array.isArray(value)) {
    switch (key) {
      case 'size':
        return BigInt(value.length);
      case 'first':
        return value[0] ?? null;
      case 'last':
        return value.at(-1) ?? null;
      default:
        return typeof key === 'bigint' ? (value.at(Number(key)) ?? null) : null;
    }
  }
  return typeof value === 'string' && key === 'size' ? BigInt(value.length) : null;
}

function forloop(index: number, length: number): RubyHash {
  return new RubyHash([
    ['index', BigInt(index + 1)],
    ['index0', BigInt(index)],
    ['rindex', BigInt(length - index)],
    ['rindex0', BigInt(length - index - 1)],
    ['first', index === 0],
    ['last', index === length - 1],
    ['length', BigInt(length)],
  ]);
}

/** Lists are shown one item behind the other. */
function outputText(value: RubyValue): string {
  return Array.isArray(value) ? joined(flatten(value) ?? []) : rubyText(value);
}

function integerOf(value: RubyValue): number {
  return typeof value === 'bigint' || typeof value === 'number'
    ? Math.trunc(Number(value)) || 0
    : parseInt(rubyText(value), 10) || 0;
}

function isEmpty(value: RubyValue): boolean {
  return (
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (value instanceof RubyHash && value.size === 0)
  );
}

function isEqual(left: RubyValue, right: RubyValue): boolean {
  const numbers = [left, right].every((value) => typeof value === 'bigint' || typeof value === 'number');
  return numbers ? Number(left) === Number(right) : left === right;
}

function isOrdered(value: RubyValue): boolean {
  return typeof value === 'string' || typeof value === 'bigint' || typeof value === 'number';
}

/** Undefined where the two have no order. */
function ordered(left: RubyValue, right: RubyValue, operator: string): boolean | undefined {
  const bothText = typeof left === 'string' && typeof right === 'string';
  if (!isOrdered(left) || !isOrdered(right) || (typeof left === 'string') !== (typeof right === 'string')) {
    return undefined;
  }
  const [a, b] = bothText ? [left, right] : [Number(left), Number(right)];
  return operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b;
}

function contains(left: RubyValue, right: RubyValue): boolean {
  if (!isTruthy(left) || !isTruthy(right)) {
    return false;
  }
  return typeof left === 'string'
    ? left.includes(rubyText(right))
    : Array.isArray(left)
      ? left.some((item) => isEqual(item, right))
      : left instanceof RubyHash && left.has(right);
}

/** Code is shown as it stands: in a block of its own, which `pre` makes go on over blank lines. Its lines may have numbers. */
function highlighted(code: string, options: string): string {
  const trimmed = code.replace(/^[\r\n]+/, '').replace(/[\r\n]+$/, '');
  const numbers = trimmed.split('\n').map((_line, index) => `${String(index + 1)}\n`);
  const gutter = /\slinenos\b/.test(options) ? `\n<pre>${numbers.join('')}</pre>` : '';
  return `${gutter}\n<pre><code>${escapeHtml(trimmed)}</code></pre>\n`;
}
