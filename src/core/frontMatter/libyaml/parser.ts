import { tell } from './failure';
import type { Tag } from './properties';
import { Scanner } from './scanner';
import type { Token, TokenType } from './scanner';

/** A node as libyaml hands it on, before anyone types it. Offsets are those of the source. */
export type RawNode = RawScalar | RawAlias | RawList | RawMap;

interface Raw {
  readonly start: number;
  end: number;
}

interface WithProperties extends Raw {
  readonly anchor: string | null;
  /** The whole tag, `tag:yaml.org,2002:str`; `!` for the tag that says nothing. */
  readonly tag: string | null;
}

export interface RawScalar extends WithProperties {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface RawAlias extends Raw {
  readonly kind: 'alias';
  readonly name: string;
}

export interface RawList extends WithProperties {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: RawNode[];
}

export interface RawMap extends WithProperties {
  readonly kind: 'map';
  readonly flow: boolean;
  /** Keys and values in turn. */
  readonly children: RawNode[];
}

/** Far beyond what people write, and within what a stack bears. */
const MAX_DEPTH = 500;

interface Properties {
  readonly anchor: string | null;
  readonly tag: string | null;
  readonly end: number;
}

const NO_PROPERTIES: Properties = { anchor: null, tag: null, end: 0 };

/** What follows where a document, an item, or a key or value is empty. */
const DOCUMENT_ENDS: readonly TokenType[] = ['document-start', 'document-end', 'directive', 'stream-end'];
const BLOCK_ITEM_ENDS: readonly TokenType[] = ['block-end', '-'];
const INDENTLESS_ITEM_ENDS: readonly TokenType[] = ['block-end', '-', '?', ':'];
const BLOCK_PART_ENDS: readonly TokenType[] = ['?', ':', 'block-end'];

/** Puts libyaml's tokens together (src/parser.c), up to the end of the first document. */
export class Parser {
  readonly #scanner: Scanner;
  #depth = 0;
  readonly #roots: RawNode[] = [];
  /** Where the first document ends before the source does. */
  rest: number | null = null;

  constructor(source: string) {
    this.#scanner = new Scanner(source);
  }

  /** The document's node as far as it was read; undefined for none. */
  get root(): RawNode | undefined {
    return this.#roots[0];
  }

  /** Reads the first document; gives up with a Failure. */
  read(): void {
    while (this.#is('document-end')) {
      this.#scanner.take();
    }
    if (this.#is('stream-end')) {
      return;
    }
    const explicit = this.#is('document-start') || this.#is('directive');
    if (explicit) {
      while (this.#is('directive')) {
        this.#scanner.take();
      }
      if (!this.#is('document-start')) {
        this.#fail('did not find expected <document start>', '', this.#scanner.peek().start);
      }
      this.#scanner.take();
    }
    if (explicit && this.#isOneOf(DOCUMENT_ENDS)) {
      this.#roots.push(this.#empty(this.#scanner.peek().start));
    } else {
      this.#node(true, false, this.#roots);
    }
    const next = this.#scanner.peek();
    this.rest = next.type === 'stream-end' ? null : next.start;
  }

  #is(type: TokenType): boolean {
    return this.#scanner.peek().type === type;
  }

  #isOneOf(types: readonly TokenType[]): boolean {
    return types.includes(this.#scanner.peek().type);
  }

  #fail(reason: string, context: string, start: number): never {
    return tell(reason, context, start, this.#scanner.peek().start);
  }

