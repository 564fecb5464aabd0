import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Files } from '../../../src/cli/files';
import { Report } from '../../../src/core/report/report';
import { basePathOf, differences } from '../../conformance';
import type { Engine } from '../../conformance';
import { enginesOf, siteFiles, writeSite } from '../../sites';
import type { Made, MadePage, WholeSite } from '../../sites';
import { NOT_YET } from './sitesNotYet';

/** Files of other kinds are no reports of ours. */
const MARKDOWN = /\.(?:md|markdown|mkd|mdown)$/i;

describe('whole sites, as `conference-notes show` lists them', () => {
  for (const [file, { now, sites }] of siteFiles()) {
    describe(file, () => {
      for (const site of sites) {
        it(site.name, async () => {
          const root = realpathSync(mkdtempSync(join(tmpdir(), 'conference-notes-sites-')));
          try {
            writeSite(site, root, now);
            const differing: Record<string, readonly string[]> = {};
            const expected: Record<string, readonly string[]> = {};
            for (const [name, engine] of enginesOf(site)) {
              const made = Object.entries(site.made).find(([names]) => names.split(' ').includes(name))?.[1];
              assert.ok(made, `was not recorded with ${name}`);
              differing[name] = (await compare(site, root, made, engine, Date.parse(now))).sort();
              const known = NOT_YET.filter((each) => each.site === site.name);
              const own = known.filter(({ engines }) => engines?.includes(name) ?? true);
              expected[name] = own.flatMap(({ differs }) => differs).sort();
            }
            // What is not forecast yet is named; when it is, the name must go.
            assert.deepEqual(differing, expected);
          } finally {
            rmSync(root, { recursive: true, force: true });
          }
        });
      }
    });
  }

  it('names nothing as missing that is not there', () => {
    const names = new Set(siteFiles().flatMap(([, { sites }]) => sites.map(({ name }) => name)));
    assert.deepEqual(
      NOT_YET.filter(({ site }) => !names.has(site)),
      [],
    );
  });

  it('has no two sites of one name', () => {
    const names = siteFiles().flatMap(([, { sites }]) => sites.map(({ name }) => name));
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });
});

/** In what our list of a site's reports differs from what the generator made. */
async function compare(
  { saysVersion = false }: WholeSite,
  root: string,
  made: Made,
  { generator: name, version }: Engine,
  now: number,
): Promise<string[]> {
  const complaints: string[] = [];
  const choice = {
    generator: undefined,
    generatorVersion: saysVersion ? undefined : version,
    timeZone: undefined,
  };
  const files = new Files({ paths: [root], now, ...choice }, (path, reason) =>
    complaints.push(`${path}: ${reason}`),
  );
  const listed = new Set<string>();
  const found: string[] = complaints;
  let stops = false;
  for await (const { file, text, path, site, options } of files.reportsOf(root)) {
    const own = file.slice(root.length + 1);
    const report = new Report(text, path, site.generator, options);
    const forecast = site.generator.forecast(report, site, now);
    listed.add(own);
    stops ||= forecast.outcome === 'build-error';
    if (site.generator.name !== name || (saysVersion && site.version !== version)) {
      found.push(`${own}: ${site.generator.name} ${site.version}`);
    }
    if (made.pages === undefined) {
      continue;
    }
    const page = pageOf(made.pages, own);
    if (!page) {
      if (forecast.outcome !== 'skipped') {
        found.push(`${own}: listed`);
      }
      continue;
    }
    const field = site.config.hugo?.tagField === undefined ? 'tags' : site.config.hugo.tagField;
    const terms = field === null ? [] : (page.taxonomies?.[field] ?? []);
    const differing = differences(
      { ...page, terms },
      forecast,
      site.generator.excerpt(report, site),
      basePathOf(report.path, site),
    );
    found.push(...differing.map((what) => `${own}: ${what}`));
  }
  if (made.error !== undefined) {
    return stops ? found : [...found, 'no build-error'];
  }
  const missing = (made.pages ?? []).filter(
    ({ file, isTop }) => !isTop && MARKDOWN.test(file) && !listed.has(file),
  );
  return [...found, ...new Set(missing.map(({ file }) => `${file}: missing`))];
}

/** Of a file that is a page in several languages, the one of the shortest address counts. */
function pageOf(pages: readonly MadePage[], file: string): MadePage | undefined {
  return pages
    .filter((page) => page.file === file)
    .sort((a, b) => (a.url ?? '').length - (b.url ?? '').length)[0];
}
