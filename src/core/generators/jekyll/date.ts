import type { ClockTime } from '../timeZone';

/** A time as Ruby's `Time.parse` reads it; `offset` in minutes from UTC, undefined for the site's own zone. */
export interface RubyTime {
  readonly time: ClockTime;
  readonly offset: number | undefined;
  /** The month has no such day and Ruby takes the days that are left into the next one. */
  readonly rolled: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[^-\\d\\s']*`;

/** The zones that Ruby knows by name and that people write (date_parse.c, zonetab), in hours from UTC. */
const ZONES: Record<string, number> = {
  utc: 0, z: 0, gmt: 0, wet: 0, bst: 1, cet: 1, west: 1, met: 1, cest: 2, mest: 2, eet: 2, sast: 2, eest: 3, msk: 3,
  ist: 5.5, jst: 9, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7,
}; // prettier-ignore

interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

/**
 * Reads a date as Ruby 3's `Time.parse` does (ext/date/date_parse.c, lib/time.rb), which Jekyll calls on the value's text.
 * @returns null where Ruby raises an error, which ends Jekyll's build
 */
export function parseRubyTime(text: string): RubyTime | null {
  let rest = text.trim().toLowerCase();
  let hour = 0;
  let minute = 0;
  let second = 0;
  let millisecond = 0;
  let zone: string | undefined;
  const time =
    /(\d+)\s*(?::\s*(\d+)(?:\s*:\s*(\d+)(?:[,.](\d*))?)?|h(?=\b|\d))\s*(?:([ap])\.?m\b\.?)?\s*((?:gmt|utc)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[a-z]+(?:\s+(?:dst|standard\s+time|daylight\s+time))?\b)?/.exec(
      rest.replace(/(\d)t(\d)/, '$1 $2'),
    );
  if (time) {
    rest = rest.replace(/(\d)t(\d)/, '$1 $2');
    hour = Number(time[1]);
    minute = Number(time[2] ?? 0);
    second = Number(time[3] ?? 0);
    millisecond = Math.floor(Number(`0.${time[4] ?? '0'}`) * 1000);
    if (time[5]) {
      hour = (hour % 12) + (time[5] === 'p' ? 12 : 0);
    }
    zone = time[6];
    rest = `${rest.slice(0, time.index)} ${rest.slice(time.index + time[0].length)}`;
  }
  const parts = parseDay(rest);
  if (!parts?.year) {
    return null;
  }
  const { year, month = 1, day = 1 } = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) {
    return null;
  }
  const rolled = day > new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { time: { year, month, day, hour, minute, second, millisecond }, offset: offsetOf(zone), rolled };
}

/** The order of the attempts is Ruby's. */
function parseDay(text: string): DateParts | null {
  let match = new RegExp(`(\\d+)[^-\\d\\s']*\\s*${MONTH}(?:\\s*(?:\\s*,?\\s*)('?-?\\d+))?`).exec(text);
  if (match) {
    return named(match[2], match[1], match[3]);
  }
  match = new RegExp(`\\b${MONTH}[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*('?-?\\d+))?`).exec(text);
  if (match) {
    return named(match[1], match[2], match[3]);
  }
  match =
    /([-+]?\d{2,}|\d+)-(\d+)-(\d+)/.exec(text) ??
    /(\d+)\/(\d+)\/(\d+)/.exec(text) ??
    /(\d+)\.(\d+)\.(\d+)/.exec(text);
  if (match) {
    return ordered(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  }
  match = new RegExp(`('?\\d+)-${MONTH}-('?\\d+)`).exec(text);
  if (match) {
    return named(match[2], match[1], match[3]);
  }
  match = /[-+]?(\d{2,14})/.exec(text);
  return match?.[1] ? digits(match[1]) : null;
}

function named(month = '', first = '', second: string | undefined): DateParts {
  // Of `July 2019` and `2019-Jul-23` the longer number is the year.
  const [day, year] = first.replace("'", '').length > 2 ? [second ?? '1', first] : [first, second];
  const parts = { month: MONTHS.indexOf(month.slice(0, 3)) + 1, day: Number(day.replace("'", '')) };
  return year === undefined ? parts : { ...parts, year: century(year.replace("'", '')) };
}

/** Three numbers: year first, unless the last one is longer than two digits. */
function ordered(first: string, second: string, third: string): DateParts {
  if (third.length > 2 && first.length <= 2) {
    return { day: Number(first), month: Number(second), year: Number(third) };
  }
  return { year: century(first), month: Number(second), day: Number(third) };
}

/** Digits alone: `20190723`, `190723`; four are month and day, which leaves no year. */
function digits(text: string): DateParts | null {
  switch (text.length) {
    case 8:
    case 12:
    case 14:
      return {
        year: Number(text.slice(0, 4)),
        month: Number(text.slice(4, 6)),
        day: Number(text.slice(6, 8)),
      };
    case 6:
    case 10:
      return {
        year: century(text.slice(0, 2)),
        month: Number(text.slice(2, 4)),
        day: Number(text.slice(4, 6)),
      };
    default:
      return null;
  }
}

/** Ruby's reading of two-digit years. */
function century(year: string): number {
  const value = Number(year);
  return year.length > 2 ? value : value >= 69 ? value + 1900 : value + 2000;
}

function offsetOf(zone: string | undefined): number | undefined {
  if (!zone) {
    return undefined;
  }
  const numeric = /([-+])(\d{1,2}):?(\d{2})?/.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const hours = ZONES[zone.split(/\s/)[0] ?? ''];
  return hours === undefined ? undefined : hours * 60;
}
