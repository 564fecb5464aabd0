import type { Entry, ListNode, Node } from '../frontMatter/tree';
import type { Report } from '../report/report';
import type { Range } from '../text';

/** A value as it stands in the text. */
export interface Written {
  /** Null where nothing is written, or nothing but a name or a comment. */
  readonly node: Node | null;
  /** With the YAML tags (`!foo`) and the name (`&foo`) before it; empty where nothing is written. */
  readonly range: Range;
  /** The text in that range, on one line. */
  readonly source: string;
  /** The YAML tags and the name before it; mostly empty. */
  readonly mark: string;
  /** It stands for what is written elsewhere. */
  readonly isAlias: boolean;
  /** The YAML comment behind it, or in its place, on the same line. */
  readonly comment: Range | null;
}

/** How a field's value is written. */
export function writtenValue(report: Report, { key, value }: Entry): Written {
  const behind =
    /^\s*[:=][ \t]*/.exec(report.text.slice(key.range.end, key.range.end + 100))?.[0].length ?? 0;
  return written(report, value, key.range.end + behind);
}

/** How the items of a list are written. */
export function writtenItems(report: Report, list: ListNode): Written[] {
  const { text } = report;
  let at = list.range.start;
  if (text[at] === '*') {
    // An alias: what it stands for is judged where it is written.
    return [];
  }
  return list.items.map((node) => {
    const from = list.flow ? behindComma(text, at, list.range) : behindDash(text, at);
    const item = written(report, node, node && from > node.range.start ? node.range.start : from);
    at = node ? node.range.end : Math.max(item.range.end, item.comment?.end ?? 0);
    return item;
  });
}

function behindComma(text: string, at: number, { start }: Range): number {
  return at === start ? at + 1 : at + lengthOf(/(?:\s|#[^\n]*(?:\n|$))*,?/y, text, at);
}

/** Behind the next dash; comment lines may come before it. */
function behindDash(text: string, at: number): number {
  return at + lengthOf(/(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]*-[ \t]*/y, text, at);
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** @param from where the value or what stands before it may start */
function written({ text, frontMatter }: Report, node: Node | null, from: number): Written {
  const isYaml = frontMatter?.format === 'yaml';
  const start = node?.range.start ?? from + lengthOf(/[^\S\n]*/y, text, from);
  const markStart = isYaml ? startOfMark(text, from, start, node !== null) : start;
  const end = node && node.range.end > start ? node.range.end : markEnd(text, markStart, start);
  const source = text.slice(markStart, end).replace(/\s*\n\s*/g, ' ');
  return {
    node,
    range: { start: markStart, end },
    source,
    mark: isYaml ? text.slice(markStart, Math.max(markStart, node?.range.start ?? end)).trim() : '',
    isAlias: isYaml && text[start] === '*',
    comment: isYaml ? commentAt(text, end) : null,
  };
}

/** Tags and names stand on the line on which a value starts, or in the place of one. */
function startOfMark(text: string, from: number, start: number, isValue: boolean): number {
  const between = text.slice(from, start);
  const gap = between.slice(between.lastIndexOf('\n') + 1);
  const at = gap.search(/[!&]/);
  return at >= 0 && isValue ? start - gap.length + at : start;
}

function markEnd(text: string, markStart: number, start: number): number {
  return Math.max(start, markStart + lengthOf(/[!&][^\s,[\]{}]*/y, text, markStart));
}

function commentAt(text: string, end: number): Range | null {
  const isOpen = /[\s:,[-]/.test(text[end - 1] ?? '');
  const gap = lengthOf(/[ \t]*/y, text, end);
  const at = end + gap;
  if (text[at] !== '#' || (gap === 0 && !isOpen)) {
    return null;
  }
  return { start: at, end: at + text.slice(at, at + lengthOf(/[^\r\n]*/y, text, at)).trimEnd().length };
}
