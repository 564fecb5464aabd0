import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { findIntendedFence } from '../core/frontMatter/fence';
import type { Site } from '../core/generators/generator';
import type { SiteFiles } from '../core/generators/siteFiles';
import { namesTargets, withTargets } from '../core/links/targets';
import { Report } from '../core/report/report';
import type { ReportOptions } from '../core/report/report';
import { placeFolder } from '../core/sites/findSite';
import type { Placed } from '../core/sites/findSite';
import { pathFrom, SiteSearch } from '../core/sites/siteSearch';
import type { OpenSite } from '../core/sites/siteSearch';
import { invalidUtf8 } from '../core/utf8';
import type { Shared } from './options';
import { plainPath } from './paths';
import { reasonOf } from './reasons';
import { SearchCounts } from './searchCounts';

/** A report on disk. */
export interface ReportFile {
  /** As it was given, without a leading `./`; inside a folder: the folder as given, `/`, the rest. */
  readonly file: string;
  readonly text: string;
  readonly site: Site;
  /** The site's root folder; empty where no site was found. */
  readonly root: string;
  /** From the site's root, with forward slashes. */
  readonly path: string;
  readonly options: ReportOptions;
}

/** Folders that hold no reports of the user's. */
const SKIPPED_ANYWHERE: ReadonlySet<string> = new Set(['node_modules']);
const SKIPPED: ReadonlySet<string> = new Set([...SKIPPED_ANYWHERE, '_site', 'public', 'vendor']);

const MARKDOWN = /\.(?:md|markdown|mkd|mdown)$/i;
const ENDINGS = '`.md`, `.markdown`, `.mkd` or `.mdown`';

/** A report with what its site has of what its text names. */
async function withTargetsOf(file: ReportFile, { files }: OpenSite<string>): Promise<ReportFile> {
  const { text, path, site, options } = file;
  if (!namesTargets(text, site)) {
    return file;
  }
  const report = new Report(text, path, site.generator, options);
  return { ...file, site: await withTargets(report, site, files, Date.now()) };
}

