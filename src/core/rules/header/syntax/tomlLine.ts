import type { SyntaxProblem } from '../../../frontMatter/tree';
import type { Report } from '../../../report/report';
import type { Range } from '../../../text';
import type { SyntaxCause } from './cause';

/** A line of TOML, taken apart. */
export interface TomlLine {
  readonly number: number;
  readonly start: number;
  readonly text: string;
  /** As it is written, before the sign. */
  readonly name: string;
  readonly value: string;
  readonly valueRange: Range;
}

export interface TomlSpot {
  readonly report: Report;
  readonly problem: SyntaxProblem;
  readonly first: number;
  readonly last: number;
}

export type TomlDetector = (line: TomlLine, spot: TomlSpot) => SyntaxCause | readonly SyntaxCause[] | null;

/** A line of TOML, without the comment behind it; null for a line that is one. */
export function tomlLine({ lines }: Report, number: number): TomlLine | null {
  const start = lines.startOf(number);
  const text = lines.textOf(number).trimEnd();
  if (/^\s*(?:#|$)/.test(text)) {
    return null;
  }
  const [, before = '', name = ''] =
    /^([ \t]*([^\s=:"'[\]{}#][^=:"'[\]{}#]*?|"[^"]*"|'[^']*')[ \t\u00a0]*[=＝][ \t\u00a0]*)/.exec(text) ?? [];
  const rest = text.slice(before.length);
  // A comment stands behind a blank, and what looks like one in quotes or brackets is none.
  const comment = /^(?:"[^"]*"|'[^']*'|[^"'#[]*|\[[^\]]*\])\s(#.*)$/.exec(rest)?.[1]?.length ?? 0;
  const value = rest.slice(0, rest.length - comment).trim();
  const at = start + before.length + rest.indexOf(value);
  return { number, start, text, name, value, valueRange: { start: at, end: at + value.length } };
}
