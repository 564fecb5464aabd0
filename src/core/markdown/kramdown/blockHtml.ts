import { readBlocks } from './blocks';
import type { Blocks } from './blocks';
import { Element } from './element';
import {
  BODYLESS_ELEMENTS,
  closingTag,
  commentEnd,
  contentModel,
  elementName,
  findClosingTag,
  openingTag,
  SPAN_ELEMENTS,
} from './htmlTags';
import type { Tag } from './htmlTags';
import { afterIndent } from './source';
import type { Source } from './source';

/** Nesting that matters to nobody; deeper elements are left without their content. */
const MAX_DEPTH = 200;

/** parse_block_html: a comment or an element; its content is no Markdown unless it says `markdown="1"`. */
export function blockHtml(blocks: Blocks): boolean {
  const { source, tree } = blocks;
  const comment = commentEnd(source, source.at);
  if (comment >= 0) {
    const element = new Element('comment');
    element.isBlock = true;
    tree.children.push(element);
    source.at = afterLineEnd(source, comment);
    return true;
  }
  const start = afterIndent(source.text, source.at);
  const open = openingTag(source, start);
  if (open) {
    if (SPAN_ELEMENTS.has(open.name.toLowerCase())) {
      return false;
    }
    source.at = open.end;
    element(blocks, tree, open, 0);
    return true;
  }
  const close = closingTag(source, start);
  if (close && tree.kind === 'html' && tree.value === close.name.toLowerCase()) {
    source.at = close.end;
    blocks.isStopped = true;
    return true;
  }
  return false;
}

/** handle_html_start_tag and handle_kramdown_html_tag: the element whose tag has just been read. */
function element(blocks: Blocks, parent: Element, tag: Tag, depth: number): void {
  const { source } = blocks;
  const name = elementName(tag.name);
  const html = new Element('html', name);
  html.isBlock = true;
  html.attributes = tag.attributes;
  parent.children.push(html);
  html.ial = blocks.pending;
  blocks.pending = null;
  if (name === 'script' || name === 'style') {
    html.model = 'raw';
    takeUpTo(source, html, name, 'text');
    // What a browser would take for tags in it is text that nobody reads.
    html.children.forEach((text) => (text.value = text.value.replace(/<!--[^]*?-->|<[^<>]*>/g, ' ')));
    return;
  }
  const isInRaw = parent.kind === 'html' && parent.model === 'raw';
  html.model =
    modelOf(tag, name) ?? (blocks.document.parsesBlockHtml && !isInRaw ? contentModel(name) : 'raw');
  if (html.model === 'block') {
    source.at = afterLineEnd(source, source.at);
  }
  if (tag.isClosed || BODYLESS_ELEMENTS.has(name)) {
    return;
  }
  if (html.model === 'block' && depth < MAX_DEPTH) {
    markdownContent(blocks, html);
  } else if (html.model === 'span') {
    takeUpTo(source, html, name, 'raw');
  } else if (depth < MAX_DEPTH) {
    html.model = 'raw';
    rawContent(blocks, html, depth + 1);
  }
  if (!isInRaw) {
    source.at = afterLineEnd(source, source.at);
  }
}

function modelOf({ markdown }: Tag, name: string): 'raw' | 'span' | 'block' | null {
  switch (markdown) {
    case '1':
      return contentModel(name);
    case 'span':
    case 'block':
      return markdown;
    case '0':
      return 'raw';
    default:
      return null;
  }
}

function markdownContent(blocks: Blocks, html: Element): void {
  const { tree } = blocks;
  if (blocks.nesting >= MAX_DEPTH) {
    return;
  }
  blocks.tree = html;
  blocks.nesting++;
  readBlocks(blocks);
  blocks.nesting--;
  blocks.isStopped = false;
  blocks.pending = null;
  blocks.tree = tree;
}

/** Text up to the closing tag, which is taken too; all of the rest where there is none. */
function takeUpTo(source: Source, html: Element, name: string, kind: 'raw' | 'text'): void {
  const close = findClosingTag(source, name, source.at);
  html.addText(source.text.slice(source.at, close < 0 ? source.text.length : close), kind);
  source.at = close < 0 ? source.text.length : (closingTag(source, close)?.end ?? source.text.length);
}

/** parse_raw_html: elements within elements; a closing tag that closes nothing is text. */
function rawContent(blocks: Blocks, html: Element, depth: number): void {
  const { source } = blocks;
  const { text } = source;
  for (;;) {
    const next = source.find('<', source.at);
    html.addText(text.slice(source.at, next < 0 ? text.length : next), 'text');
    source.at = next < 0 ? text.length : next;
    if (next < 0) {
      return;
    }
    const comment = commentEnd(source, next);
    const instruction = text.startsWith('<?', next) ? source.find('?>', next + 2) : -1;
    const open = openingTag(source, next);
    const close = closingTag(source, next);
    if (comment >= 0 || instruction >= 0) {
      html.children.push(new Element('comment'));
      source.at = comment >= 0 ? comment : instruction + 2;
    } else if (open) {
      source.at = open.end;
      element(blocks, html, open, depth);
    } else if (close) {
      source.at = close.end;
      if (html.value === elementName(close.name)) {
        return;
      }
      html.addText(text.slice(next, close.end), 'text');
    } else {
      html.addText('<', 'text');
      source.at = next + 1;
    }
  }
}

/** TRAILING_WHITESPACE */
function afterLineEnd(source: Source, from: number): number {
  let at = from;
  while (source.text.charCodeAt(at) === 32 || source.text.charCodeAt(at) === 9) {
    at++;
  }
  return source.text.charCodeAt(at) === 10 ? at + 1 : from;
}
