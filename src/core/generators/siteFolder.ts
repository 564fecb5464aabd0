import type { SiteFiles } from './siteFiles';

/** How deep folders are walked. */
const MAX_DEPTH = 20;

/** How many files and folders are looked at before nothing is known of the rest. */
const MAX_ENTRIES = 50_000;

/** What lies below a folder. */
export interface Listing {
  /** The paths of files from the site's root. */
  readonly files: readonly string[];
  /** There are more than were looked at. */
  readonly isCut: boolean;
}

/**
 * Lists the files below a folder.
 * @param folder from the site's root, with a slash at its end; empty for the root
 * @param enters tells by its path, with a slash at its end, whether a folder is looked into
 */
export async function listFolder(
  folder: string,
  files: SiteFiles,
  enters: (path: string) => boolean,
): Promise<Listing> {
  const found: string[] = [];
  let entries = 0;
  let isCut = false;
  const walk = async (path: string, depth: number): Promise<void> => {
    for (const name of (await files.names(path.replace(/\/$/, ''))) ?? []) {
      if (++entries > MAX_ENTRIES || depth > MAX_DEPTH) {
        isCut = true;
        return;
      }
      if (!name.endsWith('/')) {
        found.push(path + name);
      } else if (enters(path + name)) {
        await walk(path + name, depth + 1);
      }
    }
  };
  await walk(folder, 1);
  return { files: found, isCut };
}
