import { readFrontMatter } from '../../frontMatter/read';
import { fieldsOf } from '../../frontMatter/tree';
import type { SiteConfig } from '../generator';
import type { SiteFiles, Surroundings } from '../siteLayout';
import { inheritedBy, readCascades } from './cascade';
import { readHugoFence } from './fence';
import type { Place } from './place';
import { placeOf } from './place';
import type { Cascade } from './siteConfig';
import { DEFAULT_LANGUAGE } from './siteConfig';

/** What the folders around a page say: values that cascade down to it, and the bundle that it belongs to. */
export async function readHugoSurroundings(
  path: string,
  config: SiteConfig,
  files: SiteFiles,
  version: string,
): Promise<Surroundings> {
  const place = placeOf(path, config);
  if (!place) {
    return { inSite: true };
  }
  const cascades: Cascade[] = [];
  let owner: string | undefined;
  for (const folder of foldersAbove(place)) {
    const names = (await files.names(folder.slice(0, -1))) ?? [];
    const index = names.find((name) => /^index(?:\.[^.]+)?\.(?:md|markdown)$/.test(name));
    const isOwn = folder === place.folder && place.name === 'index';
    if (index !== undefined && !isOwn && folder !== place.contentFolder) {
      owner = folder + index;
    }
    const isDefault = place.lang === (config.hugo?.defaultLanguage ?? DEFAULT_LANGUAGE);
    const section = [`_index.${place.lang}.md`, ...(isDefault ? ['_index.md'] : [])].find((name) =>
      names.includes(name),
    );
    if (section !== undefined) {
      cascades.push(...cascadesIn((await files.text(folder + section)) ?? ''));
    }
  }
  const inherited = inheritedBy(place, [...cascades, ...(config.hugo?.cascades ?? [])], version);
  return {
    inSite: true,
    ...(inherited.size > 0 ? { inherited } : {}),
    ...(owner === undefined ? {} : { owner }),
  };
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

function cascadesIn(text: string): Cascade[] {
  const fence = readHugoFence(text);
  const fields = fence.kind === 'closed' ? fieldsOf(readFrontMatter(text, fence.fence)) : [];
  return readCascades(fields.findLast(({ key }) => key.name?.toLowerCase() === 'cascade')?.value);
}
