import { say } from '../../message';
import type { Message } from '../../message';
import { said } from '../configFields';
import type { Site } from '../generator';
import type { SiteConfig } from '../siteConfig';
import type { AddressSettings } from './addressSettings';
import { atLeast } from '../versions';
import type { PageInfo } from './cascade';
import type { HugoConfig } from './siteConfig';
import { CONTENT, DEFAULT_LANGUAGE } from './siteConfig';
import { DATES_BY_LANGUAGE } from './versions';

/** Where a file is in the content. */
export interface Place extends PageInfo {
  /** The file's folder from the site's root, with a slash at its end. */
  readonly folder: string;
  /** The content folder that it is in, likewise. */
  readonly contentFolder: string;
  /** The file's name without language and extension. */
  readonly name: string;
  /** The folders above it, from the content's root. */
  readonly folders: readonly string[];
}

/** Of one report the place is asked for several times in a row, so the last answer is kept. */
const last = new WeakMap<SiteConfig, { readonly path: string; readonly place: Place | null }>();

/**
 * Finds a file's place in the content, and its language.
 * @returns null where the file is in no content folder
 */
export function placeOf(path: string, config: SiteConfig): Place | null {
  let known = last.get(config);
  if (known?.path !== path) {
    known = { path, place: findPlace(path, config) };
    last.set(config, known);
  }
  return known.place;
}

function findPlace(path: string, config: SiteConfig): Place | null {
  const { hugo } = config;
  const folders = hugo?.contentFolders ?? [CONTENT];
  const mounted = folders.find(({ folder }) => path.startsWith(folder));
  if (!mounted) {
    return null;
  }
  const slash = path.lastIndexOf('/') + 1;
  const [name = '', ...rest] = path.slice(slash).split(/\.(?=[^.]*(?:\.[^.]*)?$)/);
  const suffix = rest.length > 1 ? rest[0]?.toLowerCase() : undefined;
  const isLanguage = suffix !== undefined && languagesOf(hugo).has(suffix);
  const lang =
    (isLanguage ? suffix : undefined) ?? mounted.language ?? hugo?.defaultLanguage ?? DEFAULT_LANGUAGE;
  const inContent = mounted.target + path.slice(mounted.folder.length);
  const withoutLanguage = isLanguage ? inContent.replace(/\.[^./]*(?=\.[^./]*$)/, '') : inContent;
  const page = withoutLanguage.replace(/(?:\/index)?\.[^./]*$/, '');
  return {
    folder: path.slice(0, slash),
    contentFolder: mounted.folder,
    name: isLanguage ? name : path.slice(slash).replace(/\.[^.]*$/, ''),
    folders: inContent.split('/').slice(0, -1),
    lang,
    path: `/${page}`.toLowerCase().replaceAll(' ', '-'),
    file: `/${withoutLanguage}`.toLowerCase(),
  };
}

/** Tells whether a file of such a name is the page of a section: `_index`, and `_index.en.md` of `_index.en.md.md`. */
export function isBranchName(name: string, { hugo }: SiteConfig): boolean {
  const [first = '', second] = name.toLowerCase().split('.');
  return first === '_index' && (second === undefined || languagesOf(hugo).has(second));
}

function languagesOf(hugo: HugoConfig | undefined): ReadonlySet<string> {
  const names = [...(hugo?.languages?.keys() ?? [])];
  return new Set(names.length > 0 ? names : [hugo?.defaultLanguage ?? DEFAULT_LANGUAGE]);
}

/** The configuration as it is for a file's language. */
export function configFor(path: string, config: SiteConfig, version: string): SiteConfig {
  const { hugo } = config;
  const own = hugo?.languages?.get(placeOf(path, config)?.lang ?? '');
  if (!own || !hugo) {
    return config;
  }
  const { timeZone, summaryLength, drafts, future, unpublished, findsCjk, dates, terms, address, published } =
    own;
  const cascades = own.cascades && [...own.cascades, ...(hugo.cascades ?? [])];
  return {
    ...config,
    ...(published ? said<SiteConfig>(published) : {}),
    ...said<SiteConfig>({ timeZone, summaryLength, drafts, future, unpublished }),
    hugo: {
      ...hugo,
      ...terms,
      ...said<HugoConfig>({
        findsCjk,
        address: address && addressFor(hugo.address, address),
        cascades,
        dates: atLeast(version, DATES_BY_LANGUAGE) ? dates : undefined,
      }),
    },
  };
}

/** From 0.112 on Hugo asks for `uglyURLs` only the site as a whole. */
function addressFor(all: AddressSettings | undefined, own: AddressSettings): AddressSettings {
  return { ...all, ...own, siteUgly: all?.ugly ?? false };
}

/** Why a file is no page by its place alone; null where it is one. */
export function noPage(path: string, { config, surroundings }: Site): Message | null {
  const { hugo } = config;
  const place = placeOf(path, config);
  if (surroundings?.owner !== undefined) {
    return say('Hugo will not make a page of this file: it belongs to the page {0}.', surroundings.owner);
  }
  if (/(?:^|\/)[.#][^/]*(?:\/|$)|~$/.test(place?.file ?? '')) {
    return say('Hugo will not make a page of this file: it ignores files with such names.');
  }
  if (surroundings?.takenBy !== undefined) {
    return say('Hugo will not make a page of this file: {0} is made the same page.', surroundings.takenBy);
  }
  if (/\.mkd$/i.test(path)) {
    return say('Hugo will not make a page of this file: it reads `.md` and `.markdown`, but not `.mkd`.');
  }
  if (!place && surroundings?.inSite) {
    return say('Hugo will not make a page of this file: it is not in the folder of the content.');
  }
  if (hugo?.languages?.get(place?.lang ?? '')?.disabled) {
    return say('Hugo will not make a page of this file: its language is disabled.');
  }
  if (hugo?.skipsPages || hugo?.ignored?.some((pattern) => pattern.test(`/${path}`))) {
    return say('Hugo will not make a page of this file: the configuration leaves it out.');
  }
  return null;
}
