import { Kept } from '../../report/report';
import type { Report } from '../../report/report';
import type { Site } from '../generator';
import type { Cause } from '../forecast';
import { defaultsFor, mergeInto } from './config/defaults';
import { locate } from './config/place';
import type { Located } from './config/place';
import { headerOf } from './header';
import { RubyHash, splitWords, unique } from './ruby/values';
import type { RubyValue } from './ruby/values';

/** What Jekyll has of a report once it has read it. */
export interface PostData {
  readonly place: Located;
  /** The site's defaults cannot be used, which keeps Jekyll from reading the report. */
  readonly hasBadDefaults: boolean;
  /** The report's fields over those of its place; of an unreadable header those of its place alone. */
  readonly fields: RubyHash;
  /** Why Jekyll logs an error and goes on without the header; null where it reads it. */
  readonly problem: Cause | null;
}

const known = new Kept<{ readonly site: Site; readonly data: PostData }>();

/** Reads a report in its site (Document#merge_defaults, merge_data!, merge_categories!). */
export function postData(report: Report, site: Site): PostData {
  const last = known.of(report);
  if (last?.site.config === site.config && last.site.version === site.version) {
    return last.data;
  }
  const { data: own, problem } = headerOf(report);
  const place = locate(report.path, site);
  const fields = new RubyHash();
  fields.set('categories', [...place.categories]);
  const settings = site.config.jekyll;
  let hasBadDefaults = settings?.hasBadDefaults === true;
  if (settings && settings.defaults.length > 0) {
    const defaults = defaultsFor(settings, place, site.version);
    hasBadDefaults ||= defaults === null;
    add(fields, defaults ?? new RubyHash());
  }
  if (!problem) {
    add(fields, own);
  }
  const data = { place, hasBadDefaults, fields, problem };
  known.set(report, { site, data });
  return data;
}

/** Categories are added to those that are there; all else takes their place. */
function add(fields: RubyHash, over: RubyHash): void {
  const categories = unique([...listOf(fields.get('categories')), ...listOf(over.get('categories'))]);
  mergeInto(fields, over);
  fields.set('categories', categories);
}

function listOf(value: RubyValue | undefined): RubyValue[] {
  return typeof value === 'string' ? splitWords(value) : Array.isArray(value) ? value : [];
}

/** The value of a field as Jekyll has it in Ruby; undefined where the field is missing. */
export function valueOf(report: Report, site: Site, name: string): RubyValue | undefined {
  return postData(report, site).fields.get(name);
}
