import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ENGINES } from './conformance';
import type { Engine, Recorded } from './conformance';

/** A whole small site with what each generator made of it; see test/fixtures/sites/README.md. */
export interface WholeSite {
  readonly name: string;
  /** The folder in which the generator is started, where it is not the uppermost one; without a slash at its end. */
  readonly root?: string;
  /** Where a Hugo site has its layouts, from `root`, where it is not `layouts`: the recorder's own go there. */
  readonly layouts?: string;
  /** The engines that are asked; without it all those of the generator. */
  readonly engines?: readonly string[];
  /** The site says itself which version builds it: it must be found. */
  readonly saysVersion?: boolean;
  /** The texts of all files, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** By engines, with a blank between those that made the same. */
  readonly made: Readonly<Record<string, Made>>;
}

/** What a generator made of a site. */
export interface Made {
  /** Why there is no site. */
  readonly error?: string;
  readonly pages?: readonly MadePage[];
}

/** A page with a source: Hugo’s regular pages, the documents of Jekyll’s collections. */
export interface MadePage extends Recorded {
  readonly file: string;
  /** It lies at the top of Hugo’s content, where reports need not be. */
  readonly isTop?: boolean;
  /** Its terms by taxonomy. */
  readonly taxonomies?: Readonly<Record<string, readonly string[]>>;
}

/** A file of sites. */
export interface WholeSites {
  readonly now: string;
  readonly sites: readonly WholeSite[];
}

const FOLDER = 'test/fixtures/sites';

/** All files of sites, by name. */
export function siteFiles(): readonly [name: string, sites: WholeSites][] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, readSites(join(FOLDER, name))]);
}

export function readSites(file: string): WholeSites {
  return JSON.parse(readFileSync(file, 'utf8')) as WholeSites;
}

/** The engines by which a site is built: Jekyll’s where a file or folder has its names, else Hugo’s. */
export function enginesOf(site: WholeSite): [name: string, engine: Engine][] {
  const isJekyll = !Object.keys(site.files).some((path) => /(?:^|\/)(?:hugo|config)\.|^config\//.test(path));
  return Object.entries(ENGINES).filter(([name, { generator }]) =>
    site.engines ? site.engines.includes(name) : generator === (isJekyll ? 'jekyll' : 'hugo'),
  );
}

/**
 * Writes a site's files below a folder.
 * @param now when they were last changed, which dates Jekyll's drafts
 */
export function writeSite({ files }: Pick<WholeSite, 'files'>, folder: string, now: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    utimesSync(join(folder, path), new Date(now), new Date(now));
  }
}
