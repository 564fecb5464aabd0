import type { WrittenTarget } from '../generators/targets';
import type { TargetSearch } from '../generators/generator';
import { targetKey } from '../generators/targets';
import type { Range } from '../text';

/** A post, page or file of the site that may be named at a place. */
export interface TargetItem {
  /** As it is to be written, without quotes. */
  readonly name: string;
  /** What to write, with the quotes that it needs there. */
  readonly newText: string;
}

/** What may stand at a place of a report's text. */
export interface TargetList {
  /** `post_url`, `link`, `include_relative`, `ref`, `relref`. */
  readonly tag: string;
  /** What is written of it so far, all of it to be replaced. */
  readonly range: Range;
  /** The likeliest first. */
  readonly items: readonly TargetItem[];
  /** There are more than are listed. */
  readonly isCut: boolean;
}

/** So many are listed; what is typed on makes another list. */
const MAX_ITEMS = 500;

/** The target that is written at an offset; null elsewhere. */
export function targetAt({ report, site }: TargetSearch, offset: number): WrittenTarget | null {
  return site.generator.targets?.().at(report, offset) ?? null;
}

/**
 * Lists what the site has for the target that is being written: what has the typed text as it stands
 * and what lies beside the report first, posts from the newest to the oldest, the rest by name.
 * @param offset where the cursor is in the report
 * @returns null where no target is being written
 */
export async function completeTargets(search: TargetSearch, offset: number): Promise<TargetList | null> {
  const target = targetAt(search, offset);
  if (!target) {
    return null;
  }
  const { report, site } = search;
  const { tag, range } = target;
  const typed = report.text.slice(range.start, offset);
  const choices = (await site.generator.targets?.().choices(tag, search)) ?? [];
  const names = [...new Set(choices)].filter((name) => isLetterByLetter(typed, name));
  const folder = report.path.slice(0, report.path.lastIndexOf('/') + 1);
  const isTyped = (name: string) => name.toLowerCase().includes(typed.toLowerCase());
  const sorted = names
    .map((name) => ({
      name,
      rank: (isTyped(name) ? 2 : 0) + (folder !== '' && `/${name}`.includes(`/${folder}`) ? 1 : 0),
      day: dayIn(name),
    }))
    .sort((a, b) => b.rank - a.rank || compare(b.day, a.day) || compare(a.name, b.name));
  const needsQuotes = /^(?:rel)?ref/i.test(tag) && !/["`]/.test(report.text.charAt(range.start - 1));
  return {
    tag,
    range,
    items: sorted
      .slice(0, MAX_ITEMS)
      .map(({ name }) => ({ name, newText: needsQuotes ? `"${name}"` : name })),
    isCut: sorted.length > MAX_ITEMS,
  };
}

/**
 * Tells whether naming something would stop the build all the same, such as a post that is not published.
 * @returns null where that is not known
 */
export async function isMissing(search: TargetSearch, tag: string, name: string): Promise<boolean | null> {
  const written = { tag, text: name, range: { start: 0, end: 0 } };
  const found = await search.site.generator.targets?.().find([written], search);
  const target = found?.get(targetKey(tag, name));
  return target ? !target.exists : null;
}

/** Whether all letters of what is typed stand in a name, in their order, as the editor's own filter asks for. */
function isLetterByLetter(typed: string, name: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of typed.toLowerCase()) {
    const found = letters.indexOf(letter, at);
    if (found < 0) {
      return false;
    }
    at = found + letter.length;
  }
  return true;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day in a file's name; empty for none. */
function dayIn(name: string): string {
  return /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(name)?.[1] ?? '';
}
