import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { assertFinding, check, codes, post } from '../support';
import type { Circumstances } from '../support';

/** What is said of a text's tags. */
function said(generator: GeneratorName, text: string, circumstances: Circumstances = {}): string[] {
  return check(generator, text, circumstances)
    .filter(({ code }) => code === 'tag-values')
    .map(({ severity, range, message }) => {
      return `${severity} ${text.slice(range.start, range.end)}: ${formatMessage(message)}`;
    });
}

function silent(generator: GeneratorName, header: string, circumstances: Circumstances = {}): void {
  assert.deepEqual(said(generator, post(header), circumstances), [], header);
}

describe('tag-values', () => {
  it('quotes what is changed', () => {
    const items: [written: string, shown: string, cause: string][] = [
      ['1.10', '1.1', 'is a number'],
      ['10:30', '630.0', 'is a number'],
      ['yes', 'true', 'means true'],
    ];
    for (const [written, shown, cause] of items) {
      assertFinding('jekyll', 'tag-values', post(`title: Hello\ntags: [a, ⟦${written}⟧]`), {
        severity: 'warning',
        message: `Jekyll will make the tag “${shown}” of this: without quotes, \`${written}\` ${cause}.`,
        fixed: post(`title: Hello\ntags: [a, "${written}"]`),
      });
    }
    assertFinding('jekyll', 'tag-values', post('title: Hello\ncategories:\n- a\n- ⟦0x10⟧ # hex'), {
      severity: 'warning',
      message: 'Jekyll will make the category “16” of this: without quotes, `0x10` is a number.',
      fixed: post('title: Hello\ncategories:\n- a\n- "0x10" # hex'),
    });
    assertFinding('hugo', 'tag-values', '+++\ntitle = "Hello"\ntags = ["a", ⟦1.50⟧]\n+++\n', {
      severity: 'warning',
      message: 'Hugo will make the tag “1.5” of this: without quotes, `1.50` is a number.',
      fixed: '+++\ntitle = "Hello"\ntags = ["a", "1.50"]\n+++\n',
    });
    assertFinding('hugo', 'tag-values', post('title: Hello\ntags: ⟦1.10⟧'), {
      severity: 'warning',
      message: 'Hugo will make the tag “1.1” of this: without quotes, `1.10` is a number.',
      fixed: post('title: Hello\ntags: "1.10"'),
    });
    assertFinding('generic', 'tag-values', post('title: Hello\ntags: [a, ⟦1.10⟧]'), {
      severity: 'warning',
      message: 'The site generator will make the tag “1.1” of this: without quotes, `1.10` is a number.',
      fixed: post('title: Hello\ntags: [a, "1.10"]'),
    });
  });

  it('tells of types and names that nobody meant', () => {
    assertFinding('jekyll', 'tag-values', post('title: Hello\ntags: [css, ⟦&nbsp⟧]'), {
      severity: 'warning',
      message: 'Jekyll will drop this: without quotes, `&nbsp` is a name for the value.',
      fixed: post('title: Hello\ntags: [css, "&nbsp"]'),
    });
    assertFinding('jekyll', 'tag-values', post('title: Hello\ntags:\n  - ⟦!important⟧\n  - css'), {
      severity: 'warning',
      message: 'Jekyll will drop this: without quotes, `!important` is a type.',
      fixed: post('title: Hello\ntags:\n  - "!important"\n  - css'),
    });
    silent('jekyll', 'title: Hello\ntags: [&a css, b]\ncategories: [*a]');
  });

  it('remarks on what is no text to Jekyll’s themes', () => {
    assertFinding('jekyll', 'tag-values', post('title: Hello\ntags: [a, ⟦2019⟧]'), {
      severity: 'info',
      message:
        'A theme that sorts tags or makes addresses of them will stop the build of the whole site: without quotes, `2019` is no text.',
      fixed: post('title: Hello\ntags: [a, "2019"]'),
    });
    silent('hugo', 'title: Hello\ntags: [a, 2019, true, 2019-07-23]');
    silent('generic', 'title: Hello\ntags: [a, 2019, true, 2019-07-23]');
    silent('jekyll', 'title: Hello\ntags: [a, "2019", c64, 8-bit, v1.10]');
  });

  it('tells of nothing, by what becomes of it', () => {
    const header = 'title: Hello\ntags:\n  - a\n  -\n  - ""\n  - null\n  - ~';
    assert.deepEqual(said('jekyll', post(header)), [
      'info -: Jekyll will drop this: it is empty.',
      'warning "": Jekyll will make a tag without a name of this.',
      'warning null: Jekyll will drop this: without quotes, `null` is nothing.',
      'info ~: Jekyll will drop this: without quotes, `~` is nothing.',
    ]);
    assert.deepEqual(said('hugo', post(header)), [
      'info -: Hugo will drop this: it is empty.',
      'info "": Hugo will drop this: it is empty.',
      'warning null: Hugo will drop this: without quotes, `null` is nothing.',
      'info ~: Hugo will drop this: without quotes, `~` is nothing.',
    ]);
    assertFinding('jekyll', 'tag-values', post('title: Hello\ncategories: [a, ⟦~⟧, b]'), {
      severity: 'warning',
      message: 'Jekyll will make a category without a name of this.',
      fixed: post('title: Hello\ncategories: [a, b]'),
    });
    assertFinding('hugo', 'tag-values', post('title: Hello\ntags:\n  - ⟦" "⟧\n  - a\n'), {
      severity: 'warning',
      message: 'Hugo will make a tag without a name of this.',
      fixed: post('title: Hello\ntags:\n  - a\n'),
    });
    silent('generic', header);
    silent('jekyll', 'title: Hello\ntags:');
    silent('jekyll', 'title: Hello\ntags: []');
  });

  it('does not take a comment out with an item', () => {
    const [finding] = check('jekyll', post('title: Hello\ntags:\n  - "" # what?\n  - a'));
    assert.deepEqual([finding?.code, finding?.fixes], ['tag-values', []]);
  });

  it('knows what Jekyll lists twice', () => {
    assertFinding('jekyll', 'tag-values', post('title: Hello\ntags: [agile, garden, ⟦agile⟧]'), {
      severity: 'warning',
      message: 'Jekyll will list this post twice under `agile`: it stands here twice.',
      fixed: post('title: Hello\ntags: [agile, garden]'),
    });
    silent('jekyll', 'title: Hello\ntags: [AWS, aws]\ncategories: [a, a]');
  });

  it('knows what Hugo makes one term of', () => {
    assertFinding('hugo', 'tag-values', post('title: Hello\ntags:\n  - data-science\n  - ⟦Data Science⟧'), {
      severity: 'warning',
      message: 'Hugo will make one term of `data-science` and `Data Science`.',
      fixed: post('title: Hello\ntags:\n  - data-science'),
    });
    assertFinding('hugo', 'tag-values', '{"title": "Hello", "tags": ["a", "b", ⟦"a"⟧]}\nText.\n', {
      severity: 'info',
      message: '`a` stands here twice.',
      fixed: '{"title": "Hello", "tags": ["a", "b"]}\nText.\n',
    });
    silent('hugo', 'title: Hello\ntags: [a_b, a b, "c++", c]');
  });

  it('knows tags without an address', () => {
    assert.deepEqual(said('hugo', post('title: Hello\ntags: ["!!!", a]'), { version: '0.111.3' }), [
      'warning "!!!": Hugo will drop this: no address can be made of it.',
    ]);
    silent('hugo', 'title: Hello\ntags: ["!!!", a]');
  });

  it('tells of lists and maps among the tags', () => {
    assertFinding('hugo', 'tag-values', post('title: Hello\ntags: [a, ⟦[b]⟧]'), {
      severity: 'warning',
      message: 'Hugo will drop all these tags: one of them is no text.',
      fixed: post('title: Hello\ntags: [a, b]'),
    });
    assertFinding(
      'hugo',
      'tag-values',
      post('title: Hello\ntags: [a, ⟦[b]⟧]'),
      {
        severity: 'warning',
        message: 'Hugo will drop this: it is no text.',
        fixed: post('title: Hello\ntags: [a, b]'),
      },
      { version: '0.131.0' },
    );
    assertFinding('jekyll', 'tag-values', post('title: Hello\ntags:\n  - ⟦AWS: Lambda⟧\n  - cloud'), {
      severity: 'warning',
      message: 'Jekyll will make `{"AWS"=>"Lambda"}` of this: it must be text.',
      fixed: post('title: Hello\ntags:\n  - "AWS: Lambda"\n  - cloud'),
    });
    // Jekyll flattens lists of tags.
    silent('jekyll', 'title: Hello\ntags: [a, [b, c]]');
  });

  it('aligns dashes', () => {
    assertFinding('jekyll', 'tag-values', post('title: Hello\ntags:\n  - ⟦a\n    - b\n    - c⟧\n  - d'), {
      severity: 'warning',
      message:
        'Jekyll will make one tag of these lines, `a - b - c`: each dash must stand below the first one.',
      fixed: post('title: Hello\ntags:\n  - a\n  - b\n  - c\n  - d'),
    });
    silent('jekyll', 'title: Hello\ntags:\n  - a\n    b\n  - c');
  });

  it('knows no-break spaces beside a dash', () => {
    assertFinding('hugo', 'tag-values', post('title: Hello\ntags:\n⟦\u00a0\u00a0- aws⟧'), {
      severity: 'warning',
      message: 'Hugo will make text of this list: there is a no-break space beside the dash.',
      fixed: post('title: Hello\ntags:\n  - aws'),
    });
  });

  it('remarks on blanks that quotes keep', () => {
    assertFinding('jekyll', 'tag-values', post("title: Hello\ntags: [a, ⟦'Mentoring '⟧]"), {
      severity: 'info',
      message: 'Jekyll will tell this from `Mentoring`: there is a blank before or behind it.',
      fixed: post("title: Hello\ntags: [a, 'Mentoring']"),
    });
    silent('hugo', "title: Hello\ntags: [a, 'Mentoring ']");
  });

  it('goes by the fields that are read', () => {
    assert.deepEqual(said('jekyll', post('title: Hello\ntag: 1.10')), [
      'warning 1.10: Jekyll will make the tag “1.1” of this: without quotes, `1.10` is a number.',
    ]);
    silent('hugo', 'title: Hello\ncategory: 1.10');
    assert.deepEqual(
      said('hugo', post('title: Hello\ncategory: 1.10'), { config: { hugo: { taxonomies: ['category'] } } }),
      ['warning 1.10: Hugo will make the category “1.1” of this: without quotes, `1.10` is a number.'],
    );
    // Here `tags` counts for nothing, which another rule tells; and `tag: no` is none.
    silent('jekyll', 'title: Hello\ntag: a\ntags: [1.10, 1.20]');
    silent('jekyll', 'title: Hello\ntag: no\ntags: [a]');
  });

  it('keeps a category out of quotes that no address may hold', () => {
    const fixes = check('jekyll', post('title: Hello\ncategory: 12:30')).flatMap((finding) => finding.fixes);
    assert.deepEqual(fixes, []);
  });

  it('only remarks on what is hidden on purpose', () => {
    assert.deepEqual(said('hugo', post('title: Hello\ndraft: true\ntags: [AWS, aws]')), [
      'info aws: Hugo will make one term of `AWS` and `aws`.',
    ]);
    assert.deepEqual(codes(check('jekyll', post('title: Hello\ntags: [a, "b'))), ['syntax-error']);
  });
});
