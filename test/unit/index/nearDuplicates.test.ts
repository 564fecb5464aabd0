import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearDuplicates } from '../../../src/core/index/nearDuplicates';
import { spellingKey } from '../../../src/core/spelling/spellingKey';
import { runs } from '../runs';

/** Pairs that are one tag. */
const ALIKE: readonly [string, string][] = [
  ['AWS', 'aws'],
  ['Data-Science', 'data science'],
  ['data_science', 'data science'],
  ['big data', 'bigdata'],
  ['tech notes', 'tech-notes'],
  ['open–source', 'open-source'],
  ['data\u00a0science', 'data science'],
  ['data  science', 'data science'],
  ['node.js', 'NodeJS'],
  ['C ++', 'c++'],
  ['R & D', 'R&D'],
  ['python 3', 'python3'],
  ['résumé', 'resume'],
  ['re\u0301sume\u0301', 'résumé'],
  ['München', 'munchen'],
  ['Straße', 'strasse'],
  ['smørrebrød', 'smorrebrod'],
  ['İstanbul', 'istanbul'],
  ['Αθήνα', 'αθηνα'],
  ['Ёлка', 'ёлка'],
  ['ＡＷＳ', 'aws'],
  ['❤️', '❤'],
  ['soft\u00adware', 'software'],
  ['conference', 'conferences'],
  ['Library', 'libraries'],
  ['box', 'boxes'],
  ['class', 'classes'],
  ['match', 'matches'],
  ['bus', 'buses'],
  ['movie', 'movies'],
  ['database', 'databases'],
  ['API', 'APIs'],
  ['lightning talk', 'lightning-talks'],
  ['hero', 'heroes'],
];

/** Pairs that are two tags. */
const DIFFERENT: readonly [string, string][] = [
  ['C', 'C++'],
  ['C', 'C#'],
  ['C++', 'C#'],
  ['F', 'F#'],
  ['.NET', 'net'],
  ['Go', 'go!'],
  ['aws', '#aws'],
  ['A-', 'A'],
  ['-5', '5'],
  ['python2', 'python3'],
  ['2019', '2020'],
  ['v1', 'v2'],
  ['v1.0', 'v10'],
  ['1.1', '11'],
  ['2019-20', '201920'],
  ['2010', '2010s'],
  ['3d', '3ds'],
  ['css', 'cs'],
  ['aws', 'aw'],
  ['js', 'j'],
  ['iOS', 'io'],
  ['news', 'new'],
  ['Windows', 'window'],
  ['pandas', 'panda'],
  ['web analytics', 'web analytic'],
  ['HTTPS', 'HTTP'],
  ['https', 'http'],
  ['CORS', 'cor'],
  ['class', 'clas'],
  ['kubernetes', 'kuberntes'],
  ['logging', 'blogging'],
  ['JavaZone', 'JavaOne'],
  ['data', 'database'],
  ['test', 'testing'],
  ['май', 'маи'],
  ['が', 'か'],
  ['हिंदी', 'हद'],
  ['👍', '👎'],
  ['👩‍💻', '👩💻'],
  ['-', '_'],
];

const countAll = (names: readonly string[]) => names.map((name, at) => ({ name, count: names.length - at }));

describe('near-duplicates', () => {
  for (const pair of ALIKE) {
    it(`are \`${pair.join('` and `')}\``, () => {
      for (const names of [pair, [...pair].reverse()]) {
        assert.deepEqual(nearDuplicates(countAll(names)), [{ names, suggestion: names[0] }]);
      }
    });
  }

  for (const pair of DIFFERENT) {
    it(`are not \`${pair.join('` and `')}\``, () => {
      assert.deepEqual(nearDuplicates(countAll(pair)), []);
    });
  }

  it('are no tags that merely look like a plural', () => {
    const names = ['css', 'aws', 'js', 'kubernetes', 'news', 'class', '2019s', 'devops', 'redis', 'status'];
    assert.deepEqual(nearDuplicates(countAll(names)), []);
  });

  it('come in one group with all spellings of singular and plural, the most used first', () => {
    const groups = nearDuplicates([
      { name: 'Talk', count: 1 },
      { name: 'aws', count: 7 },
      { name: 'talks', count: 5 },
      { name: 'cloud', count: 40 },
      { name: 'AWS', count: 9 },
      { name: 'TALKS', count: 2 },
      { name: 'talk', count: 2 },
    ]);
    assert.deepEqual(groups, [
      { names: ['AWS', 'aws'], suggestion: 'AWS' },
      { names: ['talks', 'TALKS', 'talk', 'Talk'], suggestion: 'talks' },
    ]);
  });

  it('are the same in whatever order the tags come', () => {
    const tags = ['AWS', 'aws', 'Aws', 'talk', 'talks', 'Talks', 'box', 'boxes', 'cloud'].map((name, at) => ({
      name,
      count: at % 3,
    }));
    const expected = nearDuplicates(tags);
    fc.assert(
      fc.property(fc.shuffledSubarray(tags, { minLength: tags.length }), (shuffled) => {
        assert.deepEqual(nearDuplicates(shuffled), expected);
      }),
      runs(100),
    );
  });

  it('leave each tag in one group at most, whatever the tags are', () => {
    const names = fc.uniqueArray(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('a s', 'As', 'as', 'ass', 'asses', 'boxes', 'box'),
      ),
    );
    fc.assert(
      fc.property(names, (some) => {
        const grouped = nearDuplicates(countAll(some)).flatMap((group) => group.names);
        assert.equal(new Set(grouped).size, grouped.length);
        assert.ok(grouped.every((name) => some.includes(name)));
      }),
      runs(300),
    );
  });
});

describe('the key of a spelling', () => {
  it('is the same in any case, whatever stands between the words', () => {
    const word = fc.stringMatching(/^[a-zäéñøж]{1,8}$/);
    const separator = fc.constantFrom(' ', '-', '_', '', ' - ');
    const written = fc.record({ words: fc.array(word, { minLength: 1 }), a: separator, b: separator });
    fc.assert(
      fc.property(written, ({ words, a, b }) => {
        assert.equal(spellingKey(words.join(a)), spellingKey(words.join(b).toUpperCase()));
      }),
      runs(300),
    );
  });
});
