import { say } from '../../../message';
import { clockIn, instantOf, offsetIn } from '../../timeZone';
import { parseDateText } from '../ruby/dateParse';
import { strftime } from '../ruby/strftime';
import type { Shown } from '../ruby/strftime';
import { parseTime } from '../ruby/time';
import { RubyDate, rubyText, RubyTime, RubyUnknown } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { FilterFailure } from './failure';
import type { Filter, FilterOptions } from './filter';

const UTC = /^(?:etc\/)?(?:utc|gmt|zulu)$/i;

/** A moment in the site's zone. */
function localTime(instant: number, zone: string | undefined): Shown {
  const name = zone === undefined || UTC.test(zone) ? 'UTC' : null;
  return { ...clockIn(instant, zone), offset: offsetIn(instant, zone) / 60_000, zone: name };
}

/** A moment as it was written, and when it is. */
interface Moment {
  readonly shown: Shown;
  /** Milliseconds since 1970. */
  readonly instant: number;
}

const TIME = /^(-?\d+)-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d) (?:UTC|([-+])(\d\d)(\d\d))$/;

function timeOf({ text }: RubyTime, zone: string | undefined): Moment | null {
  const match = TIME.exec(text);
  if (!match) {
    return null;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const minutes = Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0);
  const offset = match[7] === '-' ? -minutes : minutes;
  const instant = instantOf({ year, month, day, hour, minute, second, millisecond: 0 }, offset);
  const local = localTime(instant, zone);
  const name = match[7] === undefined ? 'UTC' : local.offset === offset ? local.zone : null;
  return { shown: { year, month, day, hour, minute, second, offset, zone: name }, instant };
}

/**
 * Utils.to_date: a text is read as Ruby's `Time.parse` does.
 * @returns null where there is no date, undefined where only the build tells
 */
function dateOf(input: RubyValue, { zone, now }: FilterOptions): Moment | null | undefined {
  if (input instanceof RubyTime) {
    return timeOf(input, zone) ?? undefined;
  }
  if (input instanceof RubyDate) {
    const { year, month, day } = input;
    const shown = { year, month, day, hour: 0, minute: 0, second: 0, offset: 0, zone: '+00:00' };
    const local = parseTime(rubyText(input), zone, now);
    return local ? { shown, instant: local.instant } : undefined;
  }
  if (typeof input === 'bigint' || (typeof input === 'string' && /^\d+$/.test(input))) {
    const instant = Number(input) * 1000;
    return instant < 8.64e15 && instant > -6e13 ? { shown: localTime(instant, zone), instant } : undefined;
  }
  if (typeof input !== 'string' || input === '') {
    return null;
  }
  const text = input.toLowerCase();
  if (text === 'now' || text === 'today') {
    return undefined;
  }
  const parsed = parseTime(text, zone, now);
  const parts = parsed && parseDateText(text);
  return parsed && parts?.year !== undefined && parts.zone === undefined
    ? { shown: localTime(parsed.instant, zone), instant: parsed.instant }
    : parsed && undefined;
}

const format = (moment: Moment, pattern: string): RubyValue =>
  strftime(moment.shown, pattern) ?? new RubyUnknown();

/** Liquid's `date`: what is none stays as it is. */
const date: Filter = (input, [pattern = null], options) => {
  const written = rubyText(pattern);
  if (written === '') {
    return input;
  }
  const moment = dateOf(input, options);
  return moment === undefined ? new RubyUnknown() : moment === null ? input : format(moment, written);
};

/** Jekyll's own (lib/jekyll/filters/date_filters.rb): in the site's zone; what is no date ends the build. */
const jekyllDate =
  (pattern: (moment: Moment, args: readonly RubyValue[]) => string): Filter =>
  (input, args, options) => {
    if (rubyText(input) === '') {
      return input;
    }
    const moment = dateOf(input, options);
    if (moment === null) {
      throw new FilterFailure(say('Jekyll can read no date of “{0}”', rubyText(input).slice(0, 50)));
    }
    if (moment === undefined) {
      return new RubyUnknown();
    }
    const local = { ...moment, shown: localTime(moment.instant, options.zone) };
    return format(local, pattern(local, args));
  };

function ordinal(day: number): string {
  const ending = day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${String(day)}${ending}`;
}

const inWords = (month: string) =>
  jekyllDate(({ shown: { day } }, [type = null, style = null]) =>
    type !== 'ordinal'
      ? `%d ${month} %Y`
      : style === 'US'
        ? `${month} ${ordinal(day)}, %Y`
        : `${ordinal(day)} ${month} %Y`,
  );

/** The filters that write dates. */
export const DATE_FILTERS: Readonly<Record<string, Filter>> = {
  date,
  date_to_long_string: inWords('%B'),
  date_to_rfc822: jekyllDate(() => '%a, %d %b %Y %H:%M:%S %z'),
  date_to_string: inWords('%b'),
  date_to_xmlschema: jekyllDate(() => '%Y-%m-%dT%H:%M:%S%:z'),
};
