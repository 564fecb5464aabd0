import { findIntendedFence } from '../frontMatter/fence';
import type { Site } from '../generators/generator';
import type { Forecast, Now } from '../generators/forecast';
import { Report } from '../report/report';
import { NO_TERMS, termsOf } from '../terms/terms';
import type { Terms } from '../terms/terms';
import { factsOf } from './reportFacts';
import type { ReportFacts } from './reportFacts';

/** What a report's front matter tells: what the report is filed under, and what the site's other reports may ask for. */
export interface HeaderReading {
  readonly terms: Terms;
  /** Null where there is no front matter. */
  readonly facts: ReportFacts | null;
  /** It will be the same at any later time. */
  readonly lasts: boolean;
  /** There is something that was meant as front matter, and the generator cannot read it; such a reading does not last. */
  readonly isUnread?: boolean;
}

export const NO_HEADER: HeaderReading = { terms: NO_TERMS, facts: null, lasts: true };

/** What is dated so shortly before now, in milliseconds, is dated by the clock. */
const MOMENT = 2000;

const YEAR = 366 * 24 * 60 * 60 * 1000;

/**
 * The start of a file up to where its body begins.
 * @returns null where no header ends in the text: there is none, or more of the file is needed
 */
export function headerOf(text: string, site: Site): string | null {
  const reading = site.generator.readFence(text);
  return reading.kind === 'closed' ? text.slice(0, reading.fence.body) : null;
}

/**
 * Reads a report's front matter; the body is not looked at.
 * @param text the whole file, or its start with all of the front matter in it
 * @param path the file's path from the site's root
 */
export function readHeader(text: string, path: string, site: Site, now: Now): HeaderReading {
  const fence = site.generator.readFence(text);
  if (fence.kind !== 'closed') {
    return findIntendedFence(text) ? { ...NO_HEADER, lasts: false, isUnread: true } : NO_HEADER;
  }
  const header = text.slice(0, fence.fence.body);
  const options = { inherited: site.surroundings?.inherited };
  const report = new Report(header, path, site.generator, options, fence);
  const forecast = site.generator.forecast(report, site, now);
  const reading = { terms: termsOf(report, site, forecast), facts: factsOf(report, site, forecast) };
  return report.frontMatter?.problems.length === 0
    ? { ...reading, lasts: lasts(report, site, forecast, now) }
    : { ...reading, lasts: false, isUnread: true };
}

/** What every generator reads to the moment that it names; no zone that can be written so moves it by more days. */
const WHOLE_DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|[-+]\d\d:?\d\d))?)?$/;
const DAYS = 5 * 24 * 60 * 60 * 1000;

/**
 * Tells whether a forecast is the same at any later time: no date is to come, and none is completed from the clock, as
 * Jekyll does with `July 23`.
 */
function lasts(report: Report, site: Site, { date }: Forecast, now: Now): boolean {
  const { generator } = site;
  const isPast = (instant: string) => Date.parse(instant) < now - MOMENT;
  const thisYear = new Date(now - DAYS).getUTCFullYear();
  return (
    (date === null || isPast(date)) &&
    generator.dateFields.every((name) => {
      const value = report.field(name)?.value ?? null;
      if (value?.kind === 'scalar' && WHOLE_DATE.test(value.text)) {
        const year = Number(value.text.slice(0, 4));
        if (year > 1970 && year < thisYear) {
          return true;
        }
      }
      const reading = value && generator.readDate(value, site);
      // Without a year, and where no moment is given, it is of 1970.
      return reading?.kind !== 'date' || (isPast(reading.instant) && Date.parse(reading.instant) > YEAR);
    })
  );
}
