import { readSource } from '../../frontMatter/read';
import type { Entry, MapNode, Node } from '../../frontMatter/tree';
import { configFormat, said } from '../configFields';
import type { SiteConfig } from '../siteConfig';
import type { SiteFiles } from '../siteFiles';
import { addressSettingsOf, publishedAt } from './addressSettings';
import { readCascades } from './cascade';
import { readConfigStops } from './configStops';
import { dateFieldsOf } from './dateFields';
import { isAliasBomb } from './header';
import { readMarkup } from './markup';
import { readRenderHooks } from './renderHooks';
import { languagesOf, termSettingsOf } from './languages';
import { contentFoldersOf, excludedBy, readMounts } from './mounts';
import { folded, map, NOWHERE, Settings } from './settings';
import type { HugoConfig } from './siteConfig';
import { DEFAULT_LANGUAGE } from './siteConfig';
import { readSiteShortcodes } from './siteShortcodes';

/** The names of a configuration file at the root, the one that counts first (config/allconfig/load.go). */
const ROOT_FILES = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
);

/** The folders of further files, the later ones over the earlier ones; `hugo` builds for production. */
const FOLDERS = ['config/_default', 'config/production'];

/** Reads all of a site's configuration that decides: the root's file, and over it the folders'. */
export async function readHugoConfig(files: SiteFiles): Promise<SiteConfig> {
  let merged: MapNode = map([]);
  const broken: string[] = [];
  const read = (text: string, name: string): MapNode => {
    const { root, problems } = readSource(text, configFormat(name));
    const isBroken = problems.length > 0 || (root !== null && isAliasBomb(root));
    if (isBroken) {
      broken.push(name);
    }
    return root?.kind === 'map' && !isBroken ? folded(root) : map([]);
  };
  for (const name of ROOT_FILES) {
    const text = await files.text(name);
    if (text !== null) {
      merged = merge(merged, read(text, name));
      break;
    }
  }
  for (const folder of FOLDERS) {
    for (const name of (await files.names(folder)) ?? []) {
      const path = `${folder}/${name}`;
      const text = /\.(?:toml|ya?ml|json)$/.test(name) ? await files.text(path) : null;
      merged = text === null ? merged : merge(merged, underName(name, read(text, path)));
    }
  }
  const config = new Settings(merged);
  const languages = languagesOf(config);
  const mounts = await readMounts(config, files);
  const stops = await readConfigStops(config, files);
  const defaultLanguage = config.string('defaultcontentlanguage')?.toLowerCase();
  const timeZone = languages.get(defaultLanguage ?? DEFAULT_LANGUAGE)?.timeZone ?? config.string('timezone');
  const cascades = readCascades(config.node('cascade'));
  const ignored = [...config.strings('ignorefiles').flatMap(safePattern), ...excludedBy(mounts)];
  const themes = config.strings('theme');
  const hugo = said<HugoConfig>({
    broken: broken[0],
    stops: stops.length > 0 ? stops : undefined,
    contentFolders: contentFoldersOf(config, mounts),
    themesFolder: config.string('themesdir')?.replace(/^(?:\.?\/)+|\/+$/g, ''),
    languages: languages.size > 0 ? languages : undefined,
    defaultLanguage,
    ...termSettingsOf(config),
    dates: config.map('frontmatter') && dateFieldsOf(config.map('frontmatter')),
    cascades: cascades.length > 0 ? cascades : undefined,
    skipsPages: config.strings('disablekinds').some((kind) => kind.toLowerCase() === 'page') || undefined,
    ignored: ignored.length > 0 ? ignored : undefined,
    findsCjk: config.boolean('hascjklanguage'),
    markup: readMarkup(config),
    address: addressSettingsOf(config),
    hooks: await readRenderHooks(files, themes),
    refsWarn: config.string('reflinkserrorlevel')?.toUpperCase() === 'WARNING' || undefined,
  });
  const shortcodes = await readSiteShortcodes(files, config);
  return said<SiteConfig>({
    ...publishedAt(config),
    timeZone,
    future: config.boolean('buildfuture'),
    drafts: config.boolean('builddrafts'),
    unpublished: config.boolean('buildexpired'),
    summaryLength: config.number('summarylength'),
    shortcodes: shortcodes?.size === 0 ? undefined : shortcodes,
    hugo: Object.keys(hugo).length > 0 ? hugo : undefined,
  });
}

/** `params.toml` holds what stands below `params`; `params.fr.toml`, that of a language; `languages.fr.toml`, all of it. */
function underName(name: string, content: MapNode): MapNode {
  const [base = '', language] = name.toLowerCase().split('.').slice(0, -1);
  if (base === 'hugo' || base === 'config') {
    return content;
  }
  const own = map([entry(base, content)]);
  if (language === undefined) {
    return own;
  }
  const ofLanguage = map([entry(language, base === 'languages' ? content : own)]);
  return map([entry('languages', ofLanguage)]);
}

function merge(under: MapNode, over: MapNode): MapNode {
  const entries = new Map(under.entries.map((each) => [each.key.name, each]));
  for (const each of over.entries) {
    const known = entries.get(each.key.name)?.value;
    const value = known?.kind === 'map' && each.value?.kind === 'map' ? merge(known, each.value) : each.value;
    entries.set(each.key.name, { ...each, value });
  }
  return map([...entries.values()]);
}

function entry(name: string, value: Node): Entry {
  return { key: { name, range: NOWHERE, quoted: false }, value, range: NOWHERE };
}

/** A pattern that cannot take long, whatever the path; Go's patterns always are so. */
function safePattern(pattern: string): RegExp[] {
  if (pattern.length > 200 || /[)\]}*+?][*+{]|\([^)]*[*+{]/.test(pattern)) {
    return [];
  }
  try {
    return [new RegExp(pattern)];
  } catch {
    return [];
  }
}
