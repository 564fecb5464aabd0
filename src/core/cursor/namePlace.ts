import type { Format } from '../frontMatter/tree';
import type { Range } from '../text';

/** A cursor where the name of a field is being written. */
export interface NamePlace {
  readonly kind: 'name';
  readonly format: Format;
  /** The name under the cursor, with its quotes; empty, at the cursor, where there is none. */
  readonly range: Range;
  /** What stands in the text from the start of `range` to the cursor, an opening quote included. */
  readonly typed: string;
  /** A colon or the like follows: only the name is to be replaced. */
  readonly hasValue: boolean;
  /** Another field follows, from which this one must be set off with a comma (JSON). */
  readonly needsComma: boolean;
  /** The names of the header's other fields, as they are written. */
  readonly others: readonly string[];
}
