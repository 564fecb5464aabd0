import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { assertFinding, check, codes, othersOf, post } from '../support';
import type { Circumstances } from '../support';

function silent(generator: GeneratorName, text: string, circumstances: Circumstances = {}): void {
  assert.ok(!codes(check(generator, text, circumstances)).includes('ignored-field'), text);
}

describe('ignored-field', () => {
  it('tells that Hugo’s `draft` comes before `published`', () => {
    assertFinding(
      'hugo',
      'ignored-field',
      post('title: Hello\ndraft: false\n⟦published⟧: false'),
      {
        severity: 'warning',
        message: 'Hugo will publish this page all the same: `draft` comes before `published`.',
      },
      { version: '0.131.0' },
    );
  });

  it('tells that Jekyll’s `tag` beats `tags`, and puts it there', () => {
    const message = 'Jekyll will not use `tags`: `tag` takes its place.';
    const lists: [tag: string, tags: string, merged: string][] = [
      ['aws', ' [cloud, "k8s"]', ' [cloud, "k8s", "aws"]'],
      ['aws', '\n  - cloud # c', '\n  - cloud # c\n  - aws'],
      ['data science', ' [cloud]', ' [cloud, data science]'],
      ['cloud', ' [cloud, k8s]', ' [cloud, k8s]'],
      ['""', ' [cloud]', ' [cloud]'],
    ];
    for (const [tag, tags, merged] of lists) {
      assertFinding('jekyll', 'ignored-field', post(`title: Hello\ntag: ${tag}\n⟦tags⟧:${tags}`), {
        severity: 'warning',
        message,
        fixed: post(`title: Hello\ntags:${merged}`),
      });
    }
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    assertFinding('jekyll', 'ignored-field', crlf(post('title: Hello\n⟦tags⟧:\n  - cloud\ntag: aws')), {
      severity: 'warning',
      message,
      fixed: crlf(post('title: Hello\ntags:\n  - cloud\n  - aws')),
    });
    for (const tag of [
      'tag: aws',
      'tag: aws\ntags:',
      'tag: aws\ntags: []',
      'tag: no\ntags: [a]',
      'tag:\ntags: [a]',
    ]) {
      silent('jekyll', post(`title: Hello\n${tag}`));
    }
    silent('jekyll', post('title: Hello\ncategory: a\ncategories: [b]'));
  });

  it('tells what Hugo does not read', () => {
    assertFinding('hugo', 'ignored-field', '+++\ntitle = "Hello"\n⟦tag⟧ = "a"\ntags = ["b"]\n+++\n', {
      severity: 'warning',
      message: 'Hugo will not use `tag`: it reads `tags`.',
      fixed: '+++\ntitle = "Hello"\ntags = ["b", "a"]\n+++\n',
    });
    assertFinding(
      'hugo',
      'ignored-field',
      '{\n  "title": "Hello",\n  "categories": ["b"],\n  ⟦"category"⟧: "a"\n}\n',
      {
        severity: 'warning',
        message: 'Hugo will not use `category`: it reads `categories`.',
        fixed: '{\n  "title": "Hello",\n  "categories": ["b", "a"]\n}\n',
      },
    );
    // One cause, one finding.
    assert.deepEqual(codes(check('hugo', post('title: Hello\ndate: 2019-07-23\ntag: a'))), [
      'misspelt-field',
    ]);
    silent('hugo', post('title: Hello\ncategory:'));
    silent('generic', post('title: Hello\ntag: a\ntags: [b]'));
  });

  it('goes by the site: its taxonomies, and its other reports', () => {
    const text = post('title: Hello\n⟦category⟧: Reports\ndate: 2019-07-23');
    const expected = {
      message: 'Hugo will not use `category`: it reads `categories`.',
      fixed: post('title: Hello\ncategories: Reports\ndate: 2019-07-23'),
    };
    assertFinding('hugo', 'ignored-field', text, { ...expected, severity: 'info' });
    const others = othersOf('hugo', { 'content/posts/a.md': post('title: A\ncategories: [b]') });
    assertFinding('hugo', 'ignored-field', text, { ...expected, severity: 'warning' }, { others });
    silent('hugo', text.replace(/[⟦⟧]/g, ''), { config: { hugo: { taxonomies: ['category'] } } });
  });

  it('offers no new name for what would be as wrong under it', () => {
    for (const value of ['1.10', 'a, b', '[a, A]', '{a: 1}', '[a, ""]', '-a']) {
      const [finding] = check('hugo', post(`title: Hello\ndate: 2019-07-23\ncategory: ${value}`));
      assert.deepEqual([finding?.code, finding?.fixes], ['ignored-field', []], value);
    }
  });

  it('remarks on a summary that a separator beats', () => {
    const body = 'First.\n\n<!--more-->\n\nSecond.\n';
    assertFinding('hugo', 'ignored-field', post('title: Hello\n⟦summary⟧: Short.', body), {
      severity: 'info',
      message: 'Hugo will show the text before `<!--more-->`, and not this: the separator comes first.',
    });
    silent('hugo', post('title: Hello\nsummary: Short.'));
    silent('hugo', post('title: Hello\nsummary: ""', body));
    silent('jekyll', post('title: Hello\nexcerpt: Short.\nexcerpt_separator: <!--more-->', body));
  });

  it('leaves two spellings of one field to duplicate-field: one slip is told once', () => {
    const header = 'Title: Hello\ntitle: World\ndate: 2019-07-23';
    assert.deepEqual(codes(check('hugo', post(header))), ['duplicate-field']);
    silent('jekyll', post(header));
  });

  it('tells of dates that do not hide a post in Jekyll', () => {
    assertFinding('jekyll', 'ignored-field', post('title: Hello\n⟦publishDate⟧: 2027-01-01'), {
      severity: 'warning',
      message: 'Jekyll will publish this post all the same: it does not read `publishDate`.',
      fixed: post('published: false\ntitle: Hello\npublishDate: 2027-01-01'),
    });
    assertFinding(
      'jekyll',
      'ignored-field',
      post('title: Hello\n⟦expiryDate⟧: 2020-01-01\npublished: true'),
      {
        severity: 'warning',
        message: 'Jekyll will publish this post all the same: it does not read `expiryDate`.',
      },
    );
    for (const field of [
      'publishDate: 2019-01-01',
      'expiryDate: 2027-01-01',
      'publishDate: soon',
      'lastmod: 2027-01-01',
    ]) {
      silent('jekyll', post(`title: Hello\n${field}`));
    }
    silent('jekyll', post('title: Hello\npublishDate: 2027-01-01\npublished: false'));
    silent('hugo', post('title: Hello\npublishDate: 2027-01-01'));
  });
});
