import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generators } from '../../src/core/generators';
import type { GeneratorName } from '../../src/core/generators/generator';
import type { Message } from '../../src/core/message';
import { checkReport } from '../../src/core/rules';
import { applyEdits } from '../../src/core/text';
import { bytesOf, recordedFiles } from '../conformance';
import { hostileTexts } from '../hostile';
import { runs } from './runs';
import { NOW, read } from './support';

/** Not a measurement: only a hang takes that long, in milliseconds. */
const HANG = 120_000;

/** How many texts each property is tried on, each as one of the readers; `npm run test:long` tries fifty times as many. */
const TEXTS = 1_000;

interface Reader {
  readonly generator: GeneratorName;
  readonly version: string;
}

/** Each generator, with the versions whose rules differ. */
const READERS: readonly Reader[] = [
  { generator: 'jekyll', version: '4.4.1' },
  { generator: 'jekyll', version: '3.10.0' },
  { generator: 'hugo', version: '0.169.0' },
  { generator: 'hugo', version: '0.131.0' },
  { generator: 'hugo', version: '0.111.3' },
  { generator: 'generic', version: '' },
];

const OUTCOMES = ['published', 'hidden', 'bare', 'text', 'skipped', 'build-error'];

/** Everything that is looked at when a report is opened. */
function lookAt(text: string, readers: readonly Reader[] = READERS): void {
  for (const { generator, version } of readers) {
    const { report, site, forecast, excerpt } = read(generator, text, { version });
    const inside = (range: { start: number; end: number } | null | undefined) => {
      if (range) {
        assert.ok(
          range.start >= 0 && range.start <= range.end && range.end <= text.length,
          `${generator}: ${String(range.start)}–${String(range.end)} of ${String(text.length)}`,
        );
      }
    };
    assert.ok(OUTCOMES.includes(forecast.outcome));
    assert.equal(forecast.reason === null, forecast.outcome === 'published');
    assert.ok(forecast.date === null || !Number.isNaN(Date.parse(forecast.date)), forecast.date ?? '');
    inside(forecast.cause?.range);
    inside(excerpt.range);
    inside(excerpt.separator);
    for (const finding of checkReport({ report, site, forecast, now: NOW })) {
      inside(finding.range);
      assertFilled(finding.message);
      for (const fix of finding.fixes) {
        fix.edits.forEach((edit) => {
          inside(edit.range);
        });
        applyEdits(text, fix.edits);
      }
    }
    report.takeaways.items.forEach((item) => {
      inside(item.range);
    });
    report.talks.forEach((talk) => {
      inside(talk.range);
    });
    const again = read(generator, text, { version });
    assert.deepEqual(again.forecast, forecast, 'the same text gives the same forecast');
    assert.deepEqual(again.excerpt, excerpt, 'the same text gives the same excerpt');
  }
}

/** Each number in the words of a message has something to stand for; what it tells of the text may hold braces, too. */
function assertFilled({ template, args }: Message): void {
  for (const [, number] of template.matchAll(/\{(\d+)\}/g)) {
    assert.ok(Number(number) < args.length, template);
  }
  for (const arg of args) {
    if (typeof arg === 'object') {
      assertFilled(arg);
    }
  }
}

const piece = fc.constantFrom(
  '---', '+++', '{', '}', '\n', '\r\n', '\r', '\t', ' ', '  ', ': ', ':', '-', '- ', '[', ']', ',', '"', "'", '#', '## ', '&a', '*a', '!', '|', '>', '@', '%', '`', '\\', '=', '...', '----',
  'title', 'date', 'tags', 'draft', 'true', 'yes', 'null', '2019-07-23', '2019-02-30', '12:30', '1e3', '<!--more-->', '<!-- more -->', 'excerpt_separator', 'Takeaways', 'by Ann Onym', 'categories',
  '\u00a0', '\ufeff', '\u0000', '😀', '\ud800', 'é', '{{', '}}', '{%', '%}', '{% if', '{% endif %}', '{% raw %}', '{{<', '>}}', '{{%', '[a](b)', '[^1]', '**', '<div>', '-->', '```', '<<', '? ', '{: .a}', '$$', '*[A]: b',
); // prettier-ignore

const reader = fc.constantFrom(...READERS);

const pieces = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(''));

/** Texts that generators were given for the recordings: each has something of its own. */
const recorded = [
  ...new Set(recordedFiles().flatMap(([, { cases }]) => cases.map((each) => bytesOf(each).toString()))),
];

