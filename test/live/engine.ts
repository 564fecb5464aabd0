import type { Recorded } from '../conformance';

/** A post to be built. */
export interface Post {
  /** Its path from the site's root. */
  readonly file: string;
  /** Its bytes, base64. */
  readonly source: string;
  /** Further files of the site, by their path from its root. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a generator that is installed made of posts, in their order. */
export interface Run {
  readonly versions: Readonly<Record<string, string>>;
  readonly recorded: readonly Recorded[];
}
