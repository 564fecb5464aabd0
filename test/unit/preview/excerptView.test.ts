import assert from 'node:assert/strict';
import { post, view } from './input';
import type { Options } from './input';

function sourceOf(
  text: string,
  generator: 'jekyll' | 'hugo' | 'generic' = 'jekyll',
  options: Options = {},
): string {
  return view(text, generator, options).excerpt.source.text;
}

const LONG = 'Many words that say nothing at all. '.repeat(40);

describe('preview: where the excerpt comes from', () => {
  it('up to a separator', () => {
    const text = post('title: A\nexcerpt_separator: <!--more-->', 'Head.\n\n<!--more-->\n\nRest.');
    const { excerpt } = view(text);
    assert.equal(excerpt.source.text, 'Up to `<!--more-->` on line 8');
    assert.equal(text.slice(excerpt.source.target?.start, excerpt.source.target?.end), '<!--more-->');
    assert.match(excerpt.html ?? '', /^<p>Head\.<\/p>/);
    assert.equal(excerpt.hint, null);
    assert.equal(
      sourceOf(post('title: A', 'Head.\n\n<!--more-->\n\nRest.'), 'hugo'),
      'Up to `<!--more-->` on line 7',
    );
  });

  it('the first paragraph', () => {
    assert.equal(sourceOf(post('title: A', 'Head.\n\nRest.')), 'First paragraph');
    assert.equal(sourceOf(post('title: A', '> Quote.\n\nRest.')), 'First block of the text');
  });

  it('a heading alone, with a hint', () => {
    const { excerpt } = view(post('title: A', '## Introduction\n\nText.'));
    assert.equal(excerpt.source.text, 'Only a heading: the first block of the text');
    assert.match(excerpt.hint ?? '', /no more than this heading/);
  });

  it('the whole post, for want of the separator', () => {
    const { excerpt } = view(post('title: A\nexcerpt_separator: <!-- more -->', 'Head.\n\nRest.'));
    assert.equal(excerpt.source.text, 'Whole post: the separator `<!-- more -->` does not occur');
    assert.equal(excerpt.hint, 'Put `<!-- more -->` where the excerpt should end.');
    assert.ok(excerpt.wholePost);
    const site = { config: { excerptSeparator: '<!--end-->' } };
    assert.equal(
      sourceOf(post('title: A', 'x'), 'jekyll', site),
      'Whole post: the separator `<!--end-->` does not occur',
    );
  });

  it('the whole post, for want of a blank line', () => {
    assert.equal(
      sourceOf(post('title: A', 'Text.').trimEnd()),
      'Whole post: there is no blank line to cut it at',
    );
    const crlf = post('title: A', 'Head.\n\nRest.').replaceAll('\n', '\r\n');
    assert.equal(sourceOf(crlf), 'Whole post: between CRLF line ends, Jekyll sees no blank line');
    assert.ok(view(crlf).excerpt.hint);
  });

  it('a field of the front matter', () => {
    assert.equal(sourceOf(post('title: A\nexcerpt: Mine.', 'Text.')), 'From `excerpt` in the front matter');
    assert.equal(
      sourceOf(post('title: A\nsummary: Mine.', 'Text.'), 'hugo'),
      'From `summary` in the front matter',
    );
  });

  it("Hugo's automatic summary, and a post that it does not cut", () => {
    assert.match(sourceOf(post('title: A', `${LONG}\n\nRest.`), 'hugo'), /^Automatic summary, \d{3} words$/);
    const short = view(post('title: A', 'Short.'), 'hugo').excerpt;
    assert.equal(short.source.text, 'Whole post: there is no `<!--more-->`, and no summary of its own');
    assert.equal(short.hint, null);
    assert.ok(view(post('title: A', `- ${LONG}`), 'hugo').excerpt.hint);
  });

  it('nothing, and why', () => {
    assert.equal(sourceOf(post('title: "open', 'Text.')), 'None: the front matter cannot be read.');
    assert.equal(
      sourceOf(post('title: A\nexcerpt_separator: ""', 'x')),
      'None: an empty separator switches excerpts off.',
    );
    assert.equal(sourceOf(post('title: A', ''), 'hugo'), 'None yet: there is no text.');
    assert.equal(sourceOf('---\ntitle: A\n\nText.', 'hugo'), 'Not known until the front matter can be read.');
    assert.match(sourceOf(post('title: A', 'Text.'), 'generic'), /^Every generator/);
    assert.equal(view(post('title: A', ''), 'hugo').excerpt.html, null);
  });

  it('an excerpt of an image alone is shown, one of nothing is not', () => {
    assert.notEqual(view(post('title: A', '![Group](g.png)\n\nText.')).excerpt.html, null);
    const nothing = view(post('title: A\nexcerpt_separator: <!--more-->', '<!--more-->\n\nText.')).excerpt;
    assert.deepEqual([nothing.html, nothing.hint], [null, 'There is no text in it.']);
  });
});
