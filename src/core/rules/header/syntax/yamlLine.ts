import type { SyntaxProblem } from '../../../frontMatter/tree';
import type { Report } from '../../../report/report';
import type { Range } from '../../../text';
import type { SyntaxCause } from './cause';

/** A line of a header, taken apart. */
export interface HeaderLine {
  readonly number: number;
  readonly start: number;
  readonly text: string;
  readonly indent: string;
  readonly name: string;
  /** What stands behind `name:` or `- `, without the blanks around it. */
  readonly value: string;
  readonly valueRange: Range;
  readonly isItem: boolean;
}

/** Where a parser gave up, and the lines of the header. */
export interface HeaderSpot {
  readonly report: Report;
  readonly problem: SyntaxProblem;
  /** The header's lines, zero-based. */
  readonly first: number;
  readonly last: number;
}

export type Detector = (line: HeaderLine, spot: HeaderSpot) => SyntaxCause | readonly SyntaxCause[] | null;

/** A line of front matter, taken apart; null for a comment. */
export function headerLine(report: Report, number: number): HeaderLine | null {
  const start = report.lines.startOf(number);
  const text = report.lines.textOf(number);
  const match =
    /^([ \t\u00a0\u2000-\u200b\u3000]*)(?:(-[ \t]+))?(?:([\w.-]+)[ \t]*:(?:[ \t\u00a0]+|$))?(.*?)[ \t\r]*$/.exec(
      text,
    );
  if (!match || text.trim().startsWith('#')) {
    return null;
  }
  const [, indent = '', dash, name = '', value = ''] = match;
  const valueStart = start + text.lastIndexOf(value, text.trimEnd().length);
  return {
    number,
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
