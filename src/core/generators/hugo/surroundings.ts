import { readFrontMatter } from '../../frontMatter/read';
import { fieldsOf, foldedEntry } from '../../frontMatter/tree';
import type { SiteConfig } from '../siteConfig';
import { goYaml12 } from '../goYaml';
import { dataOf } from '../scalars';
import type { SectionAbove, Surroundings } from '../siteLayout';
import type { SiteFiles } from '../siteFiles';
import { atLeast } from '../versions';
import { inheritedBy, readCascades } from './cascade';
import { readHugoFence } from './fence';
import type { Place } from './place';
import { configFor, placeOf } from './place';
import type { Cascade } from './siteConfig';
import { DEFAULT_LANGUAGE } from './siteConfig';
import { goText } from './values';
import { TWO_STEPS } from './versions';

/** What a folder on the way to a page tells. */
interface FolderAbove {
  readonly path: string;
  /** Of its files, and of its folders with a slash behind. */
  readonly names: readonly string[];
  /** The page of a bundle, which owns what lies in it. */
  readonly index: string | undefined;
  /** What the folder's own pages say, by their names. */
  readonly sections: ReadonlyMap<string, SectionPage>;
}

/** What a section's page says that holds for the pages below it. */
interface SectionPage {
  readonly cascades: readonly Cascade[];
  readonly slug: string;
  readonly title: string;
}

/** What the folders around a page say: values that cascade down to it, and the bundle that it belongs to. */
export async function readHugoSurroundings(
  folder: string,
  config: SiteConfig,
  files: SiteFiles,
  version: string,
): Promise<(path: string) => Surroundings> {
  const anyPlace = placeOf(`${folder}page.md`, config);
  const above = await Promise.all(
    anyPlace ? foldersAbove(anyPlace).map((path) => readFolder(path, config, files)) : [],
  );
  const pages = anyPlace
    ? await pagesOf(folder, above[0]?.names ?? [], config, files, version)
    : new Map<string, string>();
  return (path) => {
    const place = placeOf(path, config);
    if (!place) {
      return OUTSIDE;
    }
    const taken = pages.get(pageKey(place.name, place.lang));
    return {
      ...surroundingsOf(place, above, configFor(path, config, version), version),
      ...(taken === undefined || taken === path ? {} : { takenBy: taken }),
    };
  };
}

const OUTSIDE: Surroundings = { inSite: true };

function surroundingsOf(
  place: Place,
  above: readonly FolderAbove[],
  config: SiteConfig,
  version: string,
): Surroundings {
  const cascades: Cascade[] = [];
  const isDefault = place.lang === (config.hugo?.defaultLanguage ?? DEFAULT_LANGUAGE);
  const sections = [`_index.${place.lang}.md`, ...(isDefault ? ['_index.md'] : [])];
  const own: SectionAbove[] = [];
  let owner: string | undefined;
  for (const folder of above) {
    const isOwn = folder.path === place.folder && place.name.toLowerCase() === 'index';
    if (
      folder.index !== undefined &&
      !isOwn &&
      (folder.index.startsWith('index') || atLeast(version, TWO_STEPS))
    ) {
      owner = folder.path + folder.index;
    }
    const section = folder.sections.get(sections.find((name) => folder.sections.has(name)) ?? '');
    cascades.push(...(section?.cascades ?? []));
    if (section) {
      const depth = place.folders.length - levelsBetween(folder.path, place.folder);
      own.unshift({ depth, slug: section.slug, title: section.title });
    }
  }
  const inherited = inheritedBy(place, [...cascades, ...(config.hugo?.cascades ?? [])], version);
  return {
    inSite: true,
    ...(inherited.size > 0 ? { inherited } : {}),
    ...(owner === undefined ? {} : { owner }),
    ...(own.length > 0 ? { sections: own } : {}),
  };
}

function levelsBetween(above: string, below: string): number {
  return below.slice(above.length).split('/').length - 1;
}

async function readFolder(path: string, config: SiteConfig, files: SiteFiles): Promise<FolderAbove> {
  const names = (await files.names(path.slice(0, -1))) ?? [];
  const index = names.find(
    (name) =>
      /^index(?:\.[^.]+)?\.(?:md|markdown)$/i.test(name) &&
      placeOf(path + name, config)?.name.toLowerCase() === 'index',
  );
  const sections = names.filter((name) => /^_index(?:\.[^/]+)?\.md$/.test(name));
  const texts = await Promise.all(
    sections.map(async (name) => [name, sectionPageIn((await files.text(path + name)) ?? '')] as const),
  );
  return { path, names, index, sections: new Map(texts) };
}

/**
 * The file of each page of a folder: of several for the same page and language, Hugo takes one. A bundle's comes before
 * a file beside its folder, one that names its language before one that does not.
 */
async function pagesOf(
  folder: string,
  names: readonly string[],
  config: SiteConfig,
  files: SiteFiles,
  version: string,
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const ranks = new Map<string, number>();
  const take = (key: string, path: string, rank: number) => {
    if (rank > (ranks.get(key) ?? -1)) {
      pages.set(key, path);
      ranks.set(key, rank);
    }
  };
  for (const name of names.filter((each) => MARKDOWN.test(each))) {
    const place = placeOf(folder + name, config);
    if (place) {
      const rank =
        (name.length > place.name.length + 4 && !/markdown$/i.test(name) ? 2 : 0) +
        (/\.md$/i.test(name) ? 1 : 0);
      take(pageKey(place.name, place.lang), folder + name, rank);
    }
  }
  const folders = new Set(names.filter((name) => name.endsWith('/')));
  const beside = new Set([...pages.keys()].map((key) => key.slice(key.indexOf(' ') + 1)));
  for (const name of [...beside].filter((each) => folders.has(`${each}/`))) {
    for (const inner of (await files.names(folder + name)) ?? []) {
      const place = MARKDOWN.test(inner) ? placeOf(`${folder}${name}/${inner}`, config) : null;
      if (place?.name === 'index' || (place?.name === '_index' && atLeast(version, TWO_STEPS))) {
        take(pageKey(name, place.lang), `${folder}${name}/${inner}`, 9);
      }
    }
  }
  return pages;
}

const MARKDOWN = /\.(?:md|markdown|mdown)$/i;

function pageKey(name: string, language: string): string {
  return `${language} ${name}`;
}

/** The folders from the page's own up to the content's, the nearest first. */
function foldersAbove({ folder, contentFolder }: Place): string[] {
  const folders: string[] = [];
  for (
    let at = folder;
    at.length >= contentFolder.length && at !== '';
    at = at.slice(0, at.lastIndexOf('/', at.length - 2) + 1)
  ) {
    folders.push(at);
  }
  return folders;
}

function sectionPageIn(text: string): SectionPage {
  const fence = readHugoFence(text);
  const fields = fence.kind === 'closed' ? fieldsOf(readFrontMatter(text, fence.fence)) : [];
  const valueOf = (name: string) => foldedEntry(fields, name)?.value;
  const textOf = (name: string) => goText(dataOf(valueOf(name) ?? null, goYaml12));
  const cascades = readCascades(valueOf('cascade'));
  // What it passes down to all pages holds for itself, too.
  const passed = cascades.find(({ target, fields: values }) => target.size === 0 && values.has('slug'));
  const inherited = goText(dataOf(passed?.fields.get('slug') ?? null, goYaml12));
  return { cascades, slug: textOf('slug') || inherited, title: textOf('title') };
}
