import { readFrontMatter } from '../../frontMatter/read';
import { fieldsOf } from '../../frontMatter/tree';
import type { SiteConfig } from '../generator';
import { goYaml12 } from '../goYaml';
import { dataOf } from '../scalars';
import type { SectionAbove, SiteFiles, Surroundings } from '../siteLayout';
import { inheritedBy, readCascades } from './cascade';
import { readHugoFence } from './fence';
import type { Place } from './place';
import { placeOf } from './place';
import type { Cascade } from './siteConfig';
import { DEFAULT_LANGUAGE } from './siteConfig';
import { goText } from './values';

/** What a folder on the way to a page tells. */
interface FolderAbove {
  readonly path: string;
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
  return (path) => {
    const place = placeOf(path, config);
    return place ? surroundingsOf(place, above, config, version) : OUTSIDE;
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
    const isOwn = folder.path === place.folder && place.name === 'index';
    if (folder.index !== undefined && !isOwn && folder.path !== place.contentFolder) {
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
      /^index(?:\.[^.]+)?\.(?:md|markdown)$/.test(name) && placeOf(path + name, config)?.name === 'index',
  );
  const sections = names.filter((name) => /^_index(?:\.[^/]+)?\.md$/.test(name));
  const texts = await Promise.all(
    sections.map(async (name) => [name, sectionPageIn((await files.text(path + name)) ?? '')] as const),
  );
  return { path, index, sections: new Map(texts) };
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
  const valueOf = (name: string) => fields.findLast(({ key }) => key.name?.toLowerCase() === name)?.value;
  const textOf = (name: string) => goText(dataOf(valueOf(name) ?? null, goYaml12));
  const cascades = readCascades(valueOf('cascade'));
  // What it passes down to all pages holds for itself, too.
  const passed = cascades.find(({ target, fields: values }) => target.size === 0 && values.has('slug'));
  const inherited = goText(dataOf(passed?.fields.get('slug') ?? null, goYaml12));
  return { cascades, slug: textOf('slug') || inherited, title: textOf('title') };
}
