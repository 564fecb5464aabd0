import type { Site } from '../../../src/core/generators/generator';
import type { Forecast, Now, Outcome } from '../../../src/core/generators/forecast';
import { formatMessage } from '../../../src/core/message';
import { Report } from '../../../src/core/report/report';
import type { ReportOptions } from '../../../src/core/report/report';
import { checkReport } from '../../../src/core/rules';
import type { Finding, Fix, RuleCode } from '../../../src/core/rules/rule';
import type { OtherReports } from '../../../src/core/index/otherReports';
import type { Vocabulary } from '../../../src/core/terms/vocabulary';
import { applyEdits } from '../../../src/core/text';
import type { Range, TextEdit } from '../../../src/core/text';
import { keyOf, PROMISES } from './promises';

/** Where a text is read as a report: all that is known of it beside its text. */
export interface Place {
  readonly site: Site;
  readonly path: string;
  readonly now: Now;
  readonly options?: ReportOptions;
  readonly others?: OtherReports | undefined;
  readonly vocabulary?: Vocabulary | undefined;
}

/** A text as it is read in a place. */
export interface Reading {
  readonly text: string;
  readonly report: Report;
  readonly site: Site;
  readonly forecast: Forecast;
  readonly findings: readonly Finding[];
}

export function readIn(place: Place, text: string): Reading {
  const { site, path, now, options = {}, others, vocabulary } = place;
  const broken = text.indexOf('\uFFFD');
  const invalidUtf8 = options.invalidUtf8 && broken >= 0 ? { start: broken, end: broken + 1 } : undefined;
  const report = new Report(text, path, site.generator, { ...options, invalidUtf8 });
  const forecast = site.generator.forecast(report, site, now);
  const findings = checkReport({ report, site, forecast, now, others, vocabulary });
  return { text, report, site, forecast, findings };
}

/** A text before and after one of its fixes. */
export interface Mended {
  readonly before: Reading;
  readonly after: Reading;
  readonly finding: Finding;
  readonly fix: Fix;
}

/** How much is left of a report, least first. */
export const RANKS: Readonly<Record<Outcome, number>> = {
  'build-error': 0,
  skipped: 1,
  text: 2,
  bare: 3,
  hidden: 4,
  published: 4,
};

/** Rules whose fixes are to hide a report, or to publish it, as their titles say: PROMISES has the outcome. */
const ON_PUBLISHING: ReadonlySet<RuleCode> = new Set<RuleCode>(['draft-ignored', 'not-published']);

/** Rules on values, whose fixes write a value otherwise and do nothing else. */
const ON_VALUES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'changed-value',
  'cut-value',
  'wrong-type',
  'ignored-field',
  'tag-values',
  'tag-spelling',
  'tag-vocabulary',
]);

/**
 * Applies each fix of each finding of a text.
 * @param tried gets the keys of their promises
 * @returns what fixes do that they must not, one sentence each
 */
export function brokenPromises(place: Place, text: string, tried = new Set<string>()): string[] {
  const before = readIn(place, text);
  return before.findings.flatMap((finding) =>
    finding.fixes.flatMap((fix) => {
      const name = `${finding.code}, “${formatMessage(fix.title)}”`;
      tried.add(keyOf(finding, fix));
      const outside = unfitEdits(text, fix.edits);
      if (outside) {
        return [`${name}: ${outside}`];
      }
      const path = fix.rename ?? place.path;
      const after = readIn({ ...place, path }, applyEdits(text, fix.edits));
      const mended = { before, after, finding, fix };
      return [...faults(mended, path !== place.path)].map((fault) => `${name}: ${fault}`);
    }),
  );
}

/** Applies preferred fixes until none is left, as the command line and "fix all" do. */
export function mendAll(place: Place, text: string, limit: number): { steps: number; reading: Reading } {
  let reading = readIn(place, text);
  for (let steps = 0; ; steps++) {
    const fix = reading.findings.flatMap(({ fixes }) => fixes).find(({ preferred }) => preferred);
    if (!fix || steps >= limit) {
      return { steps, reading };
    }
    reading = readIn({ ...place, path: fix.rename ?? place.path }, applyEdits(reading.text, fix.edits));
  }
}

/** Why edits cannot be applied as they are; undefined where they can. */
function unfitEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let at = 0;
  for (const { range, newText } of sorted) {
    if (range.start < at || range.end < range.start || range.end > text.length) {
      return 'its edits overlap, or lie outside the text';
    }
    if (text.slice(range.start, range.end) === newText) {
      return 'an edit changes nothing';
    }
    at = range.end;
  }
  return undefined;
}

