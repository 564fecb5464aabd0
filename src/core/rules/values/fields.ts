import type { Forecast } from '../../generators/generator';
import type { Report } from '../../report/report';
import type { RuleContext, Severity } from '../rule';

/** The fields that hold text which readers see, in small letters. */
export const TEXT_FIELDS = [
  'title', 'linktitle', 'subtitle', 'description', 'summary', 'excerpt', 'author', 'authors', 'speaker', 'speakers', 'event', 'location', 'venue', 'series', 'slug',
] as const; // prettier-ignore

/** The fields that file a report under words. */
export const TERM_FIELDS = ['tags', 'tag', 'categories', 'category'] as const;

/** Tells whether the front matter's values are used: it was read, and the report is built or held back. */
export function areValuesUsed({ outcome }: Forecast): boolean {
  return outcome === 'published' || outcome === 'hidden';
}

/** A report that is hidden on purpose is not warned about. */
export function severityFor({ forecast }: RuleContext, severity: Severity): Severity {
  const isOnPurpose =
    forecast.outcome === 'hidden' &&
    (forecast.cause?.code === 'draft' || forecast.cause?.code === 'unpublished');
  return isOnPurpose && severity !== 'hint' ? 'info' : severity;
}

/** Tells whether a name that a value is given (`&name`) is used below. */
export function isNameUsed(report: Report, mark: string): boolean {
  const name = /&([\w-]+)/.exec(mark)?.[1];
  return name !== undefined && new RegExp(`\\*${name}(?![\\w-])`).test(report.header);
}

/** Tells whether a tag is one of YAML's own, written on purpose: `!!str`, `!<tag:yaml.org,2002:str>`. */
export function isYamlTag(mark: string): boolean {
  return /^!(?:!|<)/.test(mark);
}
