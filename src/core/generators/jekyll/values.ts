import type { Node } from '../../frontMatter/tree';
import type { Report } from '../../report/report';
import { baseName } from '../../report/report';
import type { DateReading, Site } from '../generator';
import { dataOf, safeYaml, typeOf } from '../scalars';
import type { Data } from '../scalars';
import { instantInZone, instantOf, isoOf } from '../timeZone';
import { parseRubyTime } from './date';

/** `(YY)YY-M(M)-D(D)-slug`, Document::DATE_FILENAME_MATCHER. */
const DATED_NAME = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.+)$/;

/** What a post's file name says. */
export interface DatedName {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly slug: string;
}

/** Reads `2019-07-23-slug.md`; null for any other name. */
export function datedName(path: string): DatedName | null {
  const match = DATED_NAME.exec(baseName(path));
  return match
    ? { year: fullYear(match[1]), month: Number(match[2]), day: Number(match[3]), slug: match[4] ?? '' }
    : null;
}

function fullYear(year = ''): number {
  return year.length > 2 ? Number(year) : Number(year) + (Number(year) >= 69 ? 1900 : 2000);
}

/** Tells whether a path is that of a draft: those need no date and are left out of a default build. */
export function isDraftPath(path: string): boolean {
  return /(?:^|\/)_drafts\//.test(path);
}

/** Tells whether a path is that of a post, whose file name must have a date. */
export function isPostPath(path: string): boolean {
  return /(?:^|\/)_posts\//.test(path);
}

/** The slug's words, each with a capital (Utils.titleize_slug). */
export function titleOfSlug(path: string): string {
  const slug = datedName(path)?.slug ?? baseName(path);
  return slug
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ')
    .trim();
}

/** The value of a field as Jekyll has it in Ruby; undefined where the field is missing. */
export function valueOf(report: Report, name: string): Data | undefined {
  const entry = report.field(name);
  return entry ? dataOf(entry.value, safeYaml) : undefined;
}

/** Ruby's `to_s`, for what can stand in front matter. */
export function rubyText(data: Data | undefined): string {
  switch (typeof data) {
    case 'string':
      return data;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(data);
    default:
      if (data === null || data === undefined) {
        return '';
      }
      return Array.isArray(data) ? `[${data.map(inspect).join(', ')}]` : '{}';
  }
}

function inspect(data: Data): string {
  return typeof data === 'string' ? JSON.stringify(data) : data === null ? 'nil' : rubyText(data);
}

/** Utils.pluralized_array_from_hash: the singular wins outright; a string of the plural is split on white space. */
export function jekyllTags(report: Report): Data[] {
  const singular = valueOf(report, 'tag');
  if (singular !== undefined && singular !== null && singular !== false) {
    return flatten([singular]);
  }
  const plural = valueOf(report, 'tags');
  if (typeof plural === 'string') {
    return plural.split(/\s+/).filter(Boolean);
  }
  return Array.isArray(plural) ? flatten(plural) : [];
}

function flatten(list: readonly Data[]): Data[] {
  return list.flatMap((item) => (Array.isArray(item) ? flatten(item) : item === null ? [] : [item]));
}

/**
 * Reads a date as Utils.parse_date does: `Time.parse` of the value's text. An unquoted time with seconds and no zone is
 * typed by the YAML reader, as UTC; any other time without a zone is in the site's own.
 */
export function readJekyllDate(node: Node | null, site: Site): DateReading {
  if (!node) {
    return { kind: 'invalid', outcome: 'build-error' };
  }
  const typed = node.kind === 'scalar' ? typeOf(node, safeYaml) : null;
  const text = typed?.type === 'date' ? typed.value : rubyText(dataOf(node, safeYaml));
  const parsed = parseRubyTime(text);
  if (!parsed) {
    return { kind: 'invalid', outcome: 'build-error' };
  }
  const isTypedTime = typed?.type === 'date' && text.includes(':');
  // The YAML reader keeps neither fractions nor the names of zones.
  const numeric = /(?:[-+]\d{1,2}(?::?\d{2})?|Z)$/i.test(text) ? parsed.offset : 0;
  const offset = isTypedTime ? numeric : parsed.offset;
  const time = isTypedTime ? { ...parsed.time, millisecond: 0 } : parsed.time;
  const instant = offset === undefined ? instantInZone(time, site.config.timeZone) : instantOf(time, offset);
  const iso = isoOf(instant);
  return iso
    ? { kind: 'date', instant: iso, rolled: parsed.rolled }
    : { kind: 'invalid', outcome: 'build-error' };
}
