import assert from 'node:assert/strict';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import type { SiteConfig } from '../../../src/core/generators/siteConfig';
import { destinationOf, destinationPlace, wholeUrl } from '../../../src/core/links/destinations';
import type { Destination } from '../../../src/core/links/destinations';
import type { DestinationUse } from '../../../src/core/links/destinationPlace';
import { findSite } from '../../../src/core/sites/findSite';
import { placeReport } from '../../placeReport';
import { memoryFiles } from '../../memoryFiles';

const POSTS: Readonly<Record<GeneratorName, readonly [path: string, url: string | null]>> = {
  jekyll: ['_posts/2019-07-23-harbour.md', '/2019/07/23/harbour.html'],
  hugo: ['content/posts/harbour.md', '/posts/harbour/'],
  generic: ['notes/harbour.md', null],
};

function placeFor(name: GeneratorName, config: SiteConfig = {}, [path, url] = POSTS[name]) {
  const generator = generators[name];
  return destinationPlace(path, { generator, version: generator.newest, config }, url);
}

function candidates(
  written: string,
  name: GeneratorName,
  config?: SiteConfig,
  use: DestinationUse = 'image',
) {
  const destination = destinationOf(written, placeFor(name, config), use);
  return destination.kind === 'file' || destination.kind === 'remote'
    ? destination.candidates
    : destination.kind;
}

describe('what a destination is', () => {
  const kinds: readonly [written: string, destination: Destination][] = [
    ['https://e.org/a?b#c', { kind: 'remote', url: 'https://e.org/a?b#c', candidates: [] }],
    ['HTTP://e.org', { kind: 'remote', url: 'HTTP://e.org', candidates: [] }],
    ['//cdn.e.org/a.png', { kind: 'remote', url: 'https://cdn.e.org/a.png', candidates: [] }],
    [' https://e.org/ ', { kind: 'remote', url: 'https://e.org/', candidates: [] }],
    ['mailto:a@e.org', { kind: 'mail', url: 'mailto:a@e.org' }],
    ['#a%20b', { kind: 'anchor', id: 'a b' }],
    ['#fn:1', { kind: 'anchor', id: 'fn:1' }],
  ];
  for (const [written, destination] of kinds) {
    it(JSON.stringify(written), () => {
      assert.deepEqual(destinationOf(written, placeFor('jekyll')), destination);
    });
  }

  const unsafe = [
    '', ' ', '#', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'vbscript:x', 'data:text/html,x', 'data:image/png;base64,AA',
    'data:image/svg+xml,<svg/>', 'file:///etc/passwd', 'vscode://a.b', 'command:workbench.action.quit', 'command:a?b', 'vscode-resource://a/b', 'blob:https://e.org/a', 'about:blank', 'ftp://e.org/a', 'c:/windows', 'C:\\windows',
    '\\\\server\\share', '/\\e.org', '\\/e.org', 'https:\\\\e.org', 'https:e.org', 'https:/e.org', 'https://', 'https:///e.org', 'http://user@e.org', 'https://e.org@evil.org/', 'https://user:pw@e.org', 'https://e .org',
    '../../../../etc/passwd', '/../../etc/passwd', '/..', '..%2f..%2fetc', '%2e%2e/%2e%2e/%2e%2e/%2e%2e/a', '/%2e%2e/a', 'a%00.png', 'a%5cb.png', 'a/%2fb', 'a%0ab', 'a\u0000b', 'a\u202Eb', 'a%E2%80%AEb%00', 'a\u2028b', 'mailto:', 'mailto:a b',
    'a'.repeat(3000), `${'a/'.repeat(60)}b`,
  ]; // prettier-ignore
  for (const written of unsafe) {
    it(`nothing safe: ${JSON.stringify(written.slice(0, 60))}`, () => {
      for (const name of ['jekyll', 'hugo', 'generic'] as const) {
        assert.deepEqual(destinationOf(written, placeFor(name)), { kind: 'unsafe' });
        assert.equal(wholeUrl(written, placeFor(name, { origin: 'https://e.org' })), null);
      }
    });
  }
});

