import type { Entry, ScalarNode } from '../../frontMatter/tree';
import { isCalendarDay } from '../../generators/timeZone';
import { dayIn, scalarOf } from '../days';
import type { RuleContext } from '../rule';

/** The days that a post with a `date` has in one place and another. */
export interface PostDays {
  readonly entry: Entry;
  readonly value: ScalarNode;
  /** The day that `date` says, as it is written; `shown` where it is written in no plain form. */
  readonly written: string;
  /** The day under which the post is published, where the site is. */
  readonly shown: string;
  /** The day of the file's name; null where the calendar has no such day. */
  readonly named: string | null;
  /** The date names a moment, wherever the site is. */
  readonly isMoment: boolean;
}

/** `2019-07-23`, also with one digit, at the start of a date. */
const PLAIN = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;

/** Reads the days of a post that will be published under its own `date`; null for any other. */
export function postDays({ report, site, forecast }: RuleContext): PostDays | null {
  const { generator } = site;
  const name = generator.fileNames?.dayOf(report.path, site);
  const entry = report.field('date');
  const value = scalarOf(entry);
  if (!name || !entry || !value || forecast.outcome !== 'published') {
    return null;
  }
  const reading = generator.readDate(value, site);
  if (reading.kind !== 'date' || reading.rolled) {
    return null;
  }
  const shown = dayIn(reading.instant, site);
  const elsewhere = { ...site, config: { ...site.config, timeZone: FAR } };
  const other = generator.readDate(value, elsewhere);
  const named = name.reading.kind === 'date' && !name.reading.rolled ? name.reading.instant : null;
  return {
    entry,
    value,
    written: plainDay(value.text) ?? shown,
    shown,
    named: named === null ? null : dayIn(named, site),
    isMoment: other.kind === 'date' && other.instant === reading.instant,
  };
}

/** A zone in which no site is: a time that names no zone is another moment there. */
const FAR = 'Etc/GMT+12';

function plainDay(text: string): string | null {
  const [, year = '', month = '', day = ''] = PLAIN.exec(text) ?? [];
  return isCalendarDay(Number(year), Number(month), Number(day))
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : null;
}
