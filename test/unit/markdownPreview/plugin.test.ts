import assert from 'node:assert/strict';
import MarkdownItFactory from 'markdown-it';
import { hugo } from '../../../src/core/generators/hugo/index';
import { jekyll } from '../../../src/core/generators/jekyll/index';
import { Report } from '../../../src/core/report/report';
import { marksOf } from '../../../src/features/markdownPreview/marks';
import { markReports } from '../../../src/features/markdownPreview/plugin';

const HEADER = '---\ntitle: Fog\ndate: 2026-03-05\nexcerpt_separator: <!--more-->\n---\n\n';
const END = '<div class="conference-notes-excerpt-end" role="note">Ends &lt;here&gt;</div>\n';

/** A report as VS Code's own preview has it: front matter makes no output, and lines count from the file's start. */
function rendered(text: string, generator = jekyll): string {
  const report = new Report(text, '_posts/2026-03-05-fog.md', generator);
  const site = { generator, version: generator.newest, config: {} };
  const md = markReports(MarkdownItFactory({ html: true }), () => marksOf(report, site, 'Ends <here>'));
  const blank = text.slice(0, report.body).replace(/[^\n]/g, '');
  return md.render(blank + text.slice(report.body));
}

describe('marks in VS Code’s own Markdown preview', () => {
  it('show where the excerpt ends, before the first block behind it', () => {
    assert.equal(
      rendered(`${HEADER}One.\n\n<!--more-->\n\nTwo.\n`),
      `<p>One.</p>\n<!--more-->\n${END}<p>Two.</p>\n`,
    );
    assert.equal(rendered('---\ntitle: Fog\n---\n\nOne.\n\nTwo.\n'), `<p>One.</p>\n${END}<p>Two.</p>\n`);
    assert.equal(
      rendered('---\ntitle: Fog\n---\nOne.\n\n<!--more-->\n\nTwo.\n', hugo),
      `<p>One.</p>\n<!--more-->\n${END}<p>Two.</p>\n`,
    );
  });

  it('show none where the excerpt is the whole post, or stands in the front matter', () => {
    assert.ok(!rendered(`${HEADER}One.\n\nTwo.\n`).includes('excerpt-end'));
    assert.ok(!rendered('---\ntitle: Fog\nexcerpt: Other\n---\n\nOne.\n\nTwo.\n').includes('excerpt-end'));
  });

  it('highlight the take-aways, from their heading to the end of their section', () => {
    const html = rendered(`${HEADER}One.\n\n## Key take-aways\n\n- A\n- B\n\nMore.\n\n## Talks\n\n- C\n`);
    assert.match(html, /<h2 class="conference-notes-takeaways-heading">Key take-aways<\/h2>/);
    assert.match(html, /<ul class="conference-notes-takeaways">\n<li>A<\/li>/);
    assert.match(html, /<p class="conference-notes-takeaways">More\.<\/p>/);
    assert.match(html, /<h2>Talks<\/h2>\n<ul>/);
    assert.match(html, /^<p>One\.<\/p>/m);
  });

  it('are made anew each time, of what was parsed once', () => {
    const md = MarkdownItFactory();
    const tokens = md.parse('One.\n\nTwo.\n', {});
    const plain = md.renderer.render(tokens, md.options, {});
    let excerptEnd: number | null = 1;
    markReports(md, () => ({ excerptEnd, excerptLabel: 'End', takeaways: [[2, 3]] }));
    const first = md.renderer.render(tokens, md.options, {});
    assert.match(first, /One[^]*End[^]*<p class="conference-notes-takeaways">Two/);
    assert.equal(md.renderer.render(tokens, md.options, {}), first);
    excerptEnd = null;
    assert.equal(
      md.renderer.render(tokens, md.options, {}),
      plain.replace('<p>Two', '<p class="conference-notes-takeaways">Two'),
    );
  });

  it('leave everything else as it is', () => {
    const md = MarkdownItFactory({ html: true });
    const text = 'One.\n\n## Key take-aways\n\n- A\n';
    const plain = md.render(text);
    assert.equal(markReports(md, () => null).render(text), plain);
  });

  it('come and go where the same tokens are rendered again, and are known by what they are rendered with', () => {
    const text = 'One.\n\n## Key take-aways\n\n- A\n';
    const report = new Report(text, 'notes.md', hugo);
    const marks = {
      ...marksOf(report, { generator: hugo, version: hugo.newest, config: {} }, 'x'),
      excerptEnd: 2,
    };
    const md = markReports(MarkdownItFactory(), (env) => ((env as { isOn?: true }).isOn ? marks : null));
    const plain = MarkdownItFactory().render(text);
    const tokens = md.parse(text, {});
    assert.equal(md.renderer.render(tokens, md.options, {}), plain);
    const marked = md.renderer.render(tokens, md.options, { isOn: true });
    assert.match(marked, /excerpt-end[^]*takeaways-heading[^]*<ul class="conference-notes-takeaways">/);
    assert.equal(md.renderer.render(tokens, md.options, { isOn: true }), marked);
    assert.equal(md.renderer.render(tokens, md.options, {}), plain);
  });
});
