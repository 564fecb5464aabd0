import { say } from '../../../message';
import { inspected, isTruthy, RubyHash, RubyUnknown } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { ASSIGNMENT, bodiesOf, CAPTURED, forloop, highlighted, namesSet } from './blocks';
import { Evaluator, MAX_OUTPUT, MAX_STEPS } from './evaluate';
import type { LiquidContext } from './evaluate';
import { parseExpression } from './expression';
import type { Condition, Expression, Loop } from './expression';
import { LiquidFailure } from './failure';
import { outputText, toInteger } from './operations';
import { FRAGMENT, HAS_FRAGMENT, parseOutput } from './syntax';
import { includeParts, SETS_NOTHING } from './template';
import type { Body, LiquidBlock, LiquidNode } from './template';
import type { LiquidToken } from './tokens';

/** How many templates may include each other. */
const MAX_INCLUDES = 20;

const NAMED_CYCLE = new RegExp(`^(${FRAGMENT})[\\t\\n\\v\\f\\r ]*:[\\t\\n\\v\\f\\r ]*([^]*)`);
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
  readonly #evaluator: Evaluator;
  readonly #cycles = new Map<string, number>();
  /** Where loops of a name have stopped. */
  readonly #stops = new Map<string, number>();
  /** Something that is shown is not known: what is captured meanwhile is not, either. */
  #showsUnknown = false;
  readonly #templates = new Map<string, Body | null>();
  #depth = 0;
  #steps = 0;
  #written = 0;
  #interrupt: 'break' | 'continue' | null = null;

  constructor(readonly context: LiquidContext) {
    this.#evaluator = new Evaluator(context);
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
        return this.#output(node);
      case 'tag':
        return this.#tag(node);
      case 'block': {
        const text = this.#block(node);
        return node.isBlank ? '' : text;
      }
    }
  }

  #output(node: Extract<LiquidNode, { kind: 'output' }>): string {
    const value = this.#evaluator.output(node.output, node.token, node.token.text[2] === '-' ? 3 : 2);
    const shown = outputText(value);
    this.#showsUnknown ||= value instanceof RubyUnknown;
    // What is set to an empty text is known to be one.
    const isKnown =
      shown !== '' || node.output.value.kind !== 'lookup' || this.#evaluator.value(node.output.value) === '';
    return isKnown ? shown : this.#placeholder(node);
  }

  #placeholder({ token }: { readonly token: LiquidToken }, destination: string | null = null): string {
    this.#showsUnknown = true;
    return this.context.placeholder?.(token.text, destination) ?? '';
  }

  /** Runs what may not be run at all. What it sets is not known afterwards. */
  #inDoubt(isDoubtful: boolean, skipped: readonly Body[], run: () => string): string {
    if (!isDoubtful) {
      return run();
    }
    this.#evaluator.doubts++;
    const text = run();
    this.#evaluator.doubts--;
    this.#showsUnknown = true;
    const [scope] = this.#evaluator.scopes;
    for (const name of namesSet(skipped)) {
      scope?.set(name, new RubyUnknown(scope.get(name) ?? null));
    }
    return text;
  }

  #tag(node: Extract<LiquidNode, { kind: 'tag' }>): string {
    const { name, markup } = node;
    switch (name) {
      case 'assign': {
        const [, variable = '', value = ''] = ASSIGNMENT.exec(markup.slice(0, 5000)) ?? [];
        const offset = value === '' ? 0 : node.token.text.lastIndexOf(value);
        this.#evaluator.scopes[0]?.set(
          variable,
          this.#evaluator.output(parseOutput(value), node.token, offset),
        );
        return '';
      }
      case 'break':
      case 'continue':
        this.#interrupt = name;
        return '';
      case 'increment':
      case 'decrement':
        return this.#count(name, markup.trim(), node.token);
      case 'cycle':
        return this.#cycle(markup.slice(0, 1000), node.token);
      case 'include':
        this.#look(node);
        return this.#include(node);
      case 'include_relative':
        this.#look(node);
        this.#evaluator.hasUnknown = true;
        return this.#placeholder(node);
      case 'link':
      case 'post_url': {
        this.#look(node);
        const file = markup.trim().replace(/^\//, '');
        return this.#placeholder(node, `/${name === 'link' ? '' : '_posts/'}${file}`);
      }
      default:
        this.#evaluator.hasUnknown ||= !SETS_NOTHING.has(name);
        return this.#placeholder(node);
    }
  }

  /** A counter is a variable as well, but for one that `assign` has set. */
  #count(name: string, variable: string, { start, text }: LiquidToken): string {
    const { environment } = this.#evaluator;
    const value = environment.get(variable) ?? 0n;
    if (typeof value !== 'bigint') {
      this.#evaluator.fail(say('`{0}` is no counter', variable), start, start + text.length);
      return '';
    }
    environment.set(variable, value + (name === 'increment' ? 1n : -1n));
    return String(name === 'increment' ? value : value - 1n);
  }

  /** Turns of one name go on with each other; those without one where the values are the same literals. */
  #cycle(markup: string, { start }: LiquidToken): string {
    const [, name, list = markup] = NAMED_CYCLE.exec(markup) ?? [];
    const values = list.split(',').flatMap((part) => {
      const fragment = HAS_FRAGMENT.exec(part)?.[0];
      return fragment === undefined ? [] : [parseExpression(fragment)];
    });
    const isLiteral = values.every(({ kind }) => kind === 'literal');
    const key =
      name === undefined
        ? `${list.replace(/\s+/g, '')}${isLiteral ? '' : String(start)}`
        : inspected(this.#known(parseExpression(name)));
    const turn = this.#cycles.get(key) ?? 0;
    const shown = values[turn];
    this.#cycles.set(key, turn + 1 < values.length ? turn + 1 : 0);
    const value = shown ? this.#evaluator.value(shown) : null;
    this.#showsUnknown ||= value instanceof RubyUnknown;
    return outputText(value);
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
      const at = token.text.indexOf(file, token.text.indexOf(name) + name.length);
      const [start, end] = file === '' || at < 0 ? [0, token.text.length] : [at, at + file.length];
      this.#evaluator.fail(reason, token.start + start, token.start + end);
    }
  }

  /** Shows another template, which sees its parameters as `include`. What is wrong in it is wrong here. */
  #include(node: Extract<LiquidNode, { kind: 'tag' }>): string {
    const { markup, token } = node;
    const { file, parameters } = includeParts(markup);
    if (this.#depth >= MAX_INCLUDES) {
      return '';
    }
    this.#depth++;
    const scopes = this.#evaluator.scopes.length;
    try {
      const template = this.#templates.get(file) ?? this.context.include(file);
      this.#templates.set(file, template);
      const values = new RubyHash();
      for (const [, name = '', double, single, variable = ''] of parameters.matchAll(PARAMETER)) {
        values.set(
          name,
          double?.replaceAll('\\"', '"') ??
            single?.replaceAll("\\'", "'") ??
            this.#evaluator.value(parseExpression(variable)),
        );
      }
      this.#evaluator.scopes.push(new Map<string, RubyValue>(parameters === '' ? [] : [['include', values]]));
      this.#evaluator.hasUnknown ||= template === null;
      return template ? this.body(template) : this.#placeholder(node);
    } catch (failure) {
      if (!(failure instanceof LiquidFailure)) {
        throw failure;
      }
      this.#evaluator.fail(failure.reason, token.start, token.start + token.text.length);
      return '';
    } finally {
      this.#evaluator.scopes.length = scopes;
      this.#depth--;
    }
  }

  #hasShownUnknown(): boolean {
    return this.#showsUnknown;
  }

  #block(block: LiquidBlock): string {
    const [first] = block.branches;
    switch (block.name) {
      case 'comment':
        return '';
      case 'capture': {
        const variable = CAPTURED.exec(block.markup.slice(0, 1000))?.[0] ?? '';
        const before = this.#showsUnknown;
        this.#showsUnknown = false;
        const text = first ? this.body(first.body) : '';
        const isUnknown = this.#hasShownUnknown();
        this.#evaluator.scopes[0]?.set(variable, isUnknown ? new RubyUnknown(text) : text);
        this.#showsUnknown ||= before;
        return '';
      }
      case 'highlight':
        return highlighted(first ? this.body(first.body) : '', block.markup);
      case 'for':
        return this.#loop(block);
      case 'tablerow':
        return this.#placeholder(block);
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
    let isDoubtful = false;
    for (const [index, { condition, body }] of block.branches.entries()) {
      const value = condition === null || this.#evaluator.holds(condition, block);
      isDoubtful ||= value instanceof RubyUnknown;
      if (isTruthy(value) !== (index === 0 && block.name === 'unless')) {
        return this.#inDoubt(isDoubtful, bodiesOf(block), () => this.body(body));
      }
    }
    return this.#inDoubt(isDoubtful, bodiesOf(block), () => '');
  }

  #case(block: LiquidBlock): string {
    let text = '';
    let isElse = true;
    let isDoubtful = false;
    for (const { condition, body } of block.branches) {
      if (condition === null) {
        if (isElse) {
          return text + this.#inDoubt(isDoubtful, bodiesOf(block), () => this.body(body));
        }
        continue;
      }
      // Each value of a `when` that fits shows its body.
      for (let part: Condition | null = condition; part; part = part.next?.condition ?? null) {
        const value = this.#evaluator.holds({ ...part, next: null }, block);
        isDoubtful ||= value instanceof RubyUnknown;
        if (isTruthy(value)) {
          isElse = false;
          text += this.#inDoubt(isDoubtful, bodiesOf(block), () => this.body(body));
        }
      }
    }
    return text + this.#inDoubt(isDoubtful, bodiesOf(block), () => '');
  }

  #loop(block: LiquidBlock): string {
    const { loop, branches } = block;
    const [first, otherwise] = branches;
    const { items: list, isKnown } =
      loop && this.#evaluator.affords()
        ? this.#evaluator.list(loop.collection)
        : { items: [], isKnown: true };
    this.#evaluator.affords(list);
    const items = loop ? this.#part(list, loop, block) : [];
    if (items.length === 0 || !loop || !first) {
      return this.#inDoubt(!isKnown, bodiesOf(block), () => (otherwise ? this.body(otherwise.body) : ''));
    }
    return this.#inDoubt(!isKnown, bodiesOf(block), () => this.#turns(items, loop, first.body));
  }

  /** What of a list a loop goes over. */
  #part(list: readonly RubyValue[], loop: Loop, { token }: LiquidBlock): RubyValue[] {
    const whole = (value: RubyValue): number => {
      if (typeof value === 'boolean' || (typeof value === 'object' && value !== null)) {
        this.#evaluator.fail(
          say('`limit` and `offset` need a number'),
          token.start,
          token.start + token.text.length,
        );
        return 0;
      }
      return Math.trunc(Number(typeof value === 'string' ? toInteger(value) : value)) || 0;
    };
    const { limit, offset, name } = loop;
    const from =
      offset === 'continue' ? (this.#stops.get(name) ?? 0) : offset === null ? 0 : whole(this.#known(offset));
    const most = limit === null ? null : this.#known(limit);
    const to = isTruthy(most) ? from + whole(most) : list.length;
    // A text is one item, wherever the loop starts.
    const isText = list.length === 1 && typeof this.#known(loop.collection) === 'string';
    const items = isText ? [...list] : list.filter((_item, index) => index >= from && index < to);
    this.#stops.set(name, from + items.length);
    return loop.isReversed ? items.reverse() : items;
  }

  #known(expression: Expression): RubyValue {
    const value = this.#evaluator.value(expression);
    return value instanceof RubyUnknown ? null : value;
  }

  #turns(items: readonly RubyValue[], loop: Loop, body: Body): string {
    let text = '';
    const scope = new Map<string, RubyValue>();
    this.#evaluator.scopes.push(scope);
    for (const [index, item] of items.entries()) {
      scope.set(loop.variable, item);
      scope.set('forloop', forloop(index, items.length));
      text += this.body(body);
      const interrupt = this.#interrupt;
      this.#interrupt = null;
      if (interrupt === 'break' || this.#steps > MAX_STEPS || this.#written > MAX_OUTPUT) {
        break;
      }
    }
    this.#evaluator.scopes.pop();
    return text;
  }
}
