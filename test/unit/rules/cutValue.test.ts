import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { assertFinding, check, codes, post } from '../support';

function silent(generator: GeneratorName, header: string): void {
  assert.ok(!codes(check(generator, post(header))).includes('cut-value'), header);
}

describe('cut-value', () => {
  it('quotes a title that a hashtag cuts', () => {
    for (const [generator, title] of [
      ['jekyll', 'Jekyll'],
      ['hugo', 'Hugo'],
      ['generic', 'The site generator'],
    ] as const) {
      assertFinding(generator, 'cut-value', post('title: C# and ⟦#aws notes⟧  \ndate: 2019-07-23'), {
        severity: 'warning',
        message: `${title} will call this post “C# and”: \`#\` after a space starts a comment.`,
        fixed: post('title: "C# and #aws notes"  \ndate: 2019-07-23'),
      });
    }
  });

  it('tells of a title that is all comment, in one finding', () => {
    assertFinding('jekyll', 'cut-value', post('title: ⟦#aws "summit"⟧'), {
      severity: 'warning',
      message: 'Jekyll will call this post “Report”: `#` after a space starts a comment.',
      fixed: post('title: \'#aws "summit"\''),
    });
    assertFinding('hugo', 'cut-value', post('title: ⟦#aws summit⟧\ndate: 2019-07-23'), {
      severity: 'warning',
      message: 'Hugo will show this post without a title: `#` after a space starts a comment.',
      fixed: post('title: "#aws summit"\ndate: 2019-07-23'),
    });
    assert.deepEqual(codes(check('hugo', post('title: #aws summit\ndate: 2019-07-23'))), ['cut-value']);
    assert.deepEqual(codes(check('jekyll', post('title: #aws summit'))), ['cut-value']);
  });

  it('keeps line ends, and further comments apart from what is safe', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    assertFinding('jekyll', 'cut-value', crlf(post('title: Meetup ⟦#12⟧\nlang: en')), {
      severity: 'warning',
      message: 'Jekyll will call this post “Meetup”: `#` after a space starts a comment.',
      fixed: crlf(post('title: "Meetup #12"\nlang: en')),
    });
    const [finding] = check('jekyll', post('title: Meetup #12 # was: 11'));
    assert.deepEqual(
      finding?.fixes.map(({ preferred }) => preferred),
      [false],
    );
  });

  it('looks at tags', () => {
    assertFinding('jekyll', 'cut-value', post('title: Hello\ntags:\n  - ⟦#aws⟧\n  - cloud'), {
      severity: 'warning',
      message: 'Jekyll will read nothing here: `#` after a space starts a comment.',
      fixed: post('title: Hello\ntags:\n  - "#aws"\n  - cloud'),
    });
    assertFinding('jekyll', 'cut-value', post('title: Hello\ntags: [a#b, c ⟦#d⟧\n  , e]'), {
      severity: 'warning',
      message: 'Jekyll will read `c` alone: `#` after a space starts a comment.',
      fixed: post('title: Hello\ntags: [a#b, "c #d"\n  , e]'),
    });
    assertFinding('jekyll', 'cut-value', post('title: Hello\ntags: aws ⟦#cloud⟧'), {
      severity: 'warning',
      message: 'Jekyll will read `aws` alone: `#` after a space starts a comment.',
      fixed: post('title: Hello\ntags: "aws #cloud"'),
    });
    // Two tags in one string get another finding.
    assertFinding('hugo', 'cut-value', post('title: Hello\ntags: aws ⟦#cloud⟧'), {
      severity: 'warning',
      message: 'Hugo will read `aws` alone: `#` after a space starts a comment.',
    });
    // The comment has taken a part of the list along.
    assertFinding('jekyll', 'cut-value', post('title: Hello\ntags: [a ⟦#b, c]⟧\n  ]'), {
      severity: 'warning',
      message: 'Jekyll will read `a` alone: `#` after a space starts a comment.',
    });
  });

  it('looks at separators, whatever follows', () => {
    const body = 'First.\n\n#---\n\nSecond.\n';
    assertFinding('jekyll', 'cut-value', post('title: Hello\nexcerpt_separator: ⟦#---⟧', body), {
      severity: 'warning',
      message: 'Jekyll will not look for `#---`: `#` after a space starts a comment.',
      fixed: post('title: Hello\nexcerpt_separator: "#---"', body),
    });
    assertFinding('jekyll', 'cut-value', post('title: Hello\nexcerpt_separator: ⟦#more⟧'), {
      severity: 'warning',
      message: 'Jekyll will not look for `#more`: `#` after a space starts a comment.',
    });
    silent('hugo', 'title: Hello\nexcerpt_separator: #more');
  });

  it('only remarks on a field that needs no value', () => {
    assertFinding('jekyll', 'cut-value', post('title: Hello\nsubtitle: ⟦#cloud⟧'), {
      severity: 'info',
      message: 'Jekyll will read nothing here: `#` after a space starts a comment.',
      fixed: post('title: Hello\nsubtitle: "#cloud"'),
    });
  });

  it('takes a comment for a comment', () => {
    for (const header of [
      'title: WASM 2022   # was: "Wasm"',
      'title: Hello #TODO: better',
      'title: "AWS" #summit',
      "title: 'AWS' #summit",
      'title: C#',
      'title: Learning C#and',
      'title: # none yet',
      'title: Hello\ndraft: false #until Monday',
      'title: Hello\ndate: 2019-07-23 #corrected',
      'title: Hello\nlayout: post #default',
      'title: Hello\ntags: [a] #comment',
      'title: Hello\ntags: #below\n  - a',
      'title: Hello\ntags: [\n  a, #first\n  b\n]',
      'title: Hello\ntags:\n  # - a\n  - b # c\n  #- d\n  - e',
      'title: Hello\nsubtitle: #optional',
      'title: >- #folded\n  Hello',
      'title: Hello\nimage: #none',
    ]) {
      silent('jekyll', header);
    }
    assert.deepEqual(codes(check('hugo', '+++\ntitle = "Hello" #one\ndate = 2019-07-23 #two\n+++\n')), []);
  });
});
