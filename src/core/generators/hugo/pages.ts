import type { SiteConfig } from '../siteConfig';
import { atLeast } from '../versions';
import { placeOf } from './place';
import { NEW_PATHS } from './versions';

/** A file that makes a page. */
export interface PageFile {
  /** From the site's root. */
  readonly file: string;
  readonly lang: string;
  /** As Hugo names the page, in small letters: `/posts/day-one`, `/posts` for a section. */
  readonly path: string;
  /** The same, as it is written in names of files. */
  readonly written: string;
  readonly isSection: boolean;
  readonly isBundle: boolean;
}

/** Where a target leads. `file` is null for a page that no file makes. */
export type Found =
  | { readonly kind: 'page'; readonly file: PageFile | null }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' };

const CONTENT_FILE = /\.(?:md|markdown|mdown|html|htm|org|adoc|asciidoc|ad|pandoc|pdc|rst)$/i;

/** The path of a page in a target, its percent signs read; null where it is none. */
export function pathOfTarget(text: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(text)) {
    return null;
  }
  const path = text.replace(/[#?].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** The pages that the files of a site's content make, and how references find them. */
export class Pages {
  readonly files: readonly PageFile[];
  /** There may be more pages than these. */
  readonly isCut: boolean;
  readonly #isNew: boolean;
  readonly #byPath = new Map<string, PageFile>();
  readonly #byName = new Map<string, PageFile[]>();
  readonly #sections = new Set<string>();

  /**
   * @param paths of all files of the content, from the site's root
   * @param isCut there may be more pages
   */
  constructor(
    paths: readonly string[],
    readonly config: SiteConfig,
    version: string,
    isCut: boolean,
  ) {
    this.#isNew = atLeast(version, NEW_PATHS);
    const bundles = new Set(
      paths.flatMap((path) => /^(.*\/)index(?:\.[^/]*)?\.[^./]+$/.exec(path)?.[1] ?? []),
    );
    const isOwned = (path: string) => {
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        const folder = path.slice(0, at + 1);
        const isOwn = path.lastIndexOf('/') === at && path.startsWith('index.', at + 1);
        if (bundles.has(folder) && !isOwn) {
          return true;
        }
      }
      return false;
    };
    this.files = paths.flatMap((path) => {
      const page = CONTENT_FILE.test(path) && !isOwned(path) ? pageOf(path, config, this.#isNew) : null;
      return page ? [page] : [];
    });
    // Programs in the content make pages, too.
    this.isCut = isCut || paths.some((path) => path.endsWith('/_content.gotmpl'));
    for (const page of this.files) {
      this.#byPath.set(key(page.lang, page.path), page);
      const name = key(page.lang, page.path.slice(page.path.lastIndexOf('/') + 1));
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), page]);
      const [, first] = page.path.split('/');
      if (first !== undefined && page.path.includes('/', 1)) {
        this.#sections.add(key(page.lang, `/${first}`));
      }
    }
  }

  /**
   * Finds the page that a target names.
   * @param target without query and fragment
   * @param from the path of the file that it is written in, from the site's root
   */
  find(target: string, from: string, lang: string): Found {
    const isNew = this.#isNew;
    const place = placeOf(from, this.config);
    const folder = place ? place.file.slice(0, place.file.lastIndexOf('/')) : '';
    // Older versions take the folder's name for the root of the content.
    const trimmed = isNew ? target.replace(/\/+$/, '') || '/' : target.replace(/^\/content\//, '/');
    const isRooted = trimmed.startsWith('/');
    const isLeaf = place?.name === 'index';
    const hasExtension = isNew && /\.[^./]*$/.test(trimmed);
    const goesUp = trimmed.startsWith('..');
    if (!isRooted) {
      const base = isLeaf && !(goesUp && (hasExtension || !isNew)) ? folder.replace(/\/[^/]*$/, '') : folder;
      const found = this.#at(`${base}/${trimmed}`, lang);
      if (found) {
        return found;
      }
      if (trimmed.startsWith('.')) {
        return { kind: 'none' };
      }
    }
    const found = this.#at(isRooted ? trimmed : `/${trimmed}`, lang);
    if (found || trimmed.includes('/')) {
      return found ?? { kind: 'none' };
    }
    const name = normal(`/${trimmed}`, isNew, this.config).slice(1);
    // The page of the home has none.
    const named = name === '' ? [] : (this.#byName.get(key(lang, name)) ?? []);
    const [only] = named;
    return only
      ? named.length === 1
        ? { kind: 'page', file: only }
        : { kind: 'ambiguous' }
      : { kind: 'none' };
  }

  #at(path: string, lang: string): Found | null {
    const isNew = this.#isNew;
    const place = normal(path, isNew, this.config);
    const file = this.#byPath.get(key(lang, place));
    if (file) {
      return isNew || isFoundByOld(path, file) ? { kind: 'page', file } : null;
    }
    return place === '/' || this.#sections.has(key(lang, place)) ? { kind: 'page', file: null } : null;
  }
}

/** Older versions find no single page behind a slash, and by the name of a folder's page only the one of that kind. */
function isFoundByOld(path: string, { isBundle, isSection }: PageFile): boolean {
  const [, name] = /\/(_?index)(?:\.[^./]*)?$/.exec(path) ?? [];
  const isKind = name === undefined || (name === 'index' ? isBundle : isSection);
  return isKind && (isBundle || isSection || !/(?:^|\/)[^./]+\/$/.test(path));
}

function key(lang: string, path: string): string {
  return `${lang} ${path}`;
}

function pageOf(file: string, config: SiteConfig, isNew: boolean): PageFile | null {
  const place = placeOf(file, config);
  if (!place) {
    return null;
  }
  const isSection = place.name === '_index';
  const isBundle = place.name === 'index';
  const ofFolder = isSection || isBundle;
  const inContent = file.slice(place.contentFolder.length);
  const slash = inContent.lastIndexOf('/');
  const written = ofFolder
    ? inContent.slice(0, Math.max(slash, 0))
    : inContent.slice(0, slash + 1) + place.name;
  const inFile = place.file.replace(/\.[^./]*$/, '');
  const path = ofFolder ? inFile.slice(0, inFile.lastIndexOf('/')) : inFile;
  return {
    file,
    lang: place.lang,
    path: (isNew ? path.replaceAll(' ', '-') : path) || '/',
    written: `/${written}`,
    isSection,
    isBundle,
  };
}

/** The path of the page that a path names, as it is compared. */
function normal(path: string, isNew: boolean, config: SiteConfig): string {
  const kept: string[] = [];
  for (const part of path.toLowerCase().split('/')) {
    if (part === '..') {
      kept.pop();
    } else if (part !== '' && part !== '.') {
      kept.push(part);
    }
  }
  const joined = `/${kept.join('/')}`;
  const bare = isNew
    ? withoutLanguage(joined.replace(CONTENT_FILE, ''), config)
    : joined.replace(/\.[^./]*$/, '');
  const page = bare.replace(/\/_?index$/, '') || '/';
  return isNew ? page.replaceAll(' ', '-') : page;
}

function withoutLanguage(path: string, { hugo }: SiteConfig): string {
  const [, base = path, suffix] = /^(.*)\.([^./]+)$/.exec(path) ?? [];
  return suffix !== undefined && (hugo?.languages?.has(suffix) ?? false) ? base : path;
}
