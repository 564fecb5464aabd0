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
  const groups = new Map<string, Tag[]>();
  for (const tag of tags) {
    const key = tag.name.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), tag]);
  }
  return [...groups.values()].flatMap((group) => {
    const names = [...group].sort((a, b) => b.count - a.count).map(({ name }) => name);
    const [suggestion] = names;
    return suggestion !== undefined && names.length > 1 ? [{ names, suggestion }] : [];
  });
}
