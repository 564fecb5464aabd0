import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import { memoryFiles } from '../../memoryFiles';

describe('names of layouts', () => {
  it('are paths without extension in Jekyll', async () => {
    const files = memoryFiles({
      '_layouts/post.html': '',
      '_layouts/talks/one.day.liquid': '',
      '_layouts/README': '',
      '_includes/head.html': '',
    });
    assert.deepEqual(await generators.jekyll.layout.layoutNames(files), ['post', 'talks/one.day']);
  });

  it('are those that a page can ask for in Hugo, also of themes', async () => {
    const files = memoryFiles({
      'layouts/_default/single.html': '',
      'layouts/_default/baseof.html': '',
      'layouts/_default/report.html': '',
      'layouts/talks/report.html': '',
      'layouts/talks/slides.fr.html': '',
      'layouts/partials/head.html': '',
      'layouts/shortcodes/x.html': '',
      'layouts/_default/feed.xml': '',
      'themes/a/layouts/_default/archives.html': '',
      'themes/a/layouts/_default/_markup/render-link.html': '',
      'themes/a/README.html': '',
    });
    assert.deepEqual(await generators.hugo.layout.layoutNames(files), ['archives', 'report']);
  });

  it('are none where there are no layouts', async () => {
    for (const { layout } of Object.values(generators)) {
      assert.deepEqual(await layout.layoutNames(memoryFiles({})), []);
    }
  });
});
