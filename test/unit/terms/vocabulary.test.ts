import assert from 'node:assert/strict';
import { readVocabulary } from '../../../src/core/terms/vocabulary';

describe('a vocabulary of tags', () => {
  const vocabulary = readVocabulary(
    { 'data science': ['DS', 'data analysis'], aws: [], C: [], 'C++': 'cpp' },
    true,
  );

  it('has its names in the order of the settings, and no aliases among them', () => {
    assert.deepEqual(vocabulary?.names, ['data science', 'aws', 'C', 'C++']);
    assert.equal(vocabulary.isClosed, true);
  });

  for (const [written, name] of [
    ['data science', 'data science'],
    ['DS', 'data science'],
    ['ds', 'data science'],
    ['Data-Science', 'data science'],
    ['datascience', 'data science'],
    ['Data Analysis', 'data science'],
    ['AWS', 'aws'],
    ['c', 'C'],
    ['c++', 'C++'],
    ['cpp', 'C++'],
    ['C#', undefined],
    ['science', undefined],
    ['toString', undefined],
  ] as const) {
    it(`has ${name === undefined ? 'no name' : `\`${name}\``} for \`${written}\``, () => {
      assert.equal(vocabulary?.nameOf(written), name);
    });
  }

  it('offers the names that are near an unknown one, once each', () => {
    const names = readVocabulary(
      { conference: [], kubernetes: ['k8s'], cloud: [], 'cloud native': [], aws: [] },
      true,
    );
    assert.deepEqual(names?.nearest('kuberntes'), ['kubernetes']);
    assert.deepEqual(names.nearest('Conferences'), ['conference']);
    assert.deepEqual(names.nearest('k9s'), ['kubernetes']);
    assert.deepEqual(names.nearest('clouds'), ['cloud', 'cloud native'].slice(0, 1));
    assert.deepEqual(names.nearest('elephants'), []);
  });

  it('keeps a name that is an alias, too, and gives an alias of two to the first', () => {
    const names = readVocabulary({ aws: ['cloud', 'amazon'], cloud: ['amazon'] }, false);
    assert.equal(names?.nameOf('cloud'), 'cloud');
    assert.equal(names.nameOf('amazon'), 'aws');
  });

  it('is none where the settings have no name', () => {
    for (const written of [undefined, null, {}, [], ['aws'], 'aws', 7, { ' ': ['x'] }]) {
      assert.equal(readVocabulary(written, true), undefined);
    }
  });

  it('leaves out what is no text', () => {
    const names = readVocabulary(
      { aws: [null, 7, '', { a: 1 }, 'amazon'], cloud: null, go: { a: 1 } },
      'yes',
    );
    assert.deepEqual(names?.names, ['aws', 'cloud', 'go']);
    assert.equal(names.isClosed, false);
    assert.equal(names.nameOf('amazon'), 'aws');
    assert.equal(names.nameOf('7'), undefined);
  });
});
