import type { Range } from '../text';
import type { TagContext } from '../cursor/valueContext';
import { quoteTag, writeTag } from '../write/quote';
import { holds, rankTags } from './rank';
import type { RankSources } from './rank';
import type { Tag } from '../index/tagIndex';
import type { Vocabulary } from '../terms/vocabulary';

/** One tag on offer. */
export interface TagItem {
  readonly label: string;
  /** The number of other reports that use it; none use the new one that is being typed. */
  readonly count: number;
  /** It is in the user's vocabulary, and no report uses it yet. */
  readonly isWanted: boolean;
  readonly range: Range;
  readonly newText: string;
  /** Where the cursor belongs afterwards, as a UTF-16 offset in `newText`. */
  readonly caret: number;
  /** To be compared with what stands between the start of `range` and the cursor: quoted as that is. */
  readonly filterText: string;
  readonly sortText: string;
}

export interface CompletionSources extends RankSources {
  /** What tells one term from another, as `TermReading.keyOf` does. */
  readonly termKey: (name: string) => string;
  /** The tags that the user wants; left out where any will do. */
  readonly vocabulary?: Vocabulary | undefined;
}

/** More would only take time on their way to the editor: the list is asked for again with every letter. */
const MAX_ITEMS = 300;

/** A character for private use: no key has it. */
const NOT_TYPED = '\uE000';

/** Longer ones are no tags but accidents (UTF-16 code units). */
const MAX_LENGTH = 200;

/**
 * The tags to offer at a cursor, the likeliest first (see `rankTags`): those of other reports, without those already in the
 * list. What is typed is one of them where it is no tag yet. It comes behind those that start with it, so that two keys
 * take an existing tag, and before those that merely hold its letters. The answer holds for what is typed now. With a
 * vocabulary its names are on offer too, used or not, and what it has another name for is not.
 */
export function completeTags(
  context: TagContext,
  sources: CompletionSources,
  maxItems = MAX_ITEMS,
): readonly TagItem[] {
  const { index, ownFile, termKey, vocabulary } = sources;
  const own = new Set(ownFile === null ? [] : index.tagsOf(ownFile).map(({ name }) => name));
  const taken = new Set(context.others);
  const takenTerms = new Set(context.others.map(termKey));
  const isOffered = ({ name, count }: Tag) =>
    !taken.has(name) &&
    (!own.has(name) || count > 1) &&
    name.length <= MAX_LENGTH &&
    (!vocabulary || isWelcome(name, vocabulary));
  const typed = typedName(context);
  // What little there is the editor filters by itself, and more graciously: it forgives a slip.
  const wanted = index.size > maxItems ? typed : '';
  const tags = rankTags(wanted, context.others, sources, isOffered, maxItems).filter(
    ({ name }) => !takenTerms.has(termKey(name)),
  );
  const used = tags.flatMap((tag, rank) => {
    const item = itemOf(tag.name, context, rank);
    return item ? [{ ...item, count: tag.count - (own.has(tag.name) ? 1 : 0) }] : [];
  });
  const known = new Set(tags.map(({ name }) => name));
  const unused = (vocabulary?.names ?? []).flatMap((name, at) => {
    const isOpen = !known.has(name) && !taken.has(name) && !takenTerms.has(termKey(name));
    const item = isOpen ? itemOf(name, context, used.length + at) : null;
    return item ? [{ ...item, isWanted: true }] : [];
  });
  const items = [...used, ...unused];
  const fresh = vocabulary?.isClosed ? null : freshItem(context, items, typed);
  return fresh && !taken.has(fresh.label) ? [...items, fresh] : items;
}

/** Tells whether a vocabulary has no other name for a tag, and room for those that it does not know. */
function isWelcome(name: string, vocabulary: Vocabulary): boolean {
  return (vocabulary.nameOf(name) ?? (vocabulary.isClosed ? null : name)) === name;
}

/** What is left of the cursor, without an opening quote. */
function typedName({ form, typed }: TagContext): string {
  return (form === 'word' ? typed : typed.replace(/^["']/, '')).trim();
}

function itemOf(name: string, context: TagContext, rank: number): TagItem | null {
  const written = writeTag(name, context);
  return (
    written && {
      label: name,
      count: 0,
      isWanted: false,
      range: context.range,
      newText: written.text,
      caret: written.caret,
      filterText: filterTextOf(name, context),
      sortText: String(rank).padStart(6, '0'),
    }
  );
}

/**
 * What is being typed, as a tag of its own. Where Enter would take no other tag and would change nothing, it is left out:
 * then Enter is to end the line.
 */
function freshItem(context: TagContext, items: readonly TagItem[], typed: string): TagItem | null {
  const { current } = context;
  if (current === '' || items.some(({ label }) => label === current)) {
    return null;
  }
  const item = itemOf(current, context, items.length);
  const wanted = typed.toLowerCase();
  const isInTheWay = items.some(({ label }) => holds(label.toLowerCase(), wanted));
  const isWritten = item?.newText === context.written;
  return item && (isInTheWay || !isWritten)
    ? { ...item, filterText: filterTextOf(weakMatch(current), context) }
    : null;
}

/**
 * A text that an editor takes for what is typed, but for less of a match than any that goes on in the same way. Its score,
 * which goes before our order, is higher for letters in their case, and highest for what is there in full: so they are in
 * the other case, and something follows them.
 */
function weakMatch(text: string): string {
  const letters = Array.from(text, (letter) => {
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    // `ß` would become two letters.
    return other.length === letter.length ? other : letter;
  });
  return `${letters.join('')}${NOT_TYPED}`;
}

/** The tag, in the quotes that the text at the cursor has, with what is escaped in them. */
function filterTextOf(name: string, context: TagContext): string {
  switch (context.form === 'word' ? '' : context.typed[0]) {
    case '"':
      return JSON.stringify(name);
    case "'":
      return context.format === 'yaml' ? quoteTag(name, 'yaml', 'single') : `'${name}'`;
    default:
      return name;
  }
}
