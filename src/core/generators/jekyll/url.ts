import type { Report } from '../../report/report';
import { baseName } from '../../report/report';
import type { Site } from '../generator';
import type { Data } from '../scalars';
import { clockIn } from '../timeZone';
import { datedName, rubyText, valueOf } from './values';

/** The permalink styles that have a name (lib/jekyll/url.rb and drops/url_drop.rb). */
const STYLES: Readonly<Record<string, string>> = {
  none: '/:categories/:title.html',
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
};

/**
 * A post's categories (Document#populate_categories): `categories`, a string of them split at blanks, then `category`;
 * each once.
 */
export function jekyllCategories(report: Report): string[] {
  const plural = valueOf(report, 'categories');
  const listed = typeof plural === 'string' ? plural.split(/\s+/) : Array.isArray(plural) ? plural : [];
  const singular = valueOf(report, 'category');
  const all = [...listed, ...(singular === undefined ? [] : [singular])];
  return [...new Set(flatten(all).map(rubyText).filter(Boolean))];
}

function flatten(list: readonly Data[]): Data[] {
  return list.flatMap((item) => (Array.isArray(item) ? flatten(item) : item === null ? [] : [item]));
}

/**
 * A post's address below the site's `baseurl`.
 * @param date the post's moment, ISO 8601
 */
export function jekyllUrl(report: Report, site: Site, date: string): string {
  const own = rubyText(valueOf(report, 'permalink'));
  const style = own || (site.config.permalink ?? 'date');
  const clock = clockIn(Date.parse(date), site.config.timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const slug = rubyText(valueOf(report, 'slug')) || (datedName(report.path)?.slug ?? baseName(report.path));
  const yearDay = Math.floor(
    (Date.UTC(clock.year, clock.month - 1, clock.day) - Date.UTC(clock.year, 0, 0)) / 86_400_000,
  );
  const parts: Readonly<Record<string, string>> = {
    categories: [...new Set(jekyllCategories(report).map((category) => category.toLowerCase()))].join('/'),
    year: String(clock.year).padStart(4, '0'),
    short_year: two(clock.year % 100),
    month: two(clock.month),
    i_month: String(clock.month),
    day: two(clock.day),
    i_day: String(clock.day),
    y_day: String(yearDay).padStart(3, '0'),
    hour: two(clock.hour),
    minute: two(clock.minute),
    second: two(clock.second),
    title: slugOf(slug),
    slug: slugOf(slug).toLowerCase(),
    output_ext: '.html',
  };
  const template = STYLES[style] ?? style;
  const filled = template.replace(/:([a-z_]+)/g, (whole, name: string) => parts[name] ?? whole);
  return escapePath(`/${filled}`.replace(/\/{2,}/g, '/'));
}

/** Utils.slugify in its `pretty` mode, case kept. */
function slugOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

/** URL.escape_path: what RFC 3986 allows in a path stays. */
function escapePath(path: string): string {
  return path.replace(/[^a-zA-Z0-9\-._~!$&'()*+,;=:@/]+/g, (text) => encodeURIComponent(text));
}
