import type { SiteFiles } from './siteFiles';

/** How deep folders are walked. */
const MAX_DEPTH = 6;

/** How many files are looked at: nobody has so many layouts. */
const MAX_FILES = 2000;

/**
 * The paths of all files below a folder, from the site's root.
 * @param except names of folders that are not looked into
 */
export async function filesBelow(
  folder: string,
  files: SiteFiles,
  except: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const found: string[] = [];
  const walk = async (path: string, depth: number): Promise<void> => {
    for (const name of (await files.names(path)) ?? []) {
      if (found.length >= MAX_FILES) {
        return;
      }
      if (!name.endsWith('/')) {
        found.push(`${path}/${name}`);
      } else if (depth < MAX_DEPTH && !except.has(name.slice(0, -1))) {
        await walk(`${path}/${name.slice(0, -1)}`, depth + 1);
      }
    }
  };
  await walk(folder, 1);
  return found;
}

/** The files below a folder of a site. */
export function filesIn(folder: string, files: SiteFiles): SiteFiles {
  const below = (path: string) => `${folder}/${path}`.replace(/\/$/, '');
  return folder === ''
    ? files
    : { text: (path) => files.text(below(path)), names: (path) => files.names(below(path)) };
}

/** Names in the order of their letters, each once. */
export function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
