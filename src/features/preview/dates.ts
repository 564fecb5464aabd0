import type { Site } from '../../core/generators/generator';
import type { Report } from '../../core/report/report';

/** An offset at the end of a written date: `Z`, `+02:00`, `-0500`. */
const OFFSET = /:\d{2}(?:[.,]\d+)?\s*(?:(Z)|([-+])(\d{2}):?(\d{2}))\s*$/;

/**
 * Writes the day of a moment for readers: "Tuesday, 23 July 2019".
 * @param instant ISO 8601
 * @param offset minutes ahead of UTC, or the name of a zone; an unknown zone counts as UTC
 * @returns an empty string for what is no moment
 */
export function readableDay(instant: string, offset: number | string, language: string): string {
  const time = Date.parse(instant) + (typeof offset === 'number' ? offset * 60_000 : 0);
  if (Number.isNaN(time)) {
    return '';
  }
  const format = formatOf(language, typeof offset === 'number' ? 'UTC' : offset);
  if (!/^en(?:-|$)/i.test(language)) {
    return format.format(time);
  }
  // English has a form that neither Americans nor Britons misread; Intl's own differ from engine to engine.
  const parts = new Map(format.formatToParts(time).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`;
}

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

function formatOf(language: string, timeZone: string): Intl.DateTimeFormat {
  const shape = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat(language, { ...shape, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...shape, timeZone: 'UTC' });
  }
}
