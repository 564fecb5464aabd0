import type { Node } from '../../frontMatter/tree';
import type { Report } from '../../report/report';
import type { DateReading, Site } from '../generator';
import type { Now } from '../forecast';
import { isoOf } from '../timeZone';
import { rubyValue } from './header';
import { valueOf } from './postData';
import { flatten, isTruthy, rubyText, splitWords, unique } from './ruby/values';
import type { RubyValue } from './ruby/values';
import { parseTime } from './ruby/time';

/** Utils.pluralized_array_from_hash: the singular wins outright; a string of the plural is split on white space. */
function pluralized(singular: RubyValue | undefined, plural: RubyValue | undefined): RubyValue[] {
  const value =
    singular !== undefined && isTruthy(singular)
      ? singular
      : typeof plural === 'string'
        ? splitWords(plural)
        : Array.isArray(plural)
          ? plural
          : null;
  return (flatten([value]) ?? []).filter((item) => item !== null);
}

/** A post's tags (Document#populate_tags). */
export function jekyllTags(report: Report, site: Site): RubyValue[] {
  return pluralized(valueOf(report, site, 'tag'), valueOf(report, site, 'tags'));
}

/**
 * A post's categories (Document#populate_categories): those of its folders and of `categories`, then all of them again
 * as text, with `category`; each once, but what is no text once as it is and once as text.
 */
export function jekyllCategories(report: Report, site: Site): RubyValue[] {
  const plural = valueOf(report, site, 'categories');
  const own = Array.isArray(plural) ? plural : [];
  const again = [...own, ...pluralized(valueOf(report, site, 'category'), own)].map(rubyText);
  return unique([...own, ...again]);
}

/**
 * Reads a date as Utils.parse_date does: `Time.parse` of the value's text. An unquoted time with seconds is typed by the
 * YAML reader, as UTC where it names no zone; any other time without a zone is in the site's own. Fractions are lost on
 * the way.
 * @param now what a date like `July 23` lacks comes from the moment of the build
 */
export function readJekyllDate(node: Node | null, site: Site, now: Now = 0): DateReading {
  return readDateText(rubyText(rubyValue(node)), site, now);
}

/** The same for a date that is no field's: a file name's. */
export function readDateText(text: string, site: Site, now: Now): DateReading {
  const parsed = parseTime(text, site.config.timeZone, now);
  const iso = parsed && isoOf(Math.floor(parsed.instant / 1000) * 1000);
  return parsed && iso !== null
    ? { kind: 'date', instant: iso, rolled: parsed.rolled }
    : { kind: 'invalid', outcome: 'build-error' };
}
