import type { Report } from '../../report/report';
import type { Site } from '../generator';
import { atLeast } from '../versions';
import { readHugoDate } from './date';
import { DEFAULT_DATES } from './dateFields';
import { nameDate } from './nameDates';
import type { DateFields } from './siteConfig';
import type { FieldValue } from './values';
import { fieldValue } from './values';
import { TWO_STEPS } from './versions';

/** A date that a page has, and where it comes from. */
export interface FoundDate {
  readonly instant: string;
  readonly value: FieldValue;
}

/** The fields that give each date on a site. */
export function datesOf({ config }: Site): DateFields {
  return config.hugo?.dates ?? DEFAULT_DATES;
}

const all = new WeakMap<DateFields, readonly string[]>();

/** The fields that give any date on a site, each once. */
export function allDateFields(site: Site): readonly string[] {
  const dates = datesOf(site);
  let names = all.get(dates);
  if (!names) {
    const { date, lastmod, publishdate, expirydate } = dates;
    names = [...new Set([...date, ...lastmod, ...publishdate, ...expirydate])];
    all.set(dates, names);
  }
  return names;
}

/** The first of the fields that holds a date; what cannot be read is passed over. */
export function firstDate(report: Report, site: Site, names: readonly string[]): FoundDate | null {
  for (const name of names) {
    if (name === ':filename') {
      const named = nameDate(report.path, site);
      if (named) {
        return { instant: named.instant, value: { node: null, range: null, field: null } };
      }
    } else if (name === ':filemodtime') {
      // A file has one always, but it is not known here.
      return null;
    }
    const value = fieldValue(report, name);
    const reading = value ? readHugoDate(value.node, site) : null;
    if (value && reading?.kind === 'date') {
      return { instant: reading.instant, value };
    }
  }
  return null;
}

/** The date from which on a page is published. */
export function publishDate(report: Report, site: Site): FoundDate | null {
  // What was found for a missing date counts as that date, once pages are built in two steps (setParamIfNotSet).
  const { date, publishdate } = datesOf(site);
  const isSet = fieldValue(report, 'date') !== undefined || !atLeast(site.version, TWO_STEPS);
  const names = publishdate.flatMap((name) => (name === 'date' && !isSet ? ['date', ...date] : [name]));
  return firstDate(report, site, names);
}

/** The slug that comes with a date in the file's name, where such a date is taken; undefined where none is. */
export function slugOfName(report: Report, site: Site): string | undefined {
  const { date, lastmod, publishdate, expirydate } = datesOf(site);
  const isTaken = [date, lastmod, publishdate, expirydate].some(
    (names) => names.includes(':filename') && firstDate(report, site, names)?.value.node === null,
  );
  return isTaken ? nameDate(report.path, site)?.slug : undefined;
}
