/*
 * What changed in Hugo, and when: each is the version from which on it is so, in their order. Where it says
 * “about”, what is known is that two recorded versions differ.
 */

/** A site with one language may have a folder for it. */
export const ONE_LANGUAGE_IN_FOLDER = '0.112';

/** From here on the build ends at attributes of code that cannot be read; before, they were passed over. */
export const STRICT_ATTRIBUTES = '0.112';

/** From here on the configuration is read into fields with types (config/allconfig). */
export const TYPED_CONFIG = '0.112';

/** From here on the typographer has a table of settings. */
export const TYPOGRAPHER_TABLE = '0.112';

/** From here on a language has dates of its own. */
export const DATES_BY_LANGUAGE = '0.112';

/** Patterns can be told by kind of page from here on. */
export const PERMALINKS_BY_KIND = '0.115';

/** From here on there are settings for the line breaks of East Asian text. */
export const EAST_ASIAN_BREAKS = '0.118';

/** Before, names became emojis in the text of the file. */
export const EMOJI_IN_MARKDOWN = '0.120';

/** From here on text may be passed through. */
export const PASSTHROUGH = '0.122';

/** From here on targets are named `target`, and paths are those of pages; before, those of files. */
export const CASCADE_TARGETS = '0.123';

/**
 * From here on pages are built in two steps, and `build` and `params` are fields of their own; about here recorded runs differ
 * from those before.
 */
export const TWO_STEPS = '0.123';

/** From here on paths are taken apart in one way wherever they are written. */
export const NEW_PATHS = '0.123';

/** A number sign of a path is escaped from here on. */
export const ESCAPED_HASH = '0.125';

/** From here on there are spans for inserted, marked, raised and lowered text. */
export const EXTRA_SPANS = '0.126';

/** Tokens in `url` are read from here on. */
export const URL_TOKENS = '0.131';

/** Up to 0.131 the later formats ended the build; which version came to know each was not recorded. */
export const KNOWS_NEW_OUTPUTS = '0.132';

/** From here on an automatic summary is HTML, cut behind a paragraph; before, it is plain text, cut behind a sentence. */
export const HTML_SUMMARY = '0.134';

/** From here on a date that cannot be read ends the build, and `published` must be one; before, it silently is the year 1. */
export const STRICT_DATES = '0.135';

/** From here on a byte order mark counts at the very start only. */
export const ONE_MARK = '0.135';

/** A colon in the pattern of a permalink may be escaped. */
export const ESCAPED_COLONS = '0.136';

/** From here on the pattern of a permalink may have empty parts. */
export const EMPTY_PARTS = '0.136.1';

/** The address of a section is not made plain where it says it itself. */
export const PLAIN_SECTIONS = '0.136.1';

/** From here on names of shortcodes are compared without regard to case. */
export const FOLDED_SHORTCODES = '0.146';

/** From here on `:contentbasename` is the name as it is written. */
export const WRITTEN_BASE_NAMES = '0.147.7';

/** From here on a time may follow the day in a file's name. */
export const NAMES_WITH_TIME = '0.148';

/** With `uglyURLs` a section keeps its folder. */
export const UGLY_SECTIONS = '0.148';

/** From here on one map or list among the tags makes Hugo drop them all (spf13/cast 1.9, ToStringSliceE). */
export const STRICT_LISTS = '0.148';

/** From here on footnotes have a table of settings. */
export const FOOTNOTE_TABLE = '0.151';

/** From here on Hugo reads YAML 1.2 (goccy/go-yaml): `yes` is a string, and a duplicate key is an error. */
export const YAML_12 = '0.152';

/** A permalink is cleaned like a path. */
export const CLEAN_PERMALINKS = '0.153';

/** Versions and roles have folders of their own. */
export const VERSIONS_AND_ROLES = '0.153';

/** Up to here, from 0.123 on, a page could say in its front matter where it is, and in what language. */
export const NO_OWN_PLACE = '0.153';

/** Paths are no longer cleaned. */
export const UNCLEANED_PATHS = '0.153';

/** From 0.123 up to here `kind` was the page's kind, and not the site's to use (deprecated in 0.144). */
export const NO_OWN_KIND = '0.157';

/** From here on `_build`, the old name of `build`, ends the build (deprecated in 0.145). */
export const NO_OLD_BUILD = '0.160';

/** From here on Hugo does not render markup that may run programs, or is HTML, unless the site allows it. */
export const CHECKED_MARKUP = '0.160';

/** From here on TOML 1.1 is read. */
export const TOML_11 = '0.160';

/** From here on rules of permalinks are matched with the page's path, and may be a list with targets. */
export const PERMALINKS_BY_PATH = '0.161';

/** From about here on a slash in a title makes no folder (0.165 makes one, 0.169 none). */
export const FLAT_TITLES = '0.166';

/** From about here on the slug of a section stands in the addresses of all that is in it (0.165 has none of it, 0.169 has). */
export const SECTION_SLUGS = '0.166';

/** From here on what was deprecated in 0.153 ends the build (helpers/general.go, deprecationLogLevelFromVersion). */
export const WITHOUT_OLD_MOUNTS = '0.168';

/** From here on an automatic summary does not end within a list or a quote. */
export const BALANCED_SUMMARY = '0.168';
