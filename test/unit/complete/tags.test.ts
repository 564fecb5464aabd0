import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { completeTags } from '../../../src/core/complete/tags';
import type { CompletionSources, TagItem } from '../../../src/core/complete/tags';
import { TagIndex } from '../../../src/core/index/tagIndex';
import { readVocabulary } from '../../../src/core/terms/vocabulary';
import { contextAt, sourcesOf, toml, yaml } from './accept';

const DAY = 24 * 3_600_000;

/** An index of reports, each with its tags and, if it matters, the days since 1970. */
function indexOf(reports: Readonly<Record<string, readonly [tags: string, day?: number]>>): TagIndex {
  const index = new TagIndex();
  Object.entries(reports).forEach(([key, [tags, day]]) => {
    index.set(key, tags.split(', '), day === undefined ? null : day * DAY);
  });
  return index;
}

function itemsAt(
  marked: string,
  index: TagIndex,
  more: Partial<CompletionSources> & { name?: GeneratorName; max?: number } = {},
): readonly TagItem[] {
  const { name = 'jekyll', max, ...sources } = more;
  const context = contextAt(marked, name);
  assert.ok(context);
  const items = completeTags(context, { ...sourcesOf(index, name), ...sources }, max);
  const sorted = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  assert.deepEqual(items, sorted, 'as an editor sorts them');
  return items;
}

const labels = (...args: Parameters<typeof itemsAt>) => itemsAt(...args).map(({ label }) => label);

describe('the order of the tags on offer', () => {
  it('is by use, then by name', () => {
    const index = indexOf({ a: ['cloud, aws'], b: ['aws, Cloud'], c: ['aws, cloud'], d: ['ux'] });
    assert.deepEqual(labels(yaml('tags: [|]'), index), ['aws', 'cloud', 'Cloud', 'ux']);
  });

  it('has no regard to case among names that are used equally', () => {
    const index = indexOf({ a: ['Zoo, ant, Bee, bee, ZEBRA'] });
    assert.deepEqual(labels(yaml('tags: [|]'), index), ['ant', 'Bee', 'bee', 'ZEBRA', 'Zoo']);
  });

  it('halves a tag’s weight with every two years since its last report', () => {
    const index = indexOf({
      ...Object.fromEntries([1, 2, 3].map((n) => [`old ${String(n)}`, ['flash', n] as const])),
      a: ['svg', 5 * 365],
    });
    assert.deepEqual(labels(yaml('tags: [|]'), index), ['svg', 'flash']);
    index.set('a', ['svg'], 3 * 365 * DAY);
    assert.deepEqual(labels(yaml('tags: [|]'), index), ['flash', 'svg']);
  });

  it('keeps popular tags in sight, however old or undated they are', () => {
    const index = indexOf({
      ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`old ${String(n)}`, ['java', n] as const])),
      ...Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`page ${String(n)}`, ['about'] as const])),
      new: ['zig', 20_000],
    });
    assert.deepEqual(labels(yaml('tags: [|]'), index), ['about', 'java', 'zig']);
  });

  it('prefers tags that other reports use with those in the list', () => {
    const index = indexOf({
      ...Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`cloud ${String(n)}`, ['cloud'] as const])),
      a: ['rust, wasm'],
    });
    assert.deepEqual(labels(yaml('tags: [|]'), index), ['cloud', 'rust', 'wasm']);
    assert.deepEqual(labels(yaml('tags: [rust, |]'), index), ['wasm', 'cloud']);
    assert.deepEqual(labels(yaml('tags:\n- |\n- rust'), index), ['wasm', 'cloud']);
    assert.deepEqual(labels(yaml('tags: rust |'), index), ['wasm', 'cloud']);
  });

  it('takes no company from the report that is being written', () => {
    const index = indexOf({ a: ['cloud'], b: ['cloud'], c: ['wasm'], own: ['rust, wasm'] });
    assert.deepEqual(labels(yaml('tags: [rust, |]'), index, { ownFile: 'own' }), ['cloud', 'wasm']);
  });

  it('has the tags of the own site before those of others', () => {
    const index = indexOf({ a: ['data science, aws'], b: ['data science'], c: ['data-science'] });
    const isOfSite = (tag: string) => tag === 'data-science';
    assert.deepEqual(labels(yaml('tags: [|]'), index, { isOfSite }), ['data-science', 'data science', 'aws']);
  });

  it('does not depend on the order in which the reports were read', () => {
    const reports: readonly (readonly [string, string, number])[] = [
      ['a', 'x, y', 1],
      ['b', 'y, z', 900],
      ['c', 'z, x', 400],
      ['d', 'w', 900],
    ];
    const orders = [reports, [...reports].reverse()].map((list) => {
      const index = new TagIndex();
      list.forEach(([key, tags, day]) => index.set(key, tags.split(', '), day * DAY));
      return labels(yaml('tags: [w, |]'), index);
    });
    assert.deepEqual(orders[0], orders[1]);
    assert.deepEqual(orders[0], ['y', 'z', 'x']);
  });
});

