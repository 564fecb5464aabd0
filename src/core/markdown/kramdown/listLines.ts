import type { Attributes } from './attributes';
import { closingBrace, NAME, readAttributes } from './attributes';
import { isHardEnd } from './boundaries';
import { afterBlankLines, Source, trimStart } from './source';

/** The first line of a list item, and how far the lines of the item are indented: parse_first_list_line. */
export interface FirstLine {
  readonly text: string;
  readonly indent: number;
  readonly ial: Attributes | null;
}

const ITEM_LIST = new RegExp(`^[ \\t]*\\{:(?!(?:${NAME})?:|/)`);

/**
 * @param marker how long the marker is, with the spaces before it
 * @param tail the rest of its line, with the line feed
 */
export function firstLine(marker: number, tail: string): FirstLine {
  let content = tail;
  let indent = marker;
  const attributes = itemAttributes(content);
  if (trimStart(attributes ? content.slice(attributes.end) : content) === '') {
    indent = 4;
  } else {
    content = content.replace(/^[ \t]+/, (blanks) => expandTabs(blanks, marker));
    indent += content.length - content.replace(/^ +/, '').length;
  }
  const { text, ial } = withoutAttributes(trimStart(content));
  return { text, indent, ial };
}

function expandTabs(blanks: string, column: number): string {
  let text = '';
  for (const blank of blanks) {
    text += blank === ' ' ? ' ' : ' '.repeat(4 - ((text.length + column) % 4));
  }
  return text;
}

/** LIST_ITEM_IAL: an attribute list at the start of an item or a term is none of its text. */
export function withoutAttributes(text: string): { text: string; ial: Attributes | null } {
  const found = itemAttributes(text);
  return found
    ? { text: trimStart(text.slice(found.end)), ial: readAttributes(found.list, null) }
    : { text, ial: null };
}

function itemAttributes(text: string): { list: string; end: number } | null {
  const open = ITEM_LIST.exec(text);
  const close = open ? closingBrace(new Source(text), open[0].length) : -1;
  return open && close >= 0 ? { list: text.slice(open[0].length, close), end: close + 1 } : null;
}

/** The next line of an item, less its indent. */
export interface NextLine {
  readonly text: string;
  readonly isIndented: boolean;
  readonly end: number;
}

/**
 * A line that is indented as the item's content is, or, where no blank line stands before it, any line but one that ends a
 * block: content_re and lazy_re of PARSE_FIRST_LIST_LINE_REGEXP_CACHE.
 */
export function nextLine(source: Source, indent: number, isAfterBlank: boolean): NextLine | null {
  const { text, at } = source;
  if (afterBlankLines(text, at) > at) {
    return null;
  }
  if (!isContent(text, at, indent) && (isAfterBlank || isLazyStop(source, at))) {
    return null;
  }
  const end = source.nextLine(at);
  const line = text.slice(at, end).replace(/^\t+/, (tabs) => '    '.repeat(tabs.length));
  const isIndented = line.startsWith(' '.repeat(indent));
  return { text: isIndented ? line.slice(indent) : line, isIndented, end };
}

function isContent(text: string, at: number, indent: number): boolean {
  let here = at;
  for (let tab = Math.floor(indent / 4); tab > 0; tab--) {
    here = afterTab(text, here);
    if (here < 0) {
      return false;
    }
  }
  const rest = indent % 4;
  return text.startsWith(' '.repeat(rest), here) || afterTab(text, here) > 0;
}

function afterTab(text: string, at: number): number {
  return text.charCodeAt(at) === 9 ? at + 1 : text.startsWith('    ', at) ? at + 4 : -1;
}

/** An attribute list or a tag of a block; `^` alone is none here. */
function isLazyStop(source: Source, at: number): boolean {
  return source.text.charCodeAt(at) !== 94 && isHardEnd(source, at);
}
