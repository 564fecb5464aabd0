import { findIntendedFence } from '../../frontMatter/fence';
import type { Site } from '../../generators/generator';
import type { CauseCode } from '../../generators/forecast';
import { nearestTarget } from '../../generators/targets';
import { say } from '../../message';
import type { Report } from '../../report/report';
import { hasTextBehindFence } from '../header/fences';
import { topOf } from '../shared/places';
import type { Range } from '../../text';
import type { Fix, Rule } from '../rule';

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
  check({ report, site, forecast: { outcome, cause, reason } }) {
    return outcome === 'build-error' &&
      cause &&
      reason &&
      (CAUSES.has(cause.code) || startsLikeAFence(report))
      ? [{ message: reason, range: cause.range ?? topOf(report), fixes: fixesOf(report, site, cause.range) }]
      : [];
  },
};

/** Whether Hugo takes a first line for a fence that looks like none: of that the rules on fences do not tell. */
function startsLikeAFence(report: Report): boolean {
  return hasTextBehindFence(report) && findIntendedFence(report.text) === null;
}

/** Where what the text names is not in the site: the nearest that is. What was meant only the writer knows. */
function fixesOf({ text }: Report, { surroundings }: Site, range: Range | null): Fix[] {
  const nearest = range && nearestTarget(surroundings?.targets, text.slice(range.start, range.end));
  return range && nearest
    ? [{ title: say('Name `{0}` instead', nearest), preferred: false, edits: [{ range, newText: nearest }] }]
    : [];
}
