import type { Range } from '../text';
import type { TagContext } from './fields';
import { quoteTag, writeTag } from './quote';
import type { Tag, TagIndex } from './tagIndex';

/** One tag on offer. */
export interface TagItem {
  readonly label: string;
  /** The number of other reports that use it. */
  readonly count: number;
  readonly range: Range;
  readonly newText: string;
  /** Where the cursor belongs afterwards, as a UTF-16 offset in `newText`. */
  readonly caret: number;
  /** To be compared with what stands between the start of `range` and the cursor: quoted as that is. */
  readonly filterText: string;
  readonly sortText: string;
}

export interface TagCompletion {
  readonly items: readonly TagItem[];
  /** There are more: they must be asked for again once more is typed. */
  readonly incomplete: boolean;
}

/** An editor filters and sorts so many without a pause, also where they come from another process. */
const MAX_ITEMS = 1000;

/**
 * The tags to offer at a cursor: those of other reports, the most used first, without those already in the list.
 * @param ownFile the key of the file that the cursor is in. Its own tags do not count: what is being typed would offer itself
 */
export function completeTags(
  context: TagContext,
  index: TagIndex,
  ownFile: string | null,
  maxItems = MAX_ITEMS,
): TagCompletion {
  const own = new Set(ownFile === null ? [] : index.tagsOf(ownFile).map(({ name }) => name));
  const taken = new Set(context.others);
  const isOffered = ({ name, count }: Tag) => !taken.has(name) && (!own.has(name) || count > 1);
  const all = index.counts();
  // What little there is the editor filters by itself, and more graciously: it forgives a slip.
  const incomplete = all.length > maxItems;
  const offered = incomplete ? closest(all, isOffered, context.typed, maxItems) : all.filter(isOffered);
  const items = offered.flatMap((tag, rank) => {
    const written = writeTag(tag.name, context);
    return written ? [itemOf(tag, own.has(tag.name), rank, context, written.text, written.caret)] : [];
  });
  return { items, incomplete };
}

function itemOf(
  tag: Tag,
  isOwn: boolean,
  rank: number,
  context: TagContext,
  newText: string,
  caret: number,
): TagItem {
  return {
    label: tag.name,
    count: tag.count - (isOwn ? 1 : 0),
    range: context.range,
    newText,
    caret,
    filterText: filterTextOf(tag.name, context),
    sortText: String(rank).padStart(6, '0'),
  };
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

/** The most used tags that what was typed can become: those that start with it before those that hold its letters. */
function closest(
  tags: readonly Tag[],
  isOffered: (tag: Tag) => boolean,
  typed: string,
  limit: number,
): Tag[] {
  const wanted = typed.replace(/^["']/, '').trim().toLowerCase();
  const starting: Tag[] = [];
  const holding: Tag[] = [];
  for (const tag of tags) {
    const name = tag.name.toLowerCase();
    if (name.startsWith(wanted)) {
      if (isOffered(tag)) {
        starting.push(tag);
        if (starting.length === limit) {
          break;
        }
      }
    } else if (holding.length < limit && holds(name, wanted) && isOffered(tag)) {
      holding.push(tag);
    }
  }
  return [...starting, ...holding].slice(0, limit);
}

/** Tells whether a text has the characters of another in their order, as an editor's fuzzy filter wants them. */
function holds(text: string, wanted: string): boolean {
  let at = -1;
  for (const character of wanted) {
    at = text.indexOf(character, at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}
