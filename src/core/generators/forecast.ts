import type { Message } from '../message';
import type { Range } from '../text';
import type { Data } from './scalars';

/**
 * What happens to a report. `published`: live. `hidden`: read, but left out. `bare`: published as body alone, with no
 * title, tags or excerpt, under the moment of the build. `text`: published with its header printed as text.
 * `skipped`: dropped. `build-error`: no site at all.
 */
export type Outcome = 'published' | 'hidden' | 'bare' | 'text' | 'skipped' | 'build-error';

/** Why a report is not simply published. */
export type CauseCode =
  | 'no-front-matter'
  | 'unclosed-fence'
  | 'invalid-fence'
  | 'syntax'
  | 'not-a-map'
  | 'duplicate-field'
  | 'draft'
  | 'unpublished'
  | 'future'
  | 'expired'
  | 'date'
  | 'field-type'
  /** A list is one of its own items. */
  | 'holds-itself'
  | 'file-name'
  | 'encoding'
  | 'shortcode'
  | 'attributes'
  | 'not-rendered'
  | 'permalink'
  | 'liquid'
  | 'collection'
  | 'config'
  | 'field-value';

export interface Cause {
  readonly code: CauseCode;
  /** The text at fault; null where it is not in the text (the file's name). */
  readonly range: Range | null;
}

/** What a generator will do with a report. */
export interface Forecast {
  readonly outcome: Outcome;
  /** One sentence, null when published. */
  readonly reason: Message | null;
  readonly cause: Cause | null;
  /** Null where the post has none. */
  readonly title: string | null;
  /** ISO 8601, as an instant in UTC; null where the generator has none. */
  readonly date: string | null;
  /** Jekyll: the list it makes of tags. Hugo: the parameter as it is written. */
  readonly tags: Data;
  /** The tags that readers will see. */
  readonly terms: readonly string[];
  /** Jekyll's categories, which need not be text; null where the generator has none of that kind. */
  readonly categories: readonly Data[] | null;
  /** The address below the site's root; null where it is not known. */
  readonly url: string | null;
}

/** A moment, as milliseconds since 1970; passed in, so that the same text gives the same forecast. */
export type Now = number;
