import type { Blocks } from './blocks';
import { definitionMarker, isEndMarker } from './boundaries';
import { Element } from './element';
import { firstLine, nextLine, withoutAttributes } from './listLines';
import { afterBlankLines } from './source';

interface Definition {
  readonly element: Element;
  readonly keepsParagraph: boolean;
  text: string;
}

/** parse_definition_list: the lines of the paragraph before are its terms. */
export function definitionList(blocks: Blocks): boolean {
  const { source, tree } = blocks;
  if (definitionMarker(source, source.at) < 0) {
    return false;
  }
  const { children } = tree;
  const blank = tree.last?.kind === 'blank' ? tree.last : null;
  const term = blank ? children[children.length - 2] : tree.last;
  if (term?.kind !== 'p' || (blank && blank.value !== '\n')) {
    return false;
  }
  children.splice(blank ? -2 : -1);
  const list = blocks.create('dl');
  for (const line of (term.children[0]?.value ?? '').split('\n')) {
    const { text, ial } = withoutAttributes(line);
    const title = new Element('dt');
    title.ial = ial;
    title.addText(text, 'raw');
    list.children.push(title);
  }
  list.ial = term.ial;
  let last: Element | null = null;
  for (const { element, keepsParagraph, text } of readDefinitions(blocks, blank !== null)) {
    list.children.push(element);
    blocks.nested(element, text);
    const [first] = element.children;
    if (first) {
      last = element.last?.kind === 'blank' ? (element.children.pop() ?? null) : null;
      if (first.kind === 'p' && !keepsParagraph) {
        if (element.children.length > 1 && first.children[0]) {
          first.children[0].value += '\n';
        }
        first.transparent = true;
      }
    }
  }
  addList(tree, list);
  if (last) {
    children.push(last);
  }
  return true;
}

function addList({ children }: Element, list: Element): void {
  const before = children[children.length - 1];
  const previous = before?.kind === 'blank' ? children[children.length - 2] : before;
  if (previous?.kind !== 'dl') {
    children.push(list);
    return;
  }
  if (before !== previous) {
    children.pop();
  }
  for (const child of list.children) {
    previous.children.push(child);
  }
}

function readDefinitions({ source }: Blocks, isFirstAfterBlank: boolean): Definition[] {
  const { text } = source;
  const definitions: Definition[] = [];
  let current: Definition | undefined;
  let keepsParagraph = isFirstAfterBlank;
  let indent = 0;
  let maxIndent = 3;
  let isAfterBlank = false;
  while (!source.isAtEnd) {
    const marker = definitionMarker(source, source.at, maxIndent);
    const line =
      marker >= 0 || isEndMarker(source, source.at) ? null : nextLine(source, indent, isAfterBlank);
    const blank = afterBlankLines(text, source.at);
    if (marker >= 0) {
      const end = source.nextLine(marker);
      const first = firstLine(marker - source.at, text.slice(marker, end));
      ({ indent } = first);
      maxIndent = Math.min(indent, 4) - 1;
      const element = new Element('dd');
      element.ial = first.ial;
      current = { element, keepsParagraph, text: first.text };
      definitions.push(current);
      keepsParagraph = false;
      isAfterBlank = false;
      source.at = end;
    } else if (line && current) {
      current.text += line.text;
      keepsParagraph = false;
      isAfterBlank = false;
      source.at = line.end;
    } else if (blank > source.at && current) {
      current.text += text.slice(source.at, blank);
      keepsParagraph = true;
      isAfterBlank = true;
      source.at = blank;
    } else {
      break;
    }
  }
  return definitions;
}
