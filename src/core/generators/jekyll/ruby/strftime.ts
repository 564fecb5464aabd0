import { dayNumber } from '../../timeZone';

/** A moment as a calendar and a clock show it. */
export interface Shown {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes from UTC. */
  readonly offset: number;
  /** The zone's name, or nothing where there is none; null where it is not known. */
  readonly zone: string | null;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Directives that stand for several. */
const COMPOSED: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y', D: '%m/%d/%y', F: '%Y-%m-%d', R: '%H:%M', r: '%I:%M:%S %p', T: '%H:%M:%S', v: '%e-%^b-%Y',
  X: '%H:%M:%S', x: '%m/%d/%y', '+': '%a %b %e %H:%M:%S %Z %Y',
}; // prettier-ignore

/** Numbers, with the digits they are filled up to and what with. */
type NumberPart = readonly [value: number, width: number, fill: '0' | ' '];

/**
 * Ruby's `strftime`, without the parts of a second, which front matter's dates do not keep.
 * @returns null where the format asks for the name of a zone that is not known
 */
export function strftime(time: Shown, format: string): string | null {
  const parts: (string | null)[] = [];
  let from = 0;
  for (const match of format.matchAll(/%([-0^#_:]*)(\d{0,3})([a-zA-Z%+])/g)) {
    const [whole, flags = '', width = '', sign = ''] = match;
    parts.push(format.slice(from, match.index), shown(time, flags, width, sign));
    from = match.index + whole.length;
  }
  parts.push(format.slice(from));
  return parts.includes(null) ? null : parts.join('');
}

function shown(time: Shown, flags: string, width: string, sign: string): string | null {
  const composed = Object.hasOwn(COMPOSED, sign) ? COMPOSED[sign] : undefined;
  const number = composed === undefined ? numberPart(time, sign) : null;
  if (number) {
    const [value, digits, usual] = number;
    const fill = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : usual;
    const length = flags.includes('-') ? 0 : Number(width || digits);
    const written = String(Math.abs(value)).padStart(length - (value < 0 ? 1 : 0), fill);
    return value < 0 ? `-${written}` : written;
  }
  const word = composed === undefined ? wordPart(time, flags, sign) : strftime(time, composed);
  if (word === undefined) {
    return `%${flags}${width}${sign}`;
  }
  const isSwapped = flags.includes('#');
  const cased =
    word !== null && (flags.includes('^') || (isSwapped && sign !== 'p'))
      ? word.toUpperCase()
      : isSwapped && word !== null
        ? word.toLowerCase()
        : word;
  return cased?.padStart(Number(width), flags.includes('0') ? '0' : ' ') ?? null;
}

function numberPart(time: Shown, sign: string): NumberPart | null {
  const { year, month, day, hour, minute, second, offset } = time;
  const days = dayNumber(year, month, day);
  const yearDay = days - dayNumber(year, 1, 1);
  const weekday = (((days + 4) % 7) + 7) % 7;
  const seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset * 60;
  switch (sign) {
    case 'Y':
      return [year, year < 0 ? 5 : 4, '0'];
    case 'C':
      return [Math.floor(year / 100), 2, '0'];
    case 'y':
      return [((year % 100) + 100) % 100, 2, '0'];
    case 'm':
      return [month, 2, '0'];
    case 'd':
      return [day, 2, '0'];
    case 'e':
      return [day, 2, ' '];
    case 'j':
      return [yearDay + 1, 3, '0'];
    case 'H':
      return [hour, 2, '0'];
    case 'k':
      return [hour, 2, ' '];
    case 'I':
      return [hour % 12 || 12, 2, '0'];
    case 'l':
      return [hour % 12 || 12, 2, ' '];
    case 'M':
      return [minute, 2, '0'];
    case 'S':
      return [second, 2, '0'];
    case 'u':
      return [weekday || 7, 1, '0'];
    case 'w':
      return [weekday, 1, '0'];
    case 'U':
      return [Math.floor((yearDay + 7 - weekday) / 7), 2, '0'];
    case 'W':
      return [Math.floor((yearDay + 7 - ((weekday + 6) % 7)) / 7), 2, '0'];
    case 's':
      return [seconds, 1, '0'];
    case 'G':
    case 'g':
    case 'V':
      return weekPart(year, days, sign);
    default:
      return null;
  }
}

/** The week of ISO 8601, and its year: a week is of the year of its Thursday. */
function weekPart(year: number, days: number, sign: string): NumberPart {
  const weekday = (((days + 3) % 7) + 7) % 7;
  const thursday = days - weekday + 3;
  const own = [year + 1, year, year - 1].find((each) => dayNumber(each, 1, 1) <= thursday) ?? year;
  return sign === 'V'
    ? [Math.floor((thursday - dayNumber(own, 1, 1)) / 7) + 1, 2, '0']
    : sign === 'g'
      ? [((own % 100) + 100) % 100, 2, '0']
      : [own, 4, '0'];
}

/** Undefined for what is no directive. */
function wordPart(time: Shown, flags: string, sign: string): string | null | undefined {
  const { year, month, day, hour, offset, zone } = time;
  const weekday = (((dayNumber(year, month, day) + 4) % 7) + 7) % 7;
  switch (sign) {
    case 'B':
      return MONTHS[month - 1] ?? '';
    case 'b':
    case 'h':
      return (MONTHS[month - 1] ?? '').slice(0, 3);
    case 'A':
      return DAYS[weekday] ?? '';
    case 'a':
      return (DAYS[weekday] ?? '').slice(0, 3);
    case 'p':
      return hour < 12 ? 'AM' : 'PM';
    case 'P':
      return hour < 12 ? 'am' : 'pm';
    case 'L':
      return '000';
    case 'N':
      return '000000000';
    case 'Z':
      return zone;
    case 'z': {
      const size = Math.abs(offset);
      const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      const colons = flags.split(':').length - 1;
      const rest = colons === 0 ? minutes : `:${minutes ?? ''}${colons > 1 ? ':00' : ''}`;
      return `${offset < 0 ? '-' : '+'}${hours ?? ''}${rest ?? ''}`;
    }
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case '%':
      return '%';
    default:
      return undefined;
  }
}
