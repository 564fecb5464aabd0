import { findIntendedFence } from '../../frontMatter/fence';
import type { CauseCode } from '../../generators/generator';
import type { Report } from '../../report/report';
import { hasTextBehindFence } from '../header/fences';
import type { Rule } from '../rule';

/** What no other rule tells of. */
const CAUSES: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'encoding',
  'shortcode',
  'permalink',
  'liquid',
  'config',
  'field-value',
]);

/** Something that keeps the generator from building the report, or the whole site, though the front matter can be read. */
export const buildStops: Rule = {
  code: 'build-stops',
  severity: 'error',
  check({ report, forecast: { outcome, cause, reason } }) {
    if (
      (outcome !== 'build-error' && outcome !== 'skipped') ||
      !cause ||
      !reason ||
      !(CAUSES.has(cause.code) || startsLikeAFence(report))
    ) {
      return [];
    }
    const start = report.fence.kind === 'closed' ? report.fence.fence.open : { start: 0, end: 0 };
    return [{ message: reason, range: cause.range ?? start, fixes: [] }];
  },
};

/** Whether Hugo takes a start for front matter that looks like none: of that the rules on fences do not tell. */
function startsLikeAFence(report: Report): boolean {
  const { kind } = report.fence;
  const isUnread = kind === 'invalid' || kind === 'unclosed' || hasTextBehindFence(report);
  return isUnread && findIntendedFence(report.text) === null;
}
