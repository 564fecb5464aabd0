import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import type { Site } from '../../../src/core/generators/generator';
import type { SiteConfig } from '../../../src/core/generators/siteConfig';
import { findSite } from '../../../src/core/sites/findSite';
import { placeReport } from '../../placeReport';
import { Report } from '../../../src/core/report/report';
import { memoryFiles } from '../../memoryFiles';

const NOW = Date.parse('2026-11-21T23:00:00Z');

function siteOf(version: string, config: SiteConfig = {}): Site {
  return { generator: generators.hugo, version, config };
}

function forecast(text: string, site: Site) {
  return generators.hugo.forecast(new Report(text, 'content/posts/a.md', generators.hugo), site, NOW);
}

/** The forecast for a file of a site. */
async function forecastIn(files: Readonly<Record<string, string>>, path: string, version = '0.169.0') {
  const all = memoryFiles(files);
  const found = await findSite(all);
  const { site, path: inSite } = await placeReport(found && { site: found, files: all }, path, { version });
  const report = new Report(files[path] ?? '', inSite, generators.hugo, {
    inherited: site.surroundings?.inherited,
  });
  return generators.hugo.forecast(report, site, NOW);
}

describe('Hugo’s shortcodes', () => {
  const body = (text: string) => `---\ntitle: T\n---\n${text}`;

  it('that a site has are known, and those of its modules may be', () => {
    const text = body('A {{< note >}} b');
    assert.equal(forecast(text, siteOf('0.169.0')).outcome, 'build-error');
    assert.equal(
      forecast(text, siteOf('0.169.0', { shortcodes: new Map([['note', false]]) })).outcome,
      'published',
    );
    assert.equal(forecast(text, siteOf('0.169.0', { shortcodes: null })).outcome, 'published');
  });

  it('tell where they are at fault', () => {
    const text = body('A {{< note b');
    const { cause } = forecast(text, siteOf('0.169.0', { shortcodes: null }));
    assert.equal(cause?.code, 'shortcode');
    assert.equal(text.slice(cause.range?.start, cause.range?.end), '{{<');
  });

  it('may refer to other pages where there is a site', async () => {
    const files = { 'hugo.toml': '', 'content/posts/a.md': body('See [it]({{< ref "b.md" >}}).') };
    assert.equal((await forecastIn(files, 'content/posts/a.md')).outcome, 'published');
    assert.equal(forecast(files['content/posts/a.md'], siteOf('0.169.0')).outcome, 'build-error');
  });

  it('are read in no time, however many there are', () => {
    const text = body(`${'{{< details >}}'.repeat(10_000)}${'{{< '.repeat(10_000)}`);
    assert.equal(forecast(text, siteOf('0.169.0')).outcome, 'build-error');
  });
});

describe('a Hugo site', () => {
  const post = '---\ntitle: T\n---\nText.\n';

  it('leaves files out by their place, and says why', async () => {
    const outcomes = async (files: Readonly<Record<string, string>>, path: string) => {
      const { outcome, reason } = await forecastIn({ 'hugo.toml': '', ...files, [path]: post }, path);
      return [outcome, reason?.template];
    };
    const leftOut = 'Hugo will not make a page of this file: ';
    assert.deepEqual(await outcomes({}, 'README.md'), [
      'skipped',
      `${leftOut}it is not in the folder of the content.`,
    ]);
    assert.deepEqual(await outcomes({ 'content/posts/b/index.md': post }, 'content/posts/b/c.md'), [
      'skipped',
      `${leftOut}it belongs to the page {0}.`,
    ]);
    assert.deepEqual(await outcomes({}, 'content/posts/.a.md'), [
      'skipped',
      `${leftOut}it ignores files with such names.`,
    ]);
  });

  it('is not built with a configuration that cannot be read', async () => {
    const { outcome, cause } = await forecastIn(
      { 'hugo.toml': 'a = ', 'content/posts/a.md': post },
      'content/posts/a.md',
    );
    assert.deepEqual([outcome, cause], ['build-error', { code: 'config', range: null }]);
  });

  it('hands values down from the nearest section, over those of the configuration', async () => {
    const files = {
      'hugo.yaml': 'cascade:\n  title: Site\n  draft: true\n',
      'content/_index.md': '---\ncascade:\n  title: Home\n---\n',
      'content/posts/_index.md': '---\ncascade:\n  - target: {path: "/posts/*"}\n    title: Posts\n---\n',
      'content/posts/a.md': '---\ntags: [x]\n---\nText.\n',
    };
    const { outcome, title, cause } = await forecastIn(files, 'content/posts/a.md');
    // What is not in the text cannot be pointed at.
    assert.deepEqual([outcome, title, cause], ['hidden', 'Posts', { code: 'draft', range: null }]);
  });

  it('matches no hostile pattern', async () => {
    const files = {
      'hugo.toml': String.raw`ignoreFiles = ["(a+)+$", "(", "\\.skip\\.md$"]`,
      [`content/posts/${'a'.repeat(40)}!.md`]: post,
      'content/posts/a.skip.md': post,
    };
    assert.equal((await forecastIn(files, `content/posts/${'a'.repeat(40)}!.md`)).outcome, 'published');
    assert.equal((await forecastIn(files, 'content/posts/a.skip.md')).outcome, 'skipped');
  });
});

describe('what Hugo’s readers take for text', () => {
  it('shows as it is written', () => {
    const tags = (list: string) => forecast(`---\ntags: ${list}\n---\nText.\n`, siteOf('0.169.0')).tags;
    assert.deepEqual(tags('[a:, "b:", ?c, :d]'), ['a:', 'b:', '?c', ':d']);
    assert.equal(forecast('---\ntitle: } a\n---\n', siteOf('0.169.0')).title, '} a');
  });
});
