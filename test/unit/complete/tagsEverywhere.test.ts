import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GeneratorName } from '../../../src/core/generators/generator';
import type { Taxonomy } from '../../../src/core/report/termFields';
import { acceptAt, filedUnder, termsIn, toml, yaml } from './accept';
import { runs } from '../runs';

/** A cursor in a whole header, from which a generator reads what is filed under. */
interface Place {
  /** With `|` at the cursor, and `‹…›` around what is replaced. */
  readonly at: string;
  /** What else is read, before and behind what is chosen. */
  readonly others?: readonly [before: readonly string[], behind: readonly string[]];
  /** Those that read it; Hugo, Jekyll and others unless said. */
  readonly by?: readonly GeneratorName[];
  /** `tags` unless said. */
  readonly taxonomy?: Taxonomy;
  /** What can be written there; everything unless said. */
  readonly takes?: (tag: string) => boolean;
}

const oneWord = (tag: string) => !/\s/.test(tag);
const noComma = (tag: string) => !tag.includes(',') && tag === tag.trim();
/** What goes on a string without quotes. */
const bareInside = (tag: string) => !/^[-:#&*!|>'"%@`]|[,[\]{}:?\t]|\s#/.test(tag);
const a: Place['others'] = [['a'], []];
const z: Place['others'] = [[], ['z']];
const both: Place['others'] = [['a'], ['z']];

const inYaml: readonly Place[] = [
  { at: 'tags: [‹|›]' },
  { at: 'tags: [ ‹|› ]' },
  { at: 'tags: [‹c|›]' },
  { at: 'tags: [‹c|lo›]' },
  { at: 'tags: [‹|clo›]' },
  { at: 'tags: [a, ‹|›]', others: a },
  { at: 'tags: [a,‹|›]', others: a },
  { at: 'tags: [a, ‹c|›]', others: a },
  { at: 'tags: [a, ‹big |›]', others: a },
  { at: 'tags: [a, ‹big d|ata›, z]', others: both },
  { at: 'tags: [‹c|›, z]', others: z },
  { at: 'tags: [a, ‹|›, z]', others: both },
  { at: "tags: [‹'|'›]" },
  { at: 'tags: [‹"|"›]' },
  { at: "tags: ['a', ‹'c|'›, 'z']", others: both },
  { at: 'tags: ["a", ‹"c|l"›, "z"]', others: both },
  { at: 'tags: ["a", ‹|›]', others: a },
  { at: "tags: ['a', ‹c|›]", others: a },
  { at: "tags: [‹'c|›, 'z']", others: z },
  { at: 'tags: [‹"it\\"s|"›, "z"]', others: z },
  { at: "tags: [‹'it''s|'›, z]", others: z },
  { at: 'tags: [\n  a,\n  ‹c|›,\n  z\n]', others: both },
  { at: 'tags: [\n  a,\n  ‹|›\n  ]', others: a },
  { at: 'tags: [ # all\n  a, # one\n  ‹c|› # two\n  ]', others: a },
  { at: 'tags:\n  [a, ‹c|›]', others: a },
  { at: 'tags : [a, ‹c|›]', others: a },
  { at: '"tags": [a, ‹c|›]', others: a },
  { at: 'title: T\ntags: [a, ‹c|›] # why\nlayout: post', others: a },
  { at: 'title: T\r\ntags: [a, ‹c|›]\r', others: a },
  { at: 'tags:\r\n  - a\r\n  - ‹c|›\r\n  - z\r', others: both },
  { at: 'tags:\n  - ‹|›' },
  { at: 'tags:\n- ‹|›' },
  { at: 'tags:\n-   ‹c|›' },
  { at: 'tags:\n  - a\n  - ‹c|lo›\n  - z\ntitle: T', others: both },
  { at: 'tags:\n  - a\n  - ‹big |›\n  - z', others: both },
  { at: 'tags:\n  - a\n  - ‹|› # why\n  - z', others: both },
  { at: 'tags:\n  - "a"\n  - ‹"c|"›', others: a },
  { at: "tags:\n  - ‹'c|›\n  - z", others: z },
  { at: 'tags:\n\n  # mine\n  - a\n\n  - ‹c|›', others: a },
  { at: 'tags: ‹|›' },
  { at: 'tags: ‹|› # none yet' },
  { at: 'tags: ‹c|›' },
  { at: 'tags: ‹"c|"›' },
  { at: "tags: ‹'c|›" },
  { at: 'tags: ‹c|› # why' },
  { at: 'tags: a ‹c|›', others: a, by: ['jekyll'], takes: (tag) => oneWord(tag) && bareInside(tag) },
  { at: 'tags: a ‹|›', others: a, by: ['jekyll'], takes: (tag) => oneWord(tag) && bareInside(tag) },
  { at: 'tags: a ‹c|l› z', others: both, by: ['jekyll'], takes: (tag) => oneWord(tag) && bareInside(tag) },
  { at: 'tags: "a ‹c|› z"', others: both, by: ['jekyll'], takes: oneWord },
  { at: "tags: 'a ‹c|› z'", others: both, by: ['jekyll'], takes: oneWord },
  { at: 'tag: ‹|›', by: ['jekyll'] },
  { at: 'tag: ‹c|›', by: ['jekyll'] },
  { at: 'tag: ‹"c|"›', by: ['jekyll'] },
  { at: 'categories: [a, ‹c|›]', others: a, taxonomy: 'categories' },
  { at: 'categories:\n- a\n- ‹|›', others: a, taxonomy: 'categories' },
  { at: 'categories: ‹|›', taxonomy: 'categories' },
  { at: 'category: ‹c|›', taxonomy: 'categories' },
  { at: 'keywords: ‹c|›', taxonomy: 'keywords' },
  { at: 'keywords: ‹"c|"›', taxonomy: 'keywords' },
  { at: 'keywords: ‹|›', taxonomy: 'keywords' },
  { at: 'keywords: a, ‹|›', others: a, taxonomy: 'keywords', takes: bareInside },
  { at: 'keywords: a, ‹big d|ata›, z', others: both, taxonomy: 'keywords', takes: bareInside },
  { at: 'keywords: "a, ‹big |›, z"', others: both, taxonomy: 'keywords', takes: noComma },
  {
    at: "keywords: 'a, ‹c|›'",
    others: a,
    taxonomy: 'keywords',
    takes: (tag) => noComma(tag) && !tag.includes('\t'),
  },
  { at: 'keywords: [a, ‹c|›]', others: a, taxonomy: 'keywords' },
];

const inToml: readonly Place[] = [
  { at: 'tags = [‹|›]' },
  { at: 'tags = [‹c|›]' },
  { at: 'tags = [‹"|"›]' },
  { at: 'tags = ["a", ‹|›]', others: a },
  { at: 'tags = ["a",‹|›]', others: a },
  { at: 'tags = ["a", ‹c|›]', others: a },
  { at: 'tags = ["a", ‹"c|lo"›, "z"]', others: both },
  { at: 'tags = ["a", ‹"c|›, "z"]', others: both },
  { at: "tags = ['a', ‹'c|'›, 'z']", others: both },
  { at: "tags = ['a', ‹|›]", others: a },
  { at: 'tags = [\n  "a",\n  ‹|›\n]', others: a },
  { at: 'tags = [\n  "a", # one\n  ‹"c|"›, # two\n  "z",\n]\ntitle = "T"', others: both },
  { at: 'tags = [\n  "a",\n  ‹c|›\n]\n[params]\nx = 1', others: a },
  { at: 'tags = ‹|›' },
  { at: 'tags = ‹c|›' },
  { at: 'tags = ‹"c|"›' },
  { at: 'categories = ["a", ‹"c|"›]', others: a, taxonomy: 'categories' },
  { at: 'keywords = "a, ‹c|›, z"', others: both, taxonomy: 'keywords', takes: noComma },
  {
    at: "keywords = 'a, ‹c|›'",
    others: a,
    taxonomy: 'keywords',
    takes: (tag) => noComma(tag) && !/['\t]/.test(tag),
  },
  { at: 'keywords = ["a", ‹|›]', others: a, taxonomy: 'keywords' },
];

const inJson: readonly Place[] = [
  { at: '{ "tags": [‹|›] }' },
  { at: '{ "tags": [‹"|"›] }' },
  { at: '{ "tags": ["a", ‹|›] }', others: a },
  { at: '{ "tags": ["a", ‹c|›] }', others: a },
  { at: '{ "tags": ["a", ‹"c|lo"›, "z"] }', others: both },
  { at: '{\n  "tags": [\n    "a",\n    ‹"c|"›\n  ],\n  "title": "T"\n}', others: a },
  { at: '{\n  "tags": ‹|›,\n  "title": "T"\n}' },
  { at: '{ "tags": ‹|› }' },
  { at: '{ "tags": ‹"c|"›, "title": "T" }' },
  { at: '{ "title": "tags: [", "tags": ["a", ‹"c|"›] }', others: a },
  { at: '{ "categories": ["a", ‹"c|"›] }', others: a, taxonomy: 'categories' },
  { at: '{ "keywords": "a, ‹c|›, z" }', others: both, taxonomy: 'keywords', takes: noComma },
];

const TAGS = [
  ...['aws', 'C#', 'C++', '.NET', 'node.js', 'data science', 'ci/cd', 'R&D', '&co', "it's", "'tick", '5g'],
  ...['yes', 'No', 'on', 'y', 'true', 'null', '~', '1.0', '2019', '.5', '1e3', '0x1F', '0o17', '1_000'],
  ...['1,000', '12:30', '2019-07-23', '2019-07-23 10:00:00', '-1', '+1', '.inf', '.nan', '<<', '=', '---'],
  ...['- x', '-x', '? x', 'what?', 'a: b', 'a:b', ':a', 'a:', '#tag', 'a #b', 'a,b', '[a]', '{a}', '*x'],
  ...['!x', '|x', '>x', '@x', '`x`', '%x', '"quoted"', 'say "hi"', 'back\\slash', '\\n', 'C:\\', 'a\tb'],
  ...[
    '🚀',
    'serverless 🚀',
    '👩‍💻',
    'Über',
    'naïve',
    '日本語',
    'データ',
    'İ',
    '$1',
    '${x}',
    '}',
    '…',
    'constructor',
  ],
];

const FORMATS: readonly (readonly [
  string,
  readonly Place[],
  (lines: string) => string,
  readonly GeneratorName[],
])[] = [
  ['YAML', inYaml, yaml, ['jekyll', 'hugo', 'generic']],
  ['TOML', inToml, toml, ['hugo']],
  ['JSON', inJson, (lines) => `${lines}\nBody\n`, ['hugo']],
];

/** Accepts a tag, and holds the result against what the place promises. */
function check(place: Place, tag: string, name: GeneratorName, wrap: (lines: string) => string): void {
  const { at, others: [before, behind] = [[], []], taxonomy = 'tags', takes = () => true } = place;
  const marked = wrap(at);
  const result = acceptAt(marked.replace(/[‹›]/g, ''), tag, name);
  const what = `${name}: ${JSON.stringify(at)} + ${JSON.stringify(tag)}`;
  if (!takes(tag)) {
    assert.equal(result, null, `${what} cannot be written there`);
    return;
  }
  assert.ok(result, `${what} is not offered`);
  const head = marked.slice(0, marked.indexOf('‹'));
  const tail = marked.slice(marked.indexOf('›') + 1);
  const { text, offset } = result;
  assert.ok(text.startsWith(head) && text.endsWith(tail), `${what} changed more: ${text}`);
  // The cursor is behind the tag; there, or behind a comma, the next one goes.
  const left = text.slice(offset, text.length - tail.length);
  assert.ok(offset > head.length && (left === '' || left === ']'), `${what} leaves the cursor elsewhere`);
  const read = taxonomy === 'tags' ? termsIn(text, name) : filedUnder(text, name, taxonomy);
  assert.deepEqual(read, [...before, tag, ...behind], `${what} is read from ${text}`);
}

describe('a chosen tag is read back, and nothing else is changed', () => {
  for (const [format, places, wrap, names] of FORMATS) {
    for (const place of places) {
      const readers = place.by ?? names;
      it(`${format}: ${JSON.stringify(place.at)}`, () => {
        // Each tag by one generator and each generator by many tags: all by all would take a minute.
        TAGS.forEach((tag, i) => {
          check(place, tag, readers[i % readers.length] ?? 'hugo', wrap);
        });
      });
    }
  }

  it('whatever the tag', () => {
    const risky = fc
      .array(fc.constantFrom(...Array.from('0159_.,:+-xeoEb~#&*!|>\'"%@`?{}[] \\$=<yesnoYNaé🚀')), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    const tags = fc
      .oneof(risky, fc.string({ unit: 'grapheme', minLength: 1 }))
      // What no report is filed under: blanks around a tag, a comma behind it; and those that are there already.
      .filter((tag) => tag === tag.trim() && !/^[az]?$|[,;]$/i.test(tag));
    const places = FORMATS.flatMap(([, list, wrap, names]) =>
      list.flatMap((place) => (place.by ?? names).map((name) => ({ place, name, wrap }))),
    );
    fc.assert(
      fc.property(tags, fc.constantFrom(...places), (tag, { place, name, wrap }) => {
        check(place, tag, name, wrap);
      }),
      runs(500),
    );
  });
});
