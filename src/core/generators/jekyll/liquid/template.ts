import { say } from '../../../message';
import type { Message } from '../../../message';
import { parseExpression } from './expression';
import type { Condition, Expression, Loop, Output } from './expression';
import { LiquidFailure } from './failure';
import { HAS_FRAGMENT, parseCondition, parseLoop, parseOutput, parseWhen } from './syntax';
import { tokenize } from './tokens';
import type { LiquidToken } from './tokens';

/** The parts of a block. */
export interface Body {
  readonly nodes: LiquidNode[];
  isBlank: boolean;
}

/** What a block does under a condition; null for `else`. */
export interface Branch {
  readonly condition: Condition | null;
  readonly body: Body;
}

export type LiquidNode =
  | { kind: 'text'; text: string }
  | { readonly kind: 'output'; readonly output: Output; readonly token: LiquidToken }
  | { readonly kind: 'tag'; readonly name: string; readonly markup: string; readonly token: LiquidToken }
  | LiquidBlock;

export interface LiquidBlock {
  readonly kind: 'block';
  readonly name: string;
  readonly markup: string;
  readonly token: LiquidToken;
  readonly branches: Branch[];
  /** For `for` and `tablerow`. */
  loop?: Loop;
  /** Nothing in it shows: not even its blanks do then. */
  isBlank: boolean;
}

/** The tags of Liquid and of Jekyll itself, and which of them are blocks. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'capture', 'case', 'comment', 'for', 'highlight', 'if', 'ifchanged', 'raw', 'tablerow', 'unless',
]); // prettier-ignore
const TAGS: ReadonlySet<string> = new Set([
  'assign', 'break', 'continue', 'cycle', 'decrement', 'include', 'include_relative', 'increment', 'link', 'post_url',
]); // prettier-ignore

/** Tags of Jekyll and of its common plugins that set no variable. */
export const SETS_NOTHING: ReadonlySet<string> = new Set([
  'break', 'continue', 'cycle', 'feed_meta', 'gist', 'include_cached', 'link', 'post_url', 'seo',
]); // prettier-ignore

/** Words that part blocks, and are known wherever tags are. */
const PARTS: ReadonlySet<string> = new Set([
  'else',
  'elsif',
  'when',
  ...[...BLOCKS].map((name) => `end${name}`),
]);

const MAX_DEPTH = 100;
const TAG = /^\{%-?\s*(\w+)\s*([^]*?)-?%\}$/;

/** How a site has its templates read. */
export interface TemplateOptions {
  /** Tags that plugins add; null where they are not known, and no tag is unknown then. */
  readonly tags: ReadonlySet<string> | null;
  /** What is only warned of else ends the build (Jekyll's `error_mode: strict`). */
  readonly isStrict: boolean;
}

/**
 * Reads a template as Liquid 4.0.3 does for Jekyll (lib/liquid/block_body.rb, tags/*.rb).
 * @throws LiquidFailure
 */
export function parseTemplate(source: string, options: TemplateOptions): Body {
  const parser = new TemplateParser(source, options);
  const body: Body = { nodes: [], isBlank: true };
  const end = parser.body(body);
  if (end) {
    parser.fail(unexpected(end.name), end.token);
  }
  return body;
}

function unexpected(name: string): Message {
  return name === 'else' || name === 'elsif' || name === 'when' || name.startsWith('end')
    ? say('`{0}` belongs to no block', name)
    : say('Liquid knows no tag `{0}`', name);
}

/** A tag that is not registered: the block around it must know what it is. */
interface Unregistered {
  readonly name: string;
  readonly markup: string;
  readonly token: LiquidToken;
}

class TemplateParser {
  readonly #tokens: LiquidToken[];
  #at = 0;
  #depth = 0;
  /** The last tag had a `-` at its end. */
  #trims = false;

  constructor(
    source: string,
    readonly options: TemplateOptions,
  ) {
    this.#tokens = tokenize(source);
  }

  fail(reason: Message, { start, text }: LiquidToken): never {
    throw new LiquidFailure(reason, start, start + text.length);
  }

