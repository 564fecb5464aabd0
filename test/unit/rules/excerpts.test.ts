import assert from 'node:assert/strict';
import type { RuleCode } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text';
import { assertFinding, check, codes, post, read } from '../support';
import type { Circumstances } from '../support';

const jekyll = 'title: Hello';
const hugo = 'title: Hello\ndate: 2019-07-23';
const more = 'title: Hello\nexcerpt_separator: <!--more-->';

const ABOUT: readonly RuleCode[] = ['poor-excerpt', 'separator-missing', 'unread-separator'];

function said(generator: 'jekyll' | 'hugo' | 'generic', text: string, circumstances: Circumstances = {}) {
  return codes(check(generator, text, circumstances)).filter((code) => ABOUT.includes(code));
}

describe('poor-excerpt', () => {
  it('finds a heading alone, and ends the excerpt after the first paragraph', () => {
    const marked = post(jekyll, '⟦## Introduction⟧\n\nOne.\n\nTwo.\n');
    const fixed = post(
      `${jekyll}\nexcerpt_separator: <!--more-->`,
      '## Introduction\n\nOne.\n\n<!--more-->\n\nTwo.\n',
    );
    assertFinding('jekyll', 'poor-excerpt', marked, {
      severity: 'warning',
      message: 'Jekyll will show this heading alone as the excerpt.',
      fixed,
    });
    const { excerpt } = read('jekyll', fixed);
    assert.deepEqual([excerpt.from, excerpt.text], ['separator', 'Introduction One.']);
  });

  it('uses the separator that the site has', () => {
    assertFinding('hugo', 'poor-excerpt', post(hugo, '⟦# A⟧\n\n<!--more-->\n\nOne.\n\nTwo.\n'), {
      severity: 'warning',
      message: 'Hugo will show this heading alone as the excerpt.',
      fixed: post(hugo, '# A\n\nOne.\n\n<!--more-->\n\nTwo.\n'),
    });
    assertFinding(
      'jekyll',
      'poor-excerpt',
      post(jekyll, '⟦~~⟧\n\nOne.\n\nTwo.\n'),
      {
        severity: 'warning',
        message: 'Jekyll will show an empty excerpt: it ends before there is anything to read.',
        fixed: post(jekyll, 'One.\n\n~~\n\nTwo.\n'),
      },
      { config: { excerptSeparator: '~~' } },
    );
  });

  it('moves a separator with nothing before it', () => {
    const message = 'it ends before there is anything to read.';
    for (const [generator, header, name] of [
      ['jekyll', more, 'Jekyll'],
      ['hugo', hugo, 'Hugo'],
    ] as const) {
      assertFinding(generator, 'poor-excerpt', post(header, '⟦<!--more-->⟧\n\nOne.\n\nTwo.\n'), {
        severity: 'warning',
        message: `${name} will show an empty excerpt: ${message}`,
        fixed: post(header, 'One.\n\n<!--more-->\n\nTwo.\n'),
      });
    }
  });

  it('finds half a code block', () => {
    assertFinding('jekyll', 'poor-excerpt', post(jekyll, '⟦```js⟧\none\n\ntwo\n```\n\nText.\n\nMore.\n'), {
      severity: 'warning',
      message: 'Jekyll will end the excerpt here, in the middle of code.',
      fixed: post(
        `${jekyll}\nexcerpt_separator: <!--more-->`,
        '```js\none\n\ntwo\n```\n\nText.\n\n<!--more-->\n\nMore.\n',
      ),
    });
    assertFinding('jekyll', 'poor-excerpt', post(jekyll, 'Text:\n⟦~~~⟧\none\n\ntwo\n~~~\n\nMore.\n'), {
      severity: 'warning',
      message: 'Jekyll will end the excerpt here, in the middle of code.',
      fixed: post(
        `${jekyll}\nexcerpt_separator: <!--more-->`,
        'Text:\n\n<!--more-->\n\n~~~\none\n\ntwo\n~~~\n\nMore.\n',
      ),
    });
  });

  it('finds a separator in code: the first one counts', () => {
    assertFinding(
      'jekyll',
      'poor-excerpt',
      post(more, 'One.\n\n```html\n⟦<!--more-->⟧\n```\n\nTwo.\n\n<!--more-->\n\nThree.\n'),
      {
        severity: 'warning',
        message: 'Jekyll will end the excerpt here, in the middle of code.',
        fixed: post(
          more,
          'One.\n\n<!--more-->\n\n```html\n<!--more-->\n```\n\nTwo.\n\n<!--more-->\n\nThree.\n',
        ),
      },
    );
    assertFinding('hugo', 'poor-excerpt', post(hugo, 'Use `⟦<!--more-->⟧` to cut.\n\nTwo.\n'), {
      severity: 'warning',
      message: 'Hugo will end the excerpt here, in the middle of code.',
    });
    assert.deepEqual(said('jekyll', post(more, 'One.\n\n    <!--more-->\n\nTwo.\n')), []);
  });

  it('finds comments, rules, definitions and tables of contents with nothing to read', () => {
    for (const start of ['<!-- ask for photos -->', '***', '[a]: https://example.org', '* TOC\n{:toc}']) {
      const [finding] = check('jekyll', post(jekyll, `${start}\n\nOne.\n\nTwo.\n`));
      assert.deepEqual([finding?.code, finding?.severity], ['poor-excerpt', 'warning'], start);
    }
  });

  it('finds an image alone', () => {
    const marked = post(jekyll, '⟦![The hall](hall.jpg){: .wide}⟧\n\nOne.\n\nTwo.\n');
    assertFinding('jekyll', 'poor-excerpt', marked, {
      severity: 'info',
      message: 'Jekyll will show no text as the excerpt, only this image.',
      fixed: post(
        `${jekyll}\nexcerpt_separator: <!--more-->`,
        '![The hall](hall.jpg){: .wide}\n\nOne.\n\n<!--more-->\n\nTwo.\n',
      ),
    });
    assert.deepEqual(said('jekyll', post(jekyll, '[![a](a.png)](b)\n\nOne.\n')), ['poor-excerpt']);
    assert.deepEqual(said('jekyll', post(jekyll, '<img src="a.png" alt="The hall">\n\nOne.\n')), [
      'poor-excerpt',
    ]);
    assert.deepEqual(said('jekyll', post(jekyll, '![a]({{ site.baseurl }}/a.png)\n\nOne.\n')), [
      'poor-excerpt',
    ]);
    assert.deepEqual(said('jekyll', post(jekyll, '![a](a.png) The hall.\n\nOne.\n')), []);
  });

  it('finds that lines which end in CRLF make the whole post the excerpt', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    assertFinding('jekyll', 'poor-excerpt', crlf(post(jekyll, '⟦One⟧\ngoes on.\n\nTwo.\n')), {
      severity: 'warning',
      message:
        'Jekyll will show the whole post as its excerpt: it sees no blank line between lines that end in CRLF.',
      fixed: crlf(
        post(`${jekyll}\nexcerpt_separator: <!--more-->`, 'One\ngoes on.\n\n<!--more-->\n\nTwo.\n'),
      ),
    });
    assert.deepEqual(said('jekyll', crlf(post(jekyll, 'One\ngoes on.\n'))), []);
    assert.deepEqual(said('hugo', crlf(post(hugo, 'One.\n\nTwo.\n'))), []);
  });

  const items = (count: number) => '- five words to an item\n'.repeat(count);

  it('tells of a long report that is shown as a whole', () => {
    const message = 'Hugo will show the whole page as its excerpt: it finds no place to cut it.';
    assertFinding('hugo', 'poor-excerpt', post(hugo, `⟦Intro.⟧\n\n${items(50)}`), {
      severity: 'info',
      message,
      fixed: post(hugo, `Intro.\n\n<!--more-->\n\n${items(50)}`),
    });
    const [finding] = check('jekyll', post(jekyll, `Intro.\n${items(50)}`));
    assert.deepEqual([finding?.code, finding?.severity], ['poor-excerpt', 'info']);
    const config = { excerptSeparator: '<!--more-->' };
    assert.deepEqual(said('jekyll', post(jekyll, `Intro.\n\n${items(50)}`), { config }), ['poor-excerpt']);
  });

  it('is silent where the whole is short, is cut, or may be as long on purpose', () => {
    const config = { excerptSeparator: '<!--more-->' };
    assert.deepEqual(said('hugo', post(hugo, `Intro.\n\n${items(20)}`)), []);
    assert.deepEqual(said('jekyll', post(jekyll, `Intro.\n${items(20)}`)), []);
    assert.deepEqual(said('jekyll', post(jekyll, `Intro.\n\n${items(20)}`), { config }), []);
    assert.deepEqual(said('hugo', post(hugo, `${items(50)}\nA paragraph.\n\nAnother one.\n`)), []);
    assert.deepEqual(said('hugo', post(hugo, items(50)), { config: { summaryLength: 500 } }), []);
  });

  it('is silent where something else is shown, or nothing is', () => {
    const body = '## Introduction\n\nOne.\n';
    assert.deepEqual(said('jekyll', post(`${jekyll}\nexcerpt: Mine`, body)), []);
    assert.deepEqual(said('hugo', post(`${hugo}\nsummary: Mine`, items(50))), []);
    assert.deepEqual(said('jekyll', post(`${jekyll}\npublished: false`, body)), []);
    assert.deepEqual(said('hugo', post(`${hugo}\ndraft: true`, items(50))), []);
    assert.deepEqual(said('jekyll', post(jekyll, body), { path: '_drafts/a.md' }), []);
    assert.deepEqual(said('jekyll', post(jekyll, body), { path: 'about.md' }), []);
    assert.deepEqual(said('jekyll', post(`${jekyll}\nexcerpt_separator: ""`, body)), []);
    assert.deepEqual(said('jekyll', post(jekyll, '')), []);
    assert.deepEqual(said('generic', post(jekyll, body)), []);
  });

  it('is silent about what tags and shortcodes show, text in lists, quotes, tables, HTML and whole code', () => {
    for (const start of [
      '{% include figure.html %}',
      '{% highlight js %}\none\n{% endhighlight %}',
      '- one\n- two',
      '> one',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '<iframe src="https://example.org"></iframe>',
      '```js\none\n```',
      '**Summary**',
      '[link](https://example.org)',
    ]) {
      const found = said('jekyll', post(jekyll, `${start}\n\nOne.\n`), {
        config: { jekyll: undefined } as object,
      });
      assert.deepEqual(found, [], start);
    }
    assert.deepEqual(said('hugo', post(hugo, '{{< figure src="a.png" >}}\n\n<!--more-->\n\nOne.\n')), []);
  });

  it('leaves to the other rules what they tell', () => {
    const long = 'words '.repeat(300);
    assert.deepEqual(said('jekyll', post(more, `${long}\n\nTwo.\n`)), ['separator-missing']);
    assert.deepEqual(said('jekyll', post(more, `## A\n\n${long}\n\n<!-- more -->\n\nTwo.\n`)), [
      'separator-missing',
    ]);
    assert.deepEqual(said('jekyll', post(jekyll, '## A\n\nOne.\n\n<!--more-->\n\nTwo.\n')), [
      'unread-separator',
    ]);
  });

  it('offers no fix where the separator would not end the excerpt', () => {
    const [list] = check('jekyll', post(jekyll, '## A\n\n- one\n- two\n'));
    assert.deepEqual(list?.fixes, []);
    const [declared] = check('jekyll', post(`${jekyll}\nexcerpt_separator:`, '## A\n\nOne.\n\nTwo.\n'));
    assert.deepEqual([declared?.code, declared?.fixes], ['poor-excerpt', []]);
  });
});