/** Finds reports and their sites; what a folder was found to be is kept. */
export class Files {
  readonly #sites = new SiteSearch<string>({
    key: posix,
    parent: (folder) => (dirname(folder) === folder ? null : dirname(folder)),
    below: (folder, path) => join(folder, path),
    files: (folder) => new FilesBelow(folder),
  });
  /** Places the reports of a folder, by its path. */
  readonly #places = new Map<string, Promise<(path: string) => Placed>>();

  /**
   * @param complain is told each path that cannot be read, with the reason
   * @param warn is told each folder without reports, with the reason
   */
  constructor(
    readonly options: Omit<Shared, 'stdin' | 'stdinPath'>,
    readonly complain: (path: string, reason: string) => void,
    readonly warn: (path: string, reason: string) => void = () => undefined,
  ) {}

  /** The reports of a path: itself, or those below it, sorted by name. */
  async *reportsOf(given: string): AsyncGenerator<ReportFile> {
    let entry;
    try {
      entry = statSync(given);
    } catch (error) {
      this.complain(given, reasonOf(error));
      return;
    }
    if (!entry.isDirectory()) {
      const reason = !entry.isFile()
        ? // A pipe that nobody writes to would be read for ever, and so would a device.
          'it is neither a file nor a folder'
        : MARKDOWN.test(given)
          ? null
          : `it is no Markdown file: the names of those end in ${ENDINGS}`;
      if (reason !== null) {
        this.complain(given, reason);
        return;
      }
      const report = await this.#guarded(given, true);
      if (report) {
        yield report;
      }
      return;
    }
    const counts = new SearchCounts();
    for await (const file of this.#filesBelow(given, counts)) {
      const report = await this.#guarded(file, false, counts);
      if (report) {
        yield report;
      }
    }
    if (counts.isNothing) {
      this.warn(given, counts.reason(await this.#sites.siteOf(resolve(given))));
    }
  }

  /**
   * What was handed over is a report whose place is that of a file, which need not be there.
   * @param file null where none is known: then no site is
   */
  async given(bytes: Buffer, file: string | null): Promise<ReportFile> {
    const absolute = resolve(file ?? 'report.md');
    const open = file === null ? null : await this.#sites.siteOf(dirname(absolute));
    const placed = await this.#place(absolute, open);
    const report = reportFile(file === null ? '-' : plainPath(file), bytes, placed, open);
    return open ? withTargetsOf(report, open) : report;
  }

  async *#filesBelow(folder: string, counts: SearchCounts): AsyncGenerator<string> {
    let names: string[];
    try {
      // Links are not followed: they may go round in circles. With its slash, a folder is sorted as its files' paths are.
      names = readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => (entry.isDirectory() ? [`${entry.name}/`] : entry.isFile() ? [entry.name] : []))
        .sort();
    } catch (error) {
      this.complain(folder, reasonOf(error));
      counts.unread++;
      return;
    }
    const skipped = await this.#skippedIn(folder);
    for (const name of names) {
      const path = folder.replace(/[\\/]*$/, '/') + name;
      if (!name.endsWith('/')) {
        if (MARKDOWN.test(name)) {
          yield path;
        } else {
          counts.others++;
        }
      } else if (name.startsWith('.') || skipped.has(name.slice(0, -1))) {
        counts.skipped.add(name.slice(0, -1));
      } else {
        yield* this.#filesBelow(path.slice(0, -1), counts);
      }
    }
  }

  /** What generators and tools put into a site lies at its root; deeper, such a name is a section's or a category's. */
  async #skippedIn(folder: string): Promise<ReadonlySet<string>> {
    const absolute = resolve(folder);
    const site = await this.#sites.siteOf(absolute);
    return site && site.root !== absolute ? SKIPPED_ANYWHERE : SKIPPED;
  }

  /** Whatever a file is, it does not keep the others from being read. */
  async #guarded(file: string, named: boolean, counts?: SearchCounts): Promise<ReportFile | null> {
    try {
      const report = await this.#read(file, named, counts);
      if (report && counts) {
        counts.reports++;
      }
      return report;
    } catch (error) {
      this.complain(file, reasonOf(error));
      if (counts) {
        counts.unread++;
      }
      return null;
    }
  }

  /** @returns null for one that is no report unless it was named itself */
  async #read(file: string, named: boolean, counts?: SearchCounts): Promise<ReportFile | null> {
    const absolute = resolve(file);
    const open = await this.#sites.siteOf(dirname(absolute));
    const placed = await this.#place(absolute, open);
    if (open && !placed.inContentFolder && !named) {
      if (counts) {
        counts.elsewhere++;
      }
      return null;
    }
    const bytes = readFileSync(file);
    const report = reportFile(plainPath(file), bytes, placed, open);
    if (!named && !placed.inContentFolder && findIntendedFence(report.text) === null) {
      if (counts) {
        counts.bare++;
      }
      return null;
    }
    return open ? withTargetsOf(report, open) : report;
  }

  async #place(absolute: string, open: OpenSite<string> | null): Promise<Placed> {
    const path = open ? pathFrom(posix(open.root), posix(absolute)) : posix(absolute).replace(/^\//, '');
    const key = dirname(absolute);
    let place = this.#places.get(key);
    if (!place) {
      const { generator, generatorVersion: version, timeZone } = this.options;
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      place = placeFolder(open, folder, { generator, version, timeZone });
      this.#places.set(key, place);
    }
    return (await place)(path);
  }
}

function reportFile(
  file: string,
  bytes: Buffer,
  { site, path }: Placed,
  open: OpenSite<string> | null,
): ReportFile {
  // Written out, a byte order mark is a character like any other.
  const text = bytes.toString('utf8');
  const options: ReportOptions = {
    inherited: site.surroundings?.inherited,
    invalidUtf8: isUtf8(bytes) ? undefined : invalidUtf8(bytes),
  };
  return { file, text, path, site, root: open?.root ?? '', options };
}

/** The files below a folder. */
class FilesBelow implements SiteFiles {
  constructor(readonly root: string) {}

  text(path: string): Promise<string | null> {
    const file = join(this.root, path);
    try {
      // A pipe would be read for ever.
      const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
      return Promise.resolve(isFile ? readFileSync(file, 'utf8') : null);
    } catch {
      return Promise.resolve(null);
    }
  }

  names(folder: string): Promise<readonly string[] | null> {
    try {
      const entries = readdirSync(join(this.root, folder), { withFileTypes: true });
      return Promise.resolve(entries.map((entry) => entry.name + (entry.isDirectory() ? '/' : '')));
    } catch {
      return Promise.resolve(null);
    }
  }
}

/** A path with forward slashes. */
function posix(path: string): string {
  return path.replaceAll(sep, '/');
}
