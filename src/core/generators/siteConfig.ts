import type { HugoConfig } from './hugo/siteConfig';
import type { JekyllConfig } from './jekyll/config/jekyllConfig';

/** What a site's configuration says. Undefined where it says nothing. */
export interface SiteConfig {
  /** IANA name of the time zone in which dates without one are read; UTC where the site names none. */
  readonly timeZone?: string;
  /** The host that the site is published at, `https://example.org`. */
  readonly origin?: string;
  /** The path that the site is published under, `/blog`; with no slash at its end. */
  readonly basePath?: string;
  /** Jekyll's `excerpt_separator`. */
  readonly excerptSeparator?: string;
  /** Jekyll's `permalink`: a style or a template. */
  readonly permalink?: string;
  /** Jekyll's `future`, Hugo's `buildFuture`: reports with a date to come are published too. */
  readonly future?: boolean;
  /** Hugo's `buildDrafts`. */
  readonly drafts?: boolean;
  /** Jekyll's `unpublished`, Hugo's `buildExpired`: reports are published whatever they say. */
  readonly unpublished?: boolean;
  /** What else Jekyll's configuration says. */
  readonly jekyll?: JekyllConfig;
  /** What the site's own templates show of posts where they list them. Undefined: not known. */
  readonly postLists?: PostLists;
  /** Hugo's `summaryLength`, in words. */
  readonly summaryLength?: number;
  /**
   * Hugo's shortcodes that the site or its theme defines, by name, and whether they enclose text. Undefined: none;
   * null: they are not known.
   */
  readonly shortcodes?: ReadonlyMap<string, boolean> | null;
  /** What only Hugo's has. */
  readonly hugo?: HugoConfig;
}

/** How the templates of a site show its posts where they list them. */
export interface PostLists {
  /** The texts at which they cut a post themselves, whatever the generator takes for its excerpt. */
  readonly cuts: readonly string[];
  /** False where nothing of the site shows the generator's excerpts. */
  readonly showExcerpts: boolean;
}
