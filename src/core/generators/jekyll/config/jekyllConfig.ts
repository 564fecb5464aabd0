import type { MapNode, Node } from '../../../frontMatter/tree';
import { parseTime } from '../ruby/time';
import { isTruthy, RubyHash, RubyTime, rubyText } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import type { Settings } from './configFile';

/** Values that reports of a place get where they say nothing themselves. */
export interface DefaultSet {
  readonly hasScope: boolean;
  /** The start of the paths that it is for, or a pattern of them; empty for all. */
  readonly path: string;
  /** The collection that it is for; null for all. */
  readonly type: string | null;
  readonly values: MapNode;
}

/** What of Jekyll's configuration decides what happens to a report, beside what all generators know. */
export interface JekyllConfig {
  /** Why there is no site at all: the name of the setting, or empty for the whole file; null where there is one. */
  readonly broken: string | null;
  /** A set of defaults cannot be read, which keeps Jekyll from reading any post. */
  readonly hasBadDefaults: boolean;
  /** The folder with all of the site, from that of its configuration, without slashes around it; empty where they are one. */
  readonly source: string;
  readonly defaults: readonly DefaultSet[];
  /** What is said of each collection, by its name; posts are always among them. */
  readonly collections: ReadonlyMap<string, RubyHash>;
  /** The folder that holds the collections' folders, as it is written; empty for the site's root. */
  readonly collectionsFolder: string;
  /** `exclude` or `include` where it is no list: 4.x makes no site then, older versions split it at commas. */
  readonly textForList: string | null;
  readonly exclude: readonly string[];
  /** Before 4.x what is excluded takes the place of what is by default. */
  readonly excludesByDefault: readonly string[];
  readonly include: readonly string[];
  /** Files that are rendered as Markdown, by their extension with its dot. */
  readonly markdownExtensions: ReadonlySet<string>;
  /** An unreadable header ends the build. */
  readonly isStrict: boolean;
  readonly liquid: {
    readonly isStrict: boolean;
    readonly strictVariables: boolean;
    readonly strictFilters: boolean;
    /** Tags that plugins add; null where they are not known. */
    readonly tags: ReadonlySet<string> | null;
    /** What `include` may name, with the texts of small files; null where it is not known. */
    readonly includes: ReadonlyMap<string, string | null> | null;
  };
}

/** What the site's files beside its configuration tell. */
export interface SiteFolders {
  readonly tags: ReadonlySet<string> | null;
  readonly includes: ReadonlyMap<string, string | null> | null;
}

/** Reads what decides; what is missing counts as Jekyll's default (Configuration::DEFAULTS). */
export function jekyllConfig({ data, root, isBroken }: Settings, folders: SiteFolders): JekyllConfig {
  const liquid = data.get('liquid');
  const option = (name: string) => (liquid instanceof RubyHash ? liquid.get(name) : undefined);
  return {
    broken: isBroken ? '' : brokenSetting(data),
    hasBadDefaults: hasBadDefaults(data),
    source: sourceOf(data),
    defaults: defaultSets(root),
    collections: collectionsOf(data.get('collections')),
    collectionsFolder: rubyText(data.get('collections_dir')),
    textForList: ['exclude', 'include'].find((name) => isText(data.get(name))) ?? null,
    exclude: strings(data.get('exclude')),
    excludesByDefault: isSaid(data.get('exclude')) ? [] : ALWAYS_EXCLUDED,
    include: [...strings(data.get('include')), '.htaccess'],
    markdownExtensions: new Set(
      (rubyText(data.get('markdown_ext')) || 'markdown,mkdown,mkdn,mkd,md')
        .split(',')
        .map((extension) => `.${extension.toLowerCase()}`),
    ),
    isStrict: isTruthy(data.get('strict_front_matter')),
    liquid: {
      isStrict: rubyText(option('error_mode')) === 'strict',
      strictVariables: isTruthy(option('strict_variables')),
      strictFilters: isTruthy(option('strict_filters')),
      ...folders,
    },
  };
}

