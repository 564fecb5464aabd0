import { clockIn, offsetIn } from '../../generators/timeZone';
import { say } from '../../message';
import type { Message } from '../../message';
import { forecastAfter } from '../shared/after';
import { dayIn, writeDate } from '../../write/days';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { renameTo } from './dateMismatch';
import type { PostDays } from './postDays';
import { postDays } from './postDays';

/** A time of day, with the zone that may follow it. */
const TIME =
  /^(\s*\d{4}-\d{1,2}-\d{1,2}[Tt\s]+)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(\s*(?:Z|UTC|GMT|[-+]\d{1,2}(?::?\d{2})?))?\s*$/;

/**
 * A time that moves the report to another day: YAML 1.1 takes an unquoted time with seconds for UTC (SafeYAML's
 * Parse::Date), and Jekyll shows every moment in the site's zone.
 */
export const dateShift: Rule = {
  code: 'date-shift',
  severity: 'warning',
  check(context): RuleFinding[] {
    const days = postDays(context);
    // Where the file is named by the day that is shown, that day is meant.
    if (!days?.isMoment || days.rolled || days.written === days.shown || days.named === days.shown) {
      return [];
    }
    const [, day = '', clock, zone] = TIME.exec(days.value.text) ?? [];
    if (clock === undefined) {
      return [];
    }
    const { timeZone } = context.site.config;
    return [
      {
        // Without a zone in the configuration it is that of the machine which builds the site.
        ...(timeZone === undefined ? { severity: 'info' as const } : {}),
        message: messageOf(context, days.shown, zone === undefined),
        range: days.value.range,
        fixes: [
          ...(timeZone === undefined ? [] : withOffset(context, days, day + clock)),
          ...withoutZone(context, days, day + clock),
          ...(days.named === days.written ? renameTo(context, days.shown) : []),
        ],
      },
    ];
  },
};

function messageOf({ site }: RuleContext, shown: string, isBare: boolean): Message {
  const { title } = site.generator;
  const { timeZone } = site.config;
  if (timeZone === undefined) {
    return say('Where the site is built in UTC, {0} will publish this post under {1}.', title, shown);
  }
  return isBare
    ? say(
        '{0} will publish this post under {1}: it takes the time for UTC, and the site is in {2}.',
        title,
        shown,
        timeZone,
      )
    : say(
        '{0} will publish this post under {1}: that is the day in {2}, the site’s time zone.',
        title,
        shown,
        timeZone,
      );
}

/** The same time on the clock, where the site is. */
function withOffset(context: RuleContext, days: PostDays, local: string): Fix[] {
  const { site } = context;
  const reading = site.generator.readDate({ ...days.value, style: 'double', text: local }, site);
  if (reading.kind !== 'date') {
    return [];
  }
  const offset = offsetIn(Date.parse(reading.instant), site.config.timeZone);
  const { hour, minute } = clockIn(Math.abs(offset), 'UTC');
  const two = (value: number) => String(value).padStart(2, '0');
  const text = `${local} ${offset < 0 ? '-' : '+'}${two(hour)}${two(minute)}`;
  return onWrittenDay(context, days, {
    title: say('Write {0}', text),
    preferred: false,
    edits: [writeDate(days.value, text)],
  });
}

/** In quotes, a time without a zone is the site's own. */
function withoutZone(context: RuleContext, days: PostDays, local: string): Fix[] {
  const isPlain = days.value.style === 'plain';
  const edit = writeDate(isPlain ? { ...days.value, style: 'double' } : days.value, local);
  return onWrittenDay(context, days, {
    title: say('Write {0}, the site’s own time', edit.newText),
    preferred: false,
    edits: [edit],
  });
}

/** Only what leaves the post as live as it is, under the day that is written. */
function onWrittenDay(context: RuleContext, { written }: PostDays, fix: Fix): Fix[] {
  const { outcome, date } = forecastAfter(context, fix);
  return outcome === context.forecast.outcome && date !== null && dayIn(date, context.site) === written
    ? [fix]
    : [];
}