describe('the tags on offer', () => {
  const index = indexOf({ a: ['cloud, aws'], b: ['aws, Cloud'], own: ['aws, clo, cloud'] });

  it('are not those already in the list', () => {
    assert.deepEqual(labels(yaml('tags: [aws, |, Cloud]'), index, { ownFile: 'own' }), ['cloud']);
  });

  it('are not what the generator takes for the same as one in the list', () => {
    const spelled = indexOf({ a: ['data science, Data-Science, aws'] });
    const marked = yaml('tags: [data-science, |]');
    assert.deepEqual(labels(marked, spelled, { name: 'hugo' }), ['aws']);
    assert.deepEqual(labels(marked, spelled, { name: 'jekyll' }), ['aws', 'data science', 'Data-Science']);
  });

  it('are not those that only the file itself has: that is what is being typed', () => {
    assert.deepEqual(labels(yaml('tags: [|]'), index, { ownFile: 'own' }), ['aws', 'cloud', 'Cloud']);
  });

  it('count the other reports', () => {
    const counts = itemsAt(yaml('tags: [aws|]'), index, { ownFile: 'own' }).map((item) => [
      item.label,
      item.count,
    ]);
    assert.deepEqual(counts, [
      ['aws', 2],
      ['cloud', 1],
      ['Cloud', 1],
    ]);
  });

  it('are cut to the likeliest where there are too many: those that start like it, then those with its letters', () => {
    const many = indexOf({ a: ['aws, big cloud, ops'], b: ['big cloud'], c: ['cloud, clear'], d: ['Clown'] });
    assert.deepEqual(labels(yaml('tags: [cl|]'), many, { max: 4 }), [
      'clear',
      'cloud',
      'Clown',
      'big cloud',
      'cl',
    ]);
    assert.deepEqual(labels(yaml("tags: ['cl|']"), many, { max: 2 }), ['clear', 'cloud', 'cl']);
  });

  it('have one among thousands that goes with the list, however rare it is', () => {
    const many = new TagIndex();
    for (let i = 0; i < 30_000; i++) {
      many.set(`${String(i)}.md`, [`tag ${String(i % 10_000)}`]);
    }
    many.set('a.md', ['rust', 'wasm']);
    assert.ok(labels(yaml('tags: [rust, |]'), many, { max: 200 }).includes('wasm'));
    assert.equal(labels(yaml('tags: [rust, |]'), many, { max: 200 }).length, 200);
  });

  it('are found by what only few of thousands have', () => {
    const many = new TagIndex();
    for (let i = 0; i < 20_000; i++) {
      many.set(`${String(i)}.md`, [i === 19_999 ? 'zig' : `tag ${String(i)}`]);
    }
    assert.deepEqual(labels(yaml('tags: [zi|]'), many), ['zig', 'zi']);
  });

  it('are none that are no tags but accidents, of thousands of characters', () => {
    const long = new TagIndex();
    long.set('a.md', ['x'.repeat(10_000), 'ok']);
    assert.deepEqual(labels(yaml('tags: [|]'), long), ['ok']);
  });
});

describe('a new tag on offer', () => {
  const index = indexOf({ a: ['rust, trust'], b: ['rust'] });
  const fresh = (marked: string, name: GeneratorName = 'jekyll') =>
    itemsAt(marked, index, { name }).find(({ count }) => count === 0);

  it('is what is typed, where Enter would take another one instead', () => {
    assert.deepEqual(labels(yaml('tags: [rus|]'), index), ['rust', 'trust', 'rus']);
    assert.deepEqual(labels(yaml('tags:\n- "rus|"'), index), ['rust', 'trust', 'rus']);
    assert.equal(fresh(yaml('tags: [rus|]'))?.newText, 'rus');
    assert.equal(fresh(yaml('tags: [r|us]'))?.newText, 'rus');
  });

  it('is none where nothing like it is there: Enter is to end the line', () => {
    assert.equal(fresh(yaml('tags:\n- kotlin|')), undefined);
    assert.equal(fresh(yaml('tags: [|]')), undefined);
    assert.equal(fresh(yaml('tags: [ | ]')), undefined);
  });

  it('is there in any case where it needs quotes', () => {
    assert.equal(fresh(yaml('tags: [2019|]'))?.newText, "'2019'");
    assert.equal(fresh(yaml('tags:\n- yes|'))?.newText, "'yes'");
    assert.equal(fresh(toml('tags = [kotlin|]'), 'hugo')?.newText, '"kotlin"');
  });

  it('is none where that is a tag already, of another report or in the list', () => {
    assert.deepEqual(labels(yaml('tags: [rust|]'), index), ['rust', 'trust']);
    assert.equal(fresh(yaml('tags: [rus, rus|]')), undefined);
  });

  it('gives an editor less to match than what goes on in the same way, and the same quotes', () => {
    assert.equal(fresh(yaml('tags: [Rus|]'))?.filterText, 'rUS\uE000');
    assert.equal(fresh(yaml("tags: ['rus|']"))?.filterText, "'RUS\uE000'");
    // No letter may become two.
    const street = indexOf({ a: ['straße'] });
    assert.equal(itemsAt(yaml('tags: [straß|]'), street).at(-1)?.filterText, 'STRAß\uE000');
  });
});

describe('the tags on offer with a vocabulary', () => {
  const index = indexOf({ a: ['cloud, data-science'], b: ['cloud, misc'] });
  const vocabulary = (only: boolean) => readVocabulary({ 'data science': ['DS'], rust: [] }, only);

  it('are its names too, those that are in use first, and none that it has another name for', () => {
    const items = itemsAt(yaml('tags: [|]'), index, { vocabulary: vocabulary(false) });
    assert.deepEqual(
      items.map(({ label, count, isWanted }) => [label, count, isWanted]),
      [
        ['cloud', 2, false],
        ['misc', 1, false],
        ['data science', 0, true],
        ['rust', 0, true],
      ],
    );
    assert.deepEqual(labels(yaml('tags: [rust, |]'), index, { vocabulary: vocabulary(false) }), [
      'cloud',
      'misc',
      'data science',
    ]);
  });

  it('are nothing else where it is closed', () => {
    index.set('c', ['rust']);
    assert.deepEqual(labels(yaml('tags: [ru|]'), index, { vocabulary: vocabulary(true) }), [
      'rust',
      'data science',
    ]);
    index.delete('c');
  });
});
