import type { Taxonomy } from '../core/report/termFields';
import { printable } from './pretty';
import type { Paint } from './pretty';
import type { Listed } from './listed';

/** What one and several of a taxonomy are called. */
export const WORDS: Readonly<Record<Taxonomy, { readonly one: string; readonly many: string }>> = {
  tags: { one: 'tag', many: 'tags' },
  categories: { one: 'category', many: 'categories' },
  keywords: { one: 'keyword', many: 'keywords' },
};

/** `1 report`, `2 reports`. */
export function reportsOf(count: number): string {
  return `${String(count)} report${count === 1 ? '' : 's'}`;
}

/** The tags with how many reports use each, and which of them are one but for their spelling; for people. */
export function prettyTags({ tags, nearDuplicates }: Listed, taxonomy: Taxonomy, paint: Paint): string {
  const { one, many } = WORDS[taxonomy];
  if (tags.length === 0) {
    return `No report has a ${one}.\n`;
  }
  const width = String(tags[0]?.count).length;
  const counts = new Map(tags.map(({ name, count }) => [name, count]));
  const lines = tags.map(
    ({ name, count }) => `${paint('bold', String(count).padStart(width))}  ${printable(name)}`,
  );
  const groups = nearDuplicates.map(({ names, suggestion }) => {
    const others = names
      .filter((name) => name !== suggestion)
      .map((name) => `${printable(name)} ${paint('dim', `(${String(counts.get(name) ?? 0)})`)}`);
    return `  ${others.join(', ')} → ${paint('good', printable(suggestion))}`;
  });
  const heading = paint('warning', `The same ${many} in another spelling, and the one to keep:`);
  return `${[...lines, ...(groups.length > 0 ? ['', heading, ...groups] : [])].join('\n')}\n`;
}