function* faults(mended: Mended, moved: boolean): Generator<string> {
  const { before, after, finding, fix } = mended;
  if (after.text === before.text && !moved) {
    yield 'it changes nothing';
  }
  if (!before.text.includes('\r') && after.text.includes('\r')) {
    yield 'it brings a carriage return';
  }
  if (!/(?:^|[^\r])\n/.test(before.text) && before.text.includes('\n') && /(?:^|[^\r])\n/.test(after.text)) {
    yield 'a line end is not CRLF as the others';
  }
  const place = moveRange(finding.range, fix.edits);
  const left = after.findings.find(
    ({ code, range, message }) =>
      code === finding.code &&
      overlap(range, place) &&
      // Text and fields behind a fence are two things of which one rule tells.
      (code !== 'text-after-fence' || message.template === finding.message.template),
  );
  if (left) {
    yield `the finding is still there: ${formatMessage(left.message)}`;
  }
  yield* newFindings(mended);
  const [was, is] = [before.forecast.outcome, after.forecast.outcome];
  if ((fix.preferred || ON_VALUES.has(finding.code)) && RANKS[is] < RANKS[was]) {
    yield `it makes ${was} ${is}`;
  }
  if (
    fix.preferred &&
    RANKS[is] === 4 &&
    RANKS[was] === 4 &&
    is !== was &&
    !ON_PUBLISHING.has(finding.code)
  ) {
    yield `it makes ${was} ${is} without saying so`;
  }
  const promise = PROMISES[keyOf(finding, fix)];
  if (!promise) {
    yield 'it is not known what it promises: add it to promises.ts';
    return;
  }
  const broken = promise(mended);
  if (broken !== null) {
    yield broken;
  }
}

/** What is said of what is not there; it stands at the fence, whatever a fix did to that. */
const ON_ABSENCE: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'unclosed-fence',
  'missing-title',
  'missing-date',
]);

/** Errors and warnings that a fix brings; those that something else hid until then are none. */
function* newFindings(mended: Mended): Generator<string> {
  const known = mended.before.findings.filter(isGrave);
  const all = mended.after.findings.filter(isGrave);
  const isThere = (other: Finding, finding: Finding) =>
    said(other) === said(finding) && overlap(moveRange(other.range, mended.fix.edits), finding.range);
  const unknown = all
    .filter((finding) => !takeOut(known, (other) => isThere(other, finding)))
    .filter((finding) => !takeOut(known, (other) => said(other) === said(finding)));
  for (const finding of unknown) {
    // A message that quotes the text says something else of another text.
    const isKnown = takeOut(
      known,
      ({ code, range }) =>
        code === finding.code && overlap(moveRange(range, mended.fix.edits), finding.range),
    );
    if (!isKnown && !wasHidden(mended, finding)) {
      yield `it brings ${said(finding)}`;
    }
  }
}

function takeOut<T>(items: T[], isIt: (item: T) => boolean): boolean {
  const at = items.findIndex(isIt);
  if (at >= 0) {
    items.splice(at, 1);
  }
  return at >= 0;
}

function wasHidden({ before, after, finding, fix }: Mended, found: Finding): boolean {
  const isWritten = fix.edits.some(({ range }) => overlap(moveRange(range, fix.edits), found.range));
  const errors = ({ findings }: Reading) => findings.filter(({ severity }) => severity === 'error').length;
  if (isUnread(before)) {
    // Where nothing was read, anything may show; but what the fix itself wrote may be no further error.
    return !isWritten || ON_ABSENCE.has(found.code) || errors(after) <= errors(before);
  }
  if (finding.code === 'date-mismatch' && found.code === 'not-published') {
    // The title of the fix says so: the day of the file's name is to come.
    return !fix.preferred && after.forecast.cause?.code === 'future';
  }
  if (before.forecast.outcome === 'hidden' && after.forecast.outcome === 'published') {
    // Nobody saw how it looked.
    return !fix.preferred && !isWritten;
  }
  if (finding.code === 'text-after-fence' && found.severity === 'warning') {
    // What stood behind the fence was the excerpt; or it were fields, which are read at last.
    return found.code === 'poor-excerpt' || !fix.preferred;
  }
  if (['separator-missing', 'empty-takeaways'].includes(finding.code) && found.code === 'poor-excerpt') {
    // That it stands in the wrong place shows once it is seen; or a heading was all that the excerpt had.
    return !fix.preferred;
  }
  // A field under its right name is read at last, with its value, and so is a date in a form that can be read.
  return ['misspelt-field', 'invalid-date', 'ignored-field'].includes(finding.code)
    ? found.severity === 'warning' || !fix.preferred
    : // A rule that names one place of several names the next.
      found.code === finding.code && !isWritten;
}

function isGrave({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Whether front matter was not read, or not as a whole. */
function isUnread({ report, forecast }: Reading): boolean {
  const isDraft = forecast.outcome === 'hidden' && forecast.title === null;
  return RANKS[forecast.outcome] < 4 || isDraft || report.frontMatter?.problems.length !== 0;
}

function said({ code, message }: Finding): string {
  return `${code}: ${formatMessage(message)}`;
}

/** Where a stretch of text is after edits; what an edit replaces becomes what it writes. */
export function moveRange({ start, end }: Range, edits: readonly TextEdit[]): Range {
  let [from, to] = [start, end];
  for (const { range, newText } of edits) {
    const growth = newText.length - (range.end - range.start);
    if (range.end <= start) {
      from += growth;
      to += growth;
    } else if (range.start < end) {
      to += growth;
      from -= Math.max(0, start - range.start);
    }
  }
  return { start: Math.max(0, from), end: Math.max(from, to) };
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
