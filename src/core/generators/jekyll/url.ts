import type { Report } from '../../report/report';
import type { Site } from '../generator';
import { atLeast } from '../versions';
import { Placeholders } from './urlPlaceholders';
import type { UrlFailure } from './urlPlaceholders';
import { postData, valueOf } from './postData';
import { isTruthy } from './ruby/values';

/** The permalink styles that have a name (Configuration#style_to_permalink). */
const STYLES: Readonly<Record<string, string>> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
};
const WEEKDATE = '/:categories/:year/W:week/:short_day/:title:output_ext';

/**
 * A post's address below the site's `baseurl` (lib/jekyll/url.rb).
 * @param date the post's moment, ISO 8601
 */
export function jekyllUrl(report: Report, site: Site, date: string): string | UrlFailure {
  const own = valueOf(report, site, 'permalink');
  if (own !== undefined && isTruthy(own) && typeof own !== 'string') {
    return { field: 'permalink' };
  }
  const parts = typeof own === 'string' ? split(own) : partsOf(templateOf(report, site));
  const placeholders = new Placeholders(report, site, date);
  const is4 = atLeast(site.version, '4');
  let filled = '';
  for (const [text, name] of parts) {
    const key = name.endsWith('_') && placeholders.value(name) === undefined ? name.slice(0, -1) : name;
    const value = name === '' ? '' : placeholders.value(key);
    if (value === undefined) {
      return { field: 'permalink' };
    }
    if (typeof value === 'object') {
      return value;
    }
    const isAsItIs = value === '' || (is4 && isPlain(value));
    if (!isAsItIs && isAmbiguous(value)) {
      return { field: key.endsWith('categories') ? 'categories' : 'permalink' };
    }
    filled += text + (isAsItIs ? value : escapePath(value)) + name.slice(key.length);
  }
  return sanitized(filled);
}

type Parts = readonly (readonly [text: string, placeholder: string])[];

const known = new Map<string, Parts>();

/** More than the collections of any site. */
const MAX_KEPT = 100;

/** The parts of a site's template, of which there are few. */
function partsOf(template: string): Parts {
  let parts = known.get(template);
  if (!parts) {
    parts = split(template);
    if (known.size < MAX_KEPT) {
      known.set(template, parts);
    }
  }
  return parts;
}

/** Takes a template apart into texts, each with the name of the placeholder behind it; empty where there is none. */
function split(template: string): Parts {
  return Array.from(template.matchAll(/([^]*?)(?::([a-z_]+)|$)/g), ([, text = '', name = '']) => [
    text,
    name,
  ]);
}

/** A collection's own template, else what `permalink` says for all (Collection#url_template). */
function templateOf(report: Report, site: Site): string {
  const { collection } = postData(report, site).place;
  const own = site.config.jekyll?.collections.get(collection)?.get('permalink');
  if (typeof own === 'string') {
    return own;
  }
  const style = site.config.permalink ?? 'date';
  const isOther = collection !== 'posts' && collection !== '';
  return isOther ? `/:collection/:path${suffixOf(style)}` : (namedStyle(style, site) ?? style);
}

function namedStyle(style: string, { version }: Site): string | undefined {
  return style === 'weekdate' && atLeast(version, '4')
    ? WEEKDATE
    : Object.hasOwn(STYLES, style)
      ? STYLES[style]
      : undefined;
}

/** Utils.add_permalink_suffix. */
function suffixOf(style: string): string {
  if (style === 'pretty' || style.endsWith('/')) {
    return '/';
  }
  return ['date', 'ordinal', 'none'].includes(style) || style.endsWith(':output_ext') ? ':output_ext' : '';
}

/** URL#sanitize_url. */
function sanitized(url: string): string {
  const whole = `/${url}`;
  if (!/\.[./]|\/\//.test(whole)) {
    return whole;
  }
  return whole
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}

/** 4.x looks no further where one line needs no escape. */
function isPlain(path: string): boolean {
  return /(?:^|\n)[a-zA-Z0-9./-]+(?:\n|$)/.test(path);
}

/** Addressable takes what stands before a colon for a scheme, which must look like one. */
function isAmbiguous(path: string): boolean {
  const scheme = /^([^:/?#]*):/.exec(path)?.[1];
  return scheme !== undefined && !/^[a-z][a-z0-9.+-]*$/i.test(scheme);
}

/** URL.escape_path: what RFC 3986 allows in a path stays, and so does a question mark. */
function escapePath(path: string): string {
  return path.replace(/[^a-zA-Z0-9\-._~!$&'()*+,;=:@/?]+/g, (text) => encoded(text));
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a surrogate pair.
    return '%EF%BF%BD';
  }
}
