import { nextLine, lineEnd } from '../../frontMatter/fence';
import type { Node } from '../../frontMatter/tree';
import type { Reader } from '../../report/report';
import { Report } from '../../report/report';
import type { Range } from '../../text';
import type { Site } from '../generator';
import { atLeast } from '../versions';
import { inheritedBy, readCascades } from './cascade';
import { readOldYaml } from './oldYaml';
import { readOrgHeader } from './org';
import { placeOf } from './place';
import { ONE_MARK, TWO_STEPS, YAML_12 } from './versions';

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
export function readIntro(written: Report, { version }: Site): Reading {
  const report = withOwnCascade(readHeader(written, version), version);
  const { text } = report;
  const marks = atLeast(version, ONE_MARK) ? /^\uFEFF?[ \t\r\n\f\v]*/ : /^[\uFEFF \t\r\n]*/;
  const start = marks.exec(text)?.[0].length ?? 0;
  const plain = { report, broken: null, more: MORE };
  if (text[start] === '#') {
    const org = readOrgHeader(text, start, version);
    return org ? { report: reread(report, start, org.end, org.fields), broken: null, more: '# more' } : plain;
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
  const from = Math.max(inner.body, at);
  const end = text.indexOf('-->', from);
  return end < 0
    ? { report, broken: { start, end: start + 4 }, more: MORE }
    : { report: reread(inner, from, end + 3), broken: null, more: MORE };
}

/** The report with its YAML as the version's reader takes it. */
function readHeader(report: Report, version: string): Report {
  const { fence, frontMatter, generator } = report;
  const isYaml = frontMatter?.format === 'yaml' || fence.kind === 'none';
  if (atLeast(version, YAML_12) || !isYaml) {
    return report;
  }
  const reader: Reader = {
    foldsKeys: generator.foldsKeys,
    readFence: (text) => generator.readFence(text),
    readYaml: readOldYaml,
  };
  return new Report(report.text, report.path, reader, report.options);
}

/** What a page says for the pages below it holds for itself too, once pages are built in two steps. */
function withOwnCascade(report: Report, version: string): Report {
  const own = atLeast(version, TWO_STEPS) ? report.field('cascade')?.value : undefined;
  if (!own) {
    return report;
  }
  const place = placeOf(report.path, {}) ?? { path: '', file: '', lang: '' };
  const inherited = inheritedBy(place, readCascades(own), version);
  return withText(report, report.text, new Map([...(report.options.inherited ?? []), ...inherited]));
}

/** The report without a part of its text, and with all that follows in its place. */
function reread(report: Report, start: number, end: number, inherited?: ReadonlyMap<string, Node>): Report {
  const blank = report.text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return withText(report, report.text.slice(0, start) + blank + report.text.slice(end), inherited);
}

function withText({ path, generator, options }: Report, text: string, inherited = options.inherited): Report {
  return new Report(text, path, generator, { ...options, inherited });
}
