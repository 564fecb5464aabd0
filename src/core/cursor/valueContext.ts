import type { Format } from '../frontMatter/tree';
import type { TagField } from '../report/termFields';
import type { Range } from '../text';
import type { Quote, Separator, TagForm } from '../write/quote';

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