  /** Adds a node to its parent's before its content is read, so that a failure leaves what was read up to then. */
  #node(inBlock: boolean, indentless: boolean, nodes: RawNode[]): void {
    let token = this.#scanner.peek();
    if (token.type === 'alias') {
      this.#scanner.take();
      nodes.push({ kind: 'alias', name: token.text, start: token.start, end: token.end });
      return;
    }
    let properties = NO_PROPERTIES;
    if (token.type === 'anchor' || token.type === 'tag') {
      properties = this.#properties();
      token = this.#scanner.peek();
    }
    const { anchor, tag } = properties;
    const { type, start, end } = token;
    if (type === 'scalar') {
      this.#scanner.take();
      nodes.push({ kind: 'scalar', text: token.text, style: token.style, anchor, tag, start, end });
      return;
    }
    const isList = type === '[' || (type === '-' && indentless) || (type === 'block-sequence' && inBlock);
    if (isList || type === '{' || (type === 'block-mapping' && inBlock)) {
      if (++this.#depth > MAX_DEPTH) {
        this.#fail('nested too deeply', '', start);
      }
      const flow = type === '[' || type === '{';
      if (isList) {
        const list: RawList = { kind: 'list', flow, items: [], anchor, tag, start, end };
        nodes.push(list);
        this.#list(list, type);
      } else {
        const map: RawMap = { kind: 'map', flow, children: [], anchor, tag, start, end };
        nodes.push(map);
        this.#map(map);
      }
      this.#depth--;
      return;
    }
    if (properties === NO_PROPERTIES) {
      this.#fail(
        'did not find expected node content',
        inBlock ? 'while parsing a block node' : 'while parsing a flow node',
        start,
      );
    }
    const at = properties.end;
    nodes.push({ kind: 'scalar', text: '', style: 'plain', anchor, tag, start: at, end: at });
  }

  #list(list: RawList, type: TokenType): void {
    if (list.flow) {
      this.#flowList(list);
    } else if (type === '-') {
      this.#indentlessList(list);
    } else {
      this.#blockList(list);
    }
  }

  #map(map: RawMap): void {
    if (map.flow) {
      this.#flowMap(map);
    } else {
      this.#blockMap(map);
    }
  }

  #properties(): Properties {
    let anchor: string | null = null;
    let tag: string | null = null;
    let end = 0;
    while ((anchor === null && this.#is('anchor')) || (tag === null && this.#is('tag'))) {
      const token = this.#scanner.take();
      end = token.end;
      if (token.type === 'anchor') {
        anchor = token.text;
      } else {
        tag = this.#wholeTag(token);
      }
    }
    return { anchor, tag, end };
  }

  #wholeTag({ tag, start }: Token): string {
    const { handle, suffix }: Tag = tag ?? { handle: '', suffix: '!' };
    switch (handle) {
      case '':
        return suffix;
      case '!':
        return `!${suffix}`;
      case '!!':
        return `tag:yaml.org,2002:${suffix}`;
      default:
        // Only a directive could define it, and front matter has none.
        return tell('found undefined tag handle', 'while parsing a node', start, start);
    }
  }

  #empty(at: number): RawScalar {
    return { kind: 'scalar', text: '', style: 'plain', anchor: null, tag: null, start: at, end: at };
  }

  #blockList(list: RawList): void {
    this.#scanner.take();
    const { start } = this.#scanner.peek();
    while (this.#is('-')) {
      this.#item(list, BLOCK_ITEM_ENDS);
    }
    if (!this.#is('block-end')) {
      this.#fail("did not find expected '-' indicator", 'while parsing a block collection', start);
    }
    this.#scanner.take();
  }

  #indentlessList(list: RawList): void {
    while (this.#is('-')) {
      this.#item(list, INDENTLESS_ITEM_ENDS);
    }
  }

  #item(list: RawList, ends: readonly TokenType[]): void {
    const { end } = this.#scanner.take();
    list.end = end;
    if (this.#isOneOf(ends)) {
      list.items.push(this.#empty(end));
    } else {
      this.#node(true, false, list.items);
    }
    list.end = list.items.at(-1)?.end ?? end;
  }

  #blockMap(map: RawMap): void {
    this.#scanner.take();
    const { children } = map;
    while (this.#is('?')) {
      this.#part(this.#scanner.take().end, children);
      if (this.#is(':')) {
        this.#part(this.#scanner.take().end, children);
      } else {
        children.push(this.#empty(this.#scanner.peek().start));
      }
      map.end = map.children.at(-1)?.end ?? map.end;
    }
    if (!this.#is('block-end')) {
      this.#fail('did not find expected key', 'while parsing a block mapping', map.start);
    }
    this.#scanner.take();
  }

  /** A key or a value of a block mapping. */
  #part(at: number, nodes: RawNode[]): void {
    if (this.#isOneOf(BLOCK_PART_ENDS)) {
      nodes.push(this.#empty(at));
    } else {
      this.#node(true, true, nodes);
    }
  }

  #flowList(list: RawList): void {
    const context = 'while parsing a flow sequence';
    this.#scanner.take();
    for (let first = true; !this.#is(']'); first = false) {
      if (!first) {
        this.#comma("did not find expected ',' or ']'", context, list.start);
        if (this.#is(']')) {
          break;
        }
      }
      if (this.#is('?')) {
        const { start, end } = this.#scanner.take();
        const pair: RawMap = { kind: 'map', flow: true, children: [], anchor: null, tag: null, start, end };
        list.items.push(pair);
        this.#pair(pair, end, ']');
      } else {
        this.#node(false, false, list.items);
      }
    }
    list.end = this.#scanner.take().end;
  }

  #flowMap(map: RawMap): void {
    const context = 'while parsing a flow mapping';
    this.#scanner.take();
    for (let first = true; !this.#is('}'); first = false) {
      if (!first) {
        this.#comma("did not find expected ',' or '}'", context, map.start);
        if (this.#is('}')) {
          break;
        }
      }
      if (this.#is('?')) {
        this.#pair(map, this.#scanner.take().end, '}');
      } else {
        this.#node(false, false, map.children);
        map.children.push(this.#empty(this.#scanner.peek().start));
      }
    }
    map.end = this.#scanner.take().end;
  }

  #comma(reason: string, context: string, start: number): void {
    if (!this.#is(',')) {
      this.#fail(reason, context, start);
    }
    this.#scanner.take();
  }

  /** A key and its value inside brackets; either may be missing. */
  #pair(map: RawMap, at: number, close: ']' | '}'): void {
    const { children } = map;
    if (this.#is(':') || this.#is(',') || this.#is(close)) {
      children.push(this.#empty(at));
      if (close === ']') {
        // libyaml's own slip: what follows `?` is gone.
        this.#scanner.take();
      }
    } else {
      this.#node(false, false, children);
    }
    if (this.#is(':')) {
      const { end } = this.#scanner.take();
      if (this.#is(',') || this.#is(close)) {
        children.push(this.#empty(end));
      } else {
        this.#node(false, false, children);
      }
    } else {
      children.push(this.#empty(this.#scanner.peek().start));
    }
    map.end = map.children.at(-1)?.end ?? map.end;
  }
}
