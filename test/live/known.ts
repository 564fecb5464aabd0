/**
 * Installed versions that were not recorded, but are close to one that was, with the posts in which they are known to
 * differ.
 */
export const KNOWN_DIFFERENCES: readonly {
  readonly generator: string;
  readonly version: string;
  readonly like: string;
  readonly cases: readonly string[];
}[] = [
  {
    // Debian 12's package: it reads YAML with Psych, and Liquid 5.
    generator: 'jekyll',
    version: '4.3.1',
    like: 'jekyll-4.4',
    cases: [
      'a-merge-top',
      'a-ruby',
      'a-set',
      'a-undef-alias',
      's-brace',
      'y-sixty',
      'y-float-error',
      'y-time-title-z',
      'y-tag-int',
      'y-null-key',
      'y-merge-list',
      'y-merge-string',
      'date-15',
      't-typed',
      'slip-alias-key',
      'slip-merge-text',
      'slip-merge-date',
      'slip-merge-bool',
      'slip-merge-list',
      'slip-date-day-23-61',
      'slip-tags-underscore',
      'slip-tag-sixty',
      'slip-excerpt-sixty',
      'header-colon-time-description',
    ],
  },
  // Debian 11's package reads and renders posts as 3.10 does.
  { generator: 'jekyll', version: '3.9.0', like: 'jekyll-3.10', cases: [] },
];
