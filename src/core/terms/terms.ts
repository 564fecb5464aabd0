import type { Node } from '../frontMatter/tree';
import type { Site } from '../generators/generator';
import type { Forecast } from '../generators/forecast';
import { typeOf } from '../generators/scalars';
import type { Report } from '../report/report';
import { splitsStrings } from './splitsStrings';
import type { TagField, Taxonomy } from '../report/termFields';

/** A file's tags, categories and keywords, as its generator reads them. */
export type Terms = Readonly<Record<Taxonomy, readonly string[]>>;

export const NO_TERMS: Terms = { tags: [], categories: [], keywords: [] };

/** The fields besides the tags, for which the forecast has the answer. */
const OTHER_FIELDS = {
  categories: ['categories', 'category'],
  keywords: ['keywords'],
} as const satisfies Record<string, readonly TagField[]>;

/**
 * Reads what a report is filed under. One that the generator leaves out or cannot read has nothing.
 * @param forecast at any moment: that only decides whether the report is shown yet, not what its tags are
 */
export function termsOf(report: Report, site: Site, forecast: Forecast): Terms {
  if (forecast.outcome !== 'published' && forecast.outcome !== 'hidden') {
    return NO_TERMS;
  }
  const read = (names: readonly TagField[]) =>
    names.flatMap((name) => stringsOf(report.field(name)?.value ?? null, name, site));
  return {
    // `aws, cloud` in one string leaves commas on Jekyll's tags; nobody wants them offered.
    tags: forecast.terms.map((tag) => tag.replace(/[,;]$/, '')).filter(Boolean),
    categories: read(OTHER_FIELDS.categories),
    keywords: read(OTHER_FIELDS.keywords),
  };
}

/** A value's texts, one level deep: what aliases nest deeper may be of any size. */
function stringsOf(node: Node | null, field: TagField, site: Site): string[] {
  const plain = site.generator.plainReader(site.version);
  const textOf = (item: Node | null): string => {
    const typed = item?.kind === 'scalar' ? typeOf(item, plain) : null;
    return typed?.type === 'string' ? typed.value.trim() : '';
  };
  if (node?.kind === 'list') {
    return node.items.map(textOf).filter(Boolean);
  }
  const text = textOf(node);
  const parts =
    field === 'keywords'
      ? text.split(',')
      : splitsStrings(site.generator, field)
        ? text.split(/\s+/)
        : [text];
  return parts.map((part) => part.trim()).filter(Boolean);
}
