import type { SiteFiles } from '../../siteFiles';
import { rubyText } from '../ruby/values';
import type { RubyHash, RubyValue } from '../ruby/values';
import type { SiteFolders } from './jekyllConfig';

/** The plugins whose tags are known: those that GitHub Pages runs, and a few more. Most add none. */
const PLUGINS: ReadonlyMap<string, readonly string[]> = new Map([
  ['jekyll-avatar', ['avatar']],
  ['jekyll-feed', ['feed_meta']],
  ['jekyll-gist', ['gist']],
  ['jekyll-github-metadata', ['github_edit_link']],
  ['jekyll-include-cache', ['include_cached']],
  ['jekyll-last-modified-at', ['last_modified_at']],
  ['jekyll-seo-tag', ['seo']],
  ['jekyll-toc', ['toc_only']],
  ['minima', ['feed_meta', 'seo']],
  ...[
    'jekyll', 'jekyll-archives', 'jekyll-coffeescript', 'jekyll-commonmark', 'jekyll-commonmark-ghpages', 'jekyll-compose',
    'jekyll-default-layout', 'jekyll-mentions', 'jekyll-optional-front-matter', 'jekyll-paginate',
    'jekyll-paginate-v2', 'jekyll-readme-index', 'jekyll-redirect-from', 'jekyll-relative-links', 'jekyll-remote-theme',
    'jekyll-sass-converter', 'jekyll-sitemap', 'jekyll-titles-from-headings', 'jekyll-watch', 'jemoji', 'kramdown',
    'kramdown-parser-gfm', 'rouge', 'webrick', 'tzinfo', 'tzinfo-data', 'wdm', 'http_parser.rb', 'csv', 'base64', 'bigdecimal',
    'logger', 'rake', 'html-proofer', 'faraday-retry',
  ].map((name): [string, readonly string[]] => [name, []]),
]); // prettier-ignore

/** GitHub Pages runs these and no others, whatever the site says. */
const GITHUB_PAGES = [
  'jekyll-avatar',
  'jekyll-feed',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-include-cache',
  'jekyll-seo-tag',
];

/** How many folders of includes are looked into. */
const MAX_FOLDERS = 200;

/** How many of them are read, and how long they may be (UTF-16 code units). */
const MAX_TEXTS = 200;
const MAX_TEXT = 20_000;

/** Finds what a site's files tell: which tags its plugins add, and which files can be included. */
/** @param source the files of the folder that the configuration names as `source` */
export async function readFolders(
  data: RubyHash,
  files: SiteFiles,
  source: SiteFiles = files,
): Promise<SiteFolders> {
  const gemfile = (await files.text('Gemfile')) ?? (await files.text('Gemfile.lock'));
  const isTheme = data.get('theme') ?? data.get('remote_theme') ?? null;
  return {
    tags: await pluginTags(data, gemfile, source),
    includes:
      isTheme === null ? await filesBelow(rubyText(data.get('includes_dir')) || '_includes', source) : null,
  };
}

async function pluginTags(
  data: RubyHash,
  gemfile: string | null,
  files: SiteFiles,
): Promise<Set<string> | null> {
  // Whoever has plugins builds the site where they are loaded, though the gem of GitHub Pages stands in the Gemfile.
  const folders = [data.get('plugins_dir') ?? '_plugins'].flat().map(rubyText);
  const names = await Promise.all(folders.map((folder) => files.names(folder)));
  if (names.some((found) => found?.some((name) => name.endsWith('.rb') || name.endsWith('/')))) {
    return null;
  }
  if (gemfile !== null && /^\s*(?:gem\s+["'])?github-pages(?![\w-])/m.test(gemfile)) {
    return tagsOf(GITHUB_PAGES);
  }
  // Those of the group `jekyll_plugins` are loaded too; which group a gem is in is not asked.
  const gems = Array.from((gemfile ?? '').matchAll(/^\s*gem\s+["']([\w.-]+)["']/gm), ([, name = '']) => name);
  const theme = data.get('theme');
  return tagsOf([
    ...list(data.get('plugins') ?? data.get('gems')),
    ...gems,
    ...(typeof theme === 'string' ? [theme] : []),
    // A site without a Gemfile is mostly built by GitHub Pages.
    ...(gemfile === null ? GITHUB_PAGES : []),
  ]);
}

/** Null where one of the plugins is not known. */
function tagsOf(plugins: readonly string[]): Set<string> | null {
  return plugins.every((name) => PLUGINS.has(name))
    ? new Set(plugins.flatMap((name) => PLUGINS.get(name) ?? []))
    : null;
}

function list(value: RubyValue | undefined): string[] {
  return Array.isArray(value) ? value.map(rubyText) : [];
}

/** All files below a folder, from that folder, with the texts of small ones; null where there are too many. */
async function filesBelow(root: string, files: SiteFiles): Promise<Map<string, string | null> | null> {
  const paths: string[] = [];
  const folders = [''];
  for (let at = 0; at < folders.length; at++) {
    if (at > MAX_FOLDERS) {
      return null;
    }
    const folder = folders[at] ?? '';
    for (const name of (await files.names(`${root}/${folder}`.replace(/\/$/, ''))) ?? []) {
      (name.endsWith('/') ? folders : paths).push(folder + name);
    }
  }
  const texts = await Promise.all(
    paths.map((path, index) =>
      index < MAX_TEXTS && /\.(?:html?|md|markdown|txt|liquid)$/.test(path)
        ? files.text(`${root}/${path}`)
        : Promise.resolve(null),
    ),
  );
  return new Map(
    paths.map((path, index) => {
      const text = texts[index] ?? null;
      return [path, text !== null && text.length <= MAX_TEXT ? text : null];
    }),
  );
}
