import type { Forecast, Outcome } from '../generators/generator';
import { forecastAfter } from './after';
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
 * Leaves only those fixes preferred after which the report is no worse off, as another slip may come to light: once a title
 * has its quotes, an impossible date stops the build; and once a field has its right name, the report is hidden.
 */
export function preferOnlySafe(findings: readonly Finding[], subject: Subject): Finding[] {
  let read = 0;
  const isSafe = (finding: Finding, fix: Fix): boolean => {
    const isFirst = read === 0;
    read += subject.report.text.length + 1;
    return (isFirst || read <= MAX_READ) && isNoWorse(finding, subject.forecast, forecastAfter(subject, fix));
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
