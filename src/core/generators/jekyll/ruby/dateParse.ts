import { once } from '../../../once';

/** What a text says of a moment, as far as it says it. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
  yearDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** A part of a second. */
  fraction?: number;
  /** As it is written. */
  zone?: string;
}

/** Ruby refuses longer texts (bytes). */
const MAX_LENGTH = 128;

/** A word's edge; Ruby counts all letters, JavaScript only those of ASCII. */
const EDGE =
  '(?:(?<=[\\p{L}\\p{M}\\p{N}\\p{Pc}])(?![\\p{L}\\p{M}\\p{N}\\p{Pc}])|(?<![\\p{L}\\p{M}\\p{N}\\p{Pc}])(?=[\\p{L}\\p{M}\\p{N}\\p{Pc}]))';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})`;
const ERA = '(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))';
const NOON = `[ap](?:m${EDGE}|\\.m\\.)`;

type Pattern = () => RegExp;

/** Classes of letters in any case take long to be read, and most dates need none of these. */
function pattern(source: string): Pattern {
  return once(() => new RegExp(source, 'iu'));
}

const WEEKDAY = pattern(`${EDGE}(?:sun|mon|tue|wed|thu|fri|sat)[^-/\\d\\s]*`);
const TIME = pattern(
  `((?:\\d+\\s*:\\s*\\d+(?:\\s*:\\s*\\d+(?:[,.]\\d*)?)?|\\d+\\s*h(?:\\s*\\d+m?(?:\\s*\\d+s?)?)?)(?:\\s*${NOON})?|\\d+\\s*${NOON})` +
    `(?:\\s*((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?|[\\p{L}\\p{M}.\\s]+(?:standard|daylight)\\stime${EDGE}|[\\p{L}\\p{M}]+(?:\\sdst)?${EDGE}))?`,
);
const CLOCK = pattern(
  `^(\\d+)h?(?:\\s*:?\\s*(\\d+)m?(?:\\s*:?\\s*(\\d+)(?:[,.](\\d+))?s?)?)?(?:\\s*([ap])(?:m${EDGE}|\\.m\\.))?`,
);
const DAY_MONTH = pattern(
  `('?\\d+)[^-\\d\\s]*\\s*${MONTH}[^-\\d\\s']*(?:\\s*${ERA}?\\s*('?-?\\d+(?:(?:st|nd|rd|th)${EDGE})?))?`,
);
const MONTH_DAY = pattern(
  `${EDGE}${MONTH}[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*${ERA}?\\s*('?-?\\d+))?`,
);
const ISO = pattern(`('?[-+]?\\d+)-(\\d+)-('?-?\\d+)`);
const JAPANESE = pattern(`${EDGE}([mtshr])(\\d+)\\.(\\d+)\\.(\\d+)`);
const DASHED_DAY = pattern(`('?-?\\d+)-${MONTH}[^-/.]*-('?-?\\d+)`);
const DASHED_MONTH = pattern(`${EDGE}${MONTH}[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`);
const SLASHES = pattern(`('?-?\\d+)/\\s*('?\\d+)(?:\\D\\s*('?-?\\d+))?`);
const DOTS = pattern(`('?-?\\d+)\\.\\s*('?\\d+)\\.\\s*('?-?\\d+)`);
const WEEK = pattern(`${EDGE}(?:\\d{2}|\\d{4})?-?w\\d{2}(?:-?\\d)?${EDGE}`);
const WEEK_DAY = pattern(`-w-\\d${EDGE}`);
const MONTH_DAY_DASHED = pattern(`--(\\d{2})?-(\\d{2})${EDGE}`);
const MONTH_DAY_CLOSE = pattern(`--(\\d{2})(\\d{2})?${EDGE}`);
const NO_YEAR_DAY = pattern(`[,.](?:\\d{2}|\\d{4})-\\d{3}${EDGE}`);
const YEAR_DAY = pattern(`${EDGE}(\\d{2}|\\d{4})-(\\d{3})${EDGE}`);
const NO_DAY_ALONE = pattern(`\\d-\\d{3}${EDGE}`);
const DAY_ALONE = pattern(`${EDGE}-(\\d{3})${EDGE}`);
const YEAR = pattern(`'(\\d+)${EDGE}`);
const MONTH_ALONE = pattern(`${EDGE}${MONTH}\\S*`);
const ORDINAL = pattern(`(\\d+)(?:st|nd|rd|th)${EDGE}`);
const DIGITS = pattern(
  `([-+]?)(\\d{2,14})(?:\\s*t?\\s*(\\d{2,6})?(?:[,.](\\d*))?)?(?:\\s*(z${EDGE}|[-+]\\d{1,4}${EDGE}|\\[[-+]?\\d[^\\]]*\\]))?`,
);
const BEFORE_CHRIST = pattern(`${EDGE}(?:bc${EDGE}|bce${EDGE}|b\\.c\\.|b\\.c\\.e\\.)`);
const LAST_NUMBER = pattern('^\\s*(\\d{1,2})\\s*$');

/**
 * Reads a date as Ruby's `Date._parse` does (ext/date/date_parse.c).
 * @returns null for a text that is too long
 */
export function parseDateText(text: string): DateParts | null {
  return plainDate(text) ?? parseAnyDate(text);
}

/** `2019-07-23`, and with a time, an offset: nearly all dates are written so. */
const PLAIN = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?: ?(Z|[-+]\d\d:?\d\d))?)?$/;

