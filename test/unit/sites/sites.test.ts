import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { findSite } from '../../../src/core/sites/findSite';
import { placeReport } from '../../placeReport';
import { memoryFiles } from '../../memoryFiles';

const configOf = async (name: string, text: string) =>
  (await findSite(memoryFiles({ [name]: text })))?.config;
/** What Jekyll's says that other generators' do, too. */
const readJekyllConfig = async (text: string) => ({
  ...(await configOf('_config.yml', text)),
  jekyll: undefined,
});
/** The tags that a Jekyll site's plugins add; null where they are not known. */
const tagsOf = async (text: string, files: Readonly<Record<string, string>> = {}) => {
  const found = await findSite(memoryFiles({ '_config.yml': text, ...files }));
  const tags = found?.config.jekyll?.liquid.tags;
  return tags ? [...tags].sort() : tags;
};
const readHugoConfig = (text: string, name: string) => configOf(name, text);
const isSiteFile = (name: string, text: string) => generators.hugo.layout.isSiteFile(name, text);
const versionIn = (generator: GeneratorName, name: string, text: string) =>
  generators[generator].layout.versionIn(name, text);
const isInContentFolder = (generator: GeneratorName, path: string) =>
  generators[generator].layout.isContentPath(path, {});

describe('site configuration', () => {
  it('reads what of Jekyll’s decides', async () => {
    const text =
      'title: Blog\nexcerpt_separator: "<!--more-->"\ntimezone: Europe/Berlin\nfuture: true\nplugins: [a]\n';
    assert.deepEqual(await readJekyllConfig(text), {
      excerptSeparator: '<!--more-->',
      timeZone: 'Europe/Berlin',
      future: true,
      jekyll: undefined,
    });
  });

  it('knows the tags of the usual plugins, and says so where it does not', async () => {
    const Gemfile = 'gem "jekyll"\n';
    assert.deepEqual(await tagsOf('x: 1', { Gemfile }), []);
    assert.deepEqual(await tagsOf('plugins: [jekyll-gist, jekyll-feed, jekyll-sitemap]', { Gemfile }), [
      'feed_meta',
      'gist',
    ]);
    assert.deepEqual(await tagsOf('theme: minima', { Gemfile }), ['feed_meta', 'seo']);
    assert.deepEqual(await tagsOf('x: 1', { Gemfile: 'gem "jekyll"\ngem "jekyll-seo-tag"\n' }), ['seo']);
    assert.equal(await tagsOf('plugins: [my-own]'), null);
    assert.equal(await tagsOf('x: 1', { Gemfile: 'gem "jekyll-mine"\n' }), null);
    assert.equal(await tagsOf('x: 1', { '_plugins/tag.rb': '' }), null);
    const pages = await tagsOf('plugins: [my-own]', { Gemfile: 'gem "github-pages"\n' });
    const onPages = ['avatar', 'feed_meta', 'gist', 'github_edit_link', 'include_cached', 'seo'];
    assert.deepEqual(pages, onPages);
    // Whoever has plugins of his own builds the site himself.
    assert.equal(await tagsOf('x: 1', { Gemfile: 'gem "github-pages"\n', '_plugins/tag.rb': '' }), null);
    assert.deepEqual(await tagsOf('x: 1', { 'Gemfile.lock': '    github-pages (232)\n' }), onPages);
    // Without a Gemfile it is most likely GitHub Pages that builds the site.
    assert.deepEqual(await tagsOf('x: 1'), onPages);
  });

  it('hands on what Jekyll’s defaults give to a place', async () => {
    const files = memoryFiles({
      '_config.yml':
        'defaults:\n  - values: {title: All}\n  - scope: {path: _posts}\n    values: {title: Posts, tags: [a]}\n',
    });
    const site = await findSite(files);
    const placed = await placeReport(site && { site, files }, '_posts/2020-01-15-x.md', {});
    const inherited = placed.site.surroundings?.inherited;
    assert.deepEqual([...(inherited?.keys() ?? [])], ['title', 'tags']);
    const title = inherited?.get('title');
    assert.equal(title?.kind === 'scalar' && title.text, 'Posts');
  });

  it('reads Hugo’s in all three formats, keys in any case', async () => {
    const expected = { timeZone: 'Europe/Berlin', drafts: true, summaryLength: 30 };
    assert.deepEqual(
      await readHugoConfig(
        'timeZone = "Europe/Berlin"\nbuildDrafts = true\nsummaryLength = 30\n[params]\nx = 1\n',
        'hugo.toml',
      ),
      expected,
    );
    assert.deepEqual(
      await readHugoConfig('timezone: Europe/Berlin\nbuilddrafts: true\nsummarylength: 30\n', 'hugo.yaml'),
      expected,
    );
    assert.deepEqual(
      await readHugoConfig(
        '{"timeZone": "Europe/Berlin", "buildDrafts": true, "summaryLength": 30}',
        'hugo.json',
      ),
      expected,
    );
  });

  it('says nothing where it is broken or of another type', async () => {
    assert.deepEqual(await readJekyllConfig('a: b: c\n'), { jekyll: undefined });
    assert.deepEqual(await readHugoConfig('= =', 'hugo.toml'), { hugo: { broken: 'hugo.toml' } });
    // Ruby takes all but nothing and false for true.
    assert.deepEqual(await readJekyllConfig('future: maybe\ntimezone: [1]\n'), {
      future: true,
      jekyll: undefined,
    });
  });
});

