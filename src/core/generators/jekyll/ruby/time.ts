import { clockIn, instantOf, isCalendarDay, offsetIn, zoneNamed } from '../../timeZone';
import type { ClockTime } from '../../timeZone';
import { parseDateText } from './dateParse';
import type { DateParts } from './dateParse';

/** A moment as Ruby's `Time.parse` reads it. */
export interface ParsedTime {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** The month has no such day, and Ruby takes the days that are left into the next one. */
  readonly rolled: boolean;
}

/** The zones that time.rb knows by name, in hours from UTC; the letters are military zones. */
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0, Z: 0, UT: 0, GMT: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, I: 9, K: 10, L: 11, M: 12,
  N: -1, O: -2, P: -3, Q: -4, R: -5, S: -6, T: -7, U: -8, V: -9, W: -10, X: -11, Y: -12,
}; // prettier-ignore

const DAY = 86_400;

/**
 * Reads a date as Ruby 3's `Time.parse` does (lib/time.rb), which Jekyll calls on the value's text.
 * @param zone the site's own zone, for texts that name none or one that Ruby does not know
 * @param now what is missing before the first part that is there comes from the moment of the build
 * @returns null where Ruby raises an error, which ends Jekyll's build
 */
export function parseTime(text: string, zone: string | undefined, now: number): ParsedTime | null {
  const parts = parseDateText(text);
  if (!parts) {
    return null;
  }
  const { year, yearDay, month, day, hour, minute, second, fraction } = parts;
  const isEmpty = (year ?? yearDay ?? month ?? day ?? hour ?? minute ?? second ?? fraction) === undefined;
  return isEmpty
    ? null
    : yearDay === undefined
      ? makeTime(parts, zone, now)
      : yearDayTime(parts, yearDay, zone, now);
}

/** By the day of the year; Ruby guesses the month, and then corrects the day. */
function yearDayTime(
  parts: DateParts,
  yearDay: number,
  zone: string | undefined,
  now: number,
): ParsedTime | null {
  if (yearDay < 1 || yearDay > 366) {
    return null;
  }
  const year = parts.year ?? clockIn(now, zone).year;
  let month = Math.floor((yearDay - 1) / 31) + 1;
  let day = ((yearDay - 1) % 31) + 1;
  const guess = makeTime({ ...parts, month, day }, zone, now);
  if (!guess) {
    return null;
  }
  const offset = parts.zone === undefined ? null : zoneOffset(parts.zone, zone, year);
  const shown =
    offset === null ? clockIn(guess.instant, zone) : clockIn(guess.instant + offset * 1000, 'UTC');
  const shownDay =
    (Date.UTC(shown.year, shown.month - 1, shown.day) - Date.UTC(shown.year, 0, 0)) / (DAY * 1000);
  if (shownDay === yearDay) {
    return guess;
  }
  day += yearDay - shownDay;
  const length = daysIn(year, month);
  if (day > 28 && day > length) {
    month++;
    day -= length;
  }
  return month > 12 ? null : makeTime({ ...parts, month, day }, zone, now);
}

function makeTime(parts: DateParts, zone: string | undefined, now: number): ParsedTime | null {
  const offset =
    parts.zone === undefined ? null : zoneOffset(parts.zone, zone, parts.year ?? clockIn(now, zone).year);
  if (offset !== null && Math.abs(offset) >= DAY) {
    return null;
  }
  const complete = completed(parts, () =>
    offset === null ? clockIn(now, zone) : clockIn(now + offset * 1000, 'UTC'),
  );
  const time = offset === null ? complete : withoutOffset(complete, offset);
  if (!isTime(time)) {
    return null;
  }
  const rolled = !isCalendarDay(time.year, time.month, time.day);
  return { instant: offset === null ? localInstant(time, zone) : instantOf(time), rolled };
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** What is missing before the first part is today's; what is missing behind it is the least that there is. */
function completed(parts: DateParts, now: () => ClockTime): ClockTime {
  const clock = {
    year: parts.year ?? 1970,
    month: parts.month ?? 1,
    day: parts.day ?? 1,
    hour: parts.hour ?? 0,
    minute: parts.minute ?? 0,
    second: parts.second ?? 0,
    millisecond: Math.floor((parts.fraction ?? 0) * 1000),
  };
  for (const name of PARTS) {
    if (parts[name] !== undefined) {
      break;
    }
    clock[name] = now()[name];
  }
  return clock;
}

/** What `Time.utc` takes: the 31st of every month, an hour 24, a leap second. */
function isTime({ month, day, hour, minute, second }: ClockTime): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    hour >= 0 &&
    (hour < 24 || (hour === 24 && minute === 0 && second === 0)) &&
    minute >= 0 &&
    minute <= 59 &&
    second >= 0 &&
    second <= 60
  );
}

/** Seconds from UTC; null for a name that means nothing. */
function zoneOffset(name: string, siteZone: string | undefined, year: number): number | null {
  const upper = name.toUpperCase();
  const digits = /^([-+])(\d\d)(:?)(\d\d)(?:\3(\d\d))?$/.exec(upper) ?? /^([-+])(\d\d)$/.exec(upper);
  if (digits) {
    const seconds = Number(digits[2]) * 3600 + Number(digits[4] ?? 0) * 60 + Number(digits[5] ?? 0);
    return digits[1] === '-' ? -seconds : seconds;
  }
  const hours = Object.hasOwn(ZONES, upper) ? ZONES[upper] : undefined;
  return hours === undefined ? zoneNamed(upper, siteZone, year) : hours * 3600;
}

/**
 * Takes a clock from an offset to UTC as time.rb does, one unit after the other; the last day of a month is carried
 * before anyone looks whether there is such a day.
 */
function withoutOffset(time: ClockTime, offset: number): ClockTime {
  const sign = offset < 0 ? 1 : -1;
  let { year, month, day, hour, minute, second } = time;
  let left = Math.abs(offset);
  const step = (value: number, size: number): [value: number, carried: number] => {
    const part = left % size;
    left = Math.floor(left / size);
    if (part === 0) {
      return [value, 0];
    }
    const moved = value + sign * part;
    const carried = Math.floor(moved / size);
    return [moved - carried * size, carried];
  };
  let carried: number;
  [second, carried] = step(second, 60);
  left += sign * carried;
  [minute, carried] = step(minute, 60);
  left += sign * carried;
  [hour, carried] = step(hour, 24);
  left += sign * carried;
  if (left !== 0) {
    day += sign * left;
    if (day < 1) {
      month -= 1;
      if (month < 1) {
        year -= 1;
        month = 12;
      }
      day = daysIn(year, month);
    } else if (sign > 0 && day > daysIn(year, month)) {
      month += 1;
      if (month > 12) {
        month = 1;
        year += 1;
      }
      day = 1;
    }
  }
  return { ...time, year, month, day, hour, minute, second };
}

/** NaN for a month that the calendar does not have. */
function daysIn(year: number, month: number): number {
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? NaN;
  return month === 2 && isCalendarDay(year, 2, 29) ? 29 : days;
}

/** `Time.local`: of two moments at which a clock shows a time, the later one; for a time that it skips, by the clock before. */
function localInstant(time: ClockTime, zone: string | undefined): number {
  const utc = instantOf(time);
  const offsets = [utc - DAY * 1000, utc + DAY * 1000].map((moment) => offsetIn(moment, zone));
  const least = Math.min(...offsets);
  const most = Math.max(...offsets);
  const isMost = offsetIn(utc - least, zone) !== least && offsetIn(utc - most, zone) === most;
  return utc - (isMost ? most : least);
}
