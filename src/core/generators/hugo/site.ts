import type { SiteLayout } from '../siteLayout';
import { filesBelow, sorted } from '../siteWalk';
import { readHugoConfig } from './config';
import { isBranchName, placeOf } from './place';
import { readHugoSurroundings } from './surroundings';
import { HUGO_VERSION_FILES, hugoVersionIn } from './version';

/** Folders whose templates make no whole page. */
const PARTS_OF_PAGES: ReadonlySet<string> = new Set([
  'partials', '_partials', 'shortcodes', '_shortcodes', '_markup', '_internal',
]); // prettier-ignore

/** Templates that Hugo takes by the kind of page, without being asked for them. */
const GIVEN_LAYOUTS: ReadonlySet<string> = new Set([
  'baseof', 'single', 'list', 'page', 'section', 'taxonomy', 'term', 'terms', 'home', 'index', 'all', 'rss', 'sitemap', 'sitemapindex', 'robots', 'alias', '404',
]); // prettier-ignore

/** A setting that no other tool is known to have in such a file. */
const HUGO_SETTING =
  /\b(?:baseURL|languageCode|theme|paginate|publishDir|contentDir|defaultContentLanguage|disableKinds|enableRobotsTXT|enableGitInfo|hasCJKLanguage|summaryLength|buildDrafts|buildFuture|permalinks|uglyURLs)\b|^\[params(?:\.[^\]]*)?\]/im;

/** How a Hugo site is laid out. */
export const hugoLayout: SiteLayout = {
  siteFiles: [
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
    'hugo.json',
    'config/_default/hugo.toml',
    'config/_default/hugo.yaml',
    'config/_default/hugo.yml',
    'config/_default/hugo.json',
    'config/_default/config.toml',
    'config/_default/config.yaml',
    'config/_default/config.yml',
    'config/_default/config.json',
    'config.toml',
    'config.yaml',
    'config.yml',
    'config.json',
  ],
  // `config.*` is a name that many tools use: it makes a Hugo site only where it says something that is Hugo's. Zola's has a theme and
  // a folder `content`, too, but cannot do without a `base_url`.
  isSiteFile: (name, text) =>
    !/^config\.(?:toml|ya?ml|json)$/.test(name) ||
    (HUGO_SETTING.test(text) && !/^\s*base_url\s*=/m.test(text)),
  versionFiles: HUGO_VERSION_FILES,
  versionIn: hugoVersionIn,
  baseOf: () => '',
  claims: (folder, config) =>
    placeOf(`${folder}page.md`, config) !== null ||
    folder.startsWith(`${config.hugo?.themesFolder ?? 'themes'}/`),
  placeFiles: ['_index.md'],
  // A section's page, whose cascade they inherit, or a bundle's, to which they belong.
  decidesAboutFolder: (name) => /^_?index(?:\.[^.]+)?\.(?:md|markdown)$/.test(name),
  placeFolders: [
    'config',
    'layouts/shortcodes',
    'layouts/_shortcodes',
    'layouts/_default/_markup',
    'layouts/_markup',
  ],
  readConfig: readHugoConfig,
  readSurroundings: readHugoSurroundings,
  // Pages at the top and `_index.md` are no reports: they need neither date nor tags.
  isContentPath: (path, config) => {
    const place = placeOf(path, config);
    return place !== null && !isBranchName(place.name, config) && place.file.lastIndexOf('/') > 0;
  },
  layoutFolders: ['layouts'],
  layoutNames: async (files) => {
    const themes = ((await files.names('themes')) ?? []).map((name) => `themes/${name}layouts`);
    const folders = ['layouts', ...themes.filter((folder) => folder.endsWith('/layouts'))];
    const paths = await Promise.all(folders.map((folder) => filesBelow(folder, files, PARTS_OF_PAGES)));
    return sorted(paths.flat().flatMap((path) => /\/([^/.]+)\.html$/.exec(path)?.[1] ?? [])).filter(
      (name) => !GIVEN_LAYOUTS.has(name),
    );
  },
  rootLength: (path) => (/^(?:.*\/)?(?=content\/)/.exec(path) ?? /^(?:.*\/)?/.exec(path))?.[0].length ?? 0,
};
