import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { enginesOf, writeSite } from '../sites';
import type { Made, WholeSite, WholeSites } from '../sites';
import { hugoVersion, outputOf } from './hugo';
import { hugoPages } from './hugoSite';

/** The programs that are installed. */
export interface Programs {
  readonly ruby: readonly string[];
  readonly hugo: readonly string[];
}

/** What a program makes of sites: for each, in their order. */
interface Builder {
  readonly engine: string;
  readonly make: (sites: readonly WholeSite[], now: string) => readonly Made[];
}

/**
 * Has the installed generators build whole sites.
 * @returns the sites with what was made of them, and what differs from what was recorded before
 */
export function buildSites(
  all: WholeSites,
  programs: Programs,
): { sites: WholeSites; built: number; differing: string[] } {
  const builders = [...programs.ruby.map(jekyllBuilder), ...programs.hugo.map(hugoBuilder)].flatMap(
    (builder) => builder ?? [],
  );
  const made = new Map(all.sites.map((site) => [site.name, separated(site.made)]));
  const differing: string[] = [];
  let built = 0;
  for (const { engine, make } of builders) {
    const sites = all.sites.filter((site) => enginesOf(site).some(([name]) => name === engine));
    const results = make(sites, all.now);
    sites.forEach(({ name }, index) => {
      const before = made.get(name)?.get(engine);
      const now = results[index];
      if (now) {
        built++;
        if (before && JSON.stringify(before) !== JSON.stringify(now)) {
          differing.push(`${name}, ${engine}`);
        }
        made.get(name)?.set(engine, now);
      }
    });
  }
  const sites = all.sites.map((site) => ({
    ...site,
    made: together(made.get(site.name) ?? new Map<string, Made>()),
  }));
  return { sites: { ...all, sites }, built, differing };
}

function separated(made: WholeSite['made'] | undefined): Map<string, Made> {
  return new Map(
    Object.entries(made ?? {}).flatMap(([engines, each]) =>
      engines.split(' ').map((engine): [string, Made] => [engine, each]),
    ),
  );
}

/** Engines that made the same stand together. */
function together(made: ReadonlyMap<string, Made>): Record<string, Made> {
  const groups = new Map<string, string[]>();
  for (const [engine, each] of [...made].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const text = JSON.stringify(each);
    groups.set(text, [...(groups.get(text) ?? []), engine]);
  }
  return Object.fromEntries(
    [...groups].map(([text, engines]) => [engines.join(' '), JSON.parse(text) as Made]),
  );
}

function inFolder<T>(site: WholeSite, now: string, use: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'conference-notes-live-')));
  try {
    writeSite(site, folder, now);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What stands for Jekyll 3.10 is any 3.x. */
function jekyllBuilder(ruby: string): Builder | null {
  const run = (input: unknown) =>
    spawnSync(ruby, ['test/live/jekyllSite.rb'], {
      encoding: 'utf8',
      input: JSON.stringify(input),
      maxBuffer: 1 << 30,
      env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8' },
    });
  const probe = run({ now: '2026-01-01T00:00:00Z', sites: [] });
  const version = /"jekyll":"([\d.]+)"/.exec(probe.stdout)?.[1];
  if (version === undefined) {
    return null;
  }
  return {
    engine: version.startsWith('3.') ? 'jekyll-3.10' : 'jekyll-4.4',
    make: (sites, now) => {
      const folders = sites.map(() => realpathSync(mkdtempSync(join(tmpdir(), 'conference-notes-live-'))));
      try {
        sites.forEach((site, index) => {
          writeSite(site, folders[index] ?? '', now);
        });
        const asked = sites.map(({ root = '.' }, index) => ({ folder: folders[index], root }));
        const { stdout, stderr, status } = run({ now, sites: asked });
        if (status !== 0) {
          throw new Error(`Jekyll could not be run: ${stderr.slice(0, 1000)}`);
        }
        return (JSON.parse(stdout) as { made: Made[] }).made;
      } finally {
        for (const folder of folders) {
          rmSync(folder, { recursive: true, force: true });
        }
      }
    },
  };
}

function hugoBuilder(hugo: string): Builder | null {
  const version = hugoVersion(hugo);
  return version === null
    ? null
    : {
        engine: `hugo-${version.replace(/\.\d+$/, '')}`,
        make: (sites, now) =>
          sites.map((site) =>
            inFolder(site, now, (folder) => {
              const root = join(folder, site.root ?? '.');
              return hugoPages(folder, join(root, site.layouts ?? 'layouts'), (flags) =>
                outputOf(hugo, now, root, flags),
              );
            }),
          ),
      };
}