  /** Reads up to a tag that is not registered; null at the end. */
  body(body: Body): Unregistered | null {
    for (let token = this.#tokens[this.#at++]; token; token = this.#tokens[this.#at++]) {
      if (token.kind === 'text') {
        this.#text(body, token.text);
        continue;
      }
      if (token.text[2] === '-') {
        const last = body.nodes.at(-1);
        if (last?.kind === 'text') {
          last.text = last.text.replace(/[\s\0]+$/, '');
        }
      }
      this.#trims = token.text.at(-3) === '-';
      if (token.kind === 'output') {
        if (!token.text.endsWith('}}') || token.text.length < 4) {
          this.fail(say('`{0}` is not closed', '{{'), token);
        }
        const markup = inside(token.text);
        const output = parseOutput(markup, this.options.isStrict) ?? this.#unreadable('{{', token);
        body.nodes.push({ kind: 'output', output, token });
        body.isBlank = false;
        continue;
      }
      const [, name, markup = ''] = TAG.exec(token.text) ?? [];
      if (name === undefined) {
        this.fail(say('`{0}` is not closed', '{%'), token);
      }
      const tag = { name, markup, token };
      if (BLOCKS.has(name)) {
        const block = this.#block(tag);
        body.nodes.push(block);
        body.isBlank &&= block.isBlank;
      } else if (
        TAGS.has(name) ||
        this.options.tags?.has(name) ||
        (this.options.tags === null && !PARTS.has(name))
      ) {
        this.#check(tag);
        body.nodes.push({ kind: 'tag', ...tag });
        body.isBlank &&= name === 'assign';
      } else {
        return tag;
      }
    }
    return null;
  }

  #text(body: Body, text: string): void {
    const shown = this.#trims ? text.replace(/^[\s\0]+/, '') : text;
    this.#trims = false;
    body.nodes.push({ kind: 'text', text: shown });
    body.isBlank &&= shown.trim() === '';
  }

  #check({ name, markup, token }: Unregistered): void {
    const isRead =
      name === 'assign'
        ? /[\w\-.[\]]\)?\s*=/.test(markup.slice(0, 1000)) &&
          (!this.options.isStrict || parseOutput(markup.slice(markup.indexOf('=') + 1), true) !== null)
        : name === 'cycle'
          ? new RegExp(`^${HAS_FRAGMENT.source}`).test(markup.slice(0, 1000))
          : name === 'include' || name === 'include_relative'
            ? hasIncludeSyntax(markup)
            : name === 'post_url'
              ? /(?:^|\/)\d+-\d+-\d+-/m.test(markup.trim())
              : true;
    if (!isRead) {
      this.#unreadable(name, token);
    }
  }

  #unreadable(name: string, token: LiquidToken): never {
    return this.fail(say('Liquid cannot read this `{0}`', name), token);
  }

  #block(tag: Unregistered): LiquidBlock {
    const { name, markup, token } = tag;
    const block: LiquidBlock = { kind: 'block', name, markup, token, branches: [], isBlank: true };
    if (name === 'raw') {
      this.#raw(block);
      return block;
    }
    this.#open(block);
    let end = this.#part(block, this.#condition(block, name, markup));
    if (name === 'case') {
      // What stands before the first `when` shows never.
      block.branches.pop();
    }
    while (end) {
      end = this.#next(block, end);
    }
    block.isBlank ||= name === 'comment' || name === 'capture';
    return block;
  }

  /** What a block needs to say behind its name. */
  #open(block: LiquidBlock): void {
    const { name, markup, token } = block;
    const start = markup.slice(0, 1000);
    if (name === 'for') {
      const loop = parseLoop(markup, this.options.isStrict);
      if (!loop) {
        this.#unreadable(name, token);
      }
      block.loop = loop;
    } else if (
      (name === 'case' && !HAS_FRAGMENT.test(start)) ||
      (name === 'capture' && !/[\w\-.[\]]/.test(start)) ||
      (name === 'tablerow' && !new RegExp(`\\w\\s+in\\s+${HAS_FRAGMENT.source}`).test(start)) ||
      (name === 'highlight' && !isHighlight(start.trim()))
    ) {
      this.#unreadable(name, token);
    }
  }

  #condition({ name, token }: LiquidBlock, tag: string, markup: string): Condition | null {
    if ((name !== 'if' && name !== 'unless') || tag === 'else') {
      return null;
    }
    return parseCondition(markup, this.options.isStrict) ?? this.#unreadable(tag, token);
  }

  /** Reads a part of a block, up to the tag that ends it; null where that is the block's own end. */
  #part(block: LiquidBlock, condition: Condition | null): Unregistered | null {
    if (this.#depth >= MAX_DEPTH) {
      this.fail(say('Liquid blocks are nested too deeply'), block.token);
    }
    this.#depth++;
    const body: Body = { nodes: [], isBlank: true };
    block.branches.push({ condition, body });
    let end = this.body(body);
    // A comment takes every tag that is no tag.
    while (end && block.name === 'comment' && end.name !== 'endcomment') {
      end = this.body(body);
    }
    this.#depth--;
    if (!end) {
      this.fail(say('`{0}` is not closed', block.name), block.token);
    }
    block.isBlank &&= body.isBlank;
    return end.name === `end${block.name}` ? null : end;
  }

  /** Goes on behind a tag that parts a block. */
  #next(block: LiquidBlock, { name, markup, token }: Unregistered): Unregistered | null {
    switch (block.name) {
      case 'if':
      case 'unless':
        if (name === 'else' || name === 'elsif') {
          return this.#part(block, this.#condition(block, name, markup));
        }
        break;
      case 'case':
        if (name === 'else' ? markup.trim() === '' : name === 'when') {
          return this.#part(block, name === 'else' ? null : this.#when(block, markup, token));
        }
        break;
      case 'for':
        if (name === 'else') {
          // A second one ends the block, and its end belongs to nothing.
          const end = this.#part(block, null);
          return end?.name === 'else' ? null : end && this.#next({ ...block, name: '' }, end);
        }
        break;
      default:
    }
    return this.fail(unexpected(name), token);
  }

  /** `when` as the comparisons that it stands for. */
  #when(block: LiquidBlock, markup: string, token: LiquidToken): Condition {
    const left: Expression = parseExpression(HAS_FRAGMENT.exec(block.markup)?.[0] ?? '');
    const values = parseWhen(markup) ?? this.#unreadable('when', token);
    let condition: Condition | null = null;
    for (const right of values.reverse()) {
      condition = { left, operator: '==', right, next: condition && { relation: 'or', condition } };
    }
    return condition ?? this.#unreadable('when', token);
  }

  /** Takes everything as it stands (lib/liquid/tags/raw.rb). `{%- endraw` ends nothing. */
  #raw(block: LiquidBlock): void {
    if (block.markup.trim() !== '') {
      this.#unreadable('raw', block.token);
    }
    let text = '';
    for (let token = this.#tokens[this.#at++]; token; token = this.#tokens[this.#at++]) {
      const tag = token.text.endsWith('%}') ? token.text.lastIndexOf('{%') : -1;
      const name = tag < 0 ? undefined : /^\{%\s*(\w+)/.exec(token.text.slice(tag))?.[1];
      if (name !== undefined) {
        text += token.text.slice(0, tag);
      }
      if (name === 'endraw') {
        block.isBlank = text === '';
        block.branches.push({
          condition: null,
          body: { nodes: [{ kind: 'text', text }], isBlank: block.isBlank },
        });
        return;
      }
      text += token.text;
    }
    this.fail(say('`{0}` is not closed', 'raw'), block.token);
  }
}

