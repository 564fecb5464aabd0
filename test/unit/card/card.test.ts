import assert from 'node:assert/strict';
import { cardPage, excerptAs, plainTextOf, postLength, takeawaysAs } from '../../../src/core/card/card';
import type { CardFormat, CardInput } from '../../../src/core/card/card';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { destinationPlace } from '../../../src/core/links/destinations';
import { post, read } from '../support';

const CONFIG = { origin: 'https://e.org', basePath: '/blog' };

function cardOf(body: string, name: GeneratorName = 'jekyll', config: object = CONFIG): CardInput {
  const { report, site, forecast, excerpt } = read(name, post('title: T\ndate: 2019-07-23', body), {
    config,
  });
  return { report, site, forecast, excerpt };
}

describe('take-aways to take along', () => {
  const body =
    '## Takeaways\n\n* *One*, see [this](/a.html) & `[that](/b)`\n  - nested [ref][r]\n* Two\n  goes on\n* {{ site.baseurl }}/x {% gone %}\n\n[r]: https://r.org/a_(b)\n';
  const forms: readonly [format: CardFormat, expected: string][] = [
    [
      'markdown',
      '- *One*, see [this](https://e.org/blog/a.html) & `[that](/b)`\n  - nested [ref](<https://r.org/a_(b)>)\n- Two\n  goes on\n- /blog/x {% gone %}',
    ],
    ['text', '• One, see this & [that](/b)\n  • nested [ref][r]\n• Two goes on\n• /blog/x'],
    [
      'html',
      '<ul>\n<li><em>One</em>, see <a href="https://e.org/blog/a.html">this</a> &#38; <code>[that](/b)</code>\n<ul>\n<li>nested [ref][r]</li>\n</ul></li>\n<li>Two\ngoes on</li>\n<li>/blog/x </li>\n</ul>',
    ],
  ];
  for (const [format, expected] of forms) {
    it(`as ${format}`, () => {
      assert.equal(takeawaysAs(format, cardOf(body)), expected);
      assert.equal(takeawaysAs(format, cardOf('Text.\n')), '');
    });
  }

  it('keeps a link as it is written where it cannot be made whole', () => {
    const input = cardOf('## Takeaways\n\n* [a](/b) [c](#d) [e](javascript:f) ![g](h.png)\n', 'jekyll', {});
    assert.equal(takeawaysAs('markdown', input), '- [a](/b) [c](#d) [e](javascript:f) ![g](h.png)');
    assert.equal(takeawaysAs('html', input), '<ul>\n<li>a c e g</li>\n</ul>');
  });
});

describe('an excerpt to take along', () => {
  const excerpts: readonly [name: GeneratorName, body: string, markdown: string, text: string, html: string][] = [
    [
      'jekyll',
      'One [two](x.png) ![three](/y.png)\n\nrest\n',
      'One [two](https://e.org/blog/2019/07/23/x.png) ![three](https://e.org/blog/y.png)',
      'One two three',
      '<p>One <a href="https://e.org/blog/2019/07/23/x.png">two</a> <a href="https://e.org/blog/y.png">three</a></p>',
    ],
    ['hugo', '**One** {{< x >}}\n\n<!--more-->\n\nrest\n', '**One** {{< x >}}', 'One', '<p><strong>One</strong> </p>'],
    ['hugo', '- a\n- b\n  1. c\n\nrest\n', '- a\n- b\n  1. c\n\nrest', '• a\n• b\n  1. c\n\nrest', '<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n<p>rest</p>'],
  ]; // prettier-ignore
  for (const [name, body, markdown, text, html] of excerpts) {
    it(`${name}: ${JSON.stringify(body)}`, () => {
      const input = cardOf(body, name, { ...CONFIG, shortcodes: null });
      assert.equal(excerptAs('markdown', input), markdown);
      assert.equal(excerptAs('text', input), text);
      assert.equal(excerptAs('html', input), html);
    });
  }

  it('an automatic summary as it is written', () => {
    const words = 'Some *word* '.repeat(40).trim();
    const input = cardOf(`${words}\n\n${words}\n\n${words}\n`, 'hugo');
    assert.equal(excerptAs('markdown', input), words);
    const old = read('hugo', post('title: T\ndate: 2019-07-23', `${'Some *word*. '.repeat(60)}\n\nrest\n`), {
      version: '0.111.3',
    });
    assert.equal(
      excerptAs('markdown', {
        report: old.report,
        site: old.site,
        forecast: old.forecast,
        excerpt: old.excerpt,
      }),
      old.excerpt.text,
    );
  });

  it('none', () => {
    for (const format of ['markdown', 'text', 'html'] as const) {
      assert.equal(excerptAs(format, { ...cardOf('a'), excerpt: null }), '');
    }
  });
});

