import type { SiteConfig } from '../siteConfig';

/** How a generator reads tags, categories and what else a report is filed under. */
export interface TermReading {
  /** A string of tags is split at blanks; else it is one tag. */
  readonly splitsStrings: boolean;
  /**
   * What becomes of `tag` and `category`. `wins`: they are read, and `tag` beats `tags`. `unread`: only the fields of the site's
   * taxonomies are. `unknown`: that differs from tool to tool.
   */
  readonly singular: 'wins' | 'unread' | 'unknown';
  /** What tells a term from the others: those with one key are one; an empty key makes none at all. */
  keyOf(term: string, version: string): string;
  /** The fields of a site's taxonomies by its configuration; undefined where that does not say. */
  taxonomiesOf(config: SiteConfig): readonly string[] | undefined;
  /**
   * The term that a file, by its path from the site's root, is the page of, and its taxonomy; null for any other file. Missing
   * where terms have no such files.
   */
  readonly ofPage?: (path: string) => { readonly taxonomy: string; readonly term: string } | null;
}