/** What stands between the braces, without the signs that trim. */
function inside(output: string): string {
  return output.slice(2, -2).replace(/^-/, '').replace(/-$/, '');
}

const INCLUDE_PARAMETER = `[\\w-]+\\s*=\\s*(?:"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"|'[^'\\\\]*(?:\\\\.[^'\\\\]*)*'|[\\w.-]+)`;
const INCLUDE_PARAMETERS = new RegExp(`^\\s*(?:${INCLUDE_PARAMETER}(?=\\s|$)\\s*)*$`);
/** `{{ page.name }}.html`: the file's name is only known when the page is made. */
const INCLUDE_VARIABLE = /^([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*)?\}\}[^\s{}]*)+)([^]*)$/;

/** The file that `include` names, and its parameters. */
export function includeParts(markup: string): { readonly file: string; readonly parameters: string } {
  const text = markup.slice(0, 5000).trim();
  const [, variable, rest = ''] = INCLUDE_VARIABLE.exec(text) ?? [];
  const [file = '', parameters = ''] =
    variable === undefined ? (/^(\S*)\s*([^]*)$/.exec(text)?.slice(1) ?? []) : [variable.trim(), rest.trim()];
  return { file, parameters };
}

function hasIncludeSyntax(markup: string): boolean {
  return markup.length > 5000 || INCLUDE_PARAMETERS.test(includeParts(markup).parameters);
}

function isHighlight(markup: string): boolean {
  return /^[a-zA-Z0-9.+#_-]+(?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*$/m.test(markup);
}