describe('the text of HTML', () => {
  const { site, report } = cardOf('a');
  const place = destinationPlace(report.path, site, null);
  const texts: readonly [html: string, text: string][] = [
    ['<p>a <em>b</em>.</p>\n<p>c</p>', 'a b.\n\nc'],
    ['<p>a<br>\nb</p>', 'a\nb'],
    ['<h2>a</h2><p>b</p>', 'a\n\nb'],
    ['<ol start="3"><li>a</li><li><p>b</p><p>c</p></li></ol>', '3. a\n4. b\nc'],
    ['<ul><li><input type="checkbox" disabled checked> a</li></ul>', '• ☑ a'],
    ['<pre><code>a\n  b\n</code></pre>', 'a\n  b'],
    ['<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>', 'a\tb\nc\td'],
    ['<p>1 &lt; 2 &amp;&amp; <b>3</b>&#62;2</p>', '1 < 2 && 3>2'],
    ['<p>a <span data-placeholder="liquid">{{ x }}</span>b</p>', 'a b'],
    ['<p>x<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>', 'x1'],
  ];
  for (const [html, text] of texts) {
    it(html, () => {
      assert.equal(plainTextOf(html, place), text);
    });
  }
});

describe('the length of a post', () => {
  it('counts characters as a reader does', () => {
    assert.deepEqual(postLength('a👩‍👩‍👧é https://e.org/a'), { codePoints: 23, characters: 19 });
    // Letters with marks of their own, one beside the other; a flag; a line end of two.
    assert.equal(postLength('a\u0301b\u0301c e\u0301 \u{1F1E9}\u{1F1F0}!\r\n会議').characters, 11);
    assert.deepEqual(postLength(''), { codePoints: 0, characters: 0 });
    assert.deepEqual(postLength('😀'.repeat(50_000)), { codePoints: 50_000, characters: 50_000 });
  });
});

describe('the page of a report card', () => {
  const words = {
    translate: formatMessage,
    language: 'en',
    title: 'T <b> & "q"',
    facts: [{ label: 'Date', value: '23 July <2019>' }],
  };
  const body =
    '# One\n\n## Takeaways\n\n* Take\n\n## 10:30 A title by Ann Onym\n\nProse. [Slides](https://s.org/a?b&c) [x](https://x.org)\n\n![i](https://i.org/i.png)\n';

  it('holds title, facts, excerpt, take-aways and talks', () => {
    const page = cardPage(cardOf(body), words);
    for (const part of [
      '<html lang="en">',
      '<title>T &#60;b&#62; &#38; &#34;q&#34;</title>',
      '<dt>Date</dt><dd dir="auto">23 July &#60;2019&#62;</dd>',
      '<h2>Excerpt</h2>\n<h3>One</h3>',
      '<h2>Key take-aways</h2>\n<ul>\n<li>Take</li>',
      '<li><strong>A title</strong><br>Ann Onym · <small>10:30</small> · <a href="https://s.org/a?b&#38;c" rel="noopener noreferrer">Slides</a><br>Prose.</li>',
    ]) {
      assert.ok(page.includes(part), `${part} is not in ${page}`);
    }
  });

  it('leaves out what there is not', () => {
    const page = cardPage({ ...cardOf('a'), excerpt: null }, { ...words, facts: [] });
    assert.doesNotMatch(page, /<h2>|<dl>/);
  });

  it('runs nothing and loads nothing, whatever is written', () => {
    for (const evil of [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<img src="https://e.org/a.png" alt="a">',
      '![a](https://e.org/a.png)',
      '[a](javascript:alert(1))',
      '<a href="javascript:alert(1)" onclick="alert(1)">a</a>',
      '<iframe src="https://e.org"></iframe>',
      '<style>*{}</style>',
      '<link rel=stylesheet href=//e.org><base href=//e.org><meta http-equiv=refresh content=0>',
      '<svg onload=alert(1)><math><mtext>',
      '<form action=//e.org><input type=text><button>',
      '</section></main></body><p style="background:url(//e.org)">',
      '{{ "<script>alert(1)</script>" }}',
      '<div id="x" class="y" data-z="1">a</div>',
    ]) {
      for (const name of ['jekyll', 'hugo'] as const) {
        const input = cardOf(
          `${evil}\n\n## Takeaways\n\n* ${evil}\n\n## ${evil} by Ann Onym\n\n${evil}\n`,
          name,
          {
            hugo: { markup: { unsafe: true } },
          },
        );
        const page = cardPage(input, { ...words, title: evil, facts: [{ label: evil, value: evil }] });
        const inner = page.slice(page.indexOf('<main>'));
        assert.doesNotMatch(
          inner,
          /<(?:script|img|iframe|style|link|base|meta|svg|math|form|input|button|object|embed|video|audio)\b/i,
          page,
        );
        assert.doesNotMatch(inner, /<[^<>]*\s(?:on\w+|style|class|id|src|srcset)=/i, page);
        assert.doesNotMatch(inner, /href="(?!https?:|mailto:)/i, page);
        assert.equal(page.match(/<\/main>/g)?.length, 1);
      }
    }
  });
});