/** Reads the usual form at once, to what {@link parseAnyDate} comes by trying; null for any other form. */
function plainDate(text: string): DateParts | null {
  const match = PLAIN.exec(text);
  if (!match) {
    return null;
  }
  const parts: DateParts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  set(parts, 'hour', match[4]);
  set(parts, 'minute', match[5]);
  set(parts, 'second', match[6]);
  if (match[7] !== undefined) {
    parts.zone = match[7];
  }
  return parts;
}

/** Reads a date of any form: the forms are tried in Ruby's order, and what one of them took is gone for the next. */
export function parseAnyDate(text: string): DateParts | null {
  return bytes(text) > MAX_LENGTH ? null : new Reading(text).read();
}

function bytes(text: string): number {
  return text.length > MAX_LENGTH
    ? text.length
    : text.replace(/[\u0080-\u07ff]/g, '  ').replace(/[^\0-\u07ff]/g, '   ').length;
}

/** How many digits are the year's, by how many there are. */
const YEAR_LENGTHS: Readonly<Record<number, number>> = { 5: 2, 6: 2, 7: 4, 8: 4, 10: 4, 12: 4, 14: 4 };

class Reading {
  #text: string;
  readonly #parts: DateParts = {};
  /** A year of two digits is one of our times. */
  #completes = true;
  #isBeforeChrist = false;

  constructor(text: string) {
    this.#text = text.replace(/[^-+',./:@\p{L}\p{M}\p{Nd}[\]]+/gu, ' ');
  }

  read(): DateParts {
    if (this.#has('a')) {
      this.#take(WEEKDAY);
    }
    if (this.#has('0')) {
      this.#time();
    }
    this.#day();
    if (this.#has('a') && this.#take(BEFORE_CHRIST)) {
      this.#isBeforeChrist = true;
    }
    if (this.#has('0')) {
      this.#lastNumber();
    }
    this.#completeYear();
    return this.#parts;
  }

