import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Range, TextEdit } from '../../text';
import type { Fix } from '../rule';

/** What a writer did that broke the YAML: the parser only sees what it led to, often a line further on. */
export interface YamlCause {
  /** Fits behind a colon: "the colon in `title` needs quotes". */
  readonly cause: Message;
  readonly range: Range;
  readonly fixes: readonly Fix[];
}

/** A line of a header, taken apart. */
export interface HeaderLine {
  readonly start: number;
  readonly text: string;
  readonly indent: string;
  readonly name: string;
  /** What stands behind `name:` or `- `, without the blanks around it. */
  readonly value: string;
  readonly valueRange: Range;
  readonly isItem: boolean;
}

export type Detector = (line: HeaderLine, report: Report) => YamlCause | null;

/** A line of front matter, taken apart; null for a comment. */
export function headerLine(report: Report, number: number): HeaderLine | null {
  const start = report.lines.startOf(number);
  const text = report.lines.textOf(number);
  const match = /^([ \t\u00a0]*)(?:(-[ \t]+))?(?:([\w.-]+)[ \t]*:(?:[ \t\u00a0]+|$))?(.*?)[ \t\r]*$/.exec(
    text,
  );
  if (!match || text.trim().startsWith('#')) {
    return null;
  }
  const [, indent = '', dash, name = '', value = ''] = match;
  const valueStart = start + text.lastIndexOf(value, text.trimEnd().length);
  return {
    start,
    text,
    indent,
    name,
    value,
    valueRange: {
      start: value === '' ? start : valueStart,
      end: value === '' ? start : valueStart + value.length,
    },
    isItem: dash !== undefined,
  };
}

/** A fix that is preferred: it is offered only where it mends the front matter. */
export function fix(title: Message, edits: readonly TextEdit[]): Fix {
  return { title, preferred: true, edits };
}
