import type { Report } from '../report/report';
import type { Site } from './generator';

/** An offset at the end of a written date: `Z`, `+02:00`, `-0500`. */
const OFFSET = /:\d{2}(?:[.,]\d+)?\s*(?:(Z)|([-+])(\d{2}):?(\d{2}))\s*$/;

/**
 * Where the clock stands that tells a report's day. Most generators move every date into the site's zone; others
 * show it under the offset it was written with, and take the site's zone only for dates without one.
 */
export function clockOf(report: Report, site: Site): number | string {
  const zone = site.config.timeZone ?? 'UTC';
  const date = report.field('date')?.value;
  const written = site.generator.keepsOffsets && date?.kind === 'scalar' ? OFFSET.exec(date.text) : null;
  if (!written) {
    return zone;
  }
  const [, utc, sign, hours, minutes] = written;
  return utc ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
