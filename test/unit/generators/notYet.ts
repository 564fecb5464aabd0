/** Liquid is not read yet: a tag that Jekyll does not know ends the build. */
const LIQUID = ['liquid-nested-closed: outcome', 'liquid-unknown: outcome'];

/** An editor hands over decoded text: bytes that are not UTF-8 cannot be told from it. */
const ENCODING = ['s-latin1: outcome'];

/** Org mode headers are left to Hugo. */
const ORG = ['f-org: title', 'f-org: date', 'f-org: summary'];

/** The YAML parser takes no lone `\r` for a line end. */
const LONE_CR = ['f-cr: title'];

/** Shortcodes are not read yet: one that Hugo does not know ends the build. */
const SHORTCODES = ['hugo-shortcode-unknown: outcome'];

/** markdown-it renders no footnotes as it is. */
const FOOTNOTES = ['footnote: summary'];

/** What the recorded runs show and the forecast does not say yet, by engine: `case: what differs`. */
export const NOT_YET: Readonly<Record<string, readonly string[]>> = {
  'jekyll-4.4': [...LIQUID, ...ENCODING],
  'jekyll-3.10': [...LIQUID, ...ENCODING],
  'hugo-0.169': [
    ...ORG,
    ...LONE_CR,
    ...SHORTCODES,
    ...FOOTNOTES,
    // goccy/go-yaml takes no-break spaces for a part of the value.
    's-nbsp-indent: outcome',
    // Hugo's highlighter puts spans around words, which its own text then has blanks for.
    'auto-code: summary',
    'code-first: summary',
    // Hugo renders what is before and behind the separator together.
    'sep-incode: summary',
    // A list is not cut in its middle.
    'auto-list-loose: summary',
    'doublebom: summary',
  ],
  'hugo-0.131': [
    ...ORG,
    ...LONE_CR,
    ...SHORTCODES,
    ...FOOTNOTES,
    ...ENCODING,
    'auto-cjk: summary',
    'doublebom: title',
    'doublebom: summary',
  ],
  'hugo-0.111': [
    ...ORG,
    ...LONE_CR,
    ...SHORTCODES,
    ...FOOTNOTES,
    ...ENCODING,
    'auto-cjk: summary',
    'doublebom: title',
    'doublebom: summary',
    // Hugo before 0.112 looked for front matter behind a comment.
    'f-comment-before: outcome',
  ],
};