describe('site detection', () => {
  it('finds Jekyll’s version', () => {
    assert.equal(
      versionIn(
        'jekyll',
        'Gemfile.lock',
        'GEM\n  specs:\n    jekyll (4.3.2)\n      addressable (~> 2.4)\n    jekyll-feed (0.17.0)\n',
      ),
      '4.3.2',
    );
    assert.equal(versionIn('jekyll', 'Gemfile.lock', 'GEM\n  specs:\n    github-pages (231)\n'), '3.10.0');
    assert.equal(versionIn('jekyll', 'Gemfile', 'gem "jekyll", "~> 4.2.0"\n'), '4.2.0');
    assert.equal(versionIn('jekyll', 'Gemfile', 'gem "jekyll-feed", "~> 0.17"\n'), undefined);
  });

  it('finds Hugo’s version', () => {
    assert.equal(versionIn('hugo', '.hugo-version', '0.152.2\n'), '0.152.2');
    assert.equal(
      versionIn('hugo', 'netlify.toml', '[build.environment]\nHUGO_VERSION = "0.131.0"\n'),
      '0.131.0',
    );
    assert.equal(
      versionIn(
        'hugo',
        '.github/workflows/hugo.yml',
        "      - uses: actions-hugo@v3\n        with:\n          hugo-version: '0.148.1'\n",
      ),
      '0.148.1',
    );
    assert.equal(versionIn('hugo', '.tool-versions', 'nodejs 20.1.0\nhugo extended_0.120.4\n'), '0.120.4');
    assert.equal(versionIn('hugo', '.gitlab-ci.yml', 'image: hugomods/hugo:exts-0.131.0\n'), '0.131.0');
    assert.equal(
      versionIn('hugo', 'Dockerfile', 'RUN wget https://e.example/v0.131.0/hugo_x.deb\n'),
      '0.131.0',
    );
  });

  it('takes nothing for Hugo’s version that is none', () => {
    const workflow = '.github/workflows/a.yml';
    assert.equal(
      versionIn('hugo', workflow, '        hugo-version: latest\n        node-version: 20.1\n'),
      undefined,
    );
    assert.equal(versionIn('hugo', workflow, '      - uses: peaceiris/actions-hugo@v3.0.0\n'), undefined);
    assert.equal(versionIn('hugo', workflow, '#  hugo-version: 0.131.0\n'), undefined);
    // The package hugo-bin has versions of its own.
    assert.equal(versionIn('hugo', 'package.json', '{"dependencies": {"hugo-bin": "^0.131.0"}}'), undefined);
    assert.equal(versionIn('hugo', 'package.json', '{"version": "0.131.0"}'), undefined);
  });

  it('takes `config.toml` for Hugo’s only where it says something of Hugo’s', () => {
    assert.equal(isSiteFile('config.toml', 'baseURL = "https://e.example/"\n'), true);
    assert.equal(isSiteFile('config.toml', 'title = "Notes"\n[params]\nlogo = "pier.png"\n'), true);
    assert.equal(isSiteFile('config.toml', 'title = "Notes"\n[permalinks]\nposts = "/:slug/"\n'), true);
    assert.equal(isSiteFile('config.yml', 'version: 2\njobs: {}\n'), false);
    // Zola's.
    assert.equal(isSiteFile('config.toml', 'base_url = "https://e.example"\ntheme = "pier"\n'), false);
    assert.equal(isSiteFile('hugo.toml', ''), true);
  });

  it('knows where reports are kept', () => {
    assert.equal(isInContentFolder('jekyll', '_posts/2019-07-23-a.md'), true);
    assert.equal(isInContentFolder('jekyll', 'blog/_posts/a.md'), true);
    assert.equal(isInContentFolder('jekyll', 'about.md'), false);
    assert.equal(isInContentFolder('jekyll', 'my_posts/a.md'), false);
    assert.equal(isInContentFolder('hugo', 'content/posts/a.md'), true);
    assert.equal(isInContentFolder('hugo', 'content/posts/_index.md'), false);
    assert.equal(isInContentFolder('hugo', 'README.md'), false);
  });

  it('guesses the root where there is no site', async () => {
    const pathOf = async (generator: GeneratorName, path: string) =>
      (await placeReport(null, path, { generator })).path;
    assert.equal(await pathOf('jekyll', 'home/ann/blog/_posts/2019-07-23-a.md'), '_posts/2019-07-23-a.md');
    assert.equal(await pathOf('jekyll', 'home/ann/2019-07-23-a.md'), '2019-07-23-a.md');
    assert.equal(await pathOf('hugo', 'home/ann/content/blog/a/index.md'), 'content/blog/a/index.md');
    assert.equal(await pathOf('generic', 'home/ann/a.md'), 'home/ann/a.md');
  });
});
