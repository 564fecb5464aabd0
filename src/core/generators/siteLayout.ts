import type { Node } from '../frontMatter/tree';
import type { SiteConfig } from './siteConfig';
import type { Targets } from './targets';
import type { SiteFiles } from './siteFiles';

/** What a report's place in its site says about it. */
export interface Surroundings {
  /** Values of fields that the report itself lacks, by name as the generator compares names: Jekyll's defaults, Hugo's cascades. */
  readonly inherited?: ReadonlyMap<string, Node>;
  /** The page that the file belongs to, from the site's root: then it is no page itself (Hugo's bundles). */
  readonly owner?: string;
  /** The file, from the site's root, that the generator takes in the place of this one, as both would be the same page. */
  readonly takenBy?: string;
  /** The report lies in a site that was found; else nothing can be said of other pages. */
  readonly inSite?: boolean;
  /** The sections that it is in and that have a page of their own, the outermost first (Hugo's addresses are made of them). */
  readonly sections?: readonly SectionAbove[];
  /** Whether the site has what the report names in its text, as far as that was looked up. */
  readonly targets?: Targets;
}

/** A folder above a report that is a section of its own. */
export interface SectionAbove {
  /** How many folders it is below the content's root. */
  readonly depth: number;
  /** As its page says; empty for nothing. */
  readonly slug: string;
  readonly title: string;
}

export const NO_SURROUNDINGS: Surroundings = {};

/** How the sites of one generator are laid out: the files that make them, and what decides about a report. */
export interface SiteLayout {
  /** The files that make a folder a site, most telling first. */
  readonly siteFiles: readonly string[];
  /** Folders that only a site's root has, and that make one where no file does. */
  readonly siteFolders?: readonly string[];
  /** Tells whether such a file is this generator's by what it says: several tools have a `config.toml`. */
  isSiteFile(name: string, text: string): boolean;
  /** The files that tell the generator's version, nearest to the truth first; a folder, with a slash at its end, for all YAML in it. */
  readonly versionFiles: readonly string[];
  /** The version that such a file tells; undefined where it does not. */
  versionIn(name: string, text: string): string | undefined;
  /** Names of the further files that decide about reports. */
  readonly placeFiles: readonly string[];
  /** Names of the folders whose files decide, too. */
  readonly placeFolders?: readonly string[];
  /** Tells by its name whether a report decides about those in its folder and below, too. */
  decidesAboutFolder(name: string): boolean;
  /** Where a site's paths start, from the folder with its configuration; empty where they start there. */
  baseOf(config: SiteConfig): string;
  /**
   * Tells whether a site takes a folder for its own, whatever lies in it.
   * @param folder from the site's root, with a slash at its end; may start with `../`
   */
  claims(folder: string, config: SiteConfig): boolean;
  /** Reads all of a site's configuration that decides what happens to a report. */
  readConfig(files: SiteFiles, siteFile: string): Promise<SiteConfig>;
  /**
   * Finds what their places say about the reports of a folder: what holds for all of them is looked up once.
   * @param folder from the site's root, with a slash at its end; empty for the root
   */
  readSurroundings(
    folder: string,
    config: SiteConfig,
    files: SiteFiles,
    version: string,
  ): Promise<(path: string) => Surroundings>;
  /** Tells whether a path is in one of the folders where the site keeps its reports. */
  isContentPath(path: string, config: SiteConfig): boolean;
  /** The names of the folders with layouts. */
  readonly layoutFolders: readonly string[];
  /** The names by which reports can ask for the layouts that lie in the site, sorted. */
  layoutNames(files: SiteFiles): Promise<readonly string[]>;
  /** Guesses where the root is in the path of a report without a site: the number of characters before the path in the site. */
  rootLength(path: string): number;
}
