import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { isPlainSafe, quoteTag, writeTag } from '../../../src/core/write/quote';
import { acceptAt, termsIn, toml, yaml } from '../complete/accept';
import { runs } from '../runs';

const plain = [
  ...[
    'aws',
    'C#',
    'C++',
    'node.js',
    'data science',
    'ci/cd',
    '.NET',
    'R&D',
    'a-b',
    'big_data',
    "it's",
    '5g',
    '3d',
  ],
  ...['v1.0', '1.2.3', '24/7', 'serverless 🚀', '🚀', 'Über', 'a & b', 'wow!', '100%', 'a@b', 'yes sir'],
];

/** The tag and how it stands in YAML where no quotes are wished for. */
const quoted: Readonly<Record<string, string>> = {
  yes: "'yes'",
  No: "'No'",
  on: "'on'",
  OFF: "'OFF'",
  y: "'y'",
  n: "'n'",
  true: "'true'",
  False: "'False'",
  null: "'null'",
  '~': "'~'",
  '1.0': "'1.0'",
  '2019': "'2019'",
  '+1': "'+1'",
  '.5': "'.5'",
  '1.': "'1.'",
  '.': "'.'",
  '.inf': "'.inf'",
  '.NaN': "'.NaN'",
  '12:30': "'12:30'",
  '0x1f': "'0x1f'",
  '0o17': "'0o17'",
  '0b11': "'0b11'",
  '1e3': "'1e3'",
  '1_000': "'1_000'",
  '1,000': "'1,000'",
  '2019-07-23': "'2019-07-23'",
  '2019-7-3': "'2019-7-3'",
  '2019-07-23 10:00:00': "'2019-07-23 10:00:00'",
  '&co': "'&co'",
  '*star': "'*star'",
  '!bang': "'!bang'",
  '|pipe': "'|pipe'",
  '>more': "'>more'",
  "'tick": "'''tick'",
  '"say"': `'"say"'`,
  '%done': "'%done'",
  '@home': "'@home'",
  '`code`': "'`code`'",
  '-dash': "'-dash'",
  '- dash': "'- dash'",
  'what?': "'what?'",
  '?what': "'?what'",
  '#hash': "'#hash'",
  'a #b': "'a #b'",
  'a: b': "'a: b'",
  'a:b': "'a:b'",
  'a,b': "'a,b'",
  '[a]': "'[a]'",
  '{a}': "'{a}'",
  '---': "'---'",
  '...': "'...'",
  '<<': "'<<'",
  '=': "'='",
  '': "''",
  ' a': "' a'",
  'a ': "'a '",
  'a\tb': '"a\\tb"',
  'a\nb': '"a\\nb"',
};

/** Tags for the generators to read back. An empty or padded one is no tag to Jekyll or Hugo. */
const readable = [...plain, ...Object.keys(quoted)].filter((tag) => tag.trim() === tag && tag !== '');

describe('quoting a tag', () => {
  for (const tag of plain) {
    it(`leaves ${tag} as it is`, () => {
      assert.ok(isPlainSafe(tag));
      assert.equal(quoteTag(tag, 'yaml', 'none'), tag);
    });
  }

  for (const [tag, written] of Object.entries(quoted)) {
    it(`quotes ${JSON.stringify(tag)}`, () => {
      assert.equal(quoteTag(tag, 'yaml', 'none'), written);
    });
  }

  it("keeps to the list's quotes", () => {
    assert.equal(quoteTag('aws', 'yaml', 'single'), "'aws'");
    assert.equal(quoteTag("it's", 'yaml', 'single'), "'it''s'");
    assert.equal(quoteTag("it's", 'yaml', 'double'), '"it\'s"');
    assert.equal(quoteTag('a"b\\c', 'yaml', 'double'), '"a\\"b\\\\c"');
    assert.equal(quoteTag('aws', 'toml', 'none'), '"aws"');
    assert.equal(quoteTag('a\\b', 'toml', 'single'), "'a\\b'");
    assert.equal(quoteTag("it's", 'toml', 'single'), '"it\'s"');
    assert.equal(quoteTag('a"b', 'json', 'single'), '"a\\"b"');
  });

  it('refuses half a character, which no file can hold', () => {
    const context = { format: 'yaml', form: 'item', field: 'tags', range: { start: 0, end: 0 } } as const;
    const nothing = { separator: null, typed: '', written: '', current: '', others: [] } as const;
    assert.equal(writeTag('a\uD83D', { ...context, ...nothing, quote: 'none' }), null);
  });

  for (const name of ['jekyll', 'hugo', 'generic'] as const) {
    const places = [
      'tags: [|]',
      "tags: [a, 'c|']",
      'tags: ["c|"]',
      'tags:\n- |',
      "tags:\n- 'c|'",
      'tags: |',
      'tags: c|',
    ];
    for (const place of places) {
      it(`lets ${name} read back every tag at ${JSON.stringify(place)}`, () => {
        for (const tag of readable) {
          const result = acceptAt(yaml(place), tag, name);
          assert.ok(result, tag);
          assert.deepEqual(
            termsIn(result.text, name).filter((term) => term !== 'a'),
            [tag],
            result.text,
          );
        }
      });
    }
  }

  for (const place of ['tags = [|]', "tags = ['c|']", 'tags = ["c|"]', 'tags = |', 'tags = "c|"']) {
    it(`lets Hugo read back every tag at ${place}`, () => {
      for (const tag of readable) {
        const result = acceptAt(toml(place), tag);
        assert.ok(result, tag);
        assert.deepEqual(termsIn(result.text, 'hugo'), [tag], result.text);
      }
    });
  }

  it('lets Hugo read back every tag in JSON', () => {
    for (const tag of readable) {
      const result = acceptAt('{ "tags": ["c|"] }\n', tag);
      assert.ok(result, tag);
      assert.deepEqual(termsIn(result.text, 'hugo'), [tag], result.text);
    }
  });

  it('writes any text as that very text, by YAML 1.1 and 1.2', () => {
    const quotes = fc.constantFrom('none' as const, 'single' as const, 'double' as const);
    // Yes, numbers and punctuation are what goes wrong; random letters never do.
    const risky = fc.array(
      fc.constantFrom(...Array.from('0159_.,:+-xeoEb~#&*!|>\'"%@`?{}[] \\\t\n=<yesnoYNaé🚀\u0085\u2028')),
      { maxLength: 8 },
    );
    const tags = fc.oneof(
      risky.map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(tags, quotes, (tag, quote) => {
        const written = quoteTag(tag, 'yaml', quote);
        for (const version of ['1.1', '1.2'] as const) {
          assert.deepEqual(parse(`[${written}, b]`, { version }), [tag, 'b']);
          assert.deepEqual(parse(`- ${written}\n- b`, { version }), [tag, 'b']);
        }
      }),
      runs(500),
    );
  });
});
