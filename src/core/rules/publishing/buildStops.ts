import { findIntendedFence } from '../../frontMatter/fence';
import type { CauseCode } from '../../generators/generator';
import type { Report } from '../../report/report';
import { hasTextBehindFence } from '../header/fences';
import { topOf } from '../places';
import type { Rule } from '../rule';

/** What no other rule tells of. */
const CAUSES: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'shortcode',
  'attributes',
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
    return outcome === 'build-error' &&
      cause &&
      reason &&
      (CAUSES.has(cause.code) || startsLikeAFence(report))
      ? [{ message: reason, range: cause.range ?? topOf(report), fixes: [] }]
      : [];
  },
};

/** Whether Hugo takes a first line for a fence that looks like none: of that the rules on fences do not tell. */
function startsLikeAFence(report: Report): boolean {
  return hasTextBehindFence(report) && findIntendedFence(report.text) === null;
}
