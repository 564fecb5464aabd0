import type { Generator } from '../generators/generator';
import type { Forecast, Outcome } from '../generators/forecast';
import type { Report } from '../report/report';
import type { Range, TextEdit } from '../text';
import { reportAfter } from './shared/after';
import { changesShared } from './anchorsKept';
import type { Finding, Fix, RuleCode, Subject } from './rule';

/** How much is left of a report, least first. */
const RANKS: Readonly<Record<Outcome, number>> = {
  'build-error': 0,
  skipped: 1,
  text: 2,
  bare: 3,
  hidden: 4,
  published: 4,
};

/** Rules on whether a report is live: that is their subject, and their fixes are there to change it, and say so. */
export const ON_PUBLISHING: ReadonlySet<RuleCode> = new Set<RuleCode>(['draft-ignored', 'not-published']);

/** How much is read for this in all (UTF-16 code units), so that a text with many slips does not take long. */
const MAX_READ = 300_000;

/**
 * Leaves only those fixes preferred after which the report is no worse off: another slip may come to light (once a title
 * has its quotes, an impossible date stops the build; once a field has its right name, the report is hidden), and a
 * field that the generator knows may be lost by what mends another (`title: A draft: true` in quotes is one long title).
 */
export function preferOnlySafe(findings: readonly Finding[], subject: Subject): Finding[] {
  let read = 0;
  const isSafe = (finding: Finding, fix: Fix): boolean => {
    const isFirst = read === 0;
    read += subject.report.text.length + 1;
    if (!isFirst && read > MAX_READ) {
      return false;
    }
    const { site, now, report, forecast } = subject;
    const after = reportAfter(subject, fix);
    return (
      !changesShared(report, fix.edits) &&
      isNoWorse(finding, forecast, site.generator.forecast(after, site, now)) &&
      (ON_PUBLISHING.has(finding.code) || keepsFields(report, forecast, after, fix.edits, site.generator))
    );
  };
  return findings.map((finding) =>
    finding.fixes.some((fix) => fix.preferred)
      ? {
          ...finding,
          fixes: finding.fixes.map((fix) =>
            fix.preferred && !isSafe(finding, fix) ? { ...fix, preferred: false } : fix,
          ),
        }
      : finding,
  );
}

function isNoWorse({ code }: Finding, { outcome: before }: Forecast, { outcome: after }: Forecast): boolean {
  // A report that is hidden and one that is live have all that they say.
  const isChanged = RANKS[before] === RANKS[after] && before !== after;
  return RANKS[after] >= RANKS[before] && (!isChanged || ON_PUBLISHING.has(code));
}

/** Tells whether no field that the generator knows is lost, renamed or buried in the value of another one. */
function keepsFields(
  before: Report,
  { outcome }: Forecast,
  after: Report,
  edits: readonly TextEdit[],
  generator: Generator,
): boolean {
  const isRead =
    (outcome === 'published' || outcome === 'hidden') && before.frontMatter?.problems.length === 0;
  if (isRead) {
    return before.fields.every(({ key, value }) => {
      const name = generator.foldsKeys ? key.name?.toLowerCase() : key.name;
      return !name || !value || !isKnown(generator, name) || after.field(name) !== undefined;
    });
  }
  if (after.fence.kind !== 'closed') {
    return true;
  }
  const names = new Set(
    before.fence.kind === 'closed'
      ? edits.flatMap(({ range }) => namesIn(before, linesOf(before.text, range), generator))
      : strandedNames(after, generator),
  );
  return [...names].every((name) => after.field(name) !== undefined);
}

function isKnown({ knownFields }: Generator, name: string): boolean {
  return knownFields.some((known) => known.name === name);
}

/** A field, or what is meant as one: at the start of a line or behind other words on it. */
const WRITTEN = /(?<=^|[\s,;{])["']?([A-Za-z_]+)["']?[ \t]*(?:[:=](?=\s|$)|[：＝])/gm;

/** Known fields that a stretch of a header that cannot be read writes; what stands in quotes is text. */
function namesIn({ text }: Report, { start, end }: Range, generator: Generator): string[] {
  return [...text.slice(start, end).matchAll(WRITTEN)].flatMap(({ 1: name = '', index }) => {
    const at = start + index;
    const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    const isText = /^[^:=]*[:=][ \t]*["'“„«]/.test(line);
    const folded = generator.foldsKeys && /^[a-z]/.test(name) ? name.toLowerCase() : name;
    return !isText && isKnown(generator, folded) ? [folded] : [];
  });
}

/** The lines that a range touches, as a whole. */
function linesOf(text: string, { start, end }: Range): Range {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}

/** How many lines of the body are looked at for fields that a closing fence has cut off. */
const LINES_BELOW = 5;

/** Known fields that a front matter that is closed for the first time leaves in its comments, or below it: `## date: …`. */
function strandedNames(after: Report, generator: Generator): string[] {
  const below = after.text.slice(after.body).trimStart().split('\n', LINES_BELOW);
  return [...after.header.split('\n').filter((line) => line.startsWith('#')), ...below].flatMap((line) => {
    const name = /^(?:#+[ \t]+)?([a-z_]+)[ \t]*[:=](?:\s|$)/.exec(line)?.[1] ?? '';
    return isKnown(generator, name) ? [name] : [];
  });
}
