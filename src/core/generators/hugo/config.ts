import { readSource } from '../../frontMatter/read';
import type { Entry, MapNode, Node } from '../../frontMatter/tree';
import { configFormat, said } from '../configFields';
import type { SiteConfig } from '../generator';
import { goYaml12 } from '../goYaml';
import type { Data } from '../scalars';
import { dataOf } from '../scalars';
import type { SiteFiles } from '../siteLayout';
import { addressSettingsOf, publishedAt } from './addressSettings';
import { readCascades } from './cascade';
import { dateFieldsOf } from './dateFields';
import { isAliasBomb } from './header';
import { readMarkup } from './markup';
import { readRenderHooks } from './renderHooks';
import { readSiteShortcodes } from './siteShortcodes';
import type { ContentFolder, HugoConfig, Language } from './siteConfig';
import { CONTENT, DEFAULT_LANGUAGE } from './siteConfig';

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
  const defaultLanguage = config.string('defaultcontentlanguage')?.toLowerCase();
  const timeZone = languages.get(defaultLanguage ?? DEFAULT_LANGUAGE)?.timeZone ?? config.string('timezone');
  const cascades = readCascades(config.node('cascade'));
  const ignored = config.strings('ignorefiles').flatMap(safePattern);
  const themes = config.strings('theme');
  const hugo = said<HugoConfig>({
    broken: broken[0] ?? (timeZone === undefined || isTimeZone(timeZone) ? undefined : timeZone),
    contentFolders: contentFoldersOf(config),
    languages: languages.size > 0 ? languages : undefined,
    defaultLanguage,
    tagField: tagFieldOf(config),
    taxonomies: taxonomiesOf(config),
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
  const hasModules = config.node('module', 'imports') !== undefined;
  const shortcodes = await readSiteShortcodes(files, themes, hasModules);
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

/** All keys in small letters. */
function folded(node: MapNode): MapNode {
  const entries = node.entries.map((each) => ({
    ...each,
    key: { ...each.key, name: each.key.name?.toLowerCase() ?? null },
    value: each.value && foldedNode(each.value),
  }));
  return { ...node, entries };
}

function foldedNode(node: Node): Node {
  switch (node.kind) {
    case 'map':
      return folded(node);
    case 'list':
      return { ...node, items: node.items.map((item) => item && foldedNode(item)) };
    case 'scalar':
      return node;
  }
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

const NOWHERE = { start: 0, end: 0 };

function map(entries: readonly Entry[]): MapNode {
  return { kind: 'map', range: NOWHERE, flow: false, entries };
}

function entry(name: string, value: Node): Entry {
  return { key: { name, range: NOWHERE, quoted: false }, value, range: NOWHERE };
}

/** Booleans may be written as strings. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Looks values up by their path and type; of another type they count as not said. */
export class Settings {
  constructor(readonly root: MapNode) {}

  node(...path: string[]): Node | undefined {
    let node: Node | null | undefined = this.root;
    for (const name of path) {
      node = node?.kind === 'map' ? node.entries.findLast(({ key }) => key.name === name)?.value : undefined;
    }
    return node ?? undefined;
  }

  map(...path: string[]): Settings | undefined {
    const node = this.node(...path);
    return node?.kind === 'map' ? new Settings(node) : undefined;
  }

  data(...path: string[]): Data | undefined {
    const node = this.node(...path);
    return node && dataOf(node, goYaml12);
  }

  string(...path: string[]): string | undefined {
    const value = this.data(...path);
    return typeof value === 'string' ? value : undefined;
  }

  boolean(...path: string[]): boolean | undefined {
    const value = this.data(...path);
    return typeof value === 'string'
      ? WORDS.get(value.toLowerCase())
      : typeof value === 'boolean'
        ? value
        : undefined;
  }

  number(...path: string[]): number | undefined {
    const value = this.data(...path);
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    return typeof number === 'number' ? number : undefined;
  }

  /** A list of strings; a single one may stand without a list. */
  strings(...path: string[]): string[] {
    const value = this.data(...path);
    return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
  }

  get names(): string[] {
    return this.root.entries.flatMap(({ key }) => key.name ?? []);
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return name === '' || name === 'Local';
  }
}

function languagesOf(config: Settings): Map<string, Language> {
  const languages = config.map('languages');
  const disabled = new Set(config.strings('disablelanguages').map((name) => name.toLowerCase()));
  return new Map(
    (languages?.names ?? []).map((name) => [
      name,
      {
        disabled: disabled.has(name) || languages?.boolean(name, 'disabled') === true,
        timeZone: languages?.string(name, 'timezone'),
        summaryLength: languages?.number(name, 'summarylength'),
        findsCjk: languages?.boolean(name, 'hascjklanguage'),
        address: addressSettingsOf(languages?.map(name), true),
        published: publishedAt(languages?.map(name)),
      },
    ]),
  );
}

function contentFoldersOf(config: Settings): ContentFolder[] | undefined {
  const mounts = config.data('module', 'mounts');
  const mounted = (Array.isArray(mounts) ? mounts : []).flatMap((mount): ContentFolder[] => {
    const { source, target, lang } = isRecord(mount) ? mount : {};
    const isContent = typeof target === 'string' && /^\/?content(?:\/|$)/.test(target);
    return isContent && typeof source === 'string'
      ? [
          {
            folder: asFolder(source),
            target: asFolder(target.replace(/^\/?content\/?/, '')),
            language: typeof lang === 'string' ? lang : null,
          },
        ]
      : [];
  });
  if (mounted.length > 0) {
    return mounted.sort((a, b) => b.folder.length - a.folder.length);
  }
  const own = (config.map('languages')?.names ?? []).flatMap((language): ContentFolder[] => {
    const folder = config.string('languages', language, 'contentdir');
    return folder === undefined ? [] : [{ folder: asFolder(folder), target: '', language }];
  });
  const folder = config.string('contentdir');
  if (own.length === 0 && folder === undefined) {
    return undefined;
  }
  const main = folder === undefined ? CONTENT : { ...CONTENT, folder: asFolder(folder) };
  return [...own, main].sort((a, b) => b.folder.length - a.folder.length);
}

function isRecord(data: Data): data is { [key: string]: Data } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function asFolder(path: string): string {
  const trimmed = path.replace(/^(?:\.?\/)+|\/+$/g, '');
  return trimmed === '' ? '' : `${trimmed}/`;
}

/** The fields of all taxonomies that the site declares. */
function taxonomiesOf(config: Settings): string[] | undefined {
  const taxonomies = config.map('taxonomies');
  return taxonomies?.names.flatMap((name) => taxonomies.string(name)?.toLowerCase() ?? []);
}

/** The taxonomy of tags, by its plural or its singular. An empty table of taxonomies means that there are none. */
function tagFieldOf(config: Settings): string | null | undefined {
  if (config.strings('disablekinds').some((kind) => kind.toLowerCase() === 'term')) {
    return null;
  }
  const taxonomies = config.map('taxonomies');
  if (!taxonomies) {
    return undefined;
  }
  const plurals = taxonomiesOf(config) ?? [];
  return plurals.includes('tags') ? 'tags' : (taxonomies.string('tag')?.toLowerCase() ?? null);
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
