import type { Entry, ScalarNode } from '../../frontMatter/tree';
import { isCalendarDay } from '../../generators/timeZone';
import { dayIn, scalarOf } from '../../write/days';
import type { RuleContext } from '../rule';
import { isEmptyField } from './empty';

/** The days that a post with a `date` has in one place and another. */
export interface PostDays {
  readonly entry: Entry;
  readonly value: ScalarNode;
  /**
   * The day that `date` says, as it is written; the last one of the month where the calendar has no such day, and `shown`
   * where it is written in no plain form.
   */
  readonly written: string;
  /** The calendar has no such day, and a later one is shown. */
  readonly rolled: boolean;
  /** The day under which the post is published, where the site is. */
  readonly shown: string;
  /** The day of the file's name; null where the calendar has no such day. */
  readonly named: string | null;
  /** The date names a moment, wherever the site is. */
  readonly isMoment: boolean;
}

/** `2019-07-23`, also with one digit, at the start of a date. */
const PLAIN = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;

/** Reads the days of a post that will be published, now or once it has come, under its own `date`; null for any other. */
export function postDays(context: RuleContext): PostDays | null {
  const { report, site, forecast } = context;
  const { generator } = site;
  // Or that is left out by mistake, or until its day has come.
  const isLive =
    forecast.outcome === 'published' ||
    (forecast.outcome === 'hidden' &&
      (forecast.cause?.code === 'future' || isEmptyField(context, 'published')));
  const name = generator.fileNames?.dayOf(report.path, site);
  const entry = report.field('date');
  const value = scalarOf(entry);
  if (!name || !entry || !value || !isLive) {
    return null;
  }
  const reading = generator.readDate(value, site);
  if (reading.kind !== 'date' || forecast.date === null) {
    return null;
  }
  // What a date like `July 23` lacks comes from the moment of the build.
  const shown = dayIn(forecast.date, site);
  const elsewhere = { ...site, config: { ...site.config, timeZone: FAR } };
  const other = generator.readDate(value, elsewhere);
  const named = name.reading.kind === 'date' && !name.reading.rolled ? name.reading.instant : null;
  return {
    entry,
    value,
    written: plainDay(value.text) ?? shown,
    rolled: reading.rolled,
    shown,
    named: named === null ? null : dayIn(named, site),
    isMoment: other.kind === 'date' && other.instant === reading.instant,
  };
}

/** A zone in which no site is: a time that names no zone is another moment there. */
const FAR = 'Etc/GMT+12';

function plainDay(text: string): string | null {
  const [, year = '', month = '', day = ''] = PLAIN.exec(text) ?? [];
  if (!isCalendarDay(Number(year), Number(month), 1) || Number(day) < 1) {
    return null;
  }
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const date = String(Math.min(Number(day), length)).padStart(2, '0');
  return `${year}-${month.padStart(2, '0')}-${date}`;
}
