import type { Blocks } from './blocks';
import type { Alignment } from './element';
import { Element } from './element';
import { codeSpanAt } from './codeSpan';
import {
  BLOCK_ELEMENTS,
  BODYLESS_ELEMENTS,
  closingTag,
  commentEnd,
  elementName,
  findClosingTag,
  openingTag,
} from './htmlTags';
import { Source, trim, trimEnd } from './source';

/** TABLE_SEP_LINE and TABLE_FSEP_LINE; each needs one of its last characters. */
const isSeparator = (line: string) => line.includes('-') && /^[+|: \t-]+$/.test(line);
const isFooterSeparator = (line: string) => line.includes('=') && /^[+|: \t=]+$/.test(line);

/** TABLE_PIPE_CHECK: a pipe at the start, or one that is not escaped. */
function hasPipe(line: string): boolean {
  if (line.startsWith('|')) {
    return true;
  }
  for (let at = line.indexOf('|', 1); at >= 0; at = line.indexOf('|', at + 1)) {
    if (line[at - 1] !== '\\') {
      return true;
    }
  }
  return false;
}

/** parse_table (lib/kramdown/parser/kramdown/table.rb): lines with pipes, with or without a header. */
export function table(blocks: Blocks): boolean {
  const { source } = blocks;
  const { text, at } = source;
  const first = source.line(at);
  if (!hasPipe(first) || !blocks.isAfterBoundary) {
    return false;
  }
  const element = new Element('table');
  const parts = readRows(source, element, /^\s*\|/.test(first));
  const end = source.at;
  if (!blocks.isBeforeBoundary || !linesHavePipes(text.slice(at, end - 1)) || !parts) {
    source.at = at;
    return false;
  }
  element.ial = blocks.pending;
  blocks.pending = null;
  blocks.tree.children.push(element);
  return true;
}

/** @returns whether there is a body */
function readRows(source: Source, table: Element, hasLeadingPipe: boolean): boolean {
  let rows: Element[] = [];
  let alignment: Alignment[] | null = null;
  let hasFooter = false;
  let columns = 0;
  const addPart = (kind: 'thead' | 'tbody' | 'tfoot', isForced: boolean) => {
    if (!hasFooter || kind !== 'tbody' || isForced) {
      const part = new Element(kind);
      part.children = rows;
      rows = [];
      table.children.push(part);
    }
  };
  while (!source.isAtEnd) {
    const end = source.nextLine(source.at);
    const line = source.text.slice(source.at, end).replace(/\n$/, '');
    if (!hasPipe(line)) {
      break;
    }
    source.at = end;
    if (isSeparator(line)) {
      if (rows.length > 0) {
        if (!alignment && !hasFooter) {
          addPart('thead', false);
          alignment = alignmentOf(line);
        } else {
          addPart('tbody', false);
        }
      }
    } else if (isFooterSeparator(line)) {
      if (rows.length > 0) {
        addPart('tbody', true);
      }
      hasFooter = true;
    } else {
      const row = rowOf(trimEnd(line), hasLeadingPipe);
      columns = Math.max(columns, row.children.length);
      rows.push(row);
    }
  }
  if (rows.length > 0) {
    addPart(hasFooter ? 'tfoot' : 'tbody', false);
  }
  fill(table, columns);
  const aligned: Alignment[] = (alignment ?? []).slice(0, columns);
  table.alignment = [...aligned, ...Array<Alignment>(columns - aligned.length).fill('default')];
  return table.children.some(({ kind }) => kind === 'tbody');
}

/** Every row gets as many cells as the longest has. Hostile tables have one long row and many short ones. */
function fill(table: Element, columns: number): void {
  let added = 0;
  for (const { children: rows } of table.children) {
    for (const row of rows) {
      while (row.children.length < columns && added < 100_000) {
        row.children.push(new Element('td'));
        added++;
      }
    }
  }
}

function alignmentOf(line: string): Alignment[] {
  return Array.from(line.matchAll(/(:?)-+(:?)/g), ([, left, right]): Alignment =>
    left ? (right ? 'center' : 'left') : right ? 'right' : 'default',
  );
}

