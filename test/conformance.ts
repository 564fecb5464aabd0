import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Excerpt, GeneratorName, Site } from '../src/core/generators/generator';
import type { Forecast, Now } from '../src/core/generators/forecast';
import { configFor } from '../src/core/generators/hugo/place';
import { textOfHtml } from '../src/core/markdown/markdown';
import { Report } from '../src/core/report/report';
import { findSite } from '../src/core/sites/findSite';
import { withTargets } from '../src/core/links/targets';
import { placeReport } from './placeReport';
import { invalidUtf8 } from '../src/core/utf8';
import { memoryFiles } from './memoryFiles';

/** One post with what each generator made of it; see test/fixtures/conformance/README.md. */
export interface Case {
  readonly id: string;
  /** The post's name in the generator's folder of posts, or, with a slash in it, its path from the site's root. */
  readonly file: string;
  readonly source?: string;
  readonly sourceBase64?: string;
  /** Further files of the site, by their path from its root. */
  readonly files?: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<string, Recorded>>;
}

/** What a generator made of a post. */
export interface Recorded {
  readonly outcome: string;
  readonly reason?: string | null;
  readonly title?: string | null;
  readonly date?: string | null;
  readonly tags?: unknown;
  readonly url?: string | null;
  readonly categories?: readonly string[] | null;
  readonly terms?: readonly string[] | null;
  readonly draft?: boolean;
  readonly excerpt?: {
    readonly markdown: string;
    readonly html: string;
    readonly from: string;
    readonly wholePost: boolean;
  } | null;
  readonly summary?: { readonly html: string; readonly text?: string; readonly truncated: boolean } | null;
}

/** A recorded file: posts, and the moment at which they were built. */
export interface Cases {
  readonly now: string;
  readonly timeZone: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
}

/** A generator at a version, and where it keeps its posts. */
export interface Engine {
  readonly generator: GeneratorName;
  readonly version: string;
  readonly folder: string;
}

export const ENGINES: Readonly<Record<string, Engine>> = {
  'jekyll-4.4': { generator: 'jekyll', version: '4.4.1', folder: '_posts' },
  'jekyll-3.10': { generator: 'jekyll', version: '3.10.0', folder: '_posts' },
  'hugo-0.169': { generator: 'hugo', version: '0.169.0', folder: 'content/posts' },
  'hugo-0.131': { generator: 'hugo', version: '0.131.0', folder: 'content/posts' },
  'hugo-0.111': { generator: 'hugo', version: '0.111.3', folder: 'content/posts' },
};

const FOLDER = 'test/fixtures/conformance';

/** All recorded files, by name. */
export function recordedFiles(): readonly [name: string, cases: Cases][] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, readCases(join(FOLDER, name))]);
}

export function readCases(file: string): Cases {
  return JSON.parse(readFileSync(file, 'utf8')) as Cases;
}

/** The post's path from its site's root. */
export function pathOf({ file }: Case, { folder }: Engine): string {
  return file.includes('/') ? file : `${folder}/${file}`;
}

/** The post's bytes. */
export function bytesOf({ source, sourceBase64 = '' }: Case): Buffer {
  return source === undefined ? Buffer.from(sourceBase64, 'base64') : Buffer.from(source);
}

const SITE_FILE: Readonly<Record<GeneratorName, string>> = {
  jekyll: '_config.yml',
  hugo: 'hugo.toml',
  generic: '',
};

/** A post, read as one of its site. */
export interface ReadCase {
  readonly report: Report;
  readonly site: Site;
  readonly forecast: Forecast;
  readonly now: Now;
}

/** Reads a post with what its site says of it. */
export async function readCase(
  recorded: Case,
  { generator, version, folder }: Engine,
  now: string,
): Promise<ReadCase> {
  const own = pathOf(recorded, { generator, version, folder });
  const bytes = bytesOf(recorded);
  const texts = { ...recorded.files, [own]: bytes.toString() };
  const alone = Object.keys(texts).length === 1;
  // A site with further files has a configuration too, if an empty one.
  const files = memoryFiles(
    alone || (await findSite(memoryFiles(texts))) ? texts : { ...texts, [SITE_FILE[generator]]: '' },
  );
  const found = await findSite(files);
  const { site: place, path } = await placeReport(found && { site: found, files }, own, {
    generator,
    version,
    timeZone: found?.config.timeZone ?? 'UTC',
  });
  const report = new Report(bytes.toString(), found ? path : own, place.generator, {
    inherited: place.surroundings?.inherited,
    invalidUtf8: invalidUtf8(bytes),
  });
  const moment = Date.parse(now);
  const site = found ? await withTargets(report, place, files, moment) : place;
  return { report, site, forecast: site.generator.forecast(report, site, moment), now: moment };
}

