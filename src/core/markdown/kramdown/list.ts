import type { Blocks } from './blocks';
import { afterRule, isEndMarker, isListStart } from './boundaries';
import { Element } from './element';
import { firstLine, nextLine } from './listLines';
import type { Source } from './source';
import { afterBlankLines } from './source';
import { CHECKED, UNCHECKED } from './spanHtml';

interface Item {
  readonly element: Element;
  /** Its text, cut where a nested list starts; each part is read by itself. */
  readonly parts: string[];
}

/** parse_list (lib/kramdown/parser/kramdown/list.rb), with the GFM parser's task lists. */
export function list(blocks: Blocks): boolean {
  const { source, tree } = blocks;
  const start = isListStart(source, source.at);
  if (!start) {
    return false;
  }
  const element = blocks.create(start.kind);
  const { items, isEnded } = readItems(source, start.kind);
  tree.children.push(element);
  for (const item of items) {
    element.children.push(item.element);
    for (const part of item.parts) {
      blocks.nested(item.element, part);
    }
  }
  const last = unwrapParagraphs(element, isEnded);
  if (last && !isEnded) {
    tree.children.push(last);
  }
  markTasks(element);
  return true;
}

function readItems(source: Source, kind: 'ul' | 'ol'): { items: Item[]; isEnded: boolean } {
  const { text } = source;
  const items: Item[] = [];
  let parts: string[] = [];
  let indent = 0;
  let maxIndent = 3;
  let hasNested = false;
  let isAfterBlank = false;
  while (!source.isAtEnd) {
    if (isAfterBlank && afterRule(source, source.at) >= 0) {
      break;
    }
    if (isEndMarker(source, source.at)) {
      source.at = source.nextLine(source.at);
      return { items, isEnded: true };
    }
    const start = isListStart(source, source.at, maxIndent);
    const line = start?.kind === kind ? null : nextLine(source, indent, isAfterBlank);
    const blank = afterBlankLines(text, source.at);
    if (start?.kind === kind) {
      const end = source.nextLine(start.marker);
      const first = firstLine(start.marker - source.at, text.slice(start.marker, end));
      ({ indent } = first);
      maxIndent = Math.min(indent, 4) - 1;
      hasNested = startsList(first.text);
      parts = [first.text];
      const element = new Element('li');
      element.ial = first.ial;
      items.push({ element, parts });
      isAfterBlank = false;
      source.at = end;
    } else if (line) {
      let { text: content } = line;
      if (!hasNested && line.isIndented && startsList(content)) {
        parts.push('');
        hasNested = true;
      } else if (hasNested && !line.isIndented && startsList(content)) {
        content = ' '.repeat(indent + 4) + content;
      }
      append(parts, content);
      isAfterBlank = false;
      source.at = line.end;
    } else if (blank > source.at) {
      hasNested = true;
      isAfterBlank = true;
      append(parts, text.slice(source.at, blank));
      source.at = blank;
    } else {
      break;
    }
  }
  return { items, isEnded: false };
}

function append(parts: string[], text: string): void {
  parts.push((parts.pop() ?? '') + text);
}

/** `=~ LIST_START`; an item's text is one line. */
function startsList(text: string): boolean {
  return /^ {0,3}(?:[*+-]|\d+\.)[\t| ]/.test(text);
}

/**
 * A paragraph at the start of an item stands without its tags unless a blank line follows it; of the last item, that is
 * decided by the others.
 * @returns the blank lines behind the list
 */
function unwrapParagraphs(list: Element, isEnded: boolean): Element | null {
  const items = list.children;
  let last: Element | null = null;
  // Whether one of the items so far but the last one does without a paragraph.
  let hasBare = false;
  for (const item of items) {
    const { children } = item;
    const [first] = children;
    if (!first) {
      hasBare = true;
      continue;
    }
    if (first.kind === 'p' && children[1]?.kind === 'end' && first.ial) {
      children.splice(1, 1);
    }
    const second = children[1];
    const isLast = item === list.last;
    if (
      first.kind === 'p' &&
      (second?.kind !== 'blank' || (isLast && children.length === 2 && !isEnded)) &&
      (!isLast || items.length === 1 || hasBare)
    ) {
      if (second && second.kind !== 'blank' && first.children[0]) {
        first.children[0].value += '\n';
      }
      first.transparent = true;
    }
    hasBare ||= first.kind !== 'p' || first.transparent;
    last = item.last?.kind === 'blank' ? (children.pop() ?? null) : null;
  }
  return last;
}

/** GFM#parse_list: `[ ]` and `[x]` become boxes, as HTML in the text. */
function markTasks(list: Element): void {
  for (const item of list.children) {
    const [first] = item.children;
    const text = first?.kind === 'p' ? first.children[0] : undefined;
    const box = text && /^[ \t\r\n\f\v]*\[([ x])\][ \t\r\n\f\v]+/i.exec(text.value);
    if (text && box) {
      text.value = (box[1] === ' ' ? UNCHECKED : CHECKED) + text.value.slice(box[0].length);
    }
  }
}
