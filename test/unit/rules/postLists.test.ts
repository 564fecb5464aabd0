import assert from 'node:assert/strict';
import { findSite } from '../../../src/core/sites/findSite';
import { memoryFiles } from '../../memoryFiles';
import { check, codes, post } from '../support';

const LAYOUT = '{{ content }}';
const MARKED = post('title: A', 'Intro.\n\nMore to say. <!-- more -->\n\nThe rest.\n');
const HEADING = post('title: A', '# Welcome\n\nText.\n');

/** What is said of a post of a Jekyll site with these files. */
async function said(text: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const found = await findSite(memoryFiles({ '_config.yml': '', ...files }));
  assert.ok(found);
  return codes(check('jekyll', text, { config: found.config }));
}

describe('what a Jekyll site shows where it lists posts', () => {
  const uses = {
    '_layouts/post.html': LAYOUT,
    'index.html': '{% for post in site.posts %}{{ post.excerpt }}{% endfor %}',
  };

  it('is its excerpts, where nothing else is known', async () => {
    assert.ok((await said(HEADING, {})).includes('poor-excerpt'));
    assert.ok((await said(HEADING, uses)).includes('poor-excerpt'));
    assert.ok((await said(MARKED, uses)).includes('unread-separator'));
  });

  it('may be what a theme or a plugin makes of them', async () => {
    const lists = { '_layouts/post.html': LAYOUT, 'index.html': '{{ post.content }}' };
    for (const config of [
      'theme: minima',
      'remote_theme: a/b',
      'plugins: [jekyll-feed]',
      'gems: [jekyll-seo-tag]',
    ]) {
      assert.ok((await said(HEADING, { ...lists, '_config.yml': config })).includes('poor-excerpt'), config);
    }
    const plugin = { ...lists, '_plugins/cards.rb': 'post.data["excerpt"]' };
    assert.ok((await said(HEADING, plugin)).includes('poor-excerpt'));
  });

  it('is no excerpt where no template names one', async () => {
    const files = { '_layouts/post.html': LAYOUT, 'blog/index.html': '{{ post.title }}' };
    const config = { '_config.yml': 'plugins: [jekyll-paginate, jekyll-paginate-content]' };
    assert.ok(!(await said(HEADING, { ...files, ...config })).includes('poor-excerpt'));
    const below = { ...files, 'source/_layouts/post.html': LAYOUT, '_config.yml': 'source: source' };
    assert.ok(!(await said(HEADING, below)).includes('poor-excerpt'));
  });

  it('ends where a template cuts a post itself', async () => {
    for (const quote of ["'", '"']) {
      const cut = `{{ post.content | split: ${quote}<!-- more -->${quote} | first }}{{ post.excerpt }}`;
      const files = { ...uses, '_includes/list.html': cut };
      assert.ok(!(await said(MARKED, files)).includes('unread-separator'));
      assert.ok((await said(MARKED.replace('<!-- more', '<!--more'), files)).includes('unread-separator'));
    }
  });

  it('was nothing of the kind before Jekyll 1', () => {
    assert.ok(!codes(check('jekyll', HEADING, { version: '0.11.2' })).includes('poor-excerpt'));
    assert.ok(codes(check('jekyll', HEADING, { version: '3.9.0' })).includes('poor-excerpt'));
  });
});
