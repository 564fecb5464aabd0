import type { Node, ScalarNode } from '../../frontMatter/tree';
import type { DateReading, Site } from '../generator';
import { typeOf } from '../scalars';
import { GO_ZONE_NAME, momentOf, parseIsoDate } from '../isoDate';
import { isoOf } from '../timeZone';
import { atLeast } from '../versions';
import { plainReaderOf } from './values';
import { STRICT_DATES } from './versions';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})`;
const SECOND = String.raw`:(?<second>\d{2})`;
/** A zone's name is only skipped (cast.parseDateWith): the time is in the site's own zone. */
const NAME = String.raw`(?<name>${GO_ZONE_NAME})`;
const ZONE = String.raw`(?:(?<zone>[-+]\d{4})|${NAME})`;
/** Names of days and months are in any case (time.lookup). */
const DAY = '(?<weekday>[A-Za-z]{3})';
const MONTH = '(?<month>[A-Za-z]{3})';

/** Go's layouts with the month's name: `02 Jan 2006`, RFC 1123, RFC 822, RFC 850, and what `date` prints. */
const NAMED_MONTH = [
  String.raw`(?<day>\d{2}) ${MONTH} (?<year>\d{4})`,
  String.raw`${DAY}, (?<day>\d{2}) ${MONTH} (?<year>\d{4}) ${CLOCK}${SECOND} ${ZONE}`,
  String.raw`(?<day>\d{2}) ${MONTH} (?<year>\d{2}) ${CLOCK} ${ZONE}`,
  String.raw`(?<weekday>[A-Za-z]{6,9}), (?<day>\d{2})-${MONTH}-(?<year>\d{2}) ${CLOCK}${SECOND} ${NAME}`,
  String.raw`${DAY} ${MONTH} {1,2}(?<day>\d{1,2}) ${CLOCK}${SECOND}(?: ${ZONE})? (?<year>\d{4})`,
].map((layout) => new RegExp(`^${layout}$`));

/** Any day of the week will do, the wrong one, too. */
const WEEKDAY =
  /^(?:sun(?:day)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?)$/i;

/** Kitchen and Stamp: times without a year, which then is the year 0. */
const TIME_ONLY =
  /^(?:(?<hour>0?\d|1[0-2]):(?<minute>\d{2})(?<half>[AP]M)|(?<month>[A-Za-z]{3}) (?<day>\d{1,2}) (?<clock>\d{2}:\d{2}:\d{2})(?:[.,](?<fraction>\d+))?)$/;

/** The last moment that JavaScript knows, in milliseconds; Go's go on for much longer. */
const LAST_MOMENT = 8.64e15;

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
      if (isFloat(node, site.version)) {
        return invalid;
      }
      const iso = isoOf(Math.min(Math.trunc(Number(typed.value)) * 1000, LAST_MOMENT));
      return iso ? { kind: 'date', instant: iso, rolled: false } : invalid;
    }
    case 'boolean':
      return invalid;
    default: {
      if (typed.value === '') {
        return { kind: 'missing' };
      }
      // In TOML a date may have small letters in it, and no seconds.
      const text = node.bare
        ? typed.value.toUpperCase().replace(/([T ]\d\d:\d\d)(?!:)/, '$1:00')
        : typed.value;
      const instant = parseGoDate(text, site.config.timeZone);
      return instant === null ? invalid : { kind: 'date', instant, rolled: false };
    }
  }
}

/** Only whole numbers are read as seconds, and JSON's are all floats to Go. */
function isFloat(node: ScalarNode, version: string): boolean {
  if (node.bare) {
    return node.bare.type === 'number' && node.bare.float;
  }
  const plain = plainReaderOf(version)(node.text);
  return typeof plain.value === 'number' && (!Number.isInteger(plain.value) || /[.eE]/.test(node.text));
}

let last: {
  readonly text: string;
  readonly timeZone: string | undefined;
  readonly moment: string | null;
} | null = null;

/**
 * Reads a date in one of Go's layouts. A page's date is asked for several times in a row, so the last answer is kept.
 * @returns the moment in ISO 8601, UTC; null where no layout fits or the calendar has no such day
 */
export function parseGoDate(text: string, timeZone: string | undefined): string | null {
  if (last?.text !== text || last.timeZone !== timeZone) {
    last = { text, timeZone, moment: momentIn(text, timeZone) };
  }
  return last.moment;
}

function momentIn(text: string, timeZone: string | undefined): string | null {
  // Several blanks are as good as one where the layout has any (time.Parse, skip).
  const spaced = text.trimStart() === text ? text.replace(/ {2,}(?=.)/g, ' ') : text;
  // Go's layouts have a capital T.
  const iso = /\dt\d/.test(spaced) ? null : parseIsoDate(spaced, timeZone);
  if (iso !== null) {
    return iso;
  }
  const time = TIME_ONLY.exec(spaced)?.groups;
  if (time) {
    return momentOfYearZero(time, timeZone);
  }
  for (const layout of NAMED_MONTH) {
    const parts = layout.exec(spaced)?.groups;
    if (parts && WEEKDAY.test(parts['weekday'] ?? 'sun')) {
      const month = MONTHS.indexOf((parts['month'] ?? '').toLowerCase()) + 1;
      const clock = [parts['hour'] ?? '0', parts['minute'] ?? '0', parts['second'] ?? '0', '0'];
      const [year, day] = [fullYear(parts['year']), parts['day']];
      const hours = /^GMT(.+)/.exec(parts['name'] ?? '')?.[1];
      return hours === undefined
        ? momentOf(year, month, day, clock, parts['zone'], timeZone)
        : movedClock(momentOf(year, month, day, clock, 'Z', undefined), Number(hours), timeZone);
    }
  }
  return null;
}

/**
 * Behind `GMT+2` Go shows the time two hours later, and of that time Hugo takes what the clock shows.
 * @param moment what the clock shows as written, as if it were UTC
 */
function movedClock(moment: string | null, hours: number, timeZone: string | undefined): string | null {
  const moved = moment === null ? null : isoOf(Date.parse(moment) + hours * 3_600_000);
  return moved === null ? null : parseIsoDate(moved.replace(/Z$/, ''), timeZone);
}

function momentOfYearZero(
  time: Record<string, string | undefined>,
  timeZone: string | undefined,
): string | null {
  const { hour, minute, half, month = 'Jan', day = '1', clock, fraction = '0' } = time;
  const parts = clock?.split(':') ?? [];
  const [
    full = String((Number(hour) % 12) + (half === 'PM' ? 12 : 0)),
    minutes = minute ?? '0',
    seconds = '0',
  ] = parts;
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return momentOf('0000', number, day, [full, minutes, seconds, fraction], undefined, timeZone);
}

/** Two digits are of 1969 to 2068. */
function fullYear(year = ''): string {
  return year.length > 2 ? year : `${Number(year) >= 69 ? '19' : '20'}${year}`;
}
