import { readSource } from '../../frontMatter/read';
import type { Entry, MapNode, Node } from '../../frontMatter/tree';
import { configFormat, said } from '../configFields';
import type { SiteConfig } from '../generator';
import { goYaml12 } from '../goYaml';
import type { Data } from '../scalars';
import { dataOf } from '../scalars';
import type { SiteFiles } from '../siteLayout';
import { readCascades } from './cascade';
import { dateFieldsOf } from './dateFields';
import { readSiteShortcodes } from './siteShortcodes';
import type { ContentFolder, HugoConfig, Language } from './siteConfig';

/** The names of a configuration file at the root, the one that counts first (config/allconfig/load.go). */
const ROOT_FILES = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
);

/** The folders of further files, the later ones over the earlier ones; `hugo` builds for production. */
const FOLDERS = ['config/_default', 'config/production'];

/** Reads all of a site's configuration that decides: the root's file, and over it the folders'. */
export async function readHugoConfig(files: SiteFiles): Promise<SiteConfig> {
  let merged: MapNode = map([]);
  for (const name of ROOT_FILES) {
    const text = await files.text(name);
    if (text !== null) {
      merged = merge(merged, read(text, name));
      break;
    }
  }
  for (const folder of FOLDERS) {
    for (const name of (await files.names(folder)) ?? []) {
      const text = /\.(?:toml|ya?ml|json)$/.test(name) ? await files.text(`${folder}/${name}`) : null;
      merged = text === null ? merged : merge(merged, underName(name, read(text, name)));
    }
  }
  const config = new Settings(merged);
  const languages = languagesOf(config);
  const defaultLanguage = config.string('defaultcontentlanguage')?.toLowerCase() ?? 'en';
  const own = languages.get(defaultLanguage);
  const hugo: HugoConfig = {
    contentFolders: contentFoldersOf(config),
    languages,
    defaultLanguage,
    tagField: tagFieldOf(config),
    dates: dateFieldsOf(config.map('frontmatter')),
    cascades: readCascades(config.node('cascade')),
    skipsPages: config.strings('disablekinds').some((kind) => kind.toLowerCase() === 'page'),
    ignored: config.strings('ignorefiles').flatMap(safePattern),
    findsCjk: config.boolean('hascjklanguage') === true,
    unsafeHtml: config.boolean('markup', 'goldmark', 'renderer', 'unsafe') === true,
  };
  return said<SiteConfig>({
    timeZone: own?.timeZone ?? config.string('timezone'),
    future: config.boolean('buildfuture'),
    drafts: config.boolean('builddrafts'),
    unpublished: config.boolean('buildexpired'),
    summaryLength: config.number('summarylength'),
    shortcodes: await readSiteShortcodes(
      files,
      config.strings('theme'),
      config.node('module', 'imports') !== undefined,
    ),
    hugo,
  });
}

function read(text: string, name: string): MapNode {
  const { root } = readSource(text, configFormat(name));
  return root?.kind === 'map' ? folded(root) : map([]);
}

/** `params.toml` holds what stands below `params`; `languages.fr.toml`, what stands below `languages` for a language. */
function underName(name: string, content: MapNode): MapNode {
  const [base = '', language] = name.toLowerCase().split('.').slice(0, -1);
  if (base === 'hugo' || base === 'config') {
    return content;
  }
  const own = map([entry(base, content)]);
  return language === undefined ? own : map([entry('languages', map([entry(language, own)]))]);
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
    return typeof value === 'boolean' ? value : undefined;
  }

  number(...path: string[]): number | undefined {
    const value = this.data(...path);
    return typeof value === 'number' ? value : undefined;
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
      },
    ]),
  );
}

function contentFoldersOf(config: Settings): ContentFolder[] {
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
  const main = { folder: asFolder(config.string('contentdir') ?? 'content'), target: '', language: null };
  return [...own, main].sort((a, b) => b.folder.length - a.folder.length);
}

function isRecord(data: Data): data is { [key: string]: Data } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function asFolder(path: string): string {
  const trimmed = path.replace(/^(?:\.?\/)+|\/+$/g, '');
  return trimmed === '' ? '' : `${trimmed}/`;
}

/** The taxonomy of tags, by its plural or its singular. An empty table of taxonomies means that there are none. */
function tagFieldOf(config: Settings): string | null {
  const taxonomies = config.map('taxonomies');
  const kinds = config.strings('disablekinds').map((kind) => kind.toLowerCase());
  if (kinds.includes('taxonomy') && kinds.includes('term')) {
    return 'tags';
  }
  if (!taxonomies) {
    return 'tags';
  }
  const plurals = taxonomies.names.flatMap((name) => taxonomies.string(name)?.toLowerCase() ?? []);
  return plurals.includes('tags') ? 'tags' : (taxonomies.string('tag')?.toLowerCase() ?? null);
}

/** A pattern that cannot take long, whatever the path; Go's patterns always are so. */
function safePattern(pattern: string): RegExp[] {
  if (pattern.length > 200 || /[)\]}*+?][*+{]|\([^)]*[*+{]/.test(pattern)) {
    return [];
  }
  try {
    return [new RegExp(pattern, 'i')];
  } catch {
    return [];
  }
}
