/** How a site has goldmark read Markdown and write HTML, as Hugo's configuration names it (`markup.goldmark`). */
export interface GoldmarkOptions {
  /** HTML in Markdown, and addresses that run a script, stay. */
  readonly unsafe: boolean;
  /** A line end in a paragraph is a line break. */
  readonly hardWraps: boolean;
  readonly xhtml: boolean;
  readonly table: boolean;
  readonly strikethrough: boolean;
  readonly linkify: boolean;
  /** Of addresses that start with `www.`. */
  readonly linkifyProtocol: string;
  readonly taskList: boolean;
  readonly definitionList: boolean;
  readonly footnote: boolean;
  /** What stands for typographic characters; null where they are left as they are written. */
  readonly typographer: Typographer | null;
  /** Names between colons are emojis. */
  readonly emoji: boolean;
  /** Attributes behind headings (`title`) and below other blocks (`block`). */
  readonly attributes: { readonly title: boolean; readonly block: boolean };
  readonly headingIds: boolean;
  readonly extras: Extras;
  /** Pairs of delimiters between which nothing is read; null where there are none. */
  readonly passthrough: {
    readonly block: readonly Delimiters[];
    readonly inline: readonly Delimiters[];
  } | null;
  /** Which line ends between East Asian characters are left out, and whether a blank behind a backslash is. */
  readonly cjk: { readonly lineBreaks: 'simple' | 'css3draft' | null; readonly escapedSpace: boolean };
  /** An image that is all of a paragraph stands in one. */
  readonly wrapsImages: boolean;
  /** Code in fences is given to the highlighter, which takes attributes from the line of the fence. */
  readonly codeFences: boolean;
  /** The highlighter numbers the lines of code. */
  readonly lineNumbers: boolean;
  /** What leads back from a footnote, in HTML. */
  readonly backlink: string;
  /** Which of goldmark's own changes it has. */
  readonly edition: GoldmarkEdition;
}

/** goldmark as Hugo 0.111, 0.131 and 0.169 bring it along: 1.5.4, 1.7.4 and 1.8. */
export type GoldmarkEdition = 1.5 | 1.7 | 1.8;

export type Delimiters = readonly [open: string, close: string];

export interface Typographer {
  readonly leftSingleQuote: string;
  readonly rightSingleQuote: string;
  readonly leftDoubleQuote: string;
  readonly rightDoubleQuote: string;
  readonly enDash: string;
  readonly emDash: string;
  readonly ellipsis: string;
  readonly leftAngleQuote: string;
  readonly rightAngleQuote: string;
  readonly apostrophe: string;
}

/** More that may stand for elements: `++inserted++`, `==marked==`, `H~2~O`, `1^st^`; `deleted` has only two tildes. */
export interface Extras {
  readonly delete: boolean;
  readonly insert: boolean;
  readonly mark: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
}

/** As Hugo has it where a site says nothing (markup/goldmark/goldmark_config/config.go). */
export const DEFAULT_OPTIONS: GoldmarkOptions = {
  unsafe: false,
  hardWraps: false,
  xhtml: false,
  table: true,
  strikethrough: true,
  linkify: true,
  linkifyProtocol: 'https',
  taskList: true,
  definitionList: true,
  footnote: true,
  typographer: {
    leftSingleQuote: '‘',
    rightSingleQuote: '’',
    leftDoubleQuote: '“',
    rightDoubleQuote: '”',
    enDash: '–',
    emDash: '—',
    ellipsis: '…',
    leftAngleQuote: '«',
    rightAngleQuote: '»',
    apostrophe: '’',
  },
  emoji: false,
  attributes: { title: true, block: false },
  headingIds: true,
  extras: { delete: false, insert: false, mark: false, subscript: false, superscript: false },
  passthrough: null,
  cjk: { lineBreaks: null, escapedSpace: false },
  wrapsImages: true,
  codeFences: true,
  lineNumbers: false,
  backlink: '&#x21a9;&#xfe0e;',
  edition: 1.8,
};

/** What becomes known of a page while it is rendered. */
export interface PageEnv {
  /** What the note says itself stands in the HTML, which is to be sanitised before it is shown. */
  isRaw?: boolean;
  [others: string | symbol]: unknown;
}
