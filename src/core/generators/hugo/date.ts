import type { Node } from '../../frontMatter/tree';
import type { DateReading, Site } from '../generator';
import { typeOf } from '../scalars';
import { instantInZone, instantOf, isCalendarDay, isoOf } from '../timeZone';
import { atLeast } from '../versions';
import { plainReaderOf } from './values';

/** From here on a date that cannot be read ends the build; before, it silently is the year 1. */
const STRICT_DATES = '0.135';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2006-01-02`, and with a time, whose zone may be set off by a blank (spf13/cast, timeFormats). Two digits, except the hour. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:([Tt ])(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?(?: ?(Z|[-+]\d{2}:?\d{2})(?: [A-Z]{3,4})?)?)?$/;
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
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, , hour = '0', minute = '0', second = '0', fraction = '0', zone] = iso;
    return moment(year, Number(month), day, [hour, minute, second, fraction], zone, timeZone);
  }
  const rfc = RFC_1123.exec(text) ?? DAY_MONTH_YEAR.exec(text);
  if (rfc) {
    const [, day, monthName = '', year, hour = '0', minute = '0', second = '0', zone] = rfc;
    const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
    return moment(
      year,
      month,
      day,
      [hour, minute, second, '0'],
      rfc.length > 4 ? (zone ?? 'Z') : undefined,
      timeZone,
    );
  }
  return null;
}

function moment(
  year = '',
  month: number,
  day = '',
  clock: string[],
  zone: string | undefined,
  timeZone: string | undefined,
): string | null {
  const [hour = 0, minute = 0, second = 0] = clock.map(Number);
  const time = {
    year: Number(year),
    month,
    day: Number(day),
    hour,
    minute,
    second,
    millisecond: Math.floor(Number(`0.${clock[3] ?? '0'}`) * 1000),
  };
  if (!isCalendarDay(time.year, time.month, time.day) || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  if (zone === undefined) {
    return isoOf(instantInZone(time, timeZone));
  }
  const [, sign, hours = '0', minutes = '0'] = /([-+])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return isoOf(instantOf(time, offset));
}
