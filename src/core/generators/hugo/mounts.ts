import type { Data } from '../scalars';
import type { SiteFiles } from '../siteFiles';
import { globPattern } from './cascade';
import type { Settings } from './settings';
import type { ContentFolder } from './siteConfig';
import { CONTENT } from './siteConfig';

/** A folder of a site, or of a theme, that stands for one of Hugo's own (`module.mounts`). */
export interface Mount {
  /** From the root of the site or the theme, empty or with a slash at its end. */
  readonly source: string;
  /** `content/`, `layouts/shortcodes/`. */
  readonly target: string;
  readonly language: string | null;
  /** What of it is left out, as globs from its root. */
  readonly excluded: readonly string[];
}

/** The mounts that the configuration names and whose folders there are: Hugo passes over the others. */
export async function readMounts(config: Settings, files: SiteFiles): Promise<Mount[]> {
  const mounts = config.data('module', 'mounts');
  const named = (Array.isArray(mounts) ? mounts : []).flatMap((mount): Mount[] => {
    const { source, target, lang, sites, files: patterns, excludefiles } = isRecord(mount) ? mount : {};
    const only = texts(isRecord(sites) && isRecord(sites['matrix']) ? sites['matrix']['languages'] : null);
    const excluded = texts(patterns).flatMap((pattern) => /^!\s*(.*)/.exec(pattern)?.[1] ?? []);
    return typeof source === 'string' && typeof target === 'string'
      ? [
          {
            source: asFolder(source),
            target: asFolder(target),
            language: typeof lang === 'string' ? lang : ((only.length === 1 ? only[0] : null) ?? null),
            excluded: [...excluded, ...texts(excludefiles)],
          },
        ]
      : [];
  });
  const exists = await Promise.all(
    named.map(async ({ source }) => (await files.names(source.slice(0, -1))) !== null),
  );
  return named.filter((_mount, index) => exists[index]);
}

/** Where the site has its content; undefined where the configuration does not say. */
export function contentFoldersOf(config: Settings, mounts: readonly Mount[]): ContentFolder[] | undefined {
  const mounted = mounts.filter(({ target }) => target.startsWith('content/'));
  if (mounted.length > 0) {
    return bySpeciality(
      mounted.map(({ source, target, language }) => ({
        folder: source,
        target: target.slice('content/'.length),
        language,
      })),
    );
  }
  const languages = config.map('languages')?.names ?? [];
  const own = languages.flatMap((language): ContentFolder[] => {
    const folder = config.string('languages', language, 'contentdir');
    return folder === undefined ? [] : [{ folder: asFolder(folder), target: '', language }];
  });
  const folder = config.string('contentdir');
  if (own.length === 0 && folder === undefined) {
    return undefined;
  }
  // Where each language has its own, nobody is left for the one of all.
  const main = folder === undefined ? CONTENT : { ...CONTENT, folder: asFolder(folder) };
  return bySpeciality(own.length > 0 && own.length === languages.length ? own : [...own, main]);
}

/** The paths, with a slash before them, that mounts of content leave out. */
export function excludedBy(mounts: readonly Mount[]): RegExp[] {
  return mounts
    .filter(({ target }) => target.startsWith('content/'))
    .flatMap(({ source, excluded }) =>
      excluded.map((glob) => globPattern(`/${source}${glob.replace(/^\//, '')}`)),
    );
}

/** The folders with the layouts of a site or a theme, and where in `layouts` each is. */
export function layoutFoldersOf(
  config: Settings,
  mounts: readonly Mount[],
): { readonly folder: string; readonly target: string }[] {
  const mounted = mounts.filter(({ target }) => target.startsWith('layouts/'));
  return mounted.length > 0
    ? mounted.map(({ source, target }) => ({ folder: source, target: target.slice('layouts/'.length) }))
    : [{ folder: asFolder(config.string('layoutdir') ?? 'layouts'), target: '' }];
}

function bySpeciality(folders: readonly ContentFolder[]): ContentFolder[] {
  return [...folders].sort((a, b) => b.folder.length - a.folder.length);
}

function texts(data: Data | undefined): string[] {
  return (Array.isArray(data) ? data : [data]).filter((item) => typeof item === 'string');
}

function isRecord(data: Data | undefined): data is { [key: string]: Data } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** Without what leads nowhere, with a slash at its end; empty for the root. */
function asFolder(path: string): string {
  const trimmed = path.replace(/^(?:\.?\/)+|\/+$/g, '');
  return trimmed === '' || trimmed === '.' ? '' : `${trimmed}/`;
}
