import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { assertFinding, check, codes, post } from '../support';
import type { Circumstances } from '../support';

function silent(generator: GeneratorName, header: string, circumstances: Circumstances = {}): void {
  assert.ok(!codes(check(generator, post(header), circumstances)).includes('wrong-type'), header);
}

describe('wrong-type', () => {
  it('tells of a title that is a list, once', () => {
    assertFinding('jekyll', 'wrong-type', post('title: ⟦[Report]⟧'), {
      severity: 'warning',
      message: 'Jekyll will call this post “["Report"]”: `title` takes text.',
      fixed: post('title: "[Report]"'),
    });
    assertFinding('hugo', 'wrong-type', post('title: ⟦[Report]⟧\ndate: 2019-07-23'), {
      severity: 'warning',
      message: 'Hugo will show this post without a title: `title` takes text.',
      fixed: post('title: "[Report]"\ndate: 2019-07-23'),
    });
    assert.deepEqual(codes(check('hugo', post('title: [Report]\ndate: 2019-07-23'))), ['wrong-type']);
  });

  it('tells where tags are none', () => {
    assertFinding('jekyll', 'wrong-type', post('title: Hello\ntags: ⟦2019⟧'), {
      severity: 'warning',
      message: 'Jekyll will find nothing here: `tags` takes words or a list of them.',
      fixed: post('title: Hello\ntags: "2019"'),
    });
    assertFinding('hugo', 'wrong-type', post('title: Hello\nTags: ⟦{aws, cloud}⟧'), {
      severity: 'warning',
      message: 'Hugo will find nothing here: `Tags` takes words or a list of them.',
      fixed: post('title: Hello\nTags: [aws, cloud]'),
    });
    assertFinding('jekyll', 'wrong-type', post('title: Hello\ntags:\n  ⟦a: 1\n  b: 2⟧'), {
      severity: 'warning',
      message: 'Jekyll will find nothing here: `tags` takes words or a list of them.',
    });
    assertFinding('jekyll', 'wrong-type', post('title: Hello\ncategory: ⟦{a: 1}⟧'), {
      severity: 'warning',
      message: 'Jekyll will make one odd term of this: `category` takes a word.',
    });
    silent('hugo', 'title: Hello\ntags: 2019');
    silent('jekyll', 'title: Hello\ntags: false');
    silent('jekyll', 'title: Hello\ntags: aws cloud');
    silent('jekyll', 'title: Hello\ntags: {}');
    silent('generic', 'title: Hello\ntags: {a: 1}');
  });

  it('leaves to other rules what they tell', () => {
    assert.deepEqual(codes(check('jekyll', post('title: Hello\ncategories: {a: 1}'))), ['syntax-error']);
    assert.deepEqual(codes(check('jekyll', post('title: {{ page.x }}'))), ['changed-value']);
    silent('hugo', 'title: Hello\ndate: [2019-07-23]');
  });

  it('tells what Hugo shows nothing for', () => {
    assertFinding('hugo', 'wrong-type', post('title: Hello\nsummary: ⟦[a]⟧'), {
      severity: 'warning',
      message: 'Hugo will show nothing for `summary`: it takes text.',
      fixed: post('title: Hello\nsummary: "[a]"'),
    });
    silent('hugo', 'title: Hello\nsummary: []\nauthor: [Ann]');
    silent('jekyll', 'title: Hello\ndescription: [a]');
  });

  it('mends a separator in a list', () => {
    const body = 'First.\n\n<!--more-->\n\nSecond.\n';
    assertFinding('jekyll', 'wrong-type', post('title: Hello\nexcerpt_separator: ⟦[<!--more-->]⟧', body), {
      severity: 'warning',
      message: 'Jekyll will look for `["<!--more-->"]` in the text: `excerpt_separator` takes text.',
      fixed: post('title: Hello\nexcerpt_separator: <!--more-->', body),
    });
    assert.deepEqual(codes(check('jekyll', post('title: Hello\nexcerpt_separator: [a]'))), ['wrong-type']);
    silent('hugo', 'title: Hello\nexcerpt_separator: [a]');
  });

  it('tells where a report is published whatever was meant', () => {
    assertFinding('hugo', 'wrong-type', post('title: Hello\ndraft: ⟦maybe⟧'), {
      severity: 'warning',
      message: 'Hugo will publish this page: `draft` takes `true` or `false`.',
      fixed: post('title: Hello\ndraft: true'),
    });
    assertFinding('jekyll', 'wrong-type', post('title: Hello\npublished: ⟦later⟧'), {
      severity: 'warning',
      message: 'Jekyll will publish this post: `published` takes `true` or `false`.',
      fixed: post('title: Hello\npublished: true'),
    });
    assertFinding('jekyll', 'wrong-type', post('title: Hello\npublished: ⟦2027-01-01⟧'), {
      severity: 'warning',
      message: 'Jekyll will publish this post: `published` takes `true` or `false`.',
      fixed: post('title: Hello\npublished: true'),
    });
    assertFinding('jekyll', 'wrong-type', post('title: Hello\npublished: ⟦2019-07-23⟧'), {
      severity: 'info',
      message: 'Jekyll will publish this post: `published` takes `true` or `false`.',
      fixed: post('title: Hello\npublished: true'),
    });
    for (const published of ['true', 'yes', '"true"', '1', '"false"', '0', 'false', '']) {
      silent('jekyll', `title: Hello\npublished: ${published}`);
    }
    for (const draft of ['true', 'yes', 'no', '"false"', '0', '1', 'F', '', '~']) {
      silent('hugo', `title: Hello\ndraft: ${draft}`);
    }
    // Hidden, but hardly on purpose.
    assertFinding('hugo', 'wrong-type', post('title: Hello\ndraft: ⟦1.5⟧'), {
      severity: 'warning',
      message: 'Hugo will leave this page out: `draft` takes `true` or `false`.',
      fixed: post('title: Hello\ndraft: true'),
    });
    // What stands below the field may end the front matter: there is no safe place to write in.
    const dots = check('hugo', post('title: Hello\ndraft:\n...'), { version: '0.111.3' });
    assert.deepEqual(dots.find(({ code }) => code === 'wrong-type')?.fixes, []);
    silent('hugo', 'title: Hello\ndraft: maybe', { config: { drafts: true } });
    silent('jekyll', 'title: Hello\ndraft: maybe');
  });
});
