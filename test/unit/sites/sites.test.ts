import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { findSite, placeReport } from '../../../src/core/sites/findSite';
import { memoryFiles } from '../../memoryFiles';

const configOf = async (name: string, text: string) =>
  (await findSite(memoryFiles({ [name]: text })))?.config;
const readJekyllConfig = (text: string) => configOf('_config.yml', text);
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
    });
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
    assert.deepEqual(await readJekyllConfig('a: b: c\n'), {});
    assert.deepEqual(await readHugoConfig('= =', 'hugo.toml'), {});
    assert.deepEqual(await readJekyllConfig('future: maybe\ntimezone: [1]\n'), {});
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
    assert.equal(versionIn('hugo', '.tool-versions', 'nodejs 20.1.0\nhugo extended_0.120.4\n'), undefined);
  });

  it('takes `config.toml` for Hugo’s only where it says something of Hugo’s', () => {
    assert.equal(isSiteFile('config.toml', 'baseURL = "https://e.example/"\n'), true);
    assert.equal(isSiteFile('config.yml', 'version: 2\njobs: {}\n'), false);
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
