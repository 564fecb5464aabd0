import assert from 'node:assert/strict';
import { renderInline, renderMarkdown, textOfHtml } from '../../../src/core/markdown/markdown';

/*
 * What a generator makes of Markdown is told by recorded runs: test/fixtures/conformance/markdown.json. Here is what they
 * cannot tell: what is kept of raw HTML, and what stands in the HTML besides its text.
 */

describe('kramdown', () => {
  const render = (markdown: string) => renderMarkdown(markdown, 'kramdown');

  it('keeps raw HTML that is safe, and of other HTML the text, its words apart', () => {
    assert.equal(textOfHtml(render('a<b>c</b>d')), 'a c d');
    assert.equal(render('<div class="x">raw *text*</div>\n'), '<div>raw *text*</div>\n');
    assert.equal(
      render('<details open onclick="x"><summary>S</summary>D</details>\n'),
      '<details open><summary>S</summary>D</details>\n',
    );
    assert.equal(
      render('a <kbd class="x" title="K">b</kbd> <x-y>c</x-y>\n'),
      '<p>a <kbd title="K">b</kbd> <span>c</span></p>\n',
    );
    assert.equal(
      render('<em>open *and* on\n\nnext\n'),
      '<p><em>open <em>and</em> on</em></p>\n\n<p>next</p>\n',
    );
    assert.equal(textOfHtml(render('<ul><li>a</li><li>b</li></ul>')), 'a b');
  });

  it('drops attribute lists, but not what they belong to', () => {
    assert.equal(render('*a*{: .x onclick="y"} b\n{: #z}\n'), '<p><em>a</em> b</p>\n');
  });

  it('marks the boxes of a task list', () => {
    const boxes = render('- [ ] a\n- [x] b\n').match(/<input[^>]*>/g);
    assert.deepEqual(boxes, ['<input type="checkbox" disabled>', '<input type="checkbox" disabled checked>']);
  });

  it('puts a table of contents where it is asked for', () => {
    const html = render('* x\n{:toc}\n\n# A\n\n## B *b*\n\n# C\n{: .no_toc}\n');
    assert.match(
      html,
      /^<ul>\n<li><a href="#a">A<\/a><ul>\n<li><a href="#b-b">B <em>b<\/em><\/a><\/li>\n<\/ul>\n<\/li>\n<\/ul>\n/,
    );
  });

  it('aligns the columns of a table', () => {
    assert.match(
      render('| a | b |\n|:-:|---|\n| c | d |\n'),
      /<td style="text-align: center">c<\/td>\n<td>d<\/td>/,
    );
  });

  it('reads character references in targets before it judges them', () => {
    assert.equal(render('[a](/b?c&amp;d)\n'), '<p><a href="/b?c&#38;d">a</a></p>\n');
  });

  it('renders one line without a paragraph', () => {
    assert.equal(renderInline('*a* -- "b"', 'kramdown'), '<em>a</em> – “b”');
  });
});

describe('goldmark', () => {
  const render = (markdown: string) => renderMarkdown(markdown, 'goldmark');

  it('leaves raw HTML out, and says so as Hugo does', () => {
    assert.equal(render('a <b>c</b>\n'), '<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n');
    assert.equal(render('<div>\na\n</div>\n'), '<!-- raw HTML omitted -->\n');
    assert.equal(render('a <!-- b -->\n').trim(), '<p>a </p>');
  });

  it('leads links with an unsafe target nowhere', () => {
    assert.equal(render('[a](javascript:b)\n'), '<p><a href="">a</a></p>\n');
  });

  it('numbers footnotes by their first reference, and leads back from each', () => {
    const html = render('b[^b] a[^a] b[^b]\n\n[^a]: A\n[^b]: B\n[^c]: C\n');
    assert.equal(
      textOfHtml(html),
      'b 1 a 2 b 1 B ↩\uFE0E ↩\uFE0E A ↩\uFE0E'.replaceAll('B ↩', 'B\u00A0 ↩').replace(/\u00A0/g, ''),
    );
    assert.match(html, /<a href="#fnref1:1" class="footnote-backref"/);
    assert.doesNotMatch(html, />C/);
  });

  it('gives headings an id, but not twice the same', () => {
    assert.equal(
      render('## A b!\n\n## A b\n\n## *C* {#d .e}\n'),
      '<h2 id="a-b">A b!</h2>\n<h2 id="a-b-1">A b</h2>\n<h2 id="d" class="e"><em>C</em></h2>\n',
    );
  });

  it('renders one line without a paragraph', () => {
    assert.equal(renderInline('*a* -- "b" ~~c~~', 'goldmark'), '<em>a</em> – “b” <del>c</del>');
  });
});

describe('a text that is longer than anybody writes', () => {
  for (const dialect of ['kramdown', 'goldmark', 'commonmark'] as const) {
    it(`is rendered as far as it goes, and the rest shown, in ${dialect}`, () => {
      const html = renderMarkdown(`*first*\n\n${'a b c\n\n'.repeat(60_000)}*last*\n`, dialect);
      assert.ok(html.startsWith('<p><em>first</em></p>\n'));
      assert.ok(html.trimEnd().endsWith('*last*\n</p>'));
    });
  }
});
