import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { read } from '../support';
import { NOT_YET } from './notYet';

/** One post with what each generator made of it; see test/fixtures/conformance/README.md. */
interface Case {
  readonly id: string;
  readonly file: string;
  readonly source?: string;
  readonly sourceBase64?: string;
  readonly expected: Readonly<Record<string, Recorded>>;
}

interface Recorded {
  readonly outcome: string;
  readonly title?: string | null;
  readonly date?: string | null;
  readonly tags?: unknown;
  readonly url?: string | null;
  readonly categories?: readonly string[] | null;
  readonly terms?: readonly string[] | null;
  readonly excerpt?: { readonly markdown: string; readonly from: string; readonly wholePost: boolean } | null;
  readonly summary?: { readonly text: string; readonly truncated: boolean } | null;
}

const { now, cases } = JSON.parse(readFileSync('test/fixtures/conformance/cases.json', 'utf8')) as {
  now: string;
  cases: readonly Case[];
};

const ENGINES: Readonly<Record<string, { generator: GeneratorName; version: string; folder: string }>> = {
  'jekyll-4.4': { generator: 'jekyll', version: '4.4.1', folder: '_posts' },
  'jekyll-3.10': { generator: 'jekyll', version: '3.10.0', folder: '_posts' },
  'hugo-0.169': { generator: 'hugo', version: '0.169.0', folder: 'content/posts' },
  'hugo-0.131': { generator: 'hugo', version: '0.131.0', folder: 'content/posts' },
  'hugo-0.111': { generator: 'hugo', version: '0.111.3', folder: 'content/posts' },
};

describe('conformance with recorded runs of the generators', () => {
  assert.equal(now, '2026-11-21T23:00:00Z');
  for (const [engine, { generator, version, folder }] of Object.entries(ENGINES)) {
    describe(engine, () => {
      for (const recorded of cases.filter((other) => engine in other.expected)) {
        it(recorded.id, () => {
          const path = `${folder}/${recorded.file}`;
          const { forecast, excerpt } = read(generator, sourceOf(recorded), { path, version });
          const expected = recorded.expected[engine];
          assert.ok(expected);
          const differing = differences(expected, forecast, excerpt).map((what) => `${recorded.id}: ${what}`);
          // What is not forecast yet is named; when it is, the name must go.
          assert.deepEqual(
            differing,
            NOT_YET[engine]?.filter((name) => name.startsWith(`${recorded.id}: `)) ?? [],
          );
        });
      }
    });
  }
});

function differences(
  expected: Recorded,
  forecast: ReturnType<typeof read>['forecast'],
  excerpt: ReturnType<typeof read>['excerpt'],
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
  }
  if (expected.summary) {
    same('terms', foldedTerms(forecast.terms), foldedTerms(expected.terms ?? []));
    same(
      'summary',
      [plain(excerpt.text), excerpt.truncated],
      [plain(expected.summary.text), expected.summary.truncated],
    );
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

/** Hugo records a missing date as the year 1. */
function instant(date: string | null | undefined): number | null {
  return !date || date.startsWith('0001-') ? null : Date.parse(date);
}

/** Typography straightened, entities decoded, white space folded: the words are compared. */
function plain(text: string): string {
  return text
    .replace(/&[lr]dquo;|[“”]/g, '"')
    .replace(/&[lr]squo;|[‘’]/g, "'")
    .replace(/&hellip;|…/g, '...')
    .replace(/&#160;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function sourceOf({ source, sourceBase64 = '' }: Case): string {
  return source ?? new TextDecoder().decode(Buffer.from(sourceBase64, 'base64'));
}
