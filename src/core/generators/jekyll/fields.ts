import type { KnownField } from '../generator';

const content = [
  'title',
  'date',
  'tags',
  'tag',
  'categories',
  'category',
  'published',
  'excerpt',
  'excerpt_separator',
  'permalink',
  'slug',
  'layout',
];

/** `draft` means nothing to Jekyll, but is no slip: the rule on drafts says so. Plugins of nearly every blog read the others. */
const other = [
  'draft',
  'author',
  'authors',
  'description',
  'image',
  'comments',
  'subtitle',
  'lang',
  'toc',
  'sitemap',
  'redirect_from',
  'redirect_to',
  'last_modified_at',
  'render_with_liquid',
  'pin',
  'math',
  'mermaid',
  'header',
  'location',
  'event',
];

/** The fields that Jekyll, its themes and its common plugins read. */
export const jekyllFields: readonly KnownField[] = [
  ...content.map((name): KnownField => ({ name, weight: 'content' })),
  ...other.map((name): KnownField => ({ name, weight: 'other' })),
];
