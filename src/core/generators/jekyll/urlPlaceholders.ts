import type { Report } from '../../report/report';
import { baseName } from '../../report/report';
import type { Site } from '../generator';
import { clockIn, dayNumber } from '../timeZone';
import type { ClockTime } from '../timeZone';
import { atLeast } from '../versions';
import { extensionOf, isMarkdown, slugOfPath } from './paths';
import { postData, valueOf } from './postData';
import { downcase, isTruthy, rubyText } from './ruby/values';
import { jekyllCategories } from './values';

/** Why there is no address: Jekyll fails on the field or on a placeholder that it does not know. */
export interface UrlFailure {
  readonly field: 'permalink' | 'slug' | 'categories';
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** Names of methods that every Ruby object has: they pass for placeholders, of nothing. */
const EMPTY: ReadonlySet<string> = new Set([
  'class', 'clone', 'context', 'display', 'dup', 'each', 'extend', 'freeze', 'hash', 'inspect', 'itself', 'key', 'keys', 'merge',
  'method', 'methods', 'send', 'tap', 'then',
]); // prettier-ignore

/** What stands for the placeholders of a permalink (Drops::UrlDrop). */
export class Placeholders {
  readonly #clock: ClockTime;

  constructor(
    readonly report: Report,
    readonly site: Site,
    date: string,
  ) {
    this.#clock = clockIn(Date.parse(date), site.config.timeZone);
  }

  /** How many days after the first one of 1970. */
  get #day(): number {
    return dayNumber(this.#clock.year, this.#clock.month, this.#clock.day);
  }

  /** From Sunday on. */
  get #weekday(): number {
    return (((this.#day + 4) % 7) + 7) % 7;
  }

  /** Undefined for a placeholder that this version does not know. */
  value(name: string): string | UrlFailure | undefined {
    const { year, month, day, hour, minute, second } = this.#clock;
    switch (name) {
      case 'collection':
        return postData(this.report, this.site).place.collection;
      case 'path':
        return this.#path();
      case 'output_ext':
        return this.#extension();
      case 'name':
        return slugify(baseName(this.report.path), 'default');
      case 'title':
        return this.#slug('pretty');
      case 'slug':
        return this.#slug('default');
      case 'categories':
        return joined(
          jekyllCategories(this.report, this.site).map((category) => downcase(rubyText(category))),
        );
      case 'year':
        return year > 999 ? String(year) : String(year).padStart(4, '0');
      case 'short_year':
        return two(year % 100);
      case 'month':
        return two(month);
      case 'i_month':
        return String(month);
      case 'short_month':
        return MONTHS[month - 1]?.slice(0, 3);
      case 'day':
        return two(day);
      case 'i_day':
        return String(day);
      case 'y_day':
        return String(this.#day - dayNumber(year, 1, 1) + 1).padStart(3, '0');
      case 'hour':
        return two(hour);
      case 'minute':
        return two(minute);
      case 'second':
        return two(second);
    }
    if (atLeast(this.site.version, '4')) {
      switch (name) {
        case 'slugified_categories':
          return joined(
            jekyllCategories(this.report, this.site).map((category) =>
              slugify(rubyText(category), 'default'),
            ),
          );
        case 'long_month':
          return MONTHS[month - 1];
        case 'w_year':
          return String(this.#weekYear()).padStart(4, '0');
        case 'week':
          return two(this.#week());
        case 'w_day':
          return String(this.#weekday || 7);
        case 'short_day':
          return DAYS[this.#weekday]?.slice(0, 3);
        case 'long_day':
          return DAYS[this.#weekday];
      }
    }
    return EMPTY.has(name) ? '' : undefined;
  }

  /** The week belongs to the year of its Thursday. */
  #weekYear(): number {
    return new Date(this.#thursday() * 86_400_000).getUTCFullYear();
  }

  #week(): number {
    return Math.floor((this.#thursday() - dayNumber(this.#weekYear(), 1, 1)) / 7) + 1;
  }

  #thursday(): number {
    return this.#day - ((((this.#day + 3) % 7) + 7) % 7) + 3;
  }

  #slug(mode: 'pretty' | 'default'): string | UrlFailure {
    const own = valueOf(this.report, this.site, 'slug');
    if (own !== undefined && isTruthy(own)) {
      return typeof own === 'string' ? slugify(own, mode) : { field: 'slug' };
    }
    return slugify(slugOfPath(this.report.path, this.site.version), mode);
  }

  #extension(): string {
    const own = valueOf(this.report, this.site, 'permalink');
    const extension =
      typeof own === 'string' && !own.endsWith('/') ? (/[^/]\.[^./]+$/.exec(own)?.[0].slice(1) ?? '') : '';
    return extension || (isMarkdown(this.report.path, this.site) ? '.html' : extensionOf(this.report.path));
  }

  /** Document#cleaned_relative_path. */
  #path(): string {
    const { relativePath, collection } = postData(this.report, this.site).place;
    const stem = relativePath
      .slice(0, relativePath.length - extensionOf(relativePath).length)
      .replace(`_${collection || 'posts'}`, '');
    return atLeast(this.site.version, '4') ? stem.replace(/\.*$/, '') : stem;
  }
}

function two(value: number): string {
  return value >= 0 && value < 10 ? `0${String(value)}` : String(value);
}

function joined(parts: readonly string[]): string {
  return [...new Set(parts)].join('/');
}

/** Utils.slugify; `pretty` keeps what may stand in a path, and the case. */
function slugify(text: string, mode: 'pretty' | 'default'): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) {
    return text;
  }
  const other = mode === 'pretty' ? /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu : /[^\p{M}\p{L}\p{Nd}]+/gu;
  const slug = text.replace(other, '-').replace(/^-|-$/g, '');
  return mode === 'pretty' ? slug : downcase(slug);
}
