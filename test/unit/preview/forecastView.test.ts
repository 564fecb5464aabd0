import assert from 'node:assert/strict';
import { post, view } from './input';

describe('preview: what the site will do', () => {
  it('says under which date the report is published, by which generator', () => {
    const { forecast } = view(post('title: A', 'Text.'));
    assert.equal(
      forecast.sentence,
      'Jekyll will publish this report, dated Thursday, 5 March 2026, at `/2026/03/05/notes.html`.',
    );
    assert.equal(forecast.state, 'published');
    assert.match(forecast.generator, /^Jekyll \d/);
    assert.deepEqual([forecast.target, forecast.button], [null, null]);
  });

  it('says that a report has no date, and where it will be', () => {
    assert.equal(
      view(post('title: A', 'x'), 'hugo').forecast.sentence,
      'Hugo will publish this report without a date, at `/posts/notes/`.',
    );
  });

  it('gives the reason, and leads to its cause', () => {
    const text = post('title: A\ndraft: true', 'Text.');
    const { forecast } = view(text, 'hugo');
    assert.equal(forecast.state, 'hidden');
    assert.equal(forecast.sentence, 'Hugo will leave this page out: it is a draft.');
    assert.equal(text.slice(forecast.target?.start, forecast.target?.end), 'draft: true');
    assert.equal(forecast.target?.label, 'Go to line 3');
  });

  it('says of a draft in its folder what cannot be read, and leads there', () => {
    const path = '_drafts/notes.md';
    const text = post('title: A: B\ntags: [a]', 'Text.');
    const { forecast } = view(text, 'jekyll', { path });
    assert.equal(forecast.state, 'warning');
    assert.equal(
      forecast.sentence,
      'Jekyll will leave this post out: it is in `_drafts`. Its front matter cannot be read.',
    );
    assert.equal(forecast.target?.label, 'Go to line 2');
    const noDate = view(post('title: A\ndate: tomorrow', 'Text.'), 'jekyll', { path }).forecast;
    assert.match(noDate.sentence, /`_drafts`\. Its date cannot be read\.$/);
    const plain = view(post('title: A', 'Text.'), 'jekyll', { path }).forecast;
    assert.deepEqual(
      [plain.state, plain.sentence],
      ['hidden', 'Jekyll will leave this post out: it is in `_drafts`.'],
    );
    // Hugo knows no such folder: what cannot be read stops its build wherever it is.
    assert.equal(view(text, 'hugo', { path: 'content/_drafts/notes.md' }).forecast.state, 'error');
  });

  it('warns of a draft that goes live', () => {
    const text = post('title: A\ndraft: true', 'Text.');
    const { forecast } = view(text, 'jekyll');
    assert.equal(forecast.state, 'warning');
    assert.equal(forecast.sentence, 'Jekyll will publish this report, although it says `draft: true`.');
    assert.equal(forecast.target?.label, 'Go to line 3');
  });

  it('tells a post without its title from a site that is not built', () => {
    const broken = post('title: "open', 'Text.');
    assert.equal(view(broken, 'jekyll').forecast.state, 'warning');
    assert.equal(view(broken, 'hugo').forecast.state, 'error');
  });

  it('offers to select the generator where none is known', () => {
    const { forecast } = view(post('title: A', 'Text.'), 'generic');
    assert.equal(forecast.state, 'unknown');
    assert.equal(forecast.button?.action, 'selectGenerator');
  });
});