describe('separator-missing', () => {
  it('adds the separator where there is text', () => {
    const text = post(more, '![a](a.png)\n\n**Day one**\n\nOne.\n\nTwo.\n');
    const fix = check('jekyll', text).find(({ code }) => code === 'separator-missing')?.fixes[0];
    assert.equal(
      fix && applyEdits(text, fix.edits),
      post(more, '![a](a.png)\n\n**Day one**\n\nOne.\n\n<!--more-->\n\nTwo.\n'),
    );
  });
});

describe('unread-separator', () => {
  it('finds a separator that nothing declares, and declares it', () => {
    for (const marker of ['<!--more-->', '<!-- more -->', '<!--More-->']) {
      assertFinding('jekyll', 'unread-separator', post(jekyll, `One.\n\nTwo.\n\n⟦${marker}⟧\n\nThree.\n`), {
        severity: 'warning',
        message: 'Jekyll will not end the excerpt here: no `excerpt_separator` is set.',
        fixed: post(`${jekyll}\nexcerpt_separator: ${marker}`, `One.\n\nTwo.\n\n${marker}\n\nThree.\n`),
      });
    }
  });

  it('finds one in a post whose lines end in CRLF, and says it once', () => {
    const text = post(jekyll, 'One.\n\n<!--more-->\n\nTwo.\n').replaceAll('\n', '\r\n');
    assert.deepEqual(said('jekyll', text), ['unread-separator']);
  });

  it('is silent where it would change nothing', () => {
    for (const body of [
      'One.\n\n<!--more-->\n\nTwo.\n',
      'One.\n<!--more-->\n\nTwo.\n',
      '<!--more-->\n\nOne.\n\nTwo.\n',
      'One.\n\nUse `<!--more-->`.\n',
      'One.\n\nTwo.\n\n```html\n<!--more-->\n```\n',
      'One.\n\nTwo.\n\n<!-- more of it below -->\n\nThree.\n',
    ]) {
      assert.deepEqual(said('jekyll', post(jekyll, body)).includes('unread-separator'), false, body);
    }
  });

  it('is silent where it is declared, shown from elsewhere, hidden, or looked for anyway', () => {
    const body = 'One.\n\nTwo.\n\n<!--more-->\n\nThree.\n';
    const config = { excerptSeparator: '<!--more-->' };
    assert.deepEqual(said('jekyll', post(more, body)), []);
    assert.deepEqual(said('jekyll', post(jekyll, body), { config }), []);
    assert.deepEqual(said('jekyll', post(`${jekyll}\nexcerpt: Mine`, body)), []);
    assert.deepEqual(said('jekyll', post(`${jekyll}\npublished: false`, body)), []);
    assert.deepEqual(said('jekyll', post(`${jekyll}\nexcerpt-separator: <!--more-->`, body)), []);
    assert.deepEqual(said('hugo', post(hugo, body)), []);
    assert.deepEqual(said('generic', post(jekyll, body)), []);
  });

  it('offers no fix where an earlier one, in code, would end the excerpt', () => {
    const text = post(jekyll, 'One.\n\nUse `<!--more-->`.\n\n<!--more-->\n\nThree.\n');
    const [finding] = check('jekyll', text);
    assert.deepEqual([finding?.code, finding?.fixes], ['unread-separator', []]);
  });
});
