import { dayNumber } from '../timeZone';
import type { ClockTime } from '../timeZone';

/** A date as a page has it: what a clock shows, and where that clock stands. */
export interface GoTime {
  readonly clock: ClockTime;
  /** Minutes ahead of UTC; null where only the name of the zone is known. */
  readonly offset: number | null;
}

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** The parts of Go's layouts that can stand in a token of a permalink (time/format.go, nextStdChunk). */
const CHUNK =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|0[1-6]|002|15|1|2006|2|__2|_2(?!006)|[345]|PM|pm|Z0700(?:00)?|Z07/g;

/** No part of it is as the layouts write it, except that it is an evening, too (resources/page/permalinks.go, referenceTime). */
const REFERENCE: GoTime = {
  clock: { year: 2019, month: 11, day: 9, hour: 23, minute: 1, second: 42, millisecond: 0 },
  offset: 0,
};

/** Whether a token of a permalink is a layout of Go's: it then changes with the date. */
export function isLayout(token: string): boolean {
  return goFormat(REFERENCE, token) !== token;
}

/**
 * Writes a date in a layout of Go's (time.Format).
 * @returns null where it needs the short name of a zone, which is not known
 */
export function goFormat({ clock, offset }: GoTime, layout: string): string | null {
  const isUnknown = offset === null && (layout.match(CHUNK) ?? []).some((chunk) => /^(?:MST|Z)/.test(chunk));
  return isUnknown
    ? null
    : layout.replace(CHUNK, (chunk) => partOf(clock, chunk) ?? zoneOf(offset ?? 0, chunk));
}

function partOf(clock: ClockTime, chunk: string): string | null {
  const { year, month, day, hour, minute, second } = clock;
  switch (chunk) {
    case 'January':
      return MONTHS[month - 1] ?? '';
    case 'Jan':
      return (MONTHS[month - 1] ?? '').slice(0, 3);
    case '1':
      return String(month);
    case '01':
      return padded(month, 2);
    case 'Monday':
      return WEEKDAYS[weekdayOf(clock)] ?? '';
    case 'Mon':
      return (WEEKDAYS[weekdayOf(clock)] ?? '').slice(0, 3);
    case '2':
      return String(day);
    case '_2':
      return padded(day, 2, ' ');
    case '02':
      return padded(day, 2);
    case '002':
      return padded(yearDayOf(clock), 3);
    case '__2':
      return padded(yearDayOf(clock), 3, ' ');
    case '15':
      return padded(hour, 2);
    case '3':
      return String(hour % 12 || 12);
    case '03':
      return padded(hour % 12 || 12, 2);
    case '4':
      return String(minute);
    case '04':
      return padded(minute, 2);
    case '5':
      return String(second);
    case '05':
      return padded(second, 2);
    case '2006':
      return padded(year, 4);
    case '06':
      return padded(year % 100, 2);
    case 'PM':
      return hour < 12 ? 'AM' : 'PM';
    case 'pm':
      return hour < 12 ? 'am' : 'pm';
    default:
      return null;
  }
}

function zoneOf(offset: number, chunk: string): string {
  if (offset === 0) {
    return chunk === 'MST' ? 'UTC' : 'Z';
  }
  const ahead = Math.abs(offset);
  const hours = (offset < 0 ? '-' : '+') + padded(Math.floor(ahead / 60), 2);
  const minutes = padded(ahead % 60, 2);
  switch (chunk) {
    case 'MST':
      return hours + (minutes === '00' ? '' : minutes);
    case 'Z07':
      return hours;
    default:
      return hours + minutes + (chunk === 'Z070000' ? '00' : '');
  }
}

/** From Sunday on. */
export function weekdayOf({ year, month, day }: ClockTime): number {
  return (((dayNumber(year, month, day) + 4) % 7) + 7) % 7;
}

export function yearDayOf({ year, month, day }: ClockTime): number {
  return dayNumber(year, month, day) - dayNumber(year, 1, 1) + 1;
}

function padded(value: number, width: number, filler = '0'): string {
  return String(value).padStart(width, filler);
}
