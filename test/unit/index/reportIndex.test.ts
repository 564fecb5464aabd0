import assert from 'node:assert/strict';
import type { ReportFacts } from '../../../src/core/index/reportFacts';
import { factsOf } from '../../../src/core/index/reportFacts';
import { ReportIndex } from '../../../src/core/index/reportIndex';
import { post, read } from '../support';

function facts(path: string, more: Partial<ReportFacts> = {}): ReportFacts {
  return { path, title: null, time: null, url: null, fields: [], values: [], ...more };
}

describe('what the other reports of a site say', () => {
  it('is counted without the report that asks', () => {
    const index = new ReportIndex();
    index.set('a', facts('a.md', { fields: ['title', 'event'], values: [['event', 'PyCon']] }));
    index.set('b', facts('b.md', { fields: ['title', 'event'], values: [['event', 'PyCon']] }));
    index.set('c', facts('c.md', { fields: ['title'], values: [['event', 'FOSDEM']] }));
    const others = index.othersThan('a');
    assert.equal(others.count, 2);
    assert.equal(others.fieldUse('event'), 1);
    assert.equal(others.fieldUse('speaker'), 0);
    assert.deepEqual(others.fields(), [
      { value: 'title', count: 2 },
      { value: 'event', count: 1 },
    ]);
    assert.deepEqual(index.othersThan('new').values('event'), [
      { value: 'PyCon', count: 2 },
      { value: 'FOSDEM', count: 1 },
    ]);
    assert.deepEqual(index.othersThan('c').values('event'), [{ value: 'PyCon', count: 2 }]);
  });

  it('is counted apart for names that look like several', () => {
    const index = new ReportIndex();
    index.set('a', facts('a.md', { fields: ['title', 'event'] }));
    assert.equal(index.othersThan('').fieldUse('event'), 1);
    index.set('b', facts('b.md', { fields: ['title\nevent'] }));
    index.set('b', null);
    assert.equal(index.othersThan('').fieldUse('event'), 1);
  });

  it('tells which others have an address or a title', () => {
    const index = new ReportIndex();
    index.set('a', facts('a.md', { url: '/x/', title: 'X' }));
    index.set('b', facts('b.md', { url: '/x/', title: 'Y' }));
    assert.deepEqual(index.othersThan('a').withUrl('/x/'), ['b.md']);
    assert.deepEqual(index.othersThan('a').withTitle('X'), []);
    assert.deepEqual(index.othersThan('').withUrl('/x/'), ['a.md', 'b.md']);
  });

  it('tells where others have dates and titles', () => {
    const from = (path: string, ...dated: string[]) => {
      const index = new ReportIndex();
      index.set(path, facts(path, { time: 1 }));
      index.set('content/undated.md', facts('content/undated.md'));
      for (const other of dated) {
        index.set(other, facts(other, { time: 1 }));
      }
      return index.othersThan(path).near(path, 'date');
    };
    const posts = ['content/post/a.md', 'content/post/b/index.md'];
    assert.equal(from('content/post/c.md'), 'nowhere');
    for (const path of ['content/post/c.md', 'content/post/c/index.en.md', 'content/post/2026/c.md']) {
      assert.equal(from(path, ...posts), 'beside', path);
    }
    for (const path of ['content/about.md', 'content/about/index.md', 'content/page/books.md']) {
      assert.equal(from(path, ...posts), 'elsewhere', path);
      assert.equal(from(path, ...posts, 'content/talk/d.md'), 'elsewhere', path);
    }
    assert.equal(
      from('content/post/2026/c.md', 'content/post/2024/a.md', 'content/post/2025/b.md'),
      'beside',
    );
    assert.equal(from('content/post/2026/c.md', 'content/post/2024/a.md', 'content/talk/b.md'), 'beside');
    assert.equal(from('content/c.md', 'content/d.md', 'content/talk/b.md'), 'beside');
    const titled = new ReportIndex();
    titled.set('a', facts('content/post/a.md', { title: 'A' }));
    assert.equal(titled.othersThan('').near('content/post/b.md', 'title'), 'beside');
    assert.equal(titled.othersThan('').near('content/quotes/b.md', 'title'), 'elsewhere');
    assert.equal(titled.othersThan('').near('content/post/b.md', 'date'), 'nowhere');
  });

  it('follows changes, and forgets what is gone', () => {
    const index = new ReportIndex();
    assert.equal(index.set('a', facts('a.md', { url: '/x/', fields: ['title'] })), true);
    assert.equal(index.set('a', facts('a.md', { url: '/x/', fields: ['title'] })), false);
    assert.equal(index.set('a', facts('a.md', { url: '/y/', fields: ['event'] })), true);
    const others = index.othersThan('');
    assert.deepEqual(
      [others.withUrl('/x/'), others.withUrl('/y/'), others.fieldUse('title')],
      [[], ['a.md'], 0],
    );
    assert.equal(index.set('a', null), true);
    assert.equal(index.set('a', null), false);
    assert.deepEqual([index.size, index.othersThan('').fields()], [0, []]);
  });

  it('is read from a report: its own title, its address if it is published, names and words', () => {
    const factsIn = (header: string) => {
      const { report, site, forecast } = read('jekyll', post(header));
      return factsOf(report, site, forecast);
    };
    assert.deepEqual(
      factsIn('title: Day 1\nauthor: [Ann, Bo]\nevent: PyCon\ndescription: Long\nevent: FOSDEM'),
      {
        path: '_posts/2019-07-23-report.md',
        title: 'Day 1',
        time: Date.UTC(2019, 6, 23),
        url: '/2019/07/23/report.html',
        fields: ['title', 'author', 'event', 'description'],
        values: [
          ['author', 'Ann'],
          ['author', 'Bo'],
          ['event', 'FOSDEM'],
        ],
      },
    );
    assert.equal(factsIn('published: false').url, null);
    assert.equal(factsIn('event: x').title, null);
  });
});
