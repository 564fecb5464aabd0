import { nextLine, lineEnd } from '../../frontMatter/fence';
import { Report } from '../../report/report';
import type { Range } from '../../text';
import type { Site } from '../generator';
import { atLeast } from '../versions';
import { readOrgHeader } from './org';
import { TWO_STEPS } from './values';

/** From here on a byte order mark counts at the very start only. */
const ONE_MARK = '0.135';

const MORE = '<!--more-->';

/** A report as a version of Hugo reads it. */
export interface Reading {
  readonly report: Report;
  /** The start of the file where Hugo gives up on it. */
  readonly broken: Range | null;
  /** What ends the summary. */
  readonly more: string;
}

/**
 * Reads what a fence does not tell: an org mode header; and before 0.123, a comment before the front matter, which may
 * lie in it, and a file that starts with HTML (parser/pageparser/pagelexer_intro.go, lexIntroSection).
 */
export function readIntro(report: Report, { version }: Site): Reading {
  const { text } = report;
  const marks = atLeast(version, ONE_MARK) ? /^\uFEFF?[ \t\r\n\f\v]*/ : /^[\uFEFF \t\r\n]*/;
  const start = marks.exec(text)?.[0].length ?? 0;
  const plain = { report, broken: null, more: MORE };
  if (text[start] === '#') {
    const org = readOrgHeader(text, start);
    return org
      ? { report: reread(report, start, org.end, org.fields), broken: null, more: '# more' }
      : plain;
  }
  if (text[start] === '<' && !atLeast(version, TWO_STEPS)) {
    return readComments(report, start);
  }
  return text.lastIndexOf('\uFEFF', start - 1) > 0 ? { ...plain, report: reread(report, 0, start) } : plain;
}

/** The first lines of comments are skipped, be there front matter in them or not; then the last one must end somewhere. */
function readComments(report: Report, start: number): Reading {
  const { text } = report;
  let at = start;
  while (text.startsWith('<!--', at)) {
    at = nextLine(text, lineEnd(text, at));
    at += /^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0;
  }
  if (text[at] === '<') {
    return { report, broken: { start: at, end: at + 1 }, more: MORE };
  }
  const inner = reread(report, start, at);
  if (at >= text.length || inner.fence.kind === 'invalid' || inner.fence.kind === 'unclosed') {
    return { report: inner, broken: null, more: MORE };
  }
  const end = text.indexOf('-->', inner.body);
  return end < 0
    ? { report, broken: { start, end: start + 4 }, more: MORE }
    : { report: reread(inner, Math.max(inner.body, at), end + 3), broken: null, more: MORE };
}

/** The report without a part of its text, and with all that follows in its place. */
function reread(report: Report, start: number, end: number, inherited = report.options.inherited): Report {
  const blank = report.text.slice(start, end).replace(/[^\r\n]/g, ' ');
  const text = report.text.slice(0, start) + blank + report.text.slice(end);
  return new Report(text, report.path, report.generator, { ...report.options, inherited });
}
