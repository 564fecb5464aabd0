import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text';
import { check, othersOf, post } from '../support';

const BODY = 'First.\n\nSecond.\n\n<!--more-->\n\nThird.\n';

/** The header after the fix that declares the separator, with other reports that have these fields. */
function placed(header: string, ...others: string[]): string | undefined {
  const texts = Object.fromEntries(
    others.map((other, at) => [`_posts/2019-01-0${String(at + 1)}-o.md`, post(other)]),
  );
  const text = `---\n${header}\n---\n${BODY}`;
  const fix = check('jekyll', text, { others: othersOf('jekyll', texts) })
    .find(({ code }) => code === 'unread-separator')
    ?.fixes.at(0);
  return fix && applyEdits(text, fix.edits).split('---\n')[1];
}

describe('`excerpt_separator` is put', () => {
  const line = 'excerpt_separator: <!--more-->\n';

  it('below the fields with which front matter begins, where no other report has it', () => {
    assert.equal(placed('layout: post\ntitle: T\ntags: [a]'), `layout: post\ntitle: T\n${line}tags: [a]\n`);
    assert.equal(
      placed('title: T\ntags:\n- a\nauthor: Ann # x'),
      `title: T\ntags:\n- a\nauthor: Ann # x\n${line}`,
    );
    assert.equal(placed('tags: [a]'), `${line}tags: [a]\n`);
  });

  it('where the other reports have it', () => {
    const other = 'title: O\ntags: [b]\nexcerpt_separator: <!--more-->\ncomments: true';
    assert.equal(
      placed('title: T\ntags:\n  - a\n  - b\ncomments: true', other),
      `title: T\ntags:\n  - a\n  - b\n${line}comments: true\n`,
    );
    const first = 'excerpt_separator: <!--more-->\ntitle: O\ntags: [b]';
    assert.equal(placed('title: T\ntags: [a]', first), `${line}title: T\ntags: [a]\n`);
    assert.equal(placed('title: T\ntags: [a]', other, first, first), `${line}title: T\ntags: [a]\n`);
  });

  it('on a line of its own, or at the top', () => {
    assert.equal(placed('{title: T, tags: [a]}'), `{excerpt_separator: <!--more-->, title: T, tags: [a]}\n`);
    assert.equal(
      placed('tags: [a]\ntitle: >\n  Two\n  lines\nx: 1'),
      `tags: [a]\ntitle: >\n  Two\n  lines\n${line}x: 1\n`,
    );
    assert.equal(placed('tags: [a]\ntitle: "Two\n  lines"'), `tags: [a]\ntitle: "Two\n  lines"\n${line}`);
  });
});
