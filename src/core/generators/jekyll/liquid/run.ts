import { say } from '../../../message';
import { escapeHtml } from '../../../render/markdown';
import { isTruthy, RubyHash } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { Evaluator, MAX_OUTPUT, MAX_STEPS } from './evaluate';
import type { LiquidContext } from './evaluate';
import { outputText } from './operations';
import { parseExpression, parseOutput } from './syntax';
import { includeParts, LiquidFailure } from './template';
import type { Body, LiquidBlock, LiquidNode } from './template';
import type { LiquidToken } from './tokens';

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
  readonly #evaluator: Evaluator;
  readonly #cycles = new Map<string, number>();
  readonly #counters = new Map<string, bigint>();
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
    const shown = outputText(this.#evaluator.output(node.output, node));
    // What is set to an empty text is known to be one.
    const isKnown =
      shown !== '' || node.output.value.kind !== 'lookup' || this.#evaluator.value(node.output.value) === '';
    return isKnown ? shown : this.#placeholder(node);
  }

  #placeholder({ token }: { readonly token: LiquidToken }, destination: string | null = null): string {
    return this.context.placeholder?.(token.text, destination) ?? '';
  }

  #tag(node: Extract<LiquidNode, { kind: 'tag' }>): string {
    const { name, markup } = node;
    switch (name) {
      case 'assign': {
        const [, variable = '', value = ''] =
          /((?:\(?[\w\-.[\]]\)?)+)\s*=\s*([^]*)/.exec(markup.slice(0, 5000)) ?? [];
        this.#evaluator.scopes[0]?.set(variable, this.#evaluator.output(parseOutput(value), node));
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
        this.#look(node);
        return this.#placeholder(node);
      case 'link':
      case 'post_url': {
        this.#look(node);
        const file = markup.trim().replace(/^\//, '');
        return this.#placeholder(node, `/${name === 'link' ? '' : '_posts/'}${file}`);
      }
      default:
        return this.#placeholder(node);
    }
  }

  #count(name: string, variable: string): string {
    const value = this.#counters.get(variable) ?? 0n;
    this.#counters.set(variable, value + (name === 'increment' ? 1n : -1n));
    return String(name === 'increment' ? value : value - 1n);
  }

  #cycle(markup: string): string {
    const [, name = markup, list = markup] = /^("[^"]*"|'[^']*'|[^\s,|'":]+)\s*:\s*([^]*)/.exec(markup) ?? [];
    const values = list.split(',').map((value) => this.#evaluator.value(parseExpression(value.trim())));
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
      const at = token.text.indexOf(file, token.text.indexOf(name) + name.length);
      const [start, end] = file === '' || at < 0 ? [0, token.text.length] : [at, at + file.length];
      throw new LiquidFailure(reason, token.start + start, token.start + end);
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
      return template ? this.body(template) : this.#placeholder(node);
    } catch (failure) {
      throw failure instanceof LiquidFailure
        ? new LiquidFailure(failure.reason, token.start, token.start + token.text.length)
        : failure;
    } finally {
      this.#evaluator.scopes.length = scopes;
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
        this.#evaluator.scopes[0]?.set(variable, first ? this.body(first.body) : '');
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
    for (const [index, { condition, body }] of block.branches.entries()) {
      const holds = condition === null || isTruthy(this.#evaluator.holds(condition, block));
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
      } else if (isTruthy(this.#evaluator.holds(condition, block))) {
        isElse = false;
        text += this.body(body);
      }
    }
    return text;
  }

  #loop({ loop, branches: [first, otherwise] }: LiquidBlock): string {
    const list = loop && this.#evaluator.affords() ? this.#evaluator.list(loop.collection) : [];
    this.#evaluator.affords(list);
    const from = Number(loop?.offset ? (this.#evaluator.value(loop.offset) ?? 0) : 0) || 0;
    const limit = loop?.limit ? this.#evaluator.value(loop.limit) : null;
    const items = list.slice(from, limit === null ? undefined : from + (Number(limit) || 0));
    if (loop?.isReversed) {
      items.reverse();
    }
    if (items.length === 0 || !loop || !first) {
      return otherwise ? this.body(otherwise.body) : '';
    }
    let text = '';
    const scope = new Map<string, RubyValue>();
    this.#evaluator.scopes.push(scope);
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
    this.#evaluator.scopes.pop();
    return text;
  }
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

/** Code is shown as it stands: in a block of its own, which `pre` makes go on over blank lines. Its lines may have numbers. */
function highlighted(code: string, options: string): string {
  const trimmed = code.replace(/^[\r\n]+/, '').replace(/[\r\n]+$/, '');
  const numbers = trimmed.split('\n').map((_line, index) => `${String(index + 1)}\n`);
  const gutter = /\slinenos\b/.test(options) ? `\n<pre>${numbers.join('')}</pre>` : '';
  return `${gutter}\n<pre><code>${escapeHtml(trimmed)}</code></pre>\n`;
}
