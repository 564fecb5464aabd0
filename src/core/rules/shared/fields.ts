import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import type { Fix, RuleContext, RuleFinding, Severity } from '../rule';

/** The fields that hold text which readers see, in small letters. */
export const TEXT_FIELDS = [
  'title', 'linktitle', 'subtitle', 'description', 'summary', 'excerpt', 'author', 'authors', 'speaker', 'speakers', 'event', 'location', 'venue', 'series', 'slug',
] as const; // prettier-ignore

/** The fields that file a report under words. */
export const TERM_FIELDS = ['tags', 'tag', 'categories', 'category'] as const;

export type TermField = (typeof TERM_FIELDS)[number];

export function isTag(name: TermField): boolean {
  return name === 'tag' || name === 'tags';
}

/** Tells whether the generator reads a field of terms on this site. */
export function isTermRead({ site }: RuleContext, name: TermField): boolean {
  const isSingular = name === 'tag' || name === 'category';
  return (
    !isSingular ||
    site.generator.terms.singular === 'wins' ||
    site.generator.terms.taxonomiesOf(site.config)?.includes(name) === true
  );
}

/** Tells whether the generator uses a field of terms that it reads: to Jekyll `tag` beats `tags`. */
export function isTermUsed(context: RuleContext, name: TermField): boolean {
  const { report, site } = context;
  if (!isTermRead(context, name)) {
    return false;
  }
  const tag = name === 'tags' && site.generator.terms.singular === 'wins' ? report.field('tag')?.value : null;
  return (
    !tag || (tag.kind === 'scalar' && ['', 'false'].includes(site.generator.shownText(tag, site.version)))
  );
}

/** Tells whether the front matter's values are used: it was read, and the report is built or held back. */
export function areValuesUsed({
  report,
  forecast: { outcome },
}: Pick<RuleContext, 'report' | 'forecast'>): boolean {
  // What cannot be read of a draft in a folder of drafts may mean anything.
  const isUnread = report.frontMatter?.problems.some(({ code }) => !DROPS_A_PART.has(code)) === true;
  return outcome === 'published' || (outcome === 'hidden' && !isUnread);
}

/** Problems with which libyaml reads the header all the same, without a part of it. */
export const DROPS_A_PART: ReadonlySet<string> = new Set(['BAD_ALIAS', 'REST']);

/** A report that is hidden on purpose is not warned about. */
export function severityFor({ forecast }: RuleContext, severity: Severity): Severity {
  const isOnPurpose =
    forecast.outcome === 'hidden' &&
    (forecast.cause?.code === 'draft' || forecast.cause?.code === 'unpublished');
  return isOnPurpose && severity !== 'hint' ? 'info' : severity;
}

const usedNames = new WeakMap<Report, ReadonlySet<string>>();

/** Tells whether a name that a value is given (`&name`) is used anywhere (`*name`). */
export function isNameUsed(report: Report, mark: string): boolean {
  let used = usedNames.get(report);
  if (!used) {
    used = new Set(report.header.match(/(?<=\*)[\w-]+/g));
    usedNames.set(report, used);
  }
  const name = /&([\w-]+)/.exec(mark)?.[1];
  return name !== undefined && used.has(name);
}

/** Tells whether a tag is one of YAML's own, written on purpose: `!!str`, `!<tag:yaml.org,2002:str>`. */
export function isYamlTag(mark: string): boolean {
  return /^!(?:!|<)/.test(mark);
}

/** What is long is told in part (UTF-16 code units). */
const MAX_SHOWN = 60;

export function shortened(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** A finding on a value; of a report that is hidden on purpose, a remark. */
export function findingAt(
  context: RuleContext,
  severity: Severity,
  message: Message,
  range: Range,
  fixes: readonly Fix[],
): RuleFinding {
  return { severity: severityFor(context, severity), message, range, fixes };
}
