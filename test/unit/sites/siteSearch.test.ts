import assert from 'node:assert/strict';
import { pathFrom, SiteSearch } from '../../../src/core/sites/siteSearch';
import type { SiteFiles } from '../../../src/core/generators/siteFiles';
import { memoryFiles } from '../../memoryFiles';

/** Searches files in memory; folders are named by their paths, the top one by nothing. */
function searchIn(texts: Readonly<Record<string, string>>) {
  const all = memoryFiles(texts);
  const asked: string[] = [];
  const filesBelow = (folder: string): SiteFiles => {
    const below = (path: string) => [folder, path].filter(Boolean).join('/');
    return {
      text: (path) => {
        asked.push(below(path));
        return all.text(below(path));
      },
      names: (path) => {
        asked.push(`${below(path)}/`);
        return all.names(below(path));
      },
    };
  };
  const search = new SiteSearch<string>({
    key: (folder) => `/${folder}`,
    parent: (folder) => (folder === '' ? null : folder.slice(0, Math.max(0, folder.lastIndexOf('/')))),
    below: (folder, path) => [folder, path].filter(Boolean).join('/'),
    files: filesBelow,
  });
  return {
    asked,
    of: async (folder: string) => {
      const found = await search.siteOf(folder);
      return found && `${found.site.generator.name} in “${found.root}” ${found.site.version ?? ''}`.trim();
    },
  };
}

describe('the search for the site of a folder', () => {
  it('takes the nearest site', async () => {
    const { of } = searchIn({ '_config.yml': '', 'docs/hugo.toml': '', 'docs/content/a/x.md': '' });
    assert.equal(await of('docs/content/a'), 'hugo in “docs”');
    assert.equal(await of('_posts'), 'jekyll in “”');
  });

  it('takes a configured site above for folders that it has as content, and for those of its themes', async () => {
    const { of } = searchIn({
      'hugo.toml': '',
      'content/a/_includes/x.md': '',
      'content/b/_config.yml': '',
      'themes/plain/exampleSite/hugo.toml': '',
      'other/hugo.toml': '',
      'old/_layouts/x.html': '',
    });
    assert.equal(await of('content/a'), 'hugo in “”');
    assert.equal(await of('content/b'), 'hugo in “”');
    assert.equal(await of('themes/plain/exampleSite/content/post'), 'hugo in “”');
    assert.equal(await of('other/content/post'), 'hugo in “other”');
    assert.equal(await of('old/_posts'), 'hugo in “”');
  });

  it('starts where `source` says', async () => {
    const { of } = searchIn({
      '_config.yml': 'source: src\n',
      'src/_config.yml': '',
      'src/_layouts/x.html': '',
    });
    assert.equal(await of('src/_posts'), 'jekyll in “src”');
    assert.equal(await of('_posts'), 'jekyll in “src”');
  });

  it('leaves a `source` alone that leads out of the site', async () => {
    const { of } = searchIn({ 'a/_config.yml': 'source: ../b\n', 'a/_posts/x.md': '', 'b/x.md': '' });
    assert.equal(await of('a/_posts'), 'jekyll in “a”');
  });

  it('finds a configuration beside the content, and only one that asks for it', async () => {
    const { of } = searchIn({
      'a/config.yaml': 'baseURL: x\ncontentDir: ../content\n',
      'b/hugo.toml': '',
      'content/post/x.md': '',
      'notes/x.md': '',
    });
    assert.equal(await of('content/post'), 'hugo in “a”');
    assert.equal(await of('notes'), null);
  });

  it('finds a version above the site', async () => {
    const { of } = searchIn({ 'package.json': '{"hugo-extended": "0.131.0"}', 'site/hugo.toml': '' });
    assert.equal(await of('site/content/post'), 'hugo in “site” 0.131.0');
  });

  it('asks for each file once, and for few in folders without a site', async () => {
    const texts: Record<string, string> = { 'hugo.toml': '' };
    for (let i = 0; i < 50; i++) {
      texts[`content/post/${String(i)}/index.md`] = '';
    }
    const { asked, of } = searchIn(texts);
    for (let i = 0; i < 50; i++) {
      await of(`content/post/${String(i)}`);
    }
    const first = asked.length;
    assert.ok(first < 50 + 40, `${String(first)} requests`);
    await of('content/post/7');
    assert.equal(asked.length, first);
  });
});

describe('the path from a folder', () => {
  it('leads down, or up and down', () => {
    assert.equal(pathFrom('/a', '/a/b/c.md'), 'b/c.md');
    assert.equal(pathFrom('/', '/a.md'), 'a.md');
    assert.equal(pathFrom('/a/b', '/a/bc/d.md'), '../bc/d.md');
    assert.equal(pathFrom('/a/b', '/x.md'), '../../x.md');
    assert.equal(pathFrom('/a', '/a'), '');
  });
});
