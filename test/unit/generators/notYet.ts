/** What the recorded runs show and the forecast does not say yet, by engine: `case: what differs`. */
export const NOT_YET: Readonly<Record<string, readonly string[]>> = {
  'hugo-0.111': [
    // The address of a page whose formats are no list of names, or HTML of another name.
    'site-outputs-map: url',
    'site-outputs-empty-text: url',
    // A year that JavaScript's calendar does not have.
    'go-epoch-0: date',
    // A definition may have no use, and then asks for nothing.
    'ref-in-definition: outcome',
    'ref-unsafe-definition: outcome',
    'em-flag: summary',
    'gm-task-text: summary',
    'gm-comment: summary',
    'fa-lang-tight: summary',
    'site-ca-own: outcome',
    'site-ca-near: outcome',
    'site-ca-secdraft: outcome',
    'address-sections-draft: outcome',
    'slip-flow-question-key: tags',
    'slip-flow-question-comma: tags',
    'slip-flow-tag-item: tags',
    'slip-table-tab-rule: summary',
    // Formats that a site defines itself.
    'address-config-format: url',
    'address-config-formatpath: url',
    'address-config-noUgly: url',
    // A language is taken from a name in small letters only.
    'address-lang-suffix-upper: url',
    // A slice that starts behind the last section ends the build, of a page that has so few of them.
    'address-token-62-sections-9-: outcome',
  ],
  'jekyll-4.4': [
    // A site without a Gemfile is taken for one that GitHub Pages builds, with its plugins.
    'tag-unknown: outcome',
    'slip-slug-hidden: outcome',
    'slip-highlight-blanks: excerpt text',
    'slip-tilde-highlight: excerpt text',
    'body-code-indented: excerpt text',
    'liquid-highlight-block: excerpt text',
  ],
  'jekyll-3.10': [
    // A site without a Gemfile is taken for one that GitHub Pages builds, with its plugins.
    'tag-unknown: outcome',
    'slip-slug-hidden: outcome',
    'slip-highlight-blanks: excerpt text',
    'slip-tilde-highlight: excerpt text',
    'body-code-indented: excerpt text',
    'liquid-highlight-block: excerpt text',
  ],
  'hugo-0.169': [
    // The address of a page whose formats are no list of names, or HTML of another name.
    'site-outputs-map: url',
    'site-outputs-empty-text: url',
    'site-outputs-404: url',
    'site-outputs-alias: url',
    // No format of the page is HTML.
    'site-outputs-gotmpl: outcome',
    // A year that JavaScript's calendar does not have.
    'go-epoch-0: date',
    // A definition may have no use, and then asks for nothing.
    'ref-in-definition: outcome',
    'ref-unsafe-definition: outcome',
    'slip-complex-key: outcome',
    'slip-table-tab-rule: summary',
    'pt-list: summary',
    'fa-lang-tight: summary',
    // Formats that a site defines itself.
    'address-config-format: url',
    'address-config-formatpath: url',
    'address-config-noUgly: url',
    // The title that Hugo makes of a folder's name.
    'address-sections-slugno: url',
    'address-config-versions: url',
  ],
  'hugo-0.131': [
    // The address of a page whose formats are no list of names, or HTML of another name.
    'site-outputs-map: url',
    'site-outputs-empty-text: url',
    // This version publishes what is dated to the year 10000 or later; from which one on, and up to which, was not recorded.
    'go-epoch-0: outcome',
    'go-epoch-6: outcome',
    'go-epoch-ms: outcome',
    // A definition may have no use, and then asks for nothing.
    'ref-in-definition: outcome',
    'ref-unsafe-definition: outcome',
    'fa-lang-tight: summary',
    'slip-flow-question-key: tags',
    'slip-flow-question-comma: tags',
    'slip-flow-tag-item: tags',
    'slip-table-tab-rule: summary',
    // Formats that a site defines itself.
    'address-config-format: url',
    'address-config-formatpath: url',
    'address-config-noUgly: url',
  ],
};

const UNSAFE = {
  'md-l-script': 'a link that runs a script leads nowhere here',
  'md-html-iframe': 'a frame is not shown',
  'html-first-iframe': 'a frame is not shown',
};

const NUMBERED = { 'fa-lang-tight': 'the numbers of lines are not shown' };
const TABLE = { 'slip-table-tab-rule': 'a tab in the line under a table’s head makes it none to goldmark' };

/** Excerpts whose HTML is another than the recorded one, by engine: the case, and why. */
export const HTML_NOT_YET: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'jekyll-4.4': UNSAFE,
  'jekyll-3.10': UNSAFE,
  'hugo-0.169': {
    ...TABLE,
    ...NUMBERED,
    'pt-list': 'in a tight list the blanks beside a block are left out',
    'gm-nested3': 'its goldmark takes a list out of an item that holds nothing else',
    'f-cr': 'a lone CR ends no line to goldmark',
  },
  'hugo-0.131': { ...TABLE, ...NUMBERED },
  'hugo-0.111': {
    ...TABLE,
    ...NUMBERED,
    'em-flag': 'it knows more names of emojis',
    'gm-task-text': 'its goldmark makes boxes within a line, too',
    'gm-comment': 'its goldmark takes less for a comment',
  },
};
