import assert from 'node:assert/strict';
import { assertFinding, check, codes, post } from '../support';

describe('separator-missing', () => {
  const header = 'title: Hello\nexcerpt_separator: ';

  it('mends a near miss in the text', () => {
    assertFinding(
      'jekyll',
      'separator-missing',
      post(`${header}<!--more-->`, 'One.\n\n⟦<!-- more -->⟧\n\nTwo.\n'),
      {
        severity: 'warning',
        message: 'Jekyll will not cut the excerpt here: it looks for `<!--more-->` to the letter.',
        fixed: post(`${header}<!--more-->`, 'One.\n\n<!--more-->\n\nTwo.\n'),
      },
    );
  });

  it('adds the separator behind the first paragraph', () => {
    assertFinding(
      'jekyll',
      'separator-missing',
      post(`${header}⟦<!--more-->⟧`, '## Intro\n\nOne\nline.\n\nTwo.\n'),
      {
        severity: 'warning',
        message: 'Jekyll will show the whole post as its excerpt: `<!--more-->` is not in the text.',
        fixed: post(`${header}<!--more-->`, '## Intro\n\nOne\nline.\n\n<!--more-->\n\nTwo.\n'),
      },
    );
  });

  it('mends a near miss of Hugo’s own separator', () => {
    const hugo = 'title: Hello\ndate: 2019-07-23';
    assertFinding('hugo', 'separator-missing', post(hugo, 'One.\n\n⟦<!-- More -->⟧\n\nTwo.\n'), {
      severity: 'warning',
      message: 'Hugo will not cut the excerpt here: it looks for `<!--more-->` to the letter.',
      fixed: post(hugo, 'One.\n\n<!--more-->\n\nTwo.\n'),
    });
  });

  it('leaves a near miss with nothing before it to the writer', () => {
    const hugo = 'title: Hello\ndate: 2019-07-23';
    for (const before of ['', '## Day one\n\n', '<!-- a note -->\n\n']) {
      const found = check('hugo', post(hugo, `${before}<!-- More -->\n\nTwo.\n`));
      assert.deepEqual(codes(found), ['separator-missing']);
      assert.equal(found[0]?.fixes[0]?.preferred, false);
    }
    const [found] = check('hugo', post(hugo, 'One.\n\n<!-- More -->\n\nTwo.\n'));
    assert.equal(found?.fixes[0]?.preferred, true);
  });

  it('is silent where the separator occurs, is not declared, or plays no part', () => {
    assert.deepEqual(check('jekyll', post(`${header}<!--more-->`, 'One.\n<!--more-->\nTwo.\n')), []);
    assert.deepEqual(check('jekyll', post('title: Hello', 'One.\n\nTwo.\n')), []);
    assert.deepEqual(check('jekyll', post(`${header}<!--more-->\nexcerpt: Mine`, 'One.\n\nTwo.\n')), []);
    assert.deepEqual(check('hugo', post(`${header}<!--more-->\ndate: 2019-07-23`, 'One.\n\nTwo.\n')), []);
  });
});

describe('empty-takeaways', () => {
  it('finds a heading with nothing below it', () => {
    assertFinding(
      'jekyll',
      'empty-takeaways',
      post('title: Hello', 'Intro.\n\n⟦## Key take-aways⟧\n\n## Talks\n\nText.\n'),
      {
        severity: 'warning',
        message: 'Readers will see the heading “Key take-aways” with nothing below it.',
        fixed: post('title: Hello', 'Intro.\n\n## Talks\n\nText.\n'),
      },
    );
  });

  it('finds one with empty bullets or a comment alone', () => {
    for (const filler of ['- \n- \n', '<!-- three of them -->\n']) {
      assert.deepEqual(
        codes(check('hugo', post('title: Hello\ndate: 2019-07-23', `## Takeaways\n\n${filler}`))),
        ['empty-takeaways'],
      );
    }
  });

  it('is content with bullets, paragraphs, sub-headings, quotes and code', () => {
    for (const content of ['- One', 'Text.', '### One\n\nText.', '> One', '```\none\n```', '1. One']) {
      assert.deepEqual(check('jekyll', post('title: Hello', `Intro.\n\n## Takeaways\n\n${content}\n`)), []);
    }
  });
});