/** What we say of a post. */
export async function forecastOf(
  recorded: Case,
  engine: Engine,
  now: string,
): Promise<[forecast: Forecast, excerpt: Excerpt, basePath: string]> {
  const { report, site, forecast } = await readCase(recorded, engine, now);
  return [forecast, site.generator.excerpt(report, site), basePathOf(report.path, site)];
}

/** Where the report's site, or its language, is published; Hugo's addresses are recorded with it. */
export function basePathOf(path: string, { generator, config, version }: Site): string {
  return generator.name === 'hugo' ? (configFor(path, config, version).basePath ?? '') : '';
}

/** In what a forecast differs from what was recorded; empty where it does not. */
export function differences(
  expected: Recorded,
  forecast: Forecast,
  excerpt: Excerpt,
  basePath = '',
): string[] {
  if (forecast.outcome !== expected.outcome) {
    return ['outcome'];
  }
  if (forecast.outcome === 'skipped' || forecast.outcome === 'build-error') {
    return [];
  }
  const found: string[] = [];
  const same = (what: string, actual: unknown, wanted: unknown) => {
    if (JSON.stringify(actual, integers) !== JSON.stringify(wanted)) {
      found.push(what);
    }
  };
  same('title', forecast.title ?? '', expected.title ?? '');
  same('date', instant(forecast.date), instant(expected.date));
  same('tags', forecast.tags, expected.tags ?? (expected.excerpt ? [] : null));
  if (expected.excerpt) {
    if (forecast.outcome !== 'bare') {
      same('url', forecast.url, expected.url ?? null);
    }
    same('categories', forecast.categories, expected.categories ?? []);
    same('excerpt', [excerpt.from, excerpt.markdown], [expected.excerpt.from, expected.excerpt.markdown]);
    same('whole post', excerpt.wholePost, expected.excerpt.wholePost);
    same('excerpt text', plain(excerpt.text), plainOfHtml(expected.excerpt.html));
  }
  if (expected.summary) {
    if (expected.url !== undefined) {
      same('url', forecast.url === null ? null : basePath + forecast.url, expected.url);
    }
    same('terms', foldedTerms(forecast.terms), foldedTerms(expected.terms ?? []));
    same('truncated', excerpt.truncated, expected.summary.truncated);
    same('summary', plain(excerpt.text), plainOfHtml(withoutSpans(expected.summary.html)));
  }
  return found;
}

function integers(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** Terms are a set, and which spelling of a merged term is recorded depends on the order of pages. */
function foldedTerms(terms: readonly string[]): string[] {
  return terms.map((term) => term.toLowerCase().replace(/ /g, '-')).sort();
}

/** Hugo records a missing date as the year 1. A year of more than four digits needs a sign and six of them to be read. */
function instant(date: string | null | undefined): number | null {
  const sixDigits = (year: string) => `+${year.padStart(6, '0')}`;
  return !date || date.startsWith('0001-') ? null : Date.parse(date.replace(/^\d{5,6}(?=-)/, sixDigits));
}

/** The colours of code put no blanks between its words. */
function withoutSpans(html: string): string {
  return html.replace(/<\/?span\b[^>]*>/g, '');
}

/** HTML without scripts and styles, of which readers see nothing. */
export function withoutUnseen(html: string): string {
  return html.replace(/<(script|style)\b[^<>]*>[^]*?(?:<\/\1\s*>|$)/gi, '');
}

function plainOfHtml(html: string): string {
  return plain(textOfHtml(withoutUnseen(html)));
}

/** Typography straightened, entities decoded, white space folded: the words are compared. */
export function plain(text: string): string {
  return text
    .replace(/&[lr]dquo;|[“”«»]/g, '"')
    .replace(/&[lr]squo;|[‘’]/g, "'")
    .replace(/&hellip;|…/g, '...')
    .replace(/&#160;|&nbsp;|\u00A0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
