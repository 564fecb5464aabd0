import type { Attributes } from './attributes';
import { blockAttributes } from './attributes';
import { blockHtml } from './blockHtml';
import { definitionList } from './definitionList';
import { abbreviationDefinition, footnoteDefinition, linkDefinition } from './definitions';
import type { Document } from './document';
import type { Kind } from './element';
import { Element } from './element';
import { blockExtension } from './extensions';
import { atxHeader, blockquote, fencedCode, horizontalRule, indentedCode, setextHeader } from './plainBlocks';
import { isEndMarker, isListStart, isParagraphEnd } from './boundaries';
import { list } from './list';
import { blockMath } from './math';
import { afterBlankLines, Source, trimEnd, trimStart } from './source';
import { table } from './table';

/** Nesting that no reader sees any more; what is nested deeper is text. */
export const MAX_DEPTH = 60;

/** A text that is being read into an element. */
export class Blocks {
  /** An attribute list that waits for the block behind it. */
  pending: Attributes | null = null;
  /** Set by the closing tag of the HTML element that is being read. */
  isStopped = false;
  /** How many HTML elements with Markdown in them are open. */
  nesting = 0;

  constructor(
    readonly document: Document,
    readonly source: Source,
    public tree: Element,
    readonly depth: number,
  ) {}

  /** Adds a block, with the attribute list that stood before it. */
  add(kind: Kind, value = ''): Element {
    const block = this.create(kind, value);
    this.tree.children.push(block);
    return block;
  }

  create(kind: Kind, value = ''): Element {
    const block = new Element(kind, value);
    block.ial = this.pending;
    this.pending = null;
    return block;
  }

  /** after_block_boundary? */
  get isAfterBoundary(): boolean {
    const { last } = this.tree;
    return (
      !last || last.kind === 'blank' || (last.kind === 'end' && last.value === '') || this.pending !== null
    );
  }

  /** before_block_boundary? */
  get isBeforeBoundary(): boolean {
    const { source } = this;
    return (
      source.isAtEnd ||
      afterBlankLines(source.text, source.at) > source.at ||
      isEndMarker(source, source.at) ||
      blockAttributes(source, source.at) !== null
    );
  }

  /** Reads a text of its own into an element: each of its lines ends with a line feed. */
  nested(element: Element, text: string): void {
    if (this.depth >= MAX_DEPTH || !this.document.canReadBlocks(text.length)) {
      element.children.push(paragraph(text));
      return;
    }
    readBlocks(new Blocks(this.document, new Source(text), element, this.depth + 1));
  }
}

function paragraph(text: string): Element {
  const block = new Element('p');
  block.addText(trimEnd(trimStart(text)), 'raw');
  return block;
}

/** parse_blocks (lib/kramdown/parser/kramdown.rb): each parser in turn, in the order of the GFM parser. */
export function readBlocks(blocks: Blocks): void {
  const { source } = blocks;
  while (!source.isAtEnd && !blocks.isStopped) {
    if (!readBlock(blocks)) {
      const end = source.nextLine(source.at);
      blocks.tree.addText(source.text.slice(source.at, end), 'raw');
      source.at = end;
    }
  }
}

/** By the first character that is no blank: most lines start a paragraph, and most parsers need a certain character. */
function readBlock(blocks: Blocks): boolean {
  const { source } = blocks;
  const { text, at } = source;
  const blank = afterBlankLines(text, at);
  if (blank > at) {
    return blankLines(blocks, blank);
  }
  let first = at;
  while (text.charCodeAt(first) === 32) {
    first++;
  }
  if (first - at >= 4 || text.charCodeAt(at) === 9) {
    return indentedCode(blocks);
  }
  if (startsBlock(blocks, text.charCodeAt(first), first === at)) {
    return true;
  }
  return setextHeader(blocks) || table(blocks) || plainParagraph(blocks);
}

function startsBlock(blocks: Blocks, code: number, isUnindented: boolean): boolean {
  switch (code) {
    case 96: // `
    case 126: // ~
      return fencedCode(blocks);
    case 62: // >
      return blockquote(blocks);
    case 35: // #
      return isUnindented && atxHeader(blocks);
    case 42: // *
      return (
        horizontalRule(blocks) ||
        readList(blocks) ||
        setextHeader(blocks) ||
        table(blocks) ||
        abbreviationDefinition(blocks)
      );
    case 45: // -
      return horizontalRule(blocks) || readList(blocks);
    case 95: // _
      return horizontalRule(blocks);
    case 58: // :
      return definitionList(blocks);
    case 60: // <
      return blockHtml(blocks);
    case 36: // $
    case 92: // \
      return setextHeader(blocks) || blockMath(blocks);
    case 91: // [
      return setextHeader(blocks) || table(blocks) || footnoteDefinition(blocks) || linkDefinition(blocks);
    case 123: // {
      return setextHeader(blocks) || table(blocks) || blockExtension(blocks);
    case 94: // ^
      return setextHeader(blocks) || endMarker(blocks);
    default:
      return (code === 43 || (code >= 48 && code <= 57)) && readList(blocks);
  }
}

function readList(blocks: Blocks): boolean {
  return isListStart(blocks.source, blocks.source.at) !== null && list(blocks);
}

function blankLines(blocks: Blocks, end: number): boolean {
  const { source, tree } = blocks;
  const value = source.text.slice(source.at, end);
  if (tree.last?.kind === 'blank') {
    tree.last.value += value;
  } else {
    blocks.add('blank', value);
  }
  source.at = end;
  return true;
}

/** parse_eob_marker: `^` on a line of its own ends a list or a block. */
function endMarker(blocks: Blocks): boolean {
  if (!isEndMarker(blocks.source, blocks.source.at)) {
    return false;
  }
  blocks.source.at = blocks.source.nextLine(blocks.source.at);
  blocks.add('end');
  return true;
}

/** parse_paragraph: up to a block that may interrupt it; a paragraph behind a paragraph continues it. */
function plainParagraph(blocks: Blocks): boolean {
  const { source, tree } = blocks;
  const { text, at } = source;
  if (text.charCodeAt(at) === 32 && /^ {0,3}\t/.test(text.slice(at, at + 4))) {
    return false;
  }
  let end = source.nextLine(at);
  while (!isParagraphEnd(source, end)) {
    end = source.nextLine(end);
  }
  source.at = end;
  const value = trimEnd(text.slice(at, end));
  const { last } = tree;
  if (last?.kind === 'p') {
    const joiner = text.slice(at - 3, at) === '  \n' ? '  \n' : '\n';
    last.addText(last.last?.kind === 'raw' ? joiner + value : value, 'raw');
  } else {
    blocks.add('p').addText(trimStart(value), 'raw');
  }
  return true;
}
