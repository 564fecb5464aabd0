import { say } from '../../message';
import { field, hidden } from '../fieldHelp';
import type { FieldHelp, FieldKnowledge } from '../fieldHelp';
import { atLeast } from '../versions';

/*
 * Jekyll 4.3.1 and 3.10: lib/jekyll/document.rb (populate_title, populate_tags, populate_categories, excerpt_separator),
 * publisher.rb, renderer.rb, drops/url_drop.rb and utils.rb (pluralized_array_from_hash). Plugins: jekyll-seo-tag 2.8
 * (lib/jekyll-seo-tag/drop.rb, author_drop.rb), jekyll-feed 0.17 (lib/jekyll-feed/feed.xml), jekyll-sitemap 1.4
 * (lib/sitemap.xml), jekyll-redirect-from 0.16 (lib/jekyll-redirect-from/redirectable.rb). Themes: minima 2.5
 * (_includes/disqus_comments.html), Chirpy 7 (_layouts/post.html, _layouts/home.html).
 */

/** From here on a post can keep Liquid from being run (lib/jekyll/document.rb, render_with_liquid?). */
const CHOOSES_LIQUID = '4.0';

/** What Jekyll reads itself. */
const own = (): FieldHelp[] => [
  field('title', 'text', say('The title of the post.'), {
    fallback: say('the words of the file’s name'),
    shows: 'title',
  }),
  field(
    'date',
    'date',
    say(
      'When the post is from. It beats the date in the file’s name. With a date to come, the post is left out until a build after it.',
    ),
    { fallback: say('the date in the file’s name') },
  ),
  field('tags', 'list', say('The tags of the post. Of a string, each word is a tag.'), { shows: 'tags' }),
  field(
    'categories',
    'list',
    say('The categories of the post. Of a string, each word is one. They are part of most addresses.'),
    { fallback: say('the folders around `_posts`'), shows: 'categories' },
  ),
  field(
    'layout',
    'text',
    say(
      'The layout that the post is put into: a file in `_layouts`, or of the theme, without its extension.',
    ),
    { fallback: say('none') },
  ),
  field(
    'excerpt_separator',
    'text',
    say(
      'The text that ends the excerpt. Where it does not stand in the post, the excerpt is the whole post.',
    ),
    { fallback: say('`excerpt_separator` of the configuration, else an empty line') },
  ),
  field(
    'excerpt',
    'text',
    say('The excerpt, in the place of one that is cut from the post. It is not rendered as Markdown.'),
    { fallback: say('what stands before the separator') },
  ),
  field('published', 'boolean', say('With `false`, the post is left out.'), { fallback: say('`true`') }),
  field('permalink', 'text', say('The address of the post; `:title`, `:year` and the like are filled in.'), {
    fallback: say('by the `permalink` of the configuration'),
    shows: 'url',
  }),
  field('slug', 'text', say('What stands in the address for `:title` and `:slug`.'), {
    fallback: say('the file’s name, without date and extension'),
    shows: 'url',
  }),
  hidden('tag', 'text', say('A single tag. Where it says something, `tags` is not read.')),
  hidden('category', 'text', say('One more category; a string of several words is one, too.')),
  hidden('draft', 'boolean', say('It hides nothing in Jekyll: drafts are the files in `_drafts`.')),
];

/** What common plugins read. */
const OF_PLUGINS: readonly FieldHelp[] = [
  field('description', 'text', say('A sentence for search engines and link previews (jekyll-seo-tag).'), {
    fallback: say('the excerpt'),
  }),
  field(
    'author',
    ['text', 'map'],
    say('Who wrote the post: a name, or a key in `_data/authors` (jekyll-seo-tag, jekyll-feed).'),
    { fallback: say('the `author` of the configuration') },
  ),
  field(
    'authors',
    'list',
    say('Who wrote the post. Without `author`, the first one is named (jekyll-seo-tag, jekyll-feed).'),
  ),
  field(
    'image',
    ['text', 'map'],
    say(
      'The picture of link previews (jekyll-seo-tag) and feeds (jekyll-feed): its path, or a map with `path`.',
    ),
  ),
  field('lang', 'text', say('The language of the post, `en-GB` (jekyll-seo-tag, jekyll-feed).'), {
    fallback: say('the `lang` of the configuration'),
  }),
  field(
    'last_modified_at',
    'date',
    say('When the post was last changed (jekyll-seo-tag, jekyll-feed, jekyll-sitemap).'),
    { fallback: say('the post’s date') },
  ),
  field(
    'redirect_from',
    'list',
    say('Former addresses of the post, which lead here (jekyll-redirect-from).'),
  ),
  field('redirect_to', 'text', say('An address to which the post’s own leads (jekyll-redirect-from).')),
  field('sitemap', 'boolean', say('With `false`, the post is not in the sitemap (jekyll-sitemap).'), {
    fallback: say('`true`'),
  }),
  field('canonical_url', 'text', say('The address that search engines are to keep (jekyll-seo-tag).'), {
    fallback: say('the post’s own'),
  }),
  field('seo', 'map', say('More for search engines: `name`, `type`, `links` (jekyll-seo-tag).')),
  field(
    'feed',
    'map',
    say('With `excerpt_only: true`, the feed has no more than the excerpt (jekyll-feed).'),
  ),
];

/** What well-known themes read. */
const OF_THEMES: readonly FieldHelp[] = [
  field('comments', 'boolean', say('With `false`, many themes show no comments; minima is one.')),
  field('toc', 'boolean', say('Whether some themes show a table of contents; Chirpy is one.')),
  field('pin', 'boolean', say('With `true`, some themes show the post first; Chirpy is one.')),
  field('math', 'boolean', say('With `true`, some themes render formulas; Chirpy is one.')),
  field('mermaid', 'boolean', say('With `true`, some themes render Mermaid diagrams; Chirpy is one.')),
  field('subtitle', 'text', say('Some themes show it below the title.')),
];

/** What there is to know of the fields of a version of Jekyll. */
export function knowledge(version: string): FieldKnowledge {
  const liquid = field(
    'render_with_liquid',
    'boolean',
    say('With `false`, Liquid in the post stays as it is.'),
    {
      fallback: say('`true`'),
    },
  );
  return {
    fields: [...own(), ...OF_PLUGINS, ...(atLeast(version, CHOOSES_LIQUID) ? [liquid] : []), ...OF_THEMES],
    times: 'spaced',
    unknown: say('It means nothing to Jekyll itself: layouts and plugins may use it, as `page.…`.'),
  };
}
