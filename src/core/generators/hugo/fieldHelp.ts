import { say } from '../../message';
import type { Message } from '../../message';
import { field, hidden } from '../fieldHelp';
import type { FieldHelp, FieldKnowledge } from '../fieldHelp';
import { atLeast } from '../versions';
import { NO_OLD_BUILD, STRICT_DATES, TWO_STEPS } from './versions';

/*
 * Hugo 0.111 to 0.169: resources/page/pagemeta/page_frontmatter.go (dates, newDefaultFrontmatterConfig), hugolib/page__meta.go
 * (setMetaPost), navigation/pagemenus.go, and the manual, content-management/front-matter. Themes: PaperMod 8 and Ananke 2.
 */

/** What Hugo reads itself. */
const own = (): FieldHelp[] => [
  field('title', 'text', say('The title of the page.'), { shows: 'title' }),
  field(
    'date',
    'date',
    say(
      'When the page is from: lists are sorted by it. With a date to come, the page is left out until a build after it.',
    ),
    {
      fallback: say('`publishDate`, else `lastmod`, else the year 1'),
    },
  ),
  field(
    'draft',
    'boolean',
    say('With `true`, the page is left out, unless drafts are built (`--buildDrafts`).'),
    {
      fallback: say('`false`'),
    },
  ),
  field('tags', 'list', say('The tags of the page. A string is one tag, whatever stands in it.'), {
    shows: 'tags',
  }),
  field(
    'categories',
    'list',
    say('The categories of the page. A string is one category, whatever stands in it.'),
  ),
  field(
    'summary',
    'text',
    say('The text for lists of pages, in Markdown. A `<!--more-->` in the page beats it.'),
    {
      fallback: say('the start of the page'),
    },
  ),
  field(
    'description',
    'text',
    say('A sentence for search engines and link previews, where the theme shows it.'),
  ),
  field('slug', 'text', say('The last part of the address.'), {
    fallback: say('the file’s name'),
    shows: 'url',
  }),
  field('url', 'text', say('The whole address of the page. With a protocol, the build stops.'), {
    fallback: say('by the file’s place and name'),
    shows: 'url',
  }),
  field('aliases', 'list', say('Further addresses, which lead to this page.')),
  field(
    'publishDate',
    'date',
    say('Until then the page is left out, unless future pages are built (`--buildFuture`).'),
    {
      fallback: say('the `date`'),
    },
  ),
  field(
    'expiryDate',
    'date',
    say('From then on the page is left out, unless expired pages are built (`--buildExpired`).'),
  ),
  field(
    'lastmod',
    'date',
    say('When the page was last changed. With `enableGitInfo`, the file’s last commit beats it.'),
    {
      fallback: say('the `date`'),
    },
  ),
  field('series', 'list', say('The series that the page is part of, where the site has such a taxonomy.')),
  field('keywords', 'list', say('Words by which Hugo finds related pages.')),
  field('weight', 'number', say('The place in lists: lower ones come first, and 0 is none.')),
  field('type', 'text', say('The content type: in which folder of `layouts` a template is looked for.'), {
    fallback: say('the section'),
  }),
  field('layout', 'text', say('The template of the page: a file in `layouts`, without its extension.'), {
    fallback: say('`single`'),
  }),
  field('linkTitle', 'text', say('A shorter title, for links and menus.'), { fallback: say('the `title`') }),
  field('menu', ['text', 'list', 'map'], say('The menu, or the menus, that the page is an entry of.')),
  field(
    'images',
    'list',
    say('The pictures of link previews (Hugo’s templates for Open Graph and Twitter).'),
  ),
  field(
    'resources',
    'list',
    say('Names, titles and parameters of the files in the page’s bundle: a list of maps.'),
  ),
  field('outputs', 'list', say('The output formats that the page is made in, such as `html` and `json`.'), {
    fallback: say('those of the site'),
  }),
  field('markup', 'text', say('The markup that the page is written in.'), {
    fallback: say('by the file’s extension'),
  }),
  field(
    'isCJKLanguage',
    'boolean',
    say('With `true`, words are counted as in Chinese, Japanese and Korean.'),
    {
      fallback: say('`false`, or found in the text with `hasCJKLanguage`'),
    },
  ),
  field('translationKey', 'text', say('Pages with the same one are translations of each other.'), {
    fallback: say('by the file’s place and name'),
  }),
  field('sitemap', 'map', say('What the sitemap says of the page: `changefreq` and `priority`.'), {
    fallback: say('those of the site'),
  }),
  field('cascade', ['map', 'list'], say('Values that the pages below a section inherit.')),
  field(
    'headless',
    'boolean',
    say('With `true`, no page is made of a bundle; other pages can use its files.'),
    {
      fallback: say('`false`'),
    },
  ),
];

