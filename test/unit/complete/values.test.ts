import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { accepted, labels, offered, others } from './support';
import type { Around } from './support';

/** What the text is after a value was chosen; null where it is not offered. */
function choose(at: string, value: string, generator: GeneratorName, around: Around = {}): string | null {
  return accepted(
    at,
    offered(at, generator, around).find(({ label }) => label === value),
  );
}

const LAYOUTS: Around = { layouts: ['default', 'post'] };

describe('values of fields', () => {
  it('are the layouts of the site', () => {
    assert.deepEqual(labels(offered('---\nlayout: |\n---\n', 'jekyll', LAYOUTS)), LAYOUTS.layouts);
    assert.equal(choose('---\nlayout: p|\n---\n', 'post', 'jekyll', LAYOUTS), '---\nlayout: post|\n---\n');
    assert.equal(
      choose('---\nlayout: "p|"\n---\n', 'post', 'jekyll', LAYOUTS),
      '---\nlayout: "post"|\n---\n',
    );
    assert.equal(
      choose('---\nlayout: |\ntitle: [', 'post', 'jekyll', LAYOUTS),
      '---\nlayout: post|\ntitle: [',
    );
    assert.equal(choose('+++\nlayout = |\n+++\n', 'post', 'hugo', LAYOUTS), '+++\nlayout = "post"|\n+++\n');
    assert.equal(choose("+++\nlayout = '|'\n+++\n", 'post', 'hugo', LAYOUTS), "+++\nlayout = 'post'|\n+++\n");
    assert.equal(choose('{"layout": |}\n', 'post', 'hugo', LAYOUTS), '{"layout": "post"|}\n');
  });

  it('are true and false, what does not hold anyway first', () => {
    assert.deepEqual(labels(offered('---\ndraft: |\n---\n', 'hugo')), ['true', 'false']);
    assert.deepEqual(labels(offered('---\npublished: |\n---\n', 'jekyll')), ['false', 'true']);
    assert.equal(choose('---\ndraft: "f|"\n---\n', 'false', 'hugo'), '---\ndraft: false|\n---\n');
    assert.equal(choose('{\n  "draft": f|\n}\n', 'false', 'hugo'), '{\n  "draft": false|\n}\n');
    assert.equal(choose('+++\ndraft = t|rue # c\n+++\n', 'false', 'hugo'), '+++\ndraft = false| # c\n+++\n');
  });

  it('are today and now where the site is, in the form of the generator', () => {
    const zone: Around = { config: { timeZone: 'Europe/Berlin' } };
    assert.deepEqual(labels(offered('---\ndate: |\n---\n', 'jekyll', zone)), [
      '2026-11-26',
      '2026-11-26 10:05:00 +0100',
    ]);
    assert.deepEqual(labels(offered('---\nlastmod: |\n---\n', 'hugo', { timeZone: 'Asia/Kolkata' })), [
      '2026-11-26',
      '2026-11-26T14:35:00+05:30',
    ]);
    assert.deepEqual(labels(offered('---\ndate: |\n---\n', 'generic', { timeZone: 'Pacific/Auckland' })), [
      '2026-11-26',
      '2026-11-26T22:05:00+13:00',
    ]);
    assert.equal(choose('+++\ndate = |\n+++\n', '2026-11-26', 'hugo'), '+++\ndate = 2026-11-26|\n+++\n');
    assert.equal(choose('{"date": |}\n', '2026-11-26', 'hugo'), '{"date": "2026-11-26"|}\n');
    assert.equal(choose("---\ndate: '|'\n---\n", '2026-11-26', 'hugo'), "---\ndate: '2026-11-26'|\n---\n");
  });

  it('are the separator that is written in posts', () => {
    const at = '---\nexcerpt_separator: |\n---\n';
    assert.equal(choose(at, '<!--more-->', 'jekyll'), '---\nexcerpt_separator: <!--more-->|\n---\n');
    assert.deepEqual(labels(offered(at, 'jekyll', { config: { excerptSeparator: '<!-- end -->' } })), [
      '<!-- end -->',
      '<!--more-->',
    ]);
    assert.deepEqual(labels(offered(at, 'jekyll', { config: { excerptSeparator: '\n\n' } })), [
      '<!--more-->',
    ]);
    assert.deepEqual(offered(at, 'hugo'), []);
  });

  it('are those of other reports, quoted where they must be', () => {
    const around: Around = {
      others: others(
        {},
        {
          author: ['Ann Onym', 'Jo: the 2nd', 'yes'],
          location: ['Berlin, Germany', '# 1'],
          year: ['2019'],
          authors: ['Ann Onym', 'Bo'],
        },
      ),
    };
    assert.deepEqual(labels(offered('---\nauthor: |\n---\n', 'jekyll', around)), [
      'Ann Onym',
      'Jo: the 2nd',
      'yes',
    ]);
    const author = (value: string) => choose('---\nauthor: |\n---\n', value, 'jekyll', around);
    assert.equal(author('Ann Onym'), '---\nauthor: Ann Onym|\n---\n');
    assert.equal(author('Jo: the 2nd'), "---\nauthor: 'Jo: the 2nd'|\n---\n");
    assert.equal(author('yes'), "---\nauthor: 'yes'|\n---\n");
    const location = (value: string) => choose('---\nlocation: b|\n---\n', value, 'jekyll', around);
    assert.equal(location('Berlin, Germany'), '---\nlocation: Berlin, Germany|\n---\n');
    assert.equal(location('# 1'), "---\nlocation: '# 1'|\n---\n");
    assert.equal(choose('---\nyear: |\n---\n', '2019', 'jekyll', around), '---\nyear: 2019|\n---\n');
    assert.equal(
      choose('---\nauthor: Ann |\n---\n', 'Ann Onym', 'jekyll', around),
      '---\nauthor: Ann Onym|\n---\n',
    );
    assert.equal(
      choose('---\nauthors: [Bo, |]\n---\n', 'Ann Onym', 'jekyll', around),
      '---\nauthors: [Bo, Ann Onym|]\n---\n',
    );
    assert.deepEqual(labels(offered('---\nauthors: [Bo, |]\n---\n', 'jekyll', around)), ['Ann Onym']);
    assert.equal(
      choose('---\nauthors:\n  - B|\n---\n', 'Bo', 'jekyll', around),
      '---\nauthors:\n  - Bo|\n---\n',
    );
    assert.equal(choose('---\nauthors: |\n---\n', 'Bo', 'jekyll', around), '---\nauthors: [Bo|]\n---\n');
    assert.equal(
      choose('---\nAuthor: |\n---\n', 'Ann Onym', 'hugo', around),
      '---\nAuthor: Ann Onym|\n---\n',
    );
  });

  it('are none for tags, in prose, in nested fields and in the body', () => {
    const around: Around = { others: others({}, { tags: ['a'], author: ['Ann'], title: ['A'] }) };
    for (const at of [
      '---\ntags: [|]\n---\n',
      '---\ncategories: |\n---\n',
      '---\nkeywords: |\n---\n',
      '---\nevent:\n  author: |\n---\n',
      '---\nauthor:|\n---\n',
      '---\nauthor: # |\n---\n',
      '---\ntitle: A\n---\nauthor: |\n',
      '---\nsummary: some words |\n---\n',
      '+++\n[extra]\nauthor = "|"\n+++\n',
      '{"params": {"author": "|"}}\n',
      'author: |\n',
    ]) {
      assert.deepEqual(offered(at, 'hugo', around), [], at);
    }
  });
});
