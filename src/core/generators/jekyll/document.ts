import type { Report } from '../../report/report';
import type { Site } from '../generator';
import type { Cause, Now } from '../forecast';
import { clockIn, isoOf, offsetIn } from '../timeZone';
import { postData, valueOf } from './postData';
import { datedName, slugOfPath, titleOfSlug } from './paths';
import { isTruthy, RubyHash, RubyTime, rubyText } from './ruby/values';
import { jekyllCategories, jekyllTags, readDateText } from './values';

/** A post's title (Document#populate_title). */
export function jekyllTitle(report: Report, site: Site): string {
  const value = valueOf(report, site, 'title');
  return value !== undefined && isTruthy(value)
    ? rubyText(value)
    : titleOfSlug(slugOfPath(report.path, site.version));
}

/**
 * A post's moment (Document#merge_date!, modify_date). The field beats the file's name, without a word, unless it is the
 * very second of the build; a bad date in the name does no harm then. Documents of other collections have the moment of
 * the build where nothing tells theirs.
 * @returns ISO 8601; null where there is none, and then `cause` tells whether it is one that cannot be read
 */
export function jekyllDate(
  report: Report,
  site: Site,
  now: Now,
): { readonly date: string | null; readonly cause: Cause | null } {
  const entry = report.field('date');
  const value = valueOf(report, site, 'date');
  let date: string | null = null;
  if (value !== undefined) {
    const reading = readDateText(rubyText(value), site, now);
    if (reading.kind !== 'date') {
      return { date, cause: { code: 'date', range: entry?.value?.range ?? entry?.key.range ?? null } };
    }
    date = reading.instant;
  }
  const name = datedName(report.path);
  const { collection } = postData(report, site).place;
  if (!name && date === null && site.config.jekyll && collection !== '' && collection !== 'posts') {
    return { date: isoOf(Math.floor(now / 1000) * 1000), cause: null };
  }
  if (!name || (date !== null && Date.parse(date) !== Math.floor(now / 1000) * 1000)) {
    return { date, cause: null };
  }
  const reading = readDateText(name.date, site, now);
  return reading.kind === 'date'
    ? { date: reading.instant, cause: null }
    : { date: null, cause: { code: 'date', range: null } };
}

/** What templates see as `page`, as far as it is known. */
export function jekyllPage(report: Report, site: Site, now: Now): RubyHash {
  const page = new RubyHash(postData(report, site).fields);
  const { date } = jekyllDate(report, site, now);
  page.set('title', jekyllTitle(report, site));
  page.set('tags', jekyllTags(report, site));
  page.set('categories', jekyllCategories(report, site));
  page.set('path', report.path);
  page.set('slug', valueOf(report, site, 'slug') ?? slugOfPath(report.path, site.version));
  page.set('date', date === null ? null : localTime(Date.parse(date), site.config.timeZone));
  page.delete('excerpt');
  return page;
}

/** Time#to_s in the site's zone. */
function localTime(instant: number, zone: string | undefined): RubyTime {
  const { year, month, day, hour, minute, second } = clockIn(instant, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const offset = offsetIn(instant, zone) / 60_000;
  const minutes = Math.abs(offset);
  const day8601 = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
  return new RubyTime(
    `${day8601} ${clock} ${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`,
  );
}