/** Only a folder that is named below the configuration's can be followed (Configuration#source). */
export function sourceOf(data: RubyHash): string {
  const source = rubyText(data.get('source')).replace(/\/\.?(?=\/|$)/g, '');
  const folder = source.replace(/^(?:\.\/+)+/, '');
  return folder === '.' || /^(?:\/|\w:)|(?:^|\/)\.\.(?:\/|$)/.test(folder) ? '' : folder.replace(/\/+$/, '');
}

/** Configuration::DEFAULT_EXCLUDES; what is below folders that hold no posts does not matter. */
export const ALWAYS_EXCLUDED = [
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

const isSaid = (value: RubyValue | undefined) => value !== undefined && value !== null;
const isText = (value: RubyValue | undefined) => isSaid(value) && !Array.isArray(value);

function brokenSetting(data: RubyHash): string | null {
  const collections = data.get('collections');
  const isBroken = isText(collections) && !(collections instanceof RubyHash);
  return isBroken ? 'collections' : isText(data.get('plugins')) ? 'plugins' : null;
}

/** A scope of nothing, and a date that is no text and no time, wherever they are (FrontmatterDefaults#valid_sets). */
function hasBadDefaults(data: RubyHash): boolean {
  const sets = data.get('defaults');
  return (
    Array.isArray(sets) &&
    sets.some((set) => {
      const values = set instanceof RubyHash ? set.get('values') : null;
      if (!(set instanceof RubyHash && values instanceof RubyHash)) {
        return false;
      }
      const date = values.get('date');
      const isDate =
        date === undefined ||
        date instanceof RubyTime ||
        (typeof date === 'string' && parseTime(date, undefined, 0) !== null);
      return !isDate || (set.has('scope') && !(set.get('scope') instanceof RubyHash));
    })
  );
}

function strings(value: RubyValue | undefined): string[] {
  if (typeof value === 'string') {
    return value.split(',').map((part) => part.trim());
  }
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function collectionsOf(value: RubyValue | undefined): Map<string, RubyHash> {
  const collections = new Map<string, RubyHash>([['posts', new RubyHash()]]);
  const add = (name: RubyValue, settings: RubyValue) => {
    const label = rubyText(name).replace(/[^a-z0-9_\-.]/gi, '');
    collections.set(label, settings instanceof RubyHash ? settings : new RubyHash());
  };
  if (Array.isArray(value)) {
    value.forEach((name) => {
      add(name, null);
    });
  } else if (value instanceof RubyHash) {
    value.forEach((settings, name) => {
      add(name, settings);
    });
  }
  return collections;
}

const OLD_TYPES: Readonly<Record<string, string>> = { page: 'pages', post: 'posts', draft: 'drafts' };

/** The sets that are valid (FrontmatterDefaults#valid_sets). */
function defaultSets(root: MapNode | null): DefaultSet[] {
  const sets = root ? child(root, 'defaults') : null;
  if (sets?.kind !== 'list') {
    return [];
  }
  return sets.items.flatMap((set): DefaultSet[] => {
    const values = child(set, 'values');
    if (values?.kind !== 'map') {
      return [];
    }
    const scope = child(set, 'scope');
    const path = scopeText(child(scope, 'path'));
    const type = scopeText(child(scope, 'type'));
    return [
      {
        hasScope: scope !== null,
        path: path ?? '',
        type: type === null ? null : (OLD_TYPES[type] ?? type),
        values,
      },
    ];
  });
}

function scopeText(node: Node | null): string | null {
  return node?.kind === 'scalar' ? node.text : null;
}

function child(node: Node | null, name: string): Node | null {
  return node?.kind === 'map'
    ? (node.entries.findLast((entry) => entry.key.name === name)?.value ?? null)
    : null;
}
