/** What the recorded runs show and the forecast does not say yet, by engine: `case: what differs`. */
export const NOT_YET: Readonly<Record<string, readonly string[]>> = {
  'hugo-0.111': [
    'site-ca-own: outcome',
    'site-ca-near: outcome',
    'site-ca-secdraft: outcome',
    'md-e-strike: summary',
    'slip-flow-question-key: tags',
    'slip-flow-question-comma: tags',
    'slip-flow-tag-item: tags',
    'slip-table-tab-rule: summary',
    'slip-strike-mark: summary',
    'body-escapes-entities: summary',
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
  'hugo-0.169': ['slip-complex-key: outcome', 'slip-table-tab-rule: summary'],
  'hugo-0.131': [
    'slip-flow-question-key: tags',
    'slip-flow-question-comma: tags',
    'slip-flow-tag-item: tags',
    'slip-table-tab-rule: summary',
  ],
};
