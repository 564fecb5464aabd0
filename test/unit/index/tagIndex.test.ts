import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Site } from '../../../src/core/generators/generator';
import { readHeader } from '../../../src/core/index/readHeader';
import { TagIndex } from '../../../src/core/index/tagIndex';
import type { Terms } from '../../../src/core/terms/terms';
import { siteOf, toml, yaml } from '../complete/accept';
import { runs } from '../runs';

function termsIn(text: string, path: string, site: Site): Terms {
  return readHeader(text, path, site, 0).terms;
}

function indexOf(files: Readonly<Record<string, readonly string[]>>): TagIndex {
  const index = new TagIndex();
  Object.entries(files).forEach(([key, tags]) => index.set(key, tags));
  return index;
}

const counted = (index: TagIndex) => index.counts().map(({ name, count }) => [name, count]);

describe('the index of tags', () => {
  it('counts files, not uses, and sorts by count, then by name', () => {
    const index = indexOf({ a: ['x', 'aws', 'aws'], b: ['aws', 'b'], c: [] });
    assert.deepEqual(counted(index), [
      ['aws', 2],
      ['b', 1],
      ['x', 1],
    ]);
    assert.equal(index.fileCount, 2);
    assert.equal(index.size, 3);
    assert.equal(index.countOf('aws'), 2);
    assert.equal(index.countOf('none'), 0);
    assert.deepEqual(index.filesOf('aws'), ['a', 'b']);
    assert.deepEqual(index.filesOf('none'), []);
  });

  it('replaces and forgets the tags of a file', () => {
    const index = indexOf({ a: ['x', 'y'], b: ['y'] });
    assert.equal(index.set('a', ['y', 'x']), false);
    assert.equal(index.set('a', ['z']), true);
    assert.deepEqual(
      index.tagsOf('a').map(({ name }) => name),
      ['z'],
    );
    assert.equal(index.delete('b'), true);
    assert.equal(index.delete('b'), false);
    assert.deepEqual(
      index.counts().map(({ name }) => name),
      ['z'],
    );
  });

  it('is, after any changes, what a fresh one would be', () => {
    const changes = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.array(fc.constantFrom('p', 'q', 'r', 's', 'constructor'), { maxLength: 5 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(changes, (list) => {
        const index = new TagIndex();
        for (const [key, tags] of list) {
          index.set(key, tags);
          index.counts(); // From here on it is kept sorted.
        }
        const fresh = indexOf(Object.fromEntries(list));
        assert.deepEqual(counted(index), counted(fresh));
        assert.equal(index.fileCount, fresh.fileCount);
        fresh.counts().forEach(({ name }) => {
          assert.deepEqual(index.filesOf(name).sort(), fresh.filesOf(name).sort());
        });
      }),
      runs(100),
    );
  });

  it('stays right when one file has more tags than are moved one by one', () => {
    const index = indexOf({ a: ['x'] });
    index.counts();
    index.set(
      'b',
      Array.from({ length: 10_000 }, (_, i) => `t${String(i)}`),
    );
    assert.equal(index.counts().length, 10_001);
    index.delete('b');
    assert.deepEqual(counted(index), [['x', 1]]);
  });

  it('gives the files of a tag with the newest first, and tells when that is dated', () => {
    const index = new TagIndex();
    index.set('old', ['x'], 10);
    index.set('undated', ['x', 'y']);
    index.set('new', ['x'], 20);
    assert.deepEqual(index.filesOf('x'), ['new', 'old', 'undated']);
    assert.equal(index.latestOf('x'), 20);
    assert.equal(index.latestOf('y'), -Infinity);
    assert.equal(index.set('new', ['x'], 5), true);
    assert.deepEqual(index.filesOf('x'), ['old', 'new', 'undated']);
    assert.equal(index.latestOf('x'), 10);
    index.delete('old');
    assert.equal(index.latestOf('x'), 5);
  });

  it('counts the reports that use a tag together with any of some others, each once', () => {
    const index = indexOf({ a: ['x', 'y', 'z'], b: ['x', 'z'], c: ['z'], own: ['x', 'z'] });
    const used = index.usedWith(['x', 'y', 'none'], 'own');
    assert.deepEqual([used.get('z'), used.get('x'), used.get('y')], [2, 2, 1]);
  });

  it('estimates that where there are thousands, from all of them alike', () => {
    const many = new TagIndex();
    for (let i = 0; i < 50_000; i++) {
      many.set(`${String(i)}.md`, ['x', i < 25_000 ? 'early' : 'late', ...(i % 10 === 0 ? ['tenth'] : [])]);
    }
    const used = many.usedWith(['x'], null);
    const near = (name: string, count: number) => {
      assert.ok(Math.abs((used.get(name) ?? 0) - count) <= count / 20, `${name}: ${String(used.get(name))}`);
    };
    near('x', 50_000);
    near('early', 25_000);
    near('late', 25_000);
    near('tenth', 5000);
  });
});

describe('what a file is filed under', () => {
  const path = 'content/posts/a.md';

  it('are all read where a report has ten thousand', () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `tag ${String(at)}`);
    for (const generator of ['jekyll', 'hugo'] as const) {
      const path = generator === 'jekyll' ? '_posts/2019-07-23-a.md' : 'content/a.md';
      assert.deepEqual(termsIn(yaml(`tags: [${names.join(', ')}]`), path, siteOf(generator)).tags, names);
    }
  });

  it('is what its generator reads', () => {
    const text = yaml('tags: [AWS, aws, 2019]\ncategories: Talks\nkeywords: a, b');
    assert.deepEqual(termsIn(text, path, siteOf('hugo')), {
      tags: ['AWS', '2019'],
      categories: ['Talks'],
      keywords: ['a', 'b'],
    });
    const jekyll = termsIn(
      yaml('tags: aws cloud\ncategories: a b\ncategory: c d'),
      '_posts/2019-07-23-a.md',
      siteOf('jekyll'),
    );
    assert.deepEqual(jekyll, { tags: ['aws', 'cloud'], categories: ['a', 'b', 'c d'], keywords: [] });
    assert.deepEqual(termsIn(toml('tags = ["a"]'), path, siteOf('hugo')).tags, ['a']);
  });

  it('has no commas that a string of tags left on them', () => {
    const text = '---\ntags: aws, data; cloud\n---\n';
    assert.deepEqual(termsIn(text, '_posts/2019-07-23-a.md', siteOf('jekyll')).tags, [
      'aws',
      'data',
      'cloud',
    ]);
  });

  it('is nothing for a file with no header, an unclosed or a broken one', () => {
    for (const text of ['tags: [a]', '---\ntags: [a]\n', yaml('tags: [a'), '']) {
      assert.deepEqual(termsIn(text, path, siteOf('hugo')), { tags: [], categories: [], keywords: [] });
    }
  });
});