/** Other names, and what is meant for other generators. */
const HIDDEN: readonly FieldHelp[] = [
  hidden('pubdate', 'date', say('Another name of `publishDate`.')),
  hidden('modified', 'date', say('Another name of `lastmod`.')),
  hidden('unpublishdate', 'date', say('Another name of `expiryDate`.')),
  hidden('menus', ['text', 'list', 'map'], say('The same as `menu`, in newer versions of Hugo.')),
  hidden(
    'tag',
    'text',
    say('Hugo does not read it, unless the site has such a taxonomy: the field is `tags`.'),
  ),
  hidden(
    'category',
    'text',
    say('Hugo does not read it, unless the site has such a taxonomy: the field is `categories`.'),
  ),
  hidden('excerpt', 'text', say('Hugo does not read it: the text for lists is the `summary`.')),
  hidden('excerpt_separator', 'text', say('Hugo does not read it: `<!--more-->` ends the summary.')),
  hidden('permalink', 'text', say('Hugo does not read it: the address is the `url`.')),
];

/** What well-known themes read. */
const OF_THEMES: readonly FieldHelp[] = [
  field('author', ['text', 'list'], say('Who wrote the page, where the theme shows it; PaperMod does.')),
  field('authors', 'list', say('Who wrote the page, where the theme or a taxonomy of the site reads it.')),
  field(
    'cover',
    'map',
    say('The picture above the page, in some themes: PaperMod reads `image`, `alt` and `caption`.'),
  ),
  field('featured_image', 'text', say('The picture above the page, in some themes; Ananke is one.')),
  field('toc', 'boolean', say('Whether some themes show a table of contents; Ananke is one.')),
  field('math', 'boolean', say('With `true`, some themes render formulas.')),
  field('comments', 'boolean', say('Whether some themes show comments; PaperMod is one.')),
  field('subtitle', 'text', say('Some themes show it below the title.')),
];

function build(version: string): FieldHelp[] {
  const meaning: Message = say(
    'Whether the page is made, listed and has its files copied: `render`, `list`, `publishResources`.',
  );
  if (!atLeast(version, TWO_STEPS)) {
    return [field('_build', 'map', meaning)];
  }
  const old = atLeast(version, NO_OLD_BUILD)
    ? say('It stops the build: the field is named `build` now.')
    : say('The former name of `build`.');
  return [
    field('build', 'map', meaning),
    field('params', 'map', say('Fields of your own, for templates.')),
    hidden('_build', 'map', old),
  ];
}

function published(version: string): FieldHelp {
  return atLeast(version, STRICT_DATES)
    ? hidden(
        'published',
        'date',
        say('Another name of `publishDate`. What is no date there stops the build.'),
      )
    : hidden(
        'published',
        ['date', 'boolean'],
        say('Another name of `publishDate`; or, without `draft`, `false` for a draft.'),
      );
}

/** What there is to know of the fields of a version of Hugo. */
export function knowledge(version: string): FieldKnowledge {
  return {
    fields: [...own(), ...build(version), ...OF_THEMES, published(version), ...HIDDEN],
    times: 'rfc3339',
    unknown: say('It means nothing to Hugo itself: templates may use it, as `.Params.…`.'),
  };
}
