import { singularKeys, spellingKey } from '../spelling/spellingKey';
import type { Tag } from './tagIndex';

/** Tags that are one in all but their spelling. */
export interface NearDuplicate {
  /** The most used first. */
  readonly names: readonly string[];
  /** The one to keep. */
  readonly suggestion: string;
}

/**
 * Groups tags that differ only in case, blanks, hyphens, underscores, accents or plural.
 * @param tags in any order, each name once
 * @returns the groups of more than one; those with the most uses first
 */
export function nearDuplicates(tags: readonly Tag[]): NearDuplicate[] {
  const byKey = new Map<string, Tag[]>();
  for (const tag of tags) {
    const key = spellingKey(tag.name);
    const group = byKey.get(key);
    if (group) {
      group.push(tag);
    } else {
      byKey.set(key, [tag]);
    }
  }
  const plurals: { key: string; spelt: Tag[]; singular: Tag[] }[] = [];
  for (const [key, spelt] of byKey) {
    const singular = byKey.get(singularOf(key, spelt, byKey));
    if (singular && singular !== spelt) {
      plurals.push({ key, spelt, singular });
    }
  }
  for (const { key, spelt, singular } of plurals) {
    singular.push(...spelt);
    byKey.delete(key);
  }
  return [...byKey.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ group: group.sort(compare), uses: group.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.uses - a.uses || byName(a.group[0], b.group[0]))
    .map(({ group }) => ({ names: group.map(({ name }) => name), suggestion: group[0]?.name ?? '' }));
}

/** The key of the singular that is among the tags; the key itself where it is no plural of any. Each one is shorter. */
function singularOf(key: string, spelt: readonly Tag[], byKey: ReadonlyMap<string, readonly Tag[]>): string {
  if (!key.endsWith('s')) {
    return key;
  }
  for (const { name } of spelt) {
    for (const singular of singularKeys(name, key)) {
      const known = byKey.get(singular);
      if (known) {
        return singularOf(singular, known, byKey);
      }
    }
  }
  return key;
}

function compare(a: Tag, b: Tag): number {
  return b.count - a.count || byName(a, b);
}

function byName(a: Tag | undefined, b: Tag | undefined): number {
  return (a?.name ?? '') < (b?.name ?? '') ? -1 : 1;
}
