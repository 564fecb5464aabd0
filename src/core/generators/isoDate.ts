import { instantInZone, instantOf, isCalendarDay, isoOf } from './timeZone';

/**
 * What Go takes for the name of a zone (time/format.go, parseTimeZone): three capital letters, four or five that end in T, a
 * few more, `GMT` with hours from it, or the hours alone, as zones without a name have it.
 */
export const GO_ZONE_NAME = String.raw`(?:(?!GMT|UTC)(?:[A-Z]{3}|[A-Z]{3,4}T|WITA|ChST|MeST)|UTC|(?:GMT)?[-+]0*(?:1?\d|2[0-3])|GMT)`;

/** `2006-01-02`, and with a time, whose zone may be set off by a blank (Go's layouts in spf13/cast, timeFormats). Two digits, except the hour. */
const ISO = new RegExp(
  String.raw`^(\d{4})-(\d{2})-(\d{2})(?:([Tt ])(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:( )?(Z|[-+]\d{2}:?\d{2})( ${GO_ZONE_NAME})?)?)?$`,
);

/**
 * Reads a date in ISO 8601, or the like with a blank between date and time.
 * @returns the moment in ISO 8601, UTC; null where the form is another or the calendar has no such day
 */
export function parseIsoDate(text: string, timeZone: string | undefined): string | null {
  const iso = ISO.exec(text);
  if (!iso) {
    return null;
  }
  const [
    ,
    year,
    month,
    day,
    separator,
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '0',
    gap,
    zone,
    name,
  ] = iso;
  // A blank before the zone needs one before the time, and a zone in digits; its name, the form of Go's own Time.String().
  if ((gap && (separator !== ' ' || zone === 'Z')) || (name && (!gap || zone?.includes(':')))) {
    return null;
  }
  return momentOf(year, Number(month), day, [hour, minute, second, fraction], zone, timeZone);
}

/**
 * Puts a moment together.
 * @param clock hour, minute, second and the digits of the fraction
 * @param zone `Z` or an offset; undefined for the zone named `timeZone`
 */
export function momentOf(
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
  // As far as Go lets zones go; no zone of this world is that far off.
  if (Number(hours) > 24 || Number(minutes) > 60) {
    return null;
  }
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return isoOf(instantOf(time, offset));
}
