import type { CauseCode } from '../../generators/generator';
import { topOf } from '../places';
import type { Rule } from '../rule';

/** What no other rule tells of. */
const CAUSES: ReadonlySet<CauseCode> = new Set<CauseCode>([
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
    return outcome === 'build-error' && cause && reason && CAUSES.has(cause.code)
      ? [{ message: reason, range: cause.range ?? topOf(report), fixes: [] }]
      : [];
  },
};
