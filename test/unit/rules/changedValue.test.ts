import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { assertFinding, check, codes, post } from '../support';
import type { Circumstances } from '../support';

function silent(generator: GeneratorName, text: string, circumstances: Circumstances = {}): void {
  assert.ok(!codes(check(generator, text, circumstances)).includes('changed-value'), text);
}

describe('changed-value', () => {
  it('tells what Jekyll will call a post, and quotes the title', () => {
    const titles: [written: string, shown: string, cause: string][] = [
      ['1.10', '1.1', 'is a number'],
      ['12:30', '750.0', 'is a number'],
      ['1,000', '1000', 'is a number'],
      ['0x10', '16', 'is a number'],
      ['012', '10', 'is a number'],
      ['No', 'Report', 'means false'],
      ['YES', 'true', 'means true'],
      ['false', 'Report', 'means false'],
      ['null', 'Report', 'is nothing'],
      ['2019-07-23T10:00:00Z', '2019-07-23 10:00:00 +0000', 'is a date'],
    ];
    for (const [written, shown, cause] of titles) {
      assertFinding('jekyll', 'changed-value', post(`title: ⟦${written}⟧ # really`), {
        severity: 'warning',
        message: `Jekyll will call this post “${shown}”: without quotes, \`${written}\` ${cause}.`,
        fixed: post(`title: "${written}" # really`),
      });
    }
  });

  it('goes by Hugo’s version', () => {
    assertFinding(
      'hugo',
      'changed-value',
      post('title: ⟦off⟧\ndate: 2019-07-23'),
      {
        severity: 'warning',
        message: 'Hugo will call this post “false”: without quotes, `off` means false.',
        fixed: post('title: "off"\ndate: 2019-07-23'),
      },
      { version: '0.151.0' },
    );
    silent('hugo', post('title: off\ndate: 2019-07-23'), { version: '0.152.0' });
    silent('hugo', post('title: 12:30'));
    silent('hugo', post('title: 1,000'));
  });

  it('quotes in TOML and JSON', () => {
    assertFinding('hugo', 'changed-value', '+++\ntitle = ⟦1.10⟧ # really\n+++\n', {
      severity: 'warning',
      message: 'Hugo will call this post “1.1”: without quotes, `1.10` is a number.',
      fixed: '+++\ntitle = "1.10" # really\n+++\n',
    });
    assertFinding('hugo', 'changed-value', '{\n  "title": ⟦1.10⟧,\n  "draft": false\n}\nText.\n', {
      severity: 'warning',
      message: 'Hugo will call this post “1.1”: without quotes, `1.10` is a number.',
      fixed: '{\n  "title": "1.10",\n  "draft": false\n}\nText.\n',
    });
    silent('hugo', '+++\ntitle = 2019\nsubtitle = true\ndescription = 2019-07-23\n+++\n');
  });

  it('knows what gray-matter reads', () => {
    assertFinding('generic', 'changed-value', post('title: ⟦1e3⟧'), {
      severity: 'warning',
      message: 'The site generator will call this post “1000”: without quotes, `1e3` is a number.',
      fixed: post('title: "1e3"'),
    });
    assertFinding('generic', 'changed-value', post('title: ⟦2019-07-23⟧'), {
      severity: 'warning',
      message: 'The site generator will not take this for text: without quotes, `2019-07-23` is a date.',
      fixed: post('title: "2019-07-23"'),
    });
    for (const title of ['No', '1,000', '2019', '2019-07-23 and on', '0o17', '08']) {
      silent('generic', post(`title: ${title}`));
    }
  });

  it('looks at the other fields with text, and at lists of names', () => {
    assertFinding('jekyll', 'changed-value', post('title: Hello\nlocation: ⟦NO⟧'), {
      severity: 'warning',
      message: 'Jekyll will show “false” for `location`: without quotes, `NO` means false.',
      fixed: post('title: Hello\nlocation: "NO"'),
    });
    assertFinding('jekyll', 'changed-value', post('title: Hello\nauthors: [Ann, ⟦007⟧]'), {
      severity: 'warning',
      message: 'Jekyll will show “7” for `authors`: without quotes, `007` is a number.',
      fixed: post('title: Hello\nauthors: [Ann, "007"]'),
    });
    assertFinding('hugo', 'changed-value', post('title: Hello\nSubtitle: ⟦1.0e3⟧'), {
      severity: 'warning',
      message: 'Hugo will show “1000” for `Subtitle`: without quotes, `1.0e3` is a number.',
      fixed: post('title: Hello\nSubtitle: "1.0e3"'),
    });
  });

  it('tells of types and names that nobody meant', () => {
    assertFinding('jekyll', 'changed-value', post('title: ⟦!important things about "CSS"⟧'), {
      severity: 'warning',
      message: 'Jekyll will call this post “things about "CSS"”: without quotes, `!important` is a type.',
      fixed: post('title: \'!important things about "CSS"\''),
    });
    assertFinding('jekyll', 'changed-value', post('title: ⟦&t Hello⟧'), {
      severity: 'warning',
      message: 'Jekyll will call this post “Hello”: without quotes, `&t` is a name for the value.',
      fixed: post('title: "&t Hello"'),
    });
    assertFinding('jekyll', 'changed-value', post('title: ⟦&x⟧'), {
      severity: 'warning',
      message: 'Jekyll will call this post “Report”: without quotes, `&x` is a name for the value.',
      fixed: post('title: "&x"'),
    });
    assert.ok(!codes(check('jekyll', post('title: &x'))).includes('missing-title'));
    assertFinding('jekyll', 'changed-value', post('title: ⟦!!str 012⟧'), {
      severity: 'warning',
      message: 'Jekyll will call this post “10”: without quotes, `012` is a number.',
      fixed: post('title: "012"'),
    });
    assertFinding('jekyll', 'changed-value', post('title: ⟦{{ page.x }}⟧'), {
      severity: 'warning',
      message: 'Jekyll will call this post “{}”: without quotes, `{{` starts a map.',
      fixed: post('title: "{{ page.x }}"'),
    });
  });

  it('keeps a name that is used below', () => {
    assertFinding('jekyll', 'changed-value', post('title: &v ⟦1.10⟧\nversion: *v'), {
      severity: 'warning',
      message: 'Jekyll will call this post “1.1”: without quotes, `1.10` is a number.',
      fixed: post('title: &v "1.10"\nversion: *v'),
    });
    silent('jekyll', post('title: &t Hello\nsubtitle: *t'));
  });

  it('knows paths of Windows in double quotes', () => {
    assertFinding('jekyll', 'changed-value', post('title: "C:⟦\\P⟧rojects and others"'), {
      severity: 'warning',
      message:
        'Jekyll will call this post “C:\u2029rojects and others”: in double quotes, `\\P` stands for another character.',
      fixed: post("title: 'C:\\Projects and others'"),
    });
    for (const title of ['"Launch\\tPad"', '"a \\"b\\""', '"C:\\\\temp"', "'C:\\temp'", '"\\u00e9\\N\\_"']) {
      silent('jekyll', post(`title: ${title}`));
    }
  });

  it('tells of tabs that get lost', () => {
    assertFinding('hugo', 'changed-value', post('title: ⟦a\tb⟧'), {
      severity: 'warning',
      message: 'Hugo will call this post “ab”: without quotes, its tabs get lost.',
      fixed: post('title: "a\tb"'),
    });
    silent('jekyll', post('title: a\tb'));
  });

  it('is content with what is shown as it is written', () => {
    for (const title of [
      '2019', '-5', '3.14', 'true', '2019-07-23', '12345678901234567890', '10 talks', '12:30 at noon', 'N', 'on a boat', '"1.10"', "'No'",
      '!foo "12"', '|\n  No\n  more', '>-\n  1.10',
    ]) {
      silent('jekyll', post(`title: ${title}`));
    } // prettier-ignore
  });

  it('leaves alone what says that there is nothing, and fields of one’s own', () => {
    for (const field of [
      'author: false', 'subtitle: ~', 'description: null', 'excerpt: no', 'slug: off', 'version: 1.10', 'time: 12:30', 'tags: []',
      'description: [a, 1.10]',
    ]) {
      silent('jekyll', post(`title: Hello\n${field}`));
    } // prettier-ignore
  });

  it('only remarks on a lone tilde and on what is hidden on purpose, and says nothing of what is not read', () => {
    assertFinding('jekyll', 'changed-value', post('title: ⟦~⟧'), {
      severity: 'info',
      message: 'Jekyll will call this post “Report”: without quotes, `~` is nothing.',
      fixed: post('title: "~"'),
    });
    assertFinding('hugo', 'changed-value', post('title: ⟦1.10⟧\ndraft: true'), {
      severity: 'info',
      message: 'Hugo will call this post “1.1”: without quotes, `1.10` is a number.',
      fixed: post('title: "1.10"\ndraft: true'),
    });
    silent('jekyll', post('title: 1.10\ndescription: "a'));
  });

  it('prefers only what cannot mean anything else', () => {
    const preferred = (title: string) =>
      check('jekyll', post(`title: ${title}`)).flatMap(({ code, fixes }) =>
        code === 'changed-value' ? fixes.map((fix) => fix.preferred) : [],
      );
    assert.deepEqual(preferred('1.10'), [true]);
    assert.deepEqual(preferred('No'), [true]);
    assert.deepEqual(preferred('false'), [false]);
    assert.deepEqual(preferred('null'), [false]);
    assert.deepEqual(preferred('{{ x }}'), [false]);
  });
});
