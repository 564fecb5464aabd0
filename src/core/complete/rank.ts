import type { Tag, TagIndex } from '../index/tagIndex';

/** What decides in which order tags are offered. */
export interface RankSources {
  readonly index: TagIndex;
  /** The key of the file that the cursor is in. Its own tags do not count: what is being typed would offer itself. */
  readonly ownFile: string | null;
  /** Tells whether the reports of the own site use a tag. */
  readonly isOfSite: (name: string) => boolean;
}

/** A report that has another tag of the list, too, counts so many times. */
const TOGETHER = 10;

/** After so many years without a report a tag counts half as much. */
const HALF_LIFE = 2;

/** What is older than so many years, or has no date, is as old as that: a popular tag stays in sight. */
const MAX_AGE = 6;

const YEAR = 365.25 * 24 * 3_600_000;

/** So many of the most used tags of a group are ranked; those used with the list's tags are, however rare they are. */
const MAX_RANKED = 600;

/**
 * The likeliest tags that go with what was typed, the likeliest first. Those that start with it come before those that
 * merely hold its letters, and those of the own site before those that only other sites use. Within each of these groups
 *
 *     (reports + 9 × reports that have another tag of this list, too) × ½ ^ (years since the last report / 2)
 *
 * decides: how often a tag is used, with which others, and how recently. The years count from the newest report of all,
 * and up to six. Between equals the more used one comes first, then the names decide.
 * @param typed what is left of the cursor, without quotes
 * @param others the other tags of the list
 * @param limit how many are wanted
 */
export function rankTags(
  typed: string,
  others: readonly string[],
  { index, ownFile, isOfSite }: RankSources,
  isOffered: (tag: Tag) => boolean,
  limit: number,
): Tag[] {
  const together = index.usedWith(others, ownFile);
  const wanted = typed.toLowerCase();
  const groups = [new Group(), new Group(), new Group(), new Group()] as const;
  const groupOf = (name: string) => {
    const folded = wanted === '' ? name : name.toLowerCase();
    const isStart = folded.startsWith(wanted);
    // Where those that start with it are enough, none of the others will be wanted.
    const isMatch = isStart || (groups[0].size + groups[1].size < limit && holds(folded, wanted));
    return isMatch ? groups[(isStart ? 0 : 2) + (isOfSite(name) ? 0 : 1)] : undefined;
  };
  for (const name of together.keys()) {
    const group = groupOf(name);
    const tag = group && { name, count: index.countOf(name) };
    if (tag && isOffered(tag)) {
      group.push(tag);
    }
  }
  for (const tag of index.counts()) {
    if (groups[0].isFull) {
      break;
    }
    const group = groupOf(tag.name);
    if (group && !group.isFull && !together.has(tag.name) && isOffered(tag)) {
      group.add(tag);
    }
  }
  const ranked: Tag[] = [];
  for (const { tags } of groups) {
    if (ranked.length < limit) {
      ranked.push(...byScore(tags, index, together));
    }
  }
  return ranked.slice(0, limit);
}

/** Tags that are ranked among themselves. */
class Group {
  readonly tags: Tag[] = [];
  #added = 0;

  get size(): number {
    return this.tags.length;
  }

  get isFull(): boolean {
    return this.#added === MAX_RANKED;
  }

  /** Takes a tag that is used with the list's. */
  push(tag: Tag): void {
    this.tags.push(tag);
  }

  /** Takes one of the most used tags. */
  add(tag: Tag): void {
    this.#added++;
    this.push(tag);
  }
}

function byScore(tags: readonly Tag[], index: TagIndex, together: ReadonlyMap<string, number>): Tag[] {
  const latest = tags.map(({ name }) => index.latestOf(name));
  const newest = latest.reduce((one, other) => Math.max(one, other), -Infinity);
  const scored = tags.map((tag, i) => {
    const uses = tag.count + (TOGETHER - 1) * (together.get(tag.name) ?? 0);
    // Without any date all are equally old.
    const age = newest === -Infinity ? 0 : Math.min(MAX_AGE, (newest - (latest[i] ?? -Infinity)) / YEAR);
    return { tag, score: uses * 0.5 ** (age / HALF_LIFE), folded: tag.name.toLowerCase() };
  });
  const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return scored
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.tag.count - a.tag.count ||
        byText(a.folded, b.folded) ||
        byText(a.tag.name, b.tag.name),
    )
    .map(({ tag }) => tag);
}

/** Tells whether a text has the characters of another in their order, as an editor's fuzzy filter wants them. */
export function holds(text: string, wanted: string): boolean {
  let from = 0;
  for (let i = 0; i < wanted.length; i++) {
    const at = text.indexOf(wanted.charAt(i), from);
    if (at < 0) {
      return false;
    }
    from = at + 1;
  }
  return true;
}
