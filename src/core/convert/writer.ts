import type { Message } from '../message';
import type { Comments } from './comments';
import type { Typed, TypedEntry } from './typed';

/** A longer list is written on lines of its own (UTF-16 code units). */
export const MAX_WIDTH = 80;

/** Writes fields in one format. */
export interface Writing {
  readonly lines: readonly string[];
  /** Why it cannot be done; null where it can. */
  readonly refusal: Message | null;
}

/** Where the words of a value stand, and those of what it holds. */
export function placesOf(value: Typed): number[] {
  switch (value.kind) {
    case 'scalar':
      return value.at < 0 ? [] : [value.at];
    case 'list':
      return value.items.flatMap(placesOf);
    case 'map':
      return value.entries.flatMap((entry) => [entry.at, ...placesOf(entry.value)]);
  }
}

/** The comments of an entry that is written on one line. */
export function commentsOf(entry: TypedEntry, comments: Comments): { above: string[]; behind: string } {
  const own = comments.above(entry.at);
  const { above, behind } = comments.within([entry.at, ...placesOf(entry.value)]);
  return { above: [...own, ...above], behind };
}

/** A line with the comment behind it. */
export function withComment(line: string, comment: string): string {
  return comment === '' ? line : `${line} ${comment}`;
}
