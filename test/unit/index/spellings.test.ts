import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSlip } from '../../../src/core/spelling/slip';
import { Spellings } from '../../../src/core/index/spellings';
import { runs } from '../runs';

const NONE: ReadonlySet<string> = new Set();

function spellingsOf(counts: Readonly<Record<string, number>>): Spellings {
  const spellings = new Spellings();
  for (const [name, count] of Object.entries(counts)) {
    for (let report = 0; report < count; report++) {
      spellings.add([name], 1);
    }
  }
  return spellings;
}

describe('the spellings of other reports', () => {
  it('are those of the same name and of its plural, the most used first', () => {
    const others = spellingsOf({ talk: 2, Talk: 4, TALKS: 1, talks: 3, talking: 9, tall: 9 }).without(NONE);
    assert.deepEqual(others.alike('talk'), [
      { value: 'Talk', count: 4 },
      { value: 'talks', count: 3 },
    ]);
    assert.deepEqual(
      others.alike('Talks').map(({ value }) => value),
      ['Talk', 'talks', 'talk', 'TALKS'],
    );
    assert.deepEqual(others.alike('conference'), []);
  });

  it('do not have in them what this report alone writes', () => {
    const others = spellingsOf({ AWS: 1, aws: 2 }).without(new Set(['AWS', 'aws']));
    assert.equal(others.count('AWS'), 0);
    assert.equal(others.count('aws'), 1);
    assert.deepEqual(others.alike('Aws'), [{ value: 'aws', count: 1 }]);
  });

  it('are of one letter more or less where much used', () => {
    const others = spellingsOf({ kubernetes: 12, kubernauts: 5, python: 4 }).without(NONE);
    assert.deepEqual(
      others.oneLetterFrom('kuberntes').map(({ value }) => value),
      ['kubernetes'],
    );
    assert.deepEqual(others.oneLetterFrom('pyhton'), []);
    const less = spellingsOf({ kubernetes: 5 });
    assert.deepEqual(less.without(new Set(['kubernetes'])).oneLetterFrom('kuberntes'), []);
    less.add(['kubernetes'], -1);
    less.add(['kubernetes'], 1);
    less.add(['kubernetes'], 1);
    assert.deepEqual(less.without(NONE).oneLetterFrom('kuberntes'), [{ value: 'kubernetes', count: 6 }]);
  });

  it('are after any changes what they would be from scratch', () => {
    const name = fc.constantFrom(
      'aws',
      'AWS',
      'Aws',
      'big data',
      'bigdata',
      'Big-Data',
      'talk',
      'talks',
      'Talks',
      'kubernetes',
      'kuberntes',
    );
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(name), { maxLength: 30 }), fc.nat(), (reports, removed) => {
        const changed = new Spellings();
        // Asked once, so that it keeps its list of keys from then on.
        changed.without(NONE).alike('aws');
        reports.forEach((names) => {
          changed.add(names, 1);
        });
        const rest = reports.filter((_names, at) => at % (removed + 1) !== 0);
        reports.forEach((names, at) => {
          if (at % (removed + 1) === 0) {
            changed.add(names, -1);
          }
        });
        const fresh = new Spellings();
        rest.forEach((names) => {
          fresh.add(names, 1);
        });
        for (const asked of ['AWS', 'aws', 'bigdata', 'talk', 'TALKS', 'kuberntes']) {
          const [a, b] = [changed.without(NONE), fresh.without(NONE)];
          assert.equal(a.count(asked), b.count(asked));
          assert.deepEqual(a.alike(asked), b.alike(asked));
          assert.deepEqual(a.oneLetterFrom(asked), b.oneLetterFrom(asked));
        }
      }),
      runs(200),
    );
  });
});

describe('a slip', () => {
  for (const [a, b] of [
    ['kuberntes', 'kubernetes'],
    ['kubernettes', 'kubernetes'],
    ['kubermetes', 'kubernetes'],
    ['pyhton', 'python'],
    ['conferenc', 'conference'],
    ['javascrpit', 'javascript'],
    ['архитектра', 'архитектура'],
  ] as const) {
    it(`may be \`${a}\` for \`${b}\``, () => {
      assert.ok(isSlip(a, b));
      assert.ok(isSlip(b, a));
    });
  }

  for (const [a, b] of [
    ['python', 'python'],
    ['python2', 'python3'],
    ['python', 'python3'],
    ['devfest2019', 'devfest2020'],
    ['devfest2019', 'devfest2091'],
    ['logging', 'blogging'],
    ['react', 'preact'],
    ['linus', 'linux'],
    ['manage', 'manager'],
    ['advance', 'advanced'],
    ['java', 'jova'],
    ['rust', 'rusty'],
    ['kubernetes', 'kubrntes'],
    ['c++20', 'c++2o'],
    ['東京カンファレンス', '東京カンファレソス'],
  ] as const) {
    it(`is not \`${a}\` for \`${b}\``, () => {
      assert.ok(!isSlip(a, b));
      assert.ok(!isSlip(b, a));
    });
  }
});