describe('the files that a destination may be', () => {
  const images: readonly [name: GeneratorName, written: string, candidates: readonly string[], config?: SiteConfig][] = [
    ['jekyll', '/assets/x.png', ['assets/x.png']],
    ['jekyll', '/assets/x%20y.png?v=1#z', ['assets/x y.png']],
    ['jekyll', '/assets/100%.png', ['assets/100%.png']],
    ['jekyll', '/blog/assets/x.png', ['assets/x.png', 'blog/assets/x.png'], { basePath: '/blog' }],
    ['jekyll', '/assets/x.png', ['assets/x.png'], { basePath: '/blog' }],
    ['jekyll', 'x.png', ['_posts/x.png', '2019/07/23/x.png']],
    ['jekyll', './a/../x.png', ['_posts/x.png', '2019/07/23/x.png']],
    ['jekyll', '../assets/x.png', ['assets/x.png', '2019/07/assets/x.png']],
    ['jekyll', '../../../assets/x.png', ['assets/x.png']],
    ['jekyll', 'https://e.org/blog/a.png', ['a.png', 'blog/a.png'], { origin: 'https://e.org', basePath: '/blog' }],
    ['jekyll', 'https://e.org.evil.org/a.png', [], { origin: 'https://e.org' }],
    ['hugo', '/img/x.png', ['static/img/x.png', 'assets/img/x.png', 'content/img/x.png']],
    ['hugo', 'x.png', ['content/posts/x.png', 'static/posts/harbour/x.png', 'assets/posts/harbour/x.png', 'content/posts/harbour/x.png']],
    ['hugo', '../x.png', ['content/x.png', 'static/posts/x.png', 'assets/posts/x.png', 'content/posts/x.png']],
    ['hugo', '/img/x.png', ['static/img/x.png', 'assets/img/x.png', 'pages/img/x.png'], { hugo: { contentFolders: [{ folder: 'pages/', target: '', language: null }] } }],
    ['generic', '/x.png', ['x.png', 'public/x.png', 'static/x.png', 'src/x.png', 'content/x.png']],
    ['generic', 'x.png', ['notes/x.png']],
  ]; // prettier-ignore
  for (const [name, written, expected, config] of images) {
    it(`${name}: the image ${written}`, () => {
      assert.deepEqual(candidates(written, name, config), expected);
    });
  }

  const pages: readonly [name: GeneratorName, written: string, among: string][] = [
    ['jekyll', '/2020/02/08/other.html', '_posts/2020-02-08-other.md'],
    ['jekyll', '/talks/2020/02/08/other/', '_posts/2020-02-08-other.md'],
    ['jekyll', '/about/', 'about.md'],
    ['jekyll', '/about', 'about/index.md'],
    ['jekyll', '/_posts/2020-02-08-other', '_posts/2020-02-08-other.markdown'],
    ['jekyll', '2020-02-08-other.md', '_posts/2020-02-08-other.md'],
    ['jekyll', '/', 'index.html'],
    ['hugo', '/posts/other/', 'content/posts/other.md'],
    ['hugo', '/posts/other', 'content/posts/other/index.md'],
    ['hugo', '/posts/', 'content/posts/_index.md'],
    ['hugo', 'other.md#x', 'content/posts/other.md'],
    ['hugo', 'posts/other.md', 'content/posts/other.md'],
    ['hugo', '../other/', 'content/posts/other.md'],
    ['hugo', '/slides/x.pdf', 'static/slides/x.pdf'],
    ['generic', 'other', 'notes/other.md'],
  ];
  for (const [name, written, among] of pages) {
    it(`${name}: the page ${written}`, () => {
      const found = candidates(written, name, {}, 'link');
      assert.ok(found.includes(among), JSON.stringify(found));
      assert.ok(found.length <= 16);
    });
  }

  it('are never outside of the site', () => {
    for (const up of ['..', '%2e%2e', '.%2E', './..']) {
      for (let depth = 0; depth < 8; depth++) {
        for (const name of ['jekyll', 'hugo', 'generic'] as const) {
          for (const written of [`${`${up}/`.repeat(depth)}x.png`, `/a/${`${up}/`.repeat(depth)}x.png`]) {
            const found = candidates(written, name);
            assert.ok(
              typeof found === 'string' ||
                found.every((each) => !each.startsWith('/') && !each.split('/').includes('..')),
              JSON.stringify([written, found]),
            );
          }
        }
      }
    }
  });

  it('tells the fragment', () => {
    assert.deepEqual(destinationOf('other.md#a%20b', placeFor('generic')), {
      kind: 'file',
      candidates: ['notes/other.md', 'other.md', 'src/other.md', 'content/other.md'],
      fragment: 'a b',
    });
  });
});

describe('a destination made whole', () => {
  const config = { origin: 'https://e.org', basePath: '/blog' };
  const whole: readonly [written: string, url: string | null][] = [
    ['https://a.org/x', 'https://a.org/x'],
    ['/a b.png', 'https://e.org/blog/a%20b.png'],
    ['/blog/a.png?b#c', 'https://e.org/blog/a.png?b#c'],
    ['x.png', 'https://e.org/blog/2019/07/23/x.png'],
    ['../x.png', 'https://e.org/blog/2019/07/x.png'],
    ['#fn:1', 'https://e.org/blog/2019/07/23/harbour.html#fn:1'],
    ['javascript:x', null],
  ];
  for (const [written, url] of whole) {
    it(written, () => {
      assert.equal(wholeUrl(written, placeFor('jekyll', config)), url);
    });
  }

  it('is not guessed where the host is not known', () => {
    assert.equal(wholeUrl('/a', placeFor('jekyll')), null);
    assert.equal(wholeUrl('a', placeFor('generic', config)), null);
  });
});

describe('the address of a site', () => {
  const sites: readonly [
    file: string,
    text: string,
    origin: string | undefined,
    basePath: string | undefined,
  ][] = [
    ['_config.yml', 'url: https://e.org\nbaseurl: /blog/\n', 'https://e.org', '/blog'],
    ['_config.yml', 'url: "https://e.org/"\nbaseurl: ""\n', 'https://e.org', undefined],
    ['_config.yml', 'baseurl: blog\n', undefined, '/blog'],
    ['_config.yml', 'title: x\n', undefined, undefined],
    ['hugo.toml', 'baseURL = "https://e.org/blog/"\n', 'https://e.org', '/blog'],
    ['hugo.yaml', 'baseURL: /\n', undefined, undefined],
  ];
  for (const [file, text, origin, basePath] of sites) {
    it(`${file}: ${JSON.stringify(text)}`, async () => {
      const files = memoryFiles({ [file]: text });
      const found = await findSite(files);
      const { site } = await placeReport(found && { site: found, files }, 'a.md', {});
      assert.deepEqual([site.config.origin, site.config.basePath], [origin, basePath]);
    });
  }
});
