import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { findIntendedFence } from '../core/frontMatter/fence';
import { generators } from '../core/generators';
import type { GeneratorName, Site, SiteConfig } from '../core/generators/generator';
import { readConfig } from '../core/sites/config';
import {
  generatorOfPath,
  isInContentFolder,
  isSiteFile,
  SITE_FILES,
  VERSION_FILES,
  versionIn,
} from '../core/sites/detect';
import type { Options } from './options';

/** A report on disk. */
export interface ReportFile {
  /** As it was given; inside a folder: the folder as given, `/`, the rest. */
  readonly file: string;
  readonly text: string;
  readonly site: Site;
  /** From the site's root, with forward slashes. */
  readonly path: string;
}

interface FoundSite {
  readonly root: string;
  readonly generator: GeneratorName;
  readonly config: SiteConfig;
  readonly version: string | undefined;
}

/** Folders that hold no reports of the user's. */
const SKIPPED = new Set(['node_modules', '_site', 'public', 'vendor']);

const MARKDOWN = /\.(?:md|markdown|mkd|mdown)$/i;

/** Finds reports and their sites; what a folder was found to be is kept. */
export class Files {
  readonly #sites = new Map<string, FoundSite | null>();

  /**
   * @param complain is told each path that cannot be read, with the reason
   */
  constructor(
    readonly options: Options,
    readonly complain: (path: string, reason: string) => void,
  ) {}

  /** The reports of a path: itself, or those below it, sorted by name. */
  *reportsOf(given: string): Generator<ReportFile> {
    let isFolder: boolean;
    try {
      isFolder = statSync(given).isDirectory();
    } catch (error) {
      this.complain(given, reasonOf(error));
      return;
    }
    if (!isFolder) {
      const report = this.#read(given, true);
      if (report) {
        yield report;
      }
      return;
    }
    for (const file of this.#filesBelow(given)) {
      const report = this.#read(file, false);
      if (report) {
        yield report;
      }
    }
  }

  *#filesBelow(folder: string): Generator<string> {
    let names: string[];
    try {
      names = readdirSync(folder).sort();
    } catch (error) {
      this.complain(folder, reasonOf(error));
      return;
    }
    for (const name of names) {
      const path = `${folder.replace(/[\\/]+$/, '') || '/'}/${name}`.replace(/^\/\//, '/');
      let entry;
      try {
        // Links are not followed: they may go round in circles.
        entry = lstatSync(path);
      } catch (error) {
        this.complain(path, reasonOf(error));
        continue;
      }
      if (entry.isDirectory() && !name.startsWith('.') && !SKIPPED.has(name)) {
        yield* this.#filesBelow(path);
      } else if (entry.isFile() && MARKDOWN.test(name)) {
        yield path;
      }
    }
  }

  /** @returns null for a file that cannot be read, and for one that is no report unless it was named itself */
  #read(file: string, named: boolean): ReportFile | null {
    const found = this.#siteAbove(resolve(file));
    const path = pathFrom(found?.root, resolve(file));
    const inContentFolder = isInContentFolder(
      found?.generator ?? this.options.generator ?? generatorOfPath(path),
      path,
    );
    if (found && !inContentFolder && !named) {
      return null;
    }
    let text: string;
    try {
      text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(file));
    } catch (error) {
      this.complain(file, reasonOf(error));
      return null;
    }
    if (!named && !inContentFolder && findIntendedFence(text) === null) {
      return null;
    }
    return { file, text, path, site: this.#siteOf(found, path) };
  }

  #siteOf(found: FoundSite | null, path: string): Site {
    const name = this.options.generator ?? found?.generator ?? generatorOfPath(path);
    const generator = generators[name];
    const same = found?.generator === name ? found : null;
    const { timeZone } = this.options;
    return {
      generator,
      version: this.options.generatorVersion ?? same?.version ?? generator.newest,
      config: { ...same?.config, ...(timeZone === undefined ? {} : { timeZone }) },
    };
  }

  #siteAbove(file: string): FoundSite | null {
    for (let folder = join(file, '..'); ; folder = join(folder, '..')) {
      const known = this.#sites.get(folder);
      const found = known === undefined ? inspect(folder) : known;
      this.#sites.set(folder, found);
      if (found || folder === join(folder, '..')) {
        return found;
      }
    }
  }
}

function inspect(folder: string): FoundSite | null {
  for (const { name, generator } of SITE_FILES) {
    const text = readIfThere(join(folder, name));
    if (text !== null && isSiteFile(name, text)) {
      return {
        root: folder,
        generator,
        config: readConfig(generator, text, name),
        version: findVersion(folder, generator),
      };
    }
  }
  return null;
}

function findVersion(folder: string, generator: GeneratorName): string | undefined {
  for (const name of VERSION_FILES[generator]) {
    const text = readIfThere(join(folder, name));
    const version = text === null ? undefined : versionIn(generator, name, text);
    if (version !== undefined) {
      return version;
    }
  }
  return undefined;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function pathFrom(root: string | undefined, file: string): string {
  const base = root === undefined ? '' : root.endsWith(sep) ? root : root + sep;
  return file
    .slice(file.startsWith(base) ? base.length : 0)
    .replaceAll(sep, '/')
    .replace(/^\//, '');
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ENOENT'
    ? 'there is no such file or folder'
    : error instanceof Error
      ? error.message
      : String(error);
}
