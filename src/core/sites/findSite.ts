import { generators } from '../generators';
import type { Generator, GeneratorName, Site } from '../generators/generator';
import type { SiteConfig } from '../generators/siteConfig';
import { NO_SURROUNDINGS } from '../generators/siteLayout';
import type { SiteFiles } from '../generators/siteFiles';

/** What a folder was found to be. */
export interface FoundSite {
  readonly generator: Generator;
  /** The file that makes the folder a site, or a folder, with a slash behind it. */
  readonly siteFile: string;
  readonly config: SiteConfig;
  readonly version: string | undefined;
  /** The file that tells the version; undefined where none does. */
  readonly versionFile: string | undefined;
}

/** What the user says about sites; it wins over what is found. */
export interface SiteChoice {
  readonly generator?: GeneratorName | undefined;
  readonly version?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** A report's site, and the report's place in it. */
export interface Placed {
  readonly site: Site;
  /** From the site's root, with forward slashes. */
  readonly path: string;
  /** It is where the site keeps its reports. */
  readonly inContentFolder: boolean;
}

const NO_CONFIG: SiteConfig = {};

/** Looks whether a folder is a site's root. */
export async function findSite(files: SiteFiles): Promise<FoundSite | null> {
  // A site may have thousands of folders, none of which has any of the files.
  const listed = await files.names('');
  const names = new Set(listed?.map((name) => name.replace('/', '').toLowerCase()));
  // One that cannot be listed may still be read.
  const mayBe = (path: string) => listed === null || names.has(path.replace(/\/.*/, ''));
  for (const generator of Object.values(generators)) {
    const { layout } = generator;
    for (const siteFile of layout.siteFiles.filter(mayBe)) {
      const text = await files.text(siteFile);
      if (text !== null && layout.isSiteFile(siteFile, text)) {
        const config = await layout.readConfig(files, siteFile);
        return { generator, siteFile, config, ...(await findVersion(generator, files)) };
      }
    }
  }
  return findByFolders(files, mayBe);
}

/** A site may do without a configuration. */
async function findByFolders(files: SiteFiles, mayBe: (path: string) => boolean): Promise<FoundSite | null> {
  for (const generator of Object.values(generators)) {
    const { layout } = generator;
    for (const folder of layout.siteFolders?.filter(mayBe) ?? []) {
      if ((await files.names(folder)) !== null) {
        const siteFile = `${folder}/`;
        const config = await layout.readConfig(files, siteFile);
        return { generator, siteFile, config, ...(await findVersion(generator, files)) };
      }
    }
  }
  return null;
}

export type FoundVersion = Pick<FoundSite, 'version' | 'versionFile'>;

/** Finds which version builds the sites of a folder. */
export async function findVersion({ layout }: Generator, files: SiteFiles): Promise<FoundVersion> {
  const names = new Set((await files.names(''))?.map((name) => name.replace('/', '')));
  for (const path of layout.versionFiles.filter((each) => names.has(each.replace(/\/.*/, '')))) {
    for (const versionFile of path.endsWith('/') ? await yamlIn(path, files) : [path]) {
      const text = await files.text(versionFile);
      const version = text === null ? undefined : layout.versionIn(versionFile, text);
      if (version !== undefined) {
        return { version, versionFile };
      }
    }
  }
  return { version: undefined, versionFile: undefined };
}

/** How many files of a folder are read for a version. */
const MAX_WORKFLOWS = 20;

async function yamlIn(folder: string, files: SiteFiles): Promise<string[]> {
  const names = (await files.names(folder.slice(0, -1))) ?? [];
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .slice(0, MAX_WORKFLOWS)
    .map((name) => folder + name);
}

/** A site that was found around a report, with its files. */
export interface FoundAround {
  readonly site: FoundSite;
  readonly files: SiteFiles;
}

/**
 * Puts together what is known of the site of a folder's reports: what they have in common is looked up once, and each of them
 * is placed by its path.
 * @param found the site around the folder; null where there is none
 * @param folder from the site's root, with a slash at its end; where there is no site, from any folder above it
 */
export async function placeFolder(
  found: FoundAround | null,
  folder: string,
  choice: SiteChoice,
): Promise<(path: string) => Placed> {
  const chosen = chooseSite(found?.site ?? null, folder, choice);
  const { generator, version, config } = chosen;
  const surroundingsOf =
    found?.site.generator === generator
      ? await generator.layout.readSurroundings(folder, config, found.files, version)
      : () => NO_SURROUNDINGS;
  // A site's folders stay what they are, whichever generator the user tries on them.
  const { layout } = found?.site.generator ?? generator;
  const folderConfig = found?.site.config ?? config;
  return (path) => {
    const inSite = found ? path : path.slice(generator.layout.rootLength(path));
    return {
      site: { ...chosen, surroundings: surroundingsOf(inSite) },
      path: inSite,
      inContentFolder: layout.isContentPath(inSite, folderConfig),
    };
  };
}

/** What of a report's site is the same for all reports of its folder. */
export function chooseSite(
  found: FoundSite | null,
  path: string,
  choice: SiteChoice,
): Pick<Site, 'generator' | 'version' | 'config' | 'isVersionGuessed'> {
  const generator =
    choice.generator === undefined
      ? (found?.generator ?? generatorOfPath(path))
      : generators[choice.generator];
  const same = found?.generator === generator ? found : null;
  // The same one for all reports of a site, so that what is made of it once can be kept.
  const own = same?.config ?? NO_CONFIG;
  const { timeZone } = choice;
  return {
    generator,
    version: choice.version ?? same?.version ?? generator.newest,
    isVersionGuessed: (choice.version ?? same?.version) === undefined,
    config: timeZone === undefined ? own : { ...own, timeZone },
  };
}

/** Guesses the generator where no site was found, from where the file lies. */
function generatorOfPath(path: string): Generator {
  return /(?:^|\/)_(?:posts|drafts)\//.test(path) ? generators.jekyll : generators.generic;
}