  /** Tells whether there are letters (`a`), digits (`0`) and other characters in what is left. */
  #has(...kinds: readonly string[]): boolean {
    return kinds.every((kind) =>
      kind === 'a'
        ? /[a-z]/i.test(this.#text)
        : kind === '0'
          ? /\d/.test(this.#text)
          : this.#text.includes(kind),
    );
  }

  /** The first match, which a blank takes the place of. */
  #take(form: Pattern): readonly (string | undefined)[] | null {
    const match = form().exec(this.#text);
    if (match) {
      this.#text = `${this.#text.slice(0, match.index)} ${this.#text.slice(match.index + match[0].length)}`;
    }
    return match;
  }

  #time(): void {
    const match = this.#take(TIME);
    const clock = match && CLOCK().exec(match[1] ?? '');
    if (!clock) {
      return;
    }
    const [, hour = '', minute, second, fraction, noon] = clock;
    const parts = this.#parts;
    parts.hour = noon ? (Number(hour) % 12) + (noon.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
    set(parts, 'minute', minute);
    set(parts, 'second', second);
    if (fraction !== undefined) {
      parts.fraction = Number(`0.${fraction}`);
    }
    if (match[2] !== undefined) {
      parts.zone = match[2];
    }
  }

  #day(): void {
    const named = this.#has('a', '0');
    let match = named ? this.#take(DAY_MONTH) : null;
    if (match) {
      this.#era(match[3]);
      this.#assign(match[4], monthOf(match[2]), match[1]);
      return;
    }
    match = named ? this.#take(MONTH_DAY) : null;
    if (match) {
      this.#era(match[3]);
      this.#assign(match[4], monthOf(match[1]), match[2]);
      return;
    }
    match = this.#has('0', '-') ? this.#take(ISO) : null;
    if (match) {
      this.#assign(match[1], match[2], match[3]);
      return;
    }
    match = this.#has('0', '.') ? this.#take(JAPANESE) : null;
    if (match) {
      const era = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 }[match[1]?.toLowerCase() ?? ''] ?? 0;
      this.#parts.year = era + Number(match[2]);
      this.#parts.month = Number(match[3]);
      this.#parts.day = Number(match[4]);
      return;
    }
    const dashed = this.#has('a', '0', '-');
    match = dashed ? this.#take(DASHED_DAY) : null;
    if (match) {
      this.#assign(match[3], monthOf(match[2]), match[1]);
      return;
    }
    match = dashed ? this.#take(DASHED_MONTH) : null;
    if (match) {
      this.#assign(match[3], monthOf(match[1]), match[2]);
      return;
    }
    match =
      (this.#has('0', '/') ? this.#take(SLASHES) : null) ?? (this.#has('0', '.') ? this.#take(DOTS) : null);
    if (match) {
      this.#assign(match[1], match[2], match[3]);
      return;
    }
    if (!(this.#has('0') && this.#shortIso())) {
      this.#fragment();
    }
  }

  /** Weeks, days of the year, and dates without a year. */
  #shortIso(): boolean {
    if (this.#take(WEEK) ?? this.#take(WEEK_DAY)) {
      return true;
    }
    let match = this.#take(MONTH_DAY_DASHED) ?? this.#take(MONTH_DAY_CLOSE);
    if (match) {
      set(this.#parts, 'month', match[1]);
      set(this.#parts, 'day', match[2]);
      return true;
    }
    match = NO_YEAR_DAY().test(this.#text) ? null : this.#take(YEAR_DAY);
    if (match) {
      set(this.#parts, 'year', match[1]);
      set(this.#parts, 'yearDay', match[2]);
      return true;
    }
    match = NO_DAY_ALONE().test(this.#text) ? null : this.#take(DAY_ALONE);
    if (match) {
      set(this.#parts, 'yearDay', match[1]);
    }
    return match !== null;
  }

  /** `'19`, `July`, `23rd`, `20190723`. */
  #fragment(): void {
    let match = this.#has('0') ? this.#take(YEAR) : null;
    if (match) {
      set(this.#parts, 'year', match[1]);
      return;
    }
    match = this.#has('a') ? this.#take(MONTH_ALONE) : null;
    if (match) {
      set(this.#parts, 'month', monthOf(match[1]));
      return;
    }
    match = this.#has('0') ? this.#take(ORDINAL) : null;
    if (match) {
      set(this.#parts, 'day', match[1]);
      return;
    }
    match = this.#has('0') ? this.#take(DIGITS) : null;
    if (match) {
      this.#digits(match);
    }
  }

  /** Digits without anything between them: by how many there are, and whether a time follows. */
  #digits([, sign, digits = '', clock, fraction, zone]: readonly (string | undefined)[]): void {
    const parts = this.#parts;
    const isTime = clock === undefined && fraction !== undefined;
    if (isTime) {
      // The other way round: seconds, minutes, hours, days, months, years.
      this.#backwards(digits, sign);
    } else {
      const yearLength = YEAR_LENGTHS[digits.length] ?? 0;
      if (yearLength > 0) {
        parts.year = Number(`${sign === '-' ? '-' : ''}${digits.slice(0, yearLength)}`);
      }
      if ([3, 5, 7].includes(digits.length)) {
        set(parts, 'yearDay', digits.slice(yearLength));
      } else if (digits.length === 2) {
        set(parts, 'day', digits);
      } else if (digits.length === 4 || yearLength > 0) {
        const names = ['month', 'day', 'hour', 'minute', 'second'] as const;
        names.forEach((name, index) => {
          set(parts, name, digits.slice(yearLength + 2 * index, yearLength + 2 * index + 2) || undefined);
        });
      }
      if (yearLength === 4 && digits.length % 2 === 0) {
        this.#completes = false;
      }
    }
    this.#clock(clock, fraction);
    if (zone !== undefined) {
      const inner = /^\[([^:\]]*)(?::(.*))?\]$/.exec(zone);
      parts.zone = inner ? (inner[2] ?? inner[1] ?? '') : zone;
    }
  }

  #backwards(digits: string, sign = ''): void {
    const parts = this.#parts;
    const names = ['second', 'minute', 'hour', 'day', 'month'] as const;
    const pairs = Math.min(5, digits.length <= 8 ? 4 : 5);
    let end = digits.length;
    if (digits.length > 8 && digits.length % 2 === 1) {
      return;
    }
    for (const name of names.slice(0, pairs)) {
      set(parts, name, digits.slice(Math.max(0, end - 2), Math.max(0, end)) || undefined);
      end -= 2;
    }
    if (digits.length === 12 || digits.length === 14) {
      parts.year = Number(`${sign === '-' ? '-' : ''}${digits.slice(0, end)}`);
      this.#completes &&= digits.length === 12;
    }
  }

  #clock(clock: string | undefined, fraction: string | undefined): void {
    const parts = this.#parts;
    if (clock !== undefined && clock.length % 2 === 0) {
      const pairs = clock.match(/../g) ?? [];
      const [hour, minute, second] =
        fraction === undefined ? pairs : [pairs.at(-3), pairs.at(-2), pairs.at(-1)];
      set(parts, 'hour', hour);
      set(parts, 'minute', minute);
      set(parts, 'second', second);
    }
    if (fraction !== undefined) {
      parts.fraction = Number(`0.${fraction || '0'}`);
    }
  }

  #era(era: string | undefined): void {
    this.#isBeforeChrist ||= era?.toLowerCase().startsWith('b') === true;
  }

  /**
   * Three numbers, one of which may turn out to be the year (s3e): the one that is longer than two digits, or has an
   * apostrophe.
   */
  #assign(first: string | undefined, second: string | undefined, third: string | undefined): void {
    let [year, month, day] =
      third === undefined && first !== undefined ? [third, first, second] : [first, second, third];
    if (year === undefined && day !== undefined && (day.length > 2 || day.startsWith("'"))) {
      [year, day] = [day, undefined];
    }
    const ordinal = /^[^-+\d]*([-+]?\d*)(.*)/.exec(year ?? '');
    if (ordinal?.[1] !== '' && ordinal?.[2]) {
      // `23rd`: a day, and the other one is the year.
      [year, day] = [day, ordinal[1]];
    }
    if (month !== undefined && (month.startsWith("'") || month.length > 2)) {
      [year, month, day] = [month, day, year];
    }
    if (day !== undefined && (day.startsWith("'") || day.length > 2)) {
      [year, day] = [day, year];
    }
    const yearText = year === undefined ? null : /([-+]?)(\d+)/.exec(year);
    if (yearText) {
      this.#parts.year = Number(yearText[0]);
      if (yearText[1] || (yearText[2]?.length ?? 0) > 2) {
        this.#completes = false;
      }
    }
    set(this.#parts, 'month', /\d+/.exec(month ?? '')?.[0]);
    set(this.#parts, 'day', /\d+/.exec(day ?? '')?.[0]);
  }

  /** A number that is left over: the day beside a time, or the hour beside a day. */
  #lastNumber(): void {
    const match = this.#take(LAST_NUMBER);
    const number = Number(match?.[1]);
    const parts = this.#parts;
    if (match && parts.hour !== undefined && parts.day === undefined && number >= 1 && number <= 31) {
      parts.day = number;
    }
    if (match && parts.day !== undefined && parts.hour === undefined && number <= 24) {
      parts.hour = number;
    }
  }

  #completeYear(): void {
    const parts = this.#parts;
    if (parts.year !== undefined && this.#isBeforeChrist) {
      parts.year = 1 - parts.year;
    }
    if (parts.year !== undefined && this.#completes && parts.year >= 0 && parts.year <= 99) {
      parts.year += parts.year >= 69 ? 1900 : 2000;
    }
  }
}

type NumberPart = Exclude<keyof DateParts, 'zone'>;

function set(parts: DateParts, name: NumberPart, digits: string | undefined): void {
  if (digits !== undefined) {
    parts[name] = Number(digits);
  }
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