describe('no text makes the core throw', () => {
  it('in generated front matter and bodies', function () {
    this.timeout(HANG * 50);
    const fence = fc.constantFrom('---\n', '+++\n', '', '{', '---\r\n', '\ufeff---\n', ' ---\n');
    const close = fc.constantFrom('---\n', '+++\n', '}', '', '...\n');
    fc.assert(
      fc.property(reader, fence, pieces, close, pieces, (as, open, header, end, body) => {
        lookAt(`${open}${header}\n${end}${body}`, [as]);
      }),
      runs(TEXTS),
    );
  });

  it('in mutated posts', function () {
    this.timeout(HANG * 50);
    const mutation = fc.tuple(fc.nat(), fc.nat(6), piece);
    const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(reader, fc.constantFrom(...recorded), mutations, (as, text, changes) => {
        lookAt(
          changes.reduce((mutated, [place, removed, added]) => {
            const at = place % (mutated.length + 1);
            return mutated.slice(0, at) + added + mutated.slice(at + removed);
          }, text),
          [as],
        );
      }),
      runs(TEXTS),
    );
  });

  it('in any characters', function () {
    this.timeout(HANG * 50);
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(
        reader,
        fc.constantFrom('---\n', '+++\n', '{', ''),
        text,
        text,
        (as, open, header, body) => {
          lookAt(`${open}${header}\n---\n${body}`, [as]);
        },
      ),
      runs(TEXTS),
    );
  });
});

describe('bad input gives a finding or nothing', () => {
  const inputs: [name: string, text: string][] = [
    ['an empty file', ''],
    ['a byte order mark alone', '\ufeff'],
    ['binary', String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
    [
      'UTF-16 read as UTF-8',
      '\ufffd\ufffd-\u0000-\u0000-\u0000\n\u0000t\u0000i\u0000t\u0000l\u0000e\u0000:\u0000',
    ],
    ['CRLF', '---\r\ntitle: Hello\r\n---\r\nText.\r\n\r\nMore.\r\n'],
    ['an unterminated fence', '---\ntitle: Hello\n'],
    ['an unterminated quote', '---\ntitle: "Hello\n---\nText "\n'],
    ['an unterminated list', '---\ntags: [a, b\n---\n'],
    ['an unterminated TOML string', '+++\ntitle = """Hello\n+++\n'],
    ['unterminated JSON', '{"title": "Hello'],
    ['an unterminated comment and code', '---\ntitle: Hello\n---\n<!--\n```\n'],
    ['ten thousand nested brackets', `---\nx: ${'['.repeat(10_000)}\n---\n`],
    ['ten thousand nested lists and quotes', `---\ntitle: Hello\n---\n${'> - '.repeat(10_000)}x\n`],
    ['ten thousand headings', `---\ntitle: Hello\n---\n${'## Takeaways\n'.repeat(10_000)}`],
  ];
  for (const [name, text] of inputs) {
    it(name, function () {
      this.timeout(HANG);
      lookAt(text);
    });
  }

  const fields = [
    'title', 'date', 'tags', 'tag', 'categories', 'category', 'published', 'draft', 'excerpt', 'excerpt_separator', 'permalink', 'slug', 'layout',
    'summary', 'description', 'keywords', 'aliases', 'params', 'author', 'x', '<<',
  ]; // prettier-ignore
  /** Lists or maps, each in the next one, by their aliases. */
  const chain = (count: number, around: (inner: string) => string) =>
    Array.from(
      { length: count },
      (_, at) => `a${String(at)}: &a${String(at)} ${around(at === 0 ? 'x' : `*a${String(at - 1)}`)}\n`,
    ).join('');
  const nested: Readonly<Record<string, (field: string) => string>> = {
    'a list in itself': (field) => `${field}: &a [b, *a]`,
    'a list of lines in itself': (field) => `${field}: &a\n- b\n- *a`,
    'a map in itself': (field) => `${field}: &a {k: *a}`,
    'a list and a map in each other': (field) => `${field}: &a [{k: &b {l: *a, m: *b}}]`,
    'the front matter in itself': (field) => `&a\n${field}: *a`,
    'a map that merges itself': (field) => `${field}: &a\n  <<: *a\n  b: 1`,
    'thousands of lists in lists': (field) => `${chain(3_000, (inner) => `[${inner}]`)}${field}: *a2999`,
    'thousands of maps in maps': (field) => `${chain(3_000, (inner) => `{k: ${inner}}`)}${field}: *a2999`,
    'thousands of merged maps': (field) => `${chain(3_000, (inner) => `{<<: ${inner}}`)}${field}: *a2999`,
    'billions of empty lists': (field) =>
      `a0: &a0 []\n${Array.from({ length: 12 }, (_, at) => `a${String(at + 1)}: &a${String(at + 1)} [${`*a${String(at)},`.repeat(9)}]\n`).join('')}${field}: *a12`,
  };
  for (const [name, header] of Object.entries(nested)) {
    it(name, function () {
      this.timeout(HANG * 5);
      const isLong = header('x').length > 500;
      const readers = isLong
        ? READERS.filter(({ version }) => ['4.4.1', '0.169.0', ''].includes(version))
        : READERS;
      for (const field of isLong ? ['tags'] : fields) {
        const title = field === 'title' || header(field).startsWith('&') ? '' : '\ntitle: T';
        const body = `{{ page.${field} }} {{ page.${field} | join: "," }}`;
        lookAt(`---\n${header(field)}${title}\n---\n${body}\n`, readers);
      }
    });
  }

  // The bench takes fifty times as much of each.
  for (const [name, text] of hostileTexts(20_000)) {
    it(name, function () {
      this.timeout(HANG);
      for (const generator of Object.values(generators)) {
        lookAt(text, [{ generator: generator.name, version: generator.newest }]);
      }
    });
  }
});
