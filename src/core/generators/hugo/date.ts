import type { Node } from '../../frontMatter/tree';
import type { DateReading, Site } from '../generator';
import { typeOf } from '../scalars';
import { momentOf, parseIsoDate } from '../isoDate';
import { isoOf } from '../timeZone';
import { atLeast } from '../versions';
import { plainReaderOf } from './values';

/** From here on a date that cannot be read ends the build; before, it silently is the year 1. */
const STRICT_DATES = '0.135';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `02 Jan 2006`. */
const DAY_MONTH_YEAR = /^(\d{2}) ([A-Za-z]{3}) (\d{4})$/;
/** RFC 1123 and RFC 1123Z: `Mon, 02 Jan 2006 15:04:05 MST`. */
const RFC_1123 =
  /^[A-Z][a-z]{2}, (\d{2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:UTC|GMT|([-+]\d{4}))$/;

/** Reads a date as Hugo does: text in one of Go's layouts, a bare number as seconds since 1970. */
export function readHugoDate(node: Node | null, site: Site): DateReading {
  const invalid: DateReading = {
    kind: 'invalid',
    outcome: atLeast(site.version, STRICT_DATES) ? 'build-error' : 'published',
  };
  if (!node) {
    return { kind: 'missing' };
  }
  if (node.kind !== 'scalar') {
    return invalid;
  }
  const typed = typeOf(node, plainReaderOf(site.version));
  switch (typed.type) {
    case 'null':
      return { kind: 'missing' };
    case 'number': {
      const iso = isoOf(Math.trunc(Number(typed.value)) * 1000);
      return iso ? { kind: 'date', instant: iso, rolled: false } : invalid;
    }
    case 'boolean':
      return invalid;
    default: {
      if (typed.value === '') {
        return { kind: 'missing' };
      }
      const instant = parseGoDate(typed.value, site.config.timeZone);
      return instant === null ? invalid : { kind: 'date', instant, rolled: false };
    }
  }
}

/** @returns the moment in ISO 8601, UTC; null where no layout fits or the calendar has no such day */
export function parseGoDate(text: string, timeZone: string | undefined): string | null {
  const iso = parseIsoDate(text, timeZone);
  if (iso !== null) {
    return iso;
  }
  const rfc = RFC_1123.exec(text) ?? DAY_MONTH_YEAR.exec(text);
  if (!rfc) {
    return null;
  }
  const [, day, monthName = '', year, hour = '0', minute = '0', second = '0', zone] = rfc;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  return momentOf(
    year,
    month,
    day,
    [hour, minute, second, '0'],
    rfc.length > 4 ? (zone ?? 'Z') : undefined,
    timeZone,
  );
}
