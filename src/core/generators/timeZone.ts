/** A time on a clock: what a date says before a zone is known. `month` is 1 to 12; all fields may overflow. */
export interface ClockTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** The moment at which a clock at a fixed offset from UTC shows a time, as milliseconds since 1970. */
export function instantOf(time: ClockTime, offsetMinutes = 0): number {
  if (time.year > 99 && time.year < 10_000) {
    const { year, month, day, hour, minute, second, millisecond } = time;
    return Date.UTC(year, month - 1, day, hour, minute - offsetMinutes, second, millisecond);
  }
  // `Date.UTC` takes smaller years for those of the last century.
  const date = new Date(0);
  date.setUTCFullYear(time.year, time.month - 1, time.day);
  date.setUTCHours(time.hour, time.minute - offsetMinutes, time.second, time.millisecond);
  return date.getTime();
}

/** The moment at which a clock in a zone shows a time; an unknown zone counts as UTC. */
export function instantInZone(time: ClockTime, zone: string | undefined): number {
  const utc = instantOf(time);
  if (!zone || zone === 'UTC') {
    return utc;
  }
  // The offset at the guess is wrong only around a change of the clocks; the second look settles that.
  const guess = utc - offsetAt(utc, zone);
  return utc - offsetAt(guess, zone);
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** What a clock in a zone shows at a moment; an unknown zone counts as UTC. */
export function clockIn(instant: number, zone: string | undefined): ClockTime {
  const date = new Date(instant + (zone && zone !== 'UTC' ? offsetAt(instant, zone) : 0));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** How far a zone is ahead of UTC at a moment, in milliseconds; an unknown zone counts as UTC. */
export function offsetIn(instant: number, zone: string | undefined): number {
  return zone && zone !== 'UTC' ? offsetAt(instant, zone) : 0;
}

/** Before that calendars differ, and no zone was ever changed. */
const FIRST = Date.UTC(1600, 0, 1);

/** In the time zone database no zone goes forth and back in fewer than three days. */
const SPAN = 2 * 86_400_000;

/** How many offsets of a zone are kept: those of 50 years. */
const MAX_KEPT = 10_000;

/** The offset of each zone at the start of spans of that length. */
const kept = new Map<string, Map<number, number>>();

/** Asks the engine, which takes its time, only once for all moments between two with one offset. */
function offsetAt(moment: number, zone: string): number {
  const instant = Math.max(moment, FIRST);
  const span = Math.floor(instant / SPAN);
  const offset = offsetAtStart(span, zone);
  return offset === offsetAtStart(span + 1, zone) ? offset : offsetFor(instant, zone);
}

function offsetAtStart(span: number, zone: string): number {
  let offsets = kept.get(zone);
  if (!offsets || offsets.size >= MAX_KEPT) {
    offsets = new Map<number, number>();
    kept.set(zone, offsets);
  }
  let offset = offsets.get(span);
  if (offset === undefined) {
    offset = offsetFor(span * SPAN, zone);
    offsets.set(span, offset);
  }
  return offset;
}

function offsetFor(instant: number, zone: string): number {
  const format = formatOf(zone);
  if (!format || Number.isNaN(new Date(instant).getTime())) {
    return 0;
  }
  const parts = new Map(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = null;
    }
    formats.set(zone, format);
  }
  return format;
}

/** The languages under whose names of zones the short ones of most zones are found: EST, CET, AEST, NZST, SAST, IST. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-ZA', 'en-IN'];

/**
 * The offset of a zone in the half of a year in which it goes by a name, `CEST`.
 * @param name in capitals
 * @returns seconds from UTC; null where the zone never has that name
 */
export function zoneNamed(name: string, zone: string | undefined, year: number): number | null {
  if (!zone || zone === 'UTC' || !/^[A-Z]{2,6}$/.test(name)) {
    return null;
  }
  for (const month of [1, 7]) {
    const instant = instantInZone(
      { year, month, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 },
      zone,
    );
    if (!Number.isNaN(instant) && LOCALES.some((locale) => nameIn(locale, zone, instant) === name)) {
      return offsetAt(instant, zone) / 1000;
    }
  }
  return null;
}

function nameIn(locale: string, timeZone: string, instant: number): string | undefined {
  try {
    return new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value;
  } catch {
    return undefined;
  }
}

/** A moment in ISO 8601, UTC, without empty milliseconds; null for a moment that no calendar has. */
export function isoOf(instant: number): string | null {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) {
    return null;
  }
  const text = date.toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** How many days after the first one of 1970 a day is. */
export function dayNumber(year: number, month: number, day: number): number {
  return instantOf({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 }) / 86_400_000;
}

/** Tells whether the calendar has a day. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate())
  );
}
