import type { PostLists } from '../../siteConfig';
import type { SiteFiles } from '../../siteFiles';
import { filesBelow } from '../../siteWalk';
import type { RubyHash, RubyValue } from '../ruby/values';
import { rubyText } from '../ruby/values';

/** How many of a site's own templates are read, and how long they may be (UTF-16 code units). */
const MAX_TEMPLATES = 150;
const MAX_TEXT = 100_000;

/** What may hold Liquid that lists posts. */
const TEMPLATE = /\.(?:html?|xml|json|liquid|txt|md|markdown)$/;

/** Plugins that show excerpts: in feeds, for search engines and social networks, in an index of the site, in a theme. */
const SHOWING =
  /feed|rss|atom|seo|meta|card|graph|social|search|algolia|lunr|excerpt|summary|theme|minima|related/i;

/** `{{ post.content | split: '<!-- more -->' | first }}`, with other filters before it or without. */
const CUT = /\b(?:content|output)\b[^{}%]{0,100}?\|\s*split:\s*(?:'([^'{}]{1,100})'|"([^"{}]{1,100})")/g;

/**
 * Finds what the site's own layouts, includes, pages and plugins show of posts where they list them.
 * @param source the files of the folder that the configuration names as `source`
 * @returns undefined where it is not known: a theme lies elsewhere, there is no layout or are too many templates
 */
export async function readPostLists(data: RubyHash, source: SiteFiles): Promise<PostLists | undefined> {
  if ((data.get('theme') ?? data.get('remote_theme') ?? null) !== null) {
    return undefined;
  }
  const folder = (name: string, usual: string) => rubyText(data.get(name)) || usual;
  const layouts = await filesBelow(folder('layouts_dir', '_layouts'), source);
  const includes = await filesBelow(folder('includes_dir', '_includes'), source);
  const plugins = await filesBelow('_plugins', source);
  const pages = await pagesOf(source);
  const paths = [...layouts, ...includes, ...pages].filter((path) => TEMPLATE.test(path));
  if (layouts.length === 0 || paths.length + plugins.length > MAX_TEMPLATES) {
    return undefined;
  }
  const texts = await Promise.all([...paths, ...plugins].map((path) => source.text(path)));
  if (texts.some((text) => (text?.length ?? 0) > MAX_TEXT)) {
    return undefined;
  }
  const cuts = texts.flatMap((text) =>
    Array.from((text ?? '').matchAll(CUT), ([, single, double]) => single ?? double ?? ''),
  );
  return {
    cuts: [...new Set(cuts)],
    showExcerpts:
      texts.some((text) => text?.includes('excerpt') === true) ||
      list(data.get('plugins') ?? data.get('gems')).some((name) => SHOWING.test(name)),
  };
}

/** The pages that may list posts: those at the root, and in folders right below it. */
async function pagesOf(source: SiteFiles): Promise<string[]> {
  const names = (await source.names('')) ?? [];
  const below = names.filter((name) => /^[^_.].*\/$/.test(name) && name !== 'node_modules/');
  const listed = await Promise.all(
    below.slice(0, MAX_TEMPLATES).map(async (folder) => {
      const found = (await source.names(folder.slice(0, -1))) ?? [];
      return found.filter((name) => name.startsWith('index.')).map((name) => folder + name);
    }),
  );
  return [...names.filter((name) => !name.endsWith('/')), ...listed.flat()];
}

function list(value: RubyValue | undefined): string[] {
  return Array.isArray(value) ? value.map(rubyText) : [];
}
