import type { SiteConfig } from '../generator';
import type { PageInfo } from './cascade';
import type { HugoConfig } from './siteConfig';

/** Where a file is in the content. */
export interface Place extends PageInfo {
  /** The file's folder from the site's root, with a slash at its end. */
  readonly folder: string;
  /** The content folder that it is in, likewise. */
  readonly contentFolder: string;
  /** The file's name without language and extension. */
  readonly name: string;
}

/**
 * Finds a file's place in the content, and its language.
 * @returns null where the file is in no content folder
 */
export function placeOf(path: string, config: SiteConfig): Place | null {
  const { hugo } = config;
  const folders = hugo?.contentFolders ?? [{ folder: 'content/', target: '', language: null }];
  const mounted = folders.find(({ folder }) => path.startsWith(folder));
  if (!mounted) {
    return null;
  }
  const slash = path.lastIndexOf('/') + 1;
  const [name = '', ...rest] = path.slice(slash).split(/\.(?=[^.]*(?:\.[^.]*)?$)/);
  const suffix = rest.length > 1 ? rest[0]?.toLowerCase() : undefined;
  const isLanguage = suffix !== undefined && languagesOf(hugo).has(suffix);
  const lang = (isLanguage ? suffix : undefined) ?? mounted.language ?? hugo?.defaultLanguage ?? 'en';
  const inContent = mounted.target + path.slice(mounted.folder.length);
  const withoutLanguage = isLanguage ? inContent.replace(/\.[^./]*(?=\.[^./]*$)/, '') : inContent;
  const page = withoutLanguage.replace(/(?:\/index)?\.[^./]*$/, '');
  return {
    folder: path.slice(0, slash),
    contentFolder: mounted.folder,
    name: isLanguage ? name : path.slice(slash).replace(/\.[^.]*$/, ''),
    lang,
    // Globs were once matched with the file's path, and now are with the page's.
    paths: [`/${page}`, `/${withoutLanguage}`].map((each) => each.toLowerCase().replace(/ /g, '-')),
  };
}

function languagesOf(hugo: HugoConfig | undefined): ReadonlySet<string> {
  const names = [...(hugo?.languages.keys() ?? [])];
  return new Set(names.length > 0 ? names : [hugo?.defaultLanguage ?? 'en']);
}

/** The configuration as it is for a file's language. */
export function configFor(path: string, config: SiteConfig): SiteConfig {
  const own = config.hugo?.languages.get(placeOf(path, config)?.lang ?? '');
  return own && config.hugo
    ? {
        ...config,
        ...(own.timeZone === undefined ? {} : { timeZone: own.timeZone }),
        ...(own.summaryLength === undefined ? {} : { summaryLength: own.summaryLength }),
        hugo: { ...config.hugo, findsCjk: own.findsCjk ?? config.hugo.findsCjk },
      }
    : config;
}
