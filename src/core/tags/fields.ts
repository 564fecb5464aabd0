import type { Format } from '../frontMatter/tree';
import type { Generator } from '../generators/generator';
import type { Range } from '../text';

/** The fields that hold tags, or what is completed like tags. */
export type TagField = 'tags' | 'tag' | 'categories' | 'category' | 'keywords';

/** What a field's values belong to: a tag is never offered as a category. */
export type Taxonomy = 'tags' | 'categories' | 'keywords';

export const TAXONOMIES: readonly Taxonomy[] = ['tags', 'categories', 'keywords'];

/** How a tag is quoted where it stands. */
export type Quote = 'none' | 'single' | 'double';

/**
 * How the tag under the cursor is written.
 * `item`: in a list in brackets. `block`: after a dash. `value`: as the field's whole value. `only-word`, `word`: as the
 * only one or one of several in a string that is split. `none`: the field has no value yet.
 */
export type TagForm = 'item' | 'block' | 'value' | 'only-word' | 'word' | 'none';

/** What parts the values that are made of one string. */
export type Separator = 'blank' | 'comma';

/** The fields whose values are to be completed, and how they are read. */
export interface ValueFields<F extends string> {
  /** The field of a name as it is written; null for every other field. */
  named(name: string): F | null;
  takesList(field: F): boolean;
  /** Where one string is split into several values; null where it is one. */
  separator(field: F): Separator | null;
}

/** Where a value is to be completed. */
export interface ValueContext<F extends string = string> {
  readonly format: Format;
  readonly form: TagForm;
  readonly field: F;
  /** The tag under the cursor with its quotes, on one line; empty, at the cursor, where there is none. */
  readonly range: Range;
  /** What the string that it is in is split at; null where it is not. */
  readonly separator: Separator | null;
  /** The tag's own quotes or, where it has none, those of most other tags in the list. */
  readonly quote: Quote;
  /** What stands in the text from the start of `range` to the cursor, an opening quote included. */
  readonly typed: string;
  /** What stands in `range`. */
  readonly written: string;
  /** The tag under the cursor, unquoted; empty where there is none. */
  readonly current: string;
  /** The other tags of the list, unquoted. */
  readonly others: readonly string[];
}

/** Where a tag is to be completed. */
export type TagContext = ValueContext<TagField>;

const TAXONOMY_OF: Readonly<Record<TagField, Taxonomy>> = {
  tags: 'tags',
  tag: 'tags',
  categories: 'categories',
  category: 'categories',
  keywords: 'keywords',
};

export function taxonomyOf(field: TagField): Taxonomy {
  return TAXONOMY_OF[field];
}

/** The field of a name, in any case: Hugo folds keys, and a writer means the same. Null for every other field. */
export function tagFieldOf(name: string): TagField | null {
  const folded = name.trim().toLowerCase();
  return Object.hasOwn(TAXONOMY_OF, folded) ? (folded as TagField) : null;
}

/** Tells whether a field takes a list; the singular ones are mostly written with one value. */
export function isPlural(field: TagField): boolean {
  return field !== 'tag' && field !== 'category';
}

/** Tells whether a generator makes several tags of one string in a field: of the plural ones, if at all. */
export function splitsStrings(generator: Generator, field: TagField): boolean {
  return generator.splitsStrings && (field === 'tags' || field === 'categories');
}
