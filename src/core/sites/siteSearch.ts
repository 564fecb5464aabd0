import type { SiteFiles } from '../generators/siteFiles';
import { findSite, findVersion } from './findSite';
import type { FoundSite, FoundVersion } from './findSite';
import { KeptFiles } from './keptFiles';

/** The folders of a host; `F` is what it calls one. */
export interface Folders<F> {
  /** Tells folders apart. */
  key(folder: F): string;
  /** The folder around another, down to which reports are looked for; null at the top. */
  parent(folder: F): F | null;
  /** A folder inside another. */
  below(folder: F, path: string): F;
  files(folder: F): SiteFiles;
}

/** A site with its files. */
export interface OpenSite<F> {
  /** Where its paths start. */
  readonly root: F;
  readonly site: FoundSite;
  readonly files: SiteFiles;
  /** From the folder with its configuration to the root; empty where they are one. */
  readonly base: string;
}

/** How many folders beside the one with a report are looked into for a configuration. */
const MAX_BESIDE = 20;

/** How many folders up that is done, and a version looked for outside of the site. */
const MAX_UP = 3;

/**
 * Finds the sites of folders, the same for the editor and the command line: the nearest one counts, unless one above it has a
 * configuration that claims the folder. What a folder was found to be is kept.
 */
export class SiteSearch<F> {
  readonly #inspected = new Map<string, Promise<OpenSite<F> | null>>();
  readonly #around = new Map<string, Promise<OpenSite<F> | null>>();
  readonly #inside = new Map<string, Promise<OpenSite<F>[]>>();

  /** @param found is told each site once */
  constructor(
    readonly folders: Folders<F>,
    readonly found: (site: OpenSite<F>) => void = () => undefined,
  ) {}

  /** The site of the reports in a folder; null where there is none. */
  async siteOf(folder: F): Promise<OpenSite<F> | null> {
    return (await this.#siteAround(folder)) ?? (await this.#siteBeside(folder));
  }

  /** Tells whether a folder, or one below it, was looked into. */
  knowsBelow(key: string): boolean {
    return [...this.#inspected.keys()].some((known) => known === key || known.startsWith(`${key}/`));
  }

  #siteAround(folder: F): Promise<OpenSite<F> | null> {
    return kept(this.#around, this.folders.key(folder), async () => {
      const parent = this.folders.parent(folder);
      const [own, above] = await Promise.all([
        this.#inspect(folder),
        parent === null ? null : this.#siteAround(parent),
      ]);
      return own && !(above && this.#claims(above, folder, own)) ? own : above;
    });
  }

  #inspect(folder: F): Promise<OpenSite<F> | null> {
    return kept(this.#inspected, this.folders.key(folder), async () => {
      const files = new KeptFiles(this.folders.files(folder));
      const found = await findSite(files);
      if (!found) {
        return null;
      }
      const site =
        found.version === undefined ? { ...found, ...(await this.#versionAbove(found, folder)) } : found;
      const base = site.generator.layout.baseOf(site.config);
      const root = base === '' ? folder : this.folders.below(folder, base);
      const open = { root, site, base, files: base === '' ? files : new KeptFiles(this.folders.files(root)) };
      this.found(open);
      return open;
    });
  }

  /** What builds a site in a part of a repository may be told at its top. */
  async #versionAbove({ generator }: FoundSite, folder: F): Promise<FoundVersion | null> {
    let around = this.folders.parent(folder);
    for (let up = 1; up <= MAX_UP && around !== null; up++) {
      const found = await findVersion(generator, this.folders.files(around));
      if (found.version !== undefined) {
        return { ...found, versionFile: `${'../'.repeat(up)}${found.versionFile ?? ''}` };
      }
      around = this.folders.parent(around);
    }
    return null;
  }

  /** Tells whether a site takes a folder below its root for its own, though that could be a site itself. */
  #claims(above: OpenSite<F>, folder: F, own: OpenSite<F>): boolean {
    const path = pathFrom(this.folders.key(above.root), this.folders.key(folder));
    if (above.site.siteFile.endsWith('/') || path.startsWith('../')) {
      return false;
    }
    return (
      own.site.siteFile.endsWith('/') ||
      (path === '' ? above.base !== '' : above.site.generator.layout.claims(`${path}/`, above.site.config))
    );
  }

  /** A configuration may lie in a folder beside the content. */
  async #siteBeside(folder: F): Promise<OpenSite<F> | null> {
    let around = this.folders.parent(folder);
    for (let up = 0; up < MAX_UP && around !== null; up++) {
      for (const open of await this.#sitesIn(around)) {
        const path = pathFrom(this.folders.key(open.root), this.folders.key(folder));
        if (path.startsWith('../') && open.site.generator.layout.claims(`${path}/`, open.site.config)) {
          return open;
        }
      }
      around = this.folders.parent(around);
    }
    return null;
  }

  /** The sites that lie right in a folder. */
  #sitesIn(folder: F): Promise<OpenSite<F>[]> {
    return kept(this.#inside, this.folders.key(folder), async () => {
      const names = (await this.folders.files(folder).names('')) ?? [];
      const inside = names.filter((name) => /^[^.].*\/$/.test(name) && name !== 'node_modules/');
      const sites = await Promise.all(
        inside
          .slice(0, MAX_BESIDE)
          .map((name) => this.#inspect(this.folders.below(folder, name.slice(0, -1)))),
      );
      return sites.filter((site) => site !== null);
    });
  }
}

/**
 * The path from a folder to a file or another folder, with forward slashes: below it, or by way of the folders around it.
 * @param root without a slash at its end, or the top of all
 */
export function pathFrom(root: string, path: string): string {
  const base = root.endsWith('/') ? root : `${root}/`;
  if (path.startsWith(base) || path === root) {
    return path.slice(base.length);
  }
  const from = root.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  const differs = to.findIndex((part, index) => part !== from[index]);
  const common = differs < 0 ? to.length : differs;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

function kept<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let value = known.get(key);
  if (!value) {
    value = make();
    known.set(key, value);
  }
  return value;
}
