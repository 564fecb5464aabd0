import { atLeast } from '../../versions';

/** How many values a filter takes behind its name: just as many, or at least and at most so many. */
type Arity = number | readonly [least: number, most: number];

/** The filters of Liquid 4.0.3 (lib/liquid/standardfilters.rb) and Jekyll 4.4 (lib/jekyll/filters.rb). */
const ARITIES: Readonly<Record<string, Arity>> = {
  abs: 0, absolute_url: 0, append: 1, array_to_sentence_string: [0, 1], at_least: 1, at_most: 1, capitalize: 0, ceil: 0,
  cgi_escape: 0, compact: [0, 1], concat: 1, date: 1, date_to_long_string: [0, 2], date_to_rfc822: 0, date_to_string: [0, 2],
  date_to_xmlschema: 0, default: [0, 1], divided_by: 1, downcase: 0, escape: 0, escape_once: 0, find: 2, find_exp: 2, first: 0,
  floor: 0, group_by: 1, group_by_exp: 2, h: 0, inspect: 0, join: [0, 1], jsonify: 0, last: 0, lstrip: 0, map: 1, markdownify: 0,
  minus: 1, modulo: 1, newline_to_br: 0, normalize_whitespace: 0, number_of_words: [0, 1], plus: 1, pop: [0, 1], prepend: 1,
  push: 1, relative_url: 0, remove: 1, remove_first: 1, replace: [1, 2], replace_first: [1, 2], reverse: 0, round: [0, 1],
  rstrip: 0, sample: [0, 1], sassify: 0, scssify: 0, shift: [0, 1], size: 0, slice: [1, 2], slugify: [0, 1], smartify: 0,
  sort: [0, 2], sort_natural: [0, 1], split: 1, strip: 0, strip_html: 0, strip_index: 0, strip_newlines: 0, times: 1,
  to_integer: 0, truncate: [0, 2], truncatewords: [0, 2], uniq: [0, 1], unshift: 1, upcase: 0, uri_escape: 0, url_decode: 0,
  url_encode: 0, where: 2, where_exp: 2, xml_escape: 0,
}; // prettier-ignore

/** What differs in Jekyll 3.x; null for filters that it lacks. */
const OLD_ARITIES: Readonly<Record<string, Arity | null>> = {
  find: null,
  find_exp: null,
  number_of_words: 0,
};

/** Tells whether Liquid or Jekyll has a filter. */
export function isFilter(name: string, version = '4.4'): boolean {
  return arityOf(name, version) !== null;
}

/** How many values a filter takes; null where there is no such filter, and its name changes nothing then. */
export function arityOf(name: string, version: string): readonly [least: number, most: number] | null {
  const old = !atLeast(version, '4') && Object.hasOwn(OLD_ARITIES, name) ? OLD_ARITIES[name] : undefined;
  const arity = old === undefined && Object.hasOwn(ARITIES, name) ? ARITIES[name] : old;
  return arity === undefined || arity === null ? null : typeof arity === 'number' ? [arity, arity] : arity;
}
