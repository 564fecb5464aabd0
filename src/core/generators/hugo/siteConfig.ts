import type { Node } from '../../frontMatter/tree';
import type { Markup } from './markupSettings';
import type { AddressSettings, publishedAt } from './addressSettings';

/** What only Hugo's configuration says, beside SiteConfig. Undefined where it says nothing. */
export interface HugoConfig extends TermSettings {
  /** The file that cannot be read, or the value that ends every build. */
  readonly broken?: string;
  /** Settings that end every build. */
  readonly stops?: readonly ConfigStop[];
  /** The folders with content, most special first; where several languages have their own, with the language. */
  readonly contentFolders?: readonly ContentFolder[];
  /** The folder of the themes (`themesDir`), without slashes around it. */
  readonly themesFolder?: string;
  readonly languages?: ReadonlyMap<string, Language>;
  readonly defaultLanguage?: string;
  /** The fields that give the dates of a page, in the order in which they are tried (`[frontmatter]`). */
  readonly dates?: DateFields;
  /** Values that pages inherit from the configuration. */
  readonly cascades?: readonly Cascade[];
  /** No regular page is made (`disableKinds`). */
  readonly skipsPages?: boolean;
  /** Paths of files that are not read (`ignoreFiles`); those that cannot be matched safely are left out. */
  readonly ignored?: readonly RegExp[];
  /** Pages with Chinese, Japanese or Korean in them count words by characters (`hasCJKLanguage`). */
  readonly findsCjk?: boolean;
  /** How Markdown is read and written, where the configuration says something of it. */
  readonly markup?: Markup;
  /** What addresses are made by. */
  readonly address?: AddressSettings;
  /** The kinds of elements that templates of the site's own write; see renderHooks.ts. */
  readonly hooks?: readonly string[];
  /** References to nowhere are only warned of (`refLinksErrorLevel`). */
  readonly refsWarn?: boolean;
}

/** Where content is where the configuration does not say. */
export const CONTENT: ContentFolder = { folder: 'content/', target: '', language: null };
export const DEFAULT_LANGUAGE = 'en';

/** A folder that is mounted as content. */
export interface ContentFolder {
  /** From the site's root, with a slash at its end. */
  readonly folder: string;
  /** Where it is in the content, from its root; empty or with a slash at its end. */
  readonly target: string;
  readonly language: string | null;
}

/** What a language says for itself; undefined where what the site says holds. */
export interface Language {
  readonly disabled: boolean;
  readonly timeZone?: string;
  readonly summaryLength?: number;
  readonly findsCjk?: boolean;
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly unpublished?: boolean;
  readonly cascades?: readonly Cascade[];
  /** Only newer versions take it. */
  readonly dates?: DateFields;
  readonly terms?: TermSettings;
  readonly address?: AddressSettings;
  /** Where it is published, if not where the others are. */
  readonly published?: ReturnType<typeof publishedAt>;
}

/** Which fields hold terms. */
export interface TermSettings {
  /** The field whose values are the terms of tags; null where the site has no such taxonomy. */
  readonly tagField?: string | null;
  /** The fields whose values are terms, in small letters; undefined where the site has the usual two. */
  readonly taxonomies?: readonly string[];
}

/** A setting with which no site is built. */
export interface ConfigStop {
  /** As it is written in the manual. */
  readonly setting: string;
  /** The first version that stops; null where all known ones do. */
  readonly since: string | null;
}

/** Fields by kind of date; names that start with `:` are no fields. */
export interface DateFields {
  readonly date: readonly string[];
  readonly lastmod: readonly string[];
  readonly publishdate: readonly string[];
  readonly expirydate: readonly string[];
}

/** Values for the pages that match. */
export interface Cascade {
  /** Globs by what they are matched with: `path`, `kind`, `lang`, `environment`. */
  readonly target: ReadonlyMap<string, string>;
  /** It is named `_target`, the only name that older versions know. */
  readonly isOld: boolean;
  readonly fields: ReadonlyMap<string, Node>;
}
