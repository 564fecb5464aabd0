import type { SiteConfig } from '../siteConfig';
import { NO_SURROUNDINGS } from '../siteLayout';
import type { SiteLayout } from '../siteLayout';
import { addressOf, said } from '../configFields';
import { filesBelow, filesIn, sorted } from '../siteWalk';
import { inheritedFor } from './config/defaults';
import { jekyllConfig, sourceOf } from './config/jekyllConfig';
import { placeIn } from './config/place';
import { readFolders } from './config/plugins';
import { readPostLists } from './config/postLists';
import { readSettings } from './config/settings';
import { isTruthy, rubyText } from './ruby/values';
import { jekyllVersionIn } from './version';
import type { RubyHash, RubyValue } from './ruby/values';

/** How a Jekyll site is laid out. */
export const jekyllLayout: SiteLayout = {
  siteFiles: ['_config.yml', '_config.yaml', '_config.toml'],
  siteFolders: ['_layouts', '_includes'],
  isSiteFile: () => true,
  versionFiles: ['Gemfile.lock', 'Gemfile'],
  versionIn: jekyllVersionIn,
  baseOf: ({ jekyll }) => jekyll?.source ?? '',
  claims: () => false,
  placeFiles: [],
  decidesAboutFolder: () => false,
  placeFolders: ['_includes', '_plugins'],
  readConfig: async (files, siteFile) => {
    const settings = readSettings((await files.text(siteFile)) ?? '', siteFile);
    const source = filesIn(sourceOf(settings.data), files);
    const folders = await readFolders(settings.data, files, source);
    const postLists = await readPostLists(settings.data, source);
    return {
      ...commonConfig(settings.data),
      jekyll: jekyllConfig(settings, folders),
      ...(postLists ? { postLists } : {}),
    };
  },
  readSurroundings: (_folder, { jekyll: settings }) =>
    Promise.resolve(
      settings && settings.defaults.length > 0
        ? (path: string) => ({ inherited: inheritedFor(settings, placeIn(path, settings), '4') })
        : () => NO_SURROUNDINGS,
    ),
  isContentPath: (path, config) =>
    // What starts with an underscore is meant to be none.
    !/^\.\.\/|(?:^|\/)_[^/]*$/.test(path) &&
    (config.jekyll
      ? config.jekyll.collections.has(placeIn(path, config.jekyll).collection)
      : /(?:^|\/)_(?!site\/|layouts\/|includes\/|sass\/|data\/|plugins\/)[^/]+\//.test(path)),
  layoutFolders: ['_layouts'],
  // A layout's name is its path without the extension (lib/jekyll/readers/layout_reader.rb, layout_name).
  layoutNames: async (files) => {
    const paths = await filesBelow('_layouts', files);
    return sorted(paths.flatMap((path) => /^_layouts\/(.*[^/])\.[^./]+$/.exec(path)?.[1] ?? []));
  },
  rootLength: (path) => (/^(?:.*\/)?(?=_[^/]+\/)/.exec(path) ?? /^(?:.*\/)?/.exec(path))?.[0].length ?? 0,
};

/** Ruby takes no other value for the name of a zone. */
function zone(value: RubyValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What other generators' configuration says too. What is missing counts as not said. */
function commonConfig(data: RubyHash): SiteConfig {
  const text = (name: string) => {
    const value = data.get(name);
    return value === undefined || value === null ? undefined : rubyText(value);
  };
  const flag = (name: string) => (data.has(name) ? isTruthy(data.get(name)) : undefined);
  return said<SiteConfig>({
    ...addressOf(text('url'), text('baseurl') ?? ''),
    excerptSeparator: text('excerpt_separator'),
    permalink: text('permalink'),
    timeZone: zone(data.get('timezone')),
    future: flag('future'),
    unpublished: flag('unpublished'),
    drafts: flag('show_drafts'),
  });
}
