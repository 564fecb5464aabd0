import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { forecastAfter } from '../../../src/core/rules/shared/after';
import { draftActions } from '../../../src/core/rules/publishing/draftActions';
import { applyEdits } from '../../../src/core/text';
import { NOW, post, read } from '../support';

/** What is offered for a report: the title, the text and the path after it, and what becomes of the report then. */
function offered(generator: GeneratorName, text: string, path: string) {
  const { report, site, forecast } = read(generator, text, { path });
  const subject = { report, site, forecast, now: NOW };
  return draftActions(subject).map((fix) => [
    formatMessage(fix.title),
    applyEdits(text, fix.edits),
    fix.rename ?? path,
    forecastAfter(subject, fix).outcome,
  ]);
}

describe('publishing a draft, and making one', () => {
  const text = post('title: A');

  it('moves a Jekyll draft under today’s date, or its own', () => {
    assert.deepEqual(offered('jekyll', text, '_drafts/a.md'), [
      ['Publish the draft: move it to `_posts/2026-11-21-a.md`', text, '_posts/2026-11-21-a.md', 'published'],
    ]);
    const dated = post('title: A\ndate: 2019-07-23');
    assert.equal(offered('jekyll', dated, 'talks/_drafts/b/a.md')[0]?.[2], 'talks/_posts/b/2019-07-23-a.md');
    assert.equal(offered('jekyll', text, '_drafts/2019-07-23-a.md')[0]?.[2], '_posts/2019-07-23-a.md');
  });

  it('moves a Jekyll post to the drafts', () => {
    assert.deepEqual(offered('jekyll', text, '_posts/2019-07-23-a.md'), [
      ['Make it a draft: move it to `_drafts/a.md`', text, '_drafts/a.md', 'hidden'],
    ]);
  });

  it('writes the field for Hugo, in any format', () => {
    const path = 'content/posts/a.md';
    const draft = '+++\ntitle = "A"\ndraft = true # for now\n+++\n';
    assert.deepEqual(offered('hugo', draft, path), [
      [
        'Publish the draft: write `draft: false`',
        '+++\ntitle = "A"\ndraft = false # for now\n+++\n',
        path,
        'published',
      ],
    ]);
    assert.deepEqual(offered('hugo', post('title: A\ndate: 2019-07-23'), path), [
      [
        'Make it a draft: write `draft: true`',
        post('draft: true\ntitle: A\ndate: 2019-07-23'),
        path,
        'hidden',
      ],
    ]);
  });

  it('is not offered where it would not do that', () => {
    // Hidden by another field, with a date to come, for tools of which nothing is known, and where nothing is read.
    assert.deepEqual(offered('jekyll', post('title: A\npublished: false'), '_drafts/a.md'), []);
    assert.deepEqual(offered('jekyll', post('title: A\ndate: 2999-01-01'), '_drafts/a.md'), []);
    assert.deepEqual(offered('hugo', post('draft: true\ndate: 2999-01-01'), 'content/posts/a.md'), []);
    assert.deepEqual(offered('generic', text, 'notes/a.md'), []);
    assert.deepEqual(offered('jekyll', post('title: A: b'), '_posts/2019-07-23-a.md'), []);
  });
});