function rowOf(line: string, hasLeadingPipe: boolean): Element {
  const cells = cellsOf(line);
  if (hasLeadingPipe && trim(cells[0] ?? '') === '') {
    cells.shift();
  }
  if (trim(cells[cells.length - 1] ?? '') === '') {
    cells.pop();
  }
  const row = new Element('tr');
  for (const cell of cells) {
    const element = new Element('td');
    element.children.push(new Element('raw', trim(cell)));
    row.children.push(element);
  }
  return row;
}

/** Cuts a line at its pipes; those in code, or behind a backslash, are none. */
function cellsOf(line: string): string[] {
  const cells = [''];
  const add = (text: string) => {
    cells.push((cells.pop() ?? '') + text);
  };
  const addText = (text: string) => {
    const [head = '', ...tail] = text.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|'));
    add(head);
    for (const cell of tail) {
      cells.push(cell);
    }
  };
  const addSpans = (text: string) => {
    const source = new Source(text);
    let from = 0;
    for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
      const span = codeSpanAt(source, at);
      if (span.text !== null) {
        addText(text.slice(from, at));
        const marks = `${span.text.match(/`+/g)?.reduce((a, b) => (b > a ? b : a)) ?? ''}\``;
        const blank = marks.length > 1 ? ' ' : '';
        add(`${marks}${blank}${span.text}${blank}${marks}`);
        from = span.end;
      }
      at = span.end;
    }
    addText(text.slice(from));
  };
  if (!/[`<]/.test(line)) {
    addText(line);
    return cells;
  }
  const source = new Source(line);
  let from = 0;
  for (let at = line.indexOf('<code'); at >= 0; at = line.indexOf('<code', from)) {
    const open = source.find('>', at);
    const close = open < 0 ? -1 : source.find('</code>', open + 1);
    if (close < 0) {
      break;
    }
    addSpans(line.slice(from, at));
    from = close + '</code>'.length;
    add(line.slice(at, from));
  }
  addSpans(line.slice(from));
  return cells;
}

/** No line of a table is without a pipe outside of code and HTML. */
function linesHavePipes(text: string): boolean {
  let hasPipeOnLine = false;
  for (const { isCode, text: part } of partsOf(text)) {
    const lines = part.replace(/\n+$/, '').split('\n');
    if (isCode) {
      if (lines.length > 2 || (lines.length === 2 && !hasPipeOnLine)) {
        break;
      }
      hasPipeOnLine &&= lines.length !== 2;
    } else {
      if (lines.length > 1 && !hasPipeOnLine && !hasPipe(lines[0] ?? '')) {
        break;
      }
      hasPipeOnLine = (lines.length === 1 && hasPipeOnLine) || hasPipe(lines[lines.length - 1] ?? '');
    }
  }
  return hasPipeOnLine;
}

/** Where an element ends that may stand in a line; without its closing tag it takes the rest. */
function elementEnd(source: Source, at: number): number {
  const tag = openingTag(source, at);
  if (!tag || BLOCK_ELEMENTS.has(elementName(tag.name))) {
    return -1;
  }
  if (tag.isClosed || BODYLESS_ELEMENTS.has(elementName(tag.name))) {
    return tag.end;
  }
  const close = findClosingTag(source, tag.name, tag.end);
  return (close < 0 ? null : closingTag(source, close)?.end) ?? source.text.length;
}

function partsOf(text: string): { isCode: boolean; text: string }[] {
  const source = new Source(text);
  const parts: { isCode: boolean; text: string }[] = [];
  let from = 0;
  const cut = (at: number, end: number, code: string | null) => {
    if (at > from) {
      parts.push({ isCode: false, text: text.slice(from, at) });
    }
    if (code !== null) {
      parts.push({ isCode: true, text: code });
    }
    from = end;
  };
  const marks = /[`<]/g;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const at = mark.index;
    if (mark[0] === '`') {
      const span = codeSpanAt(source, at);
      if (span.text !== null) {
        cut(at, span.end, span.text);
      }
      marks.lastIndex = span.end;
    } else {
      const end = Math.max(commentEnd(source, at), elementEnd(source, at));
      if (end > 0) {
        cut(at, end, null);
        marks.lastIndex = end;
      }
    }
  }
  cut(text.length, text.length, null);
  return parts;
}
