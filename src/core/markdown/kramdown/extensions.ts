import { blockAttributes, closingBrace, NAME, readAttributes } from './attributes';
import type { Blocks } from './blocks';
import { Element } from './element';
import type { Source } from './source';
import { afterBlankRest, afterIndent } from './source';

const LIST_NAME = new RegExp(`\\{:(${NAME}):`, 'y');
const START = new RegExp(`\\{::(${NAME})(?=[ \\t\\r\\n\\f\\v/}])`, 'y');

/** parse_block_extensions: attribute lists, and extensions such as `{::comment}`. */
export function blockExtension(blocks: Blocks): boolean {
  const { source, tree, document } = blocks;
  const start = afterIndent(source.text, source.at);
  const named = source.match(LIST_NAME, start);
  if (named) {
    const from = start + named[0].length;
    const close = closingBrace(source, from);
    const end = close < 0 ? -1 : afterBlankRest(source.text, close + 1);
    if (end >= 0) {
      const name = named[1] ?? '';
      const list = readAttributes(source.text.slice(from, close), document.attributeLists.get(name) ?? null);
      document.attributeLists.set(name, list);
      blocks.add('end', 'list');
      source.at = end;
      return true;
    }
  }
  const extension = extensionAt(source, start, true);
  if (extension) {
    source.at = extension.end;
    addExtension(tree, extension, true);
    if (extension.name === 'options') {
      const option = /\sparse_block_html="(true|false)"/.exec(extension.options);
      document.parsesBlockHtml = option ? option[1] === 'true' : document.parsesBlockHtml;
      blocks.add('end', 'extension');
    }
    return true;
  }
  const attributes = blockAttributes(source, source.at);
  if (!attributes) {
    return false;
  }
  source.at = attributes.end;
  const { last } = tree;
  if (last && last.kind !== 'blank' && (last.kind !== 'end' || last.value === 'definition')) {
    last.ial = readAttributes(attributes.list, last.ial);
    if (!blockAttributes(source, source.at)) {
      blocks.add('end', 'ial');
    }
  } else {
    blocks.pending = readAttributes(attributes.list, blocks.pending);
  }
  return true;
}

export interface Extension {
  readonly name: string;
  readonly options: string;
  /** Null where the tag closes itself. */
  readonly body: string | null;
  readonly end: number;
}

/** parse_extension_start_tag: `{::name options}body{:/}`, or `{::name options /}`; each on lines of their own in a block. */
export function extensionAt(source: Source, at: number, isBlock: boolean): Extension | null {
  const { text } = source;
  const start = source.match(START, at);
  const name = start?.[1] ?? '';
  const close = start ? source.find('}', at + start[0].length) : -1;
  if (close < 0 || !['comment', 'nomarkdown', 'options'].includes(name)) {
    return null;
  }
  const options = text.slice(at, close);
  const after = isBlock ? afterBlankRest(text, close + 1) : close + 1;
  if (after < 0) {
    return null;
  }
  if (text[close - 1] === '/') {
    return { name, options, body: null, end: after };
  }
  for (let stop = source.find('{:/', after); stop >= 0; stop = source.find('{:/', stop + 1)) {
    const length = text.startsWith('}', stop + 3)
      ? 4
      : text.startsWith(`${name}}`, stop + 3)
        ? 4 + name.length
        : 0;
    const end = length === 0 ? -1 : isBlock ? afterBlankRest(text, stop + length) : stop + length;
    if (end >= 0 && (!isBlock || /(?:^|\n) {0,3}$/.test(text.slice(Math.max(after - 1, stop - 4), stop)))) {
      return { name, options, body: text.slice(after, stop), end };
    }
  }
  return null;
}

export function addExtension(tree: Element, { name, body }: Extension, isBlock: boolean): void {
  if (body === null || name === 'options') {
    return;
  }
  const element = new Element(name === 'comment' ? 'comment' : 'html', '');
  element.isBlock = isBlock;
  if (name === 'nomarkdown') {
    element.model = 'raw';
    element.attributes = body;
  }
  tree.children.push(element);
}
