import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { EVERYDAY_FIELDS } from '../../../src/core/rules/header/everydayFields';
import { assertFinding, check, codes, othersOf, post } from '../support';

describe('missing-title', () => {
  it('tells what Jekyll makes of the file name, and proposes the first heading', () => {
    assertFinding(
      'jekyll',
      'missing-title',
      '⟦---⟧\nlayout: post\n---\n# Cloud days: day one\n\nText.\n',
      {
        severity: 'info',
        message: 'Jekyll will call this post “Cloud Days”, after its file name: there is no `title`.',
        fixed: '---\ntitle: "Cloud days: day one"\nlayout: post\n---\n# Cloud days: day one\n\nText.\n',
      },
      { path: '_posts/2019-07-23-cloud-days.md' },
    );
  });

  it('warns in Hugo, in all three formats', () => {
    const message = 'Hugo will publish this post without a title.';
    const circumstances = { path: 'content/posts/cloud-days.md' };
    const cases = [
      ['⟦---⟧\ndate: 2019-07-23\n---\nText.\n', '---\ntitle: "Cloud days"\ndate: 2019-07-23\n---\nText.\n'],
      [
        '⟦+++⟧\ndate = 2019-07-23\n+++\nText.\n',
        '+++\ntitle = "Cloud days"\ndate = 2019-07-23\n+++\nText.\n',
      ],
      [
        '⟦{⟧\n  "date": "2019-07-23"\n}\nText.\n',
        '{\n  "title": "Cloud days",\n  "date": "2019-07-23"\n}\nText.\n',
      ],
    ] as const;
    for (const [marked, fixed] of cases) {
      assertFinding('hugo', 'missing-title', marked, { severity: 'warning', message, fixed }, circumstances);
    }
  });

  it('leaves the Markdown files of other tools alone', () => {
    assert.deepEqual(check('generic', post('name: a skill\ntags: one, two'), { path: 'docs/skill.md' }), []);
  });

  it('is content with a title in any case in Hugo', () => {
    assert.ok(!codes(check('hugo', post('Title: Hello\ndate: 2019-07-23'))).includes('missing-title'));
  });
});

describe('missing-title in a section where no report has one', () => {
  it('does not press', () => {
    const others = othersOf('hugo', {
      'content/posts/a.md': post('title: A\ndate: 2019-07-23'),
      'content/quotes/a.md': post('date: 2019-07-23'),
    });
    const severity = (path: string) =>
      check('hugo', post('date: 2019-07-23'), { path, others }).map((finding) => finding.severity);
    assert.deepEqual(severity('content/quotes/b.md'), ['info']);
    assert.deepEqual(severity('content/posts/b.md'), ['warning']);
  });
});

describe('missing-date', () => {
  it('warns in Hugo and takes the date of the file name', () => {
    assertFinding(
      'hugo',
      'missing-date',
      '⟦---⟧\ntitle: Hello\n---\nText.\n',
      {
        severity: 'warning',
        message: 'Hugo will put this post at the end of every list: it has no `date`.',
        fixed: '---\ndate: 2018-09-06\ntitle: Hello\n---\nText.\n',
      },
      { path: 'content/posts/2018-09-06-summit.md' },
    );
  });

  it('proposes today where the file name has none', () => {
    assertFinding('hugo', 'missing-date', '⟦+++⟧\ntitle = "Hello"\n+++\nText.\n', {
      severity: 'warning',
      message: 'Hugo will put this post at the end of every list: it has no `date`.',
      fixed: '+++\ndate = 2026-11-21\ntitle = "Hello"\n+++\nText.\n',
    });
  });

  it('does not press where only other sections have dates', () => {
    const others = othersOf('hugo', { 'content/posts/a.md': post('date: 2019-07-23') });
    const severity = (path: string) =>
      check('hugo', post('title: About'), { path, others }).map((finding) => finding.severity);
    assert.deepEqual(severity('content/about/index.md'), ['info']);
    assert.deepEqual(severity('content/posts/b.md'), ['warning']);
  });

  it('is content with the date of a Jekyll post’s name, and with Hugo’s other dates', () => {
    assert.ok(!codes(check('jekyll', post('title: Hello'))).includes('missing-date'));
    assert.ok(!codes(check('hugo', post('title: Hello\nlastmod: 2019-07-23'))).includes('missing-date'));
  });
});

describe('file-name', () => {
  it('warns of a post whose name has no date', () => {
    assertFinding(
      'jekyll',
      'file-name',
      '⟦---⟧\ntitle: Hello\n---\nText.\n',
      {
        severity: 'warning',
        message:
          'Jekyll will leave this post out: a file in `_posts` must be named like `2019-07-23-slug.md`.',
      },
      { path: '_posts/report.md' },
    );
  });
});

describe('draft-ignored', () => {
  it('warns in Jekyll’s _posts and hides the post', () => {
    assertFinding('jekyll', 'draft-ignored', post('title: Hello\n⟦draft: true⟧'), {
      severity: 'warning',
      message: 'Jekyll will publish this post: `draft` hides nothing here.',
      fixed: post('title: Hello\npublished: false'),
    });
  });

  it('is silent where the post is hidden, in _drafts, and on `draft: false`', () => {
    assert.deepEqual(check('jekyll', post('title: Hello\ndraft: true\npublished: false')), []);
    assert.deepEqual(check('jekyll', post('title: Hello\ndraft: true'), { path: '_drafts/hello.md' }), []);
    assert.deepEqual(check('jekyll', post('title: Hello\ndraft: false')), []);
    assert.deepEqual(check('hugo', post('title: Hello\ndate: 2019-07-23\ndraft: true')), []);
  });

  it('warns of a quoted false, which Jekyll takes for text', () => {
    assertFinding('jekyll', 'draft-ignored', post('title: Hello\npublished: ⟦0⟧'), {
      severity: 'warning',
      message: 'Jekyll will publish this post: it reads `0` as a number, not as false.',
      fixed: post('title: Hello\npublished: false'),
    });
    assertFinding('jekyll', 'draft-ignored', post('title: Hello\npublished: ⟦"false"⟧'), {
      severity: 'warning',
      message: 'Jekyll will publish this post: it reads `false` as text, not as false.',
      fixed: post('title: Hello\npublished: false'),
    });
  });

  it('warns of `yes` from Hugo 0.152 on, and not before', () => {
    const marked = post('title: Hello\ndate: 2019-07-23\ndraft: ⟦yes⟧');
    assertFinding('hugo', 'draft-ignored', marked, {
      severity: 'warning',
      message: 'Hugo will publish this page: it reads `yes` as text, not as true.',
      fixed: post('title: Hello\ndate: 2019-07-23\ndraft: true'),
    });
    assert.deepEqual(check('hugo', marked.replace(/[⟦⟧]/g, ''), { version: '0.151.0' }), []);
  });
});

describe('misspelt-field', () => {
  const cases: [wrong: string, right: string, severity: 'warning' | 'info', rest: string][] = [
    ['titel', 'title', 'warning', 'Hello'],
    ['excerpt-separator', 'excerpt_separator', 'warning', '"\\n"'],
    ['decription', 'description', 'info', 'Text'],
    ['Tags', 'tags', 'warning', '[a]'],
    ['publish', 'published', 'warning', 'true'],
  ];
  for (const [wrong, right, severity, rest] of cases) {
    it(`${wrong} → ${right}`, () => {
      assertFinding('jekyll', 'misspelt-field', post(`layout: post\n⟦${wrong}⟧: ${rest}`), {
        severity,
        message: `Jekyll does not know \`${wrong}\`: did you mean \`${right}\`?`,
        fixed: post(`layout: post\n${right}: ${rest}`),
      });
    });
  }

  it('leaves fields of one’s own alone', () => {
    const own = [
      'updated',
      'venue',
      'cover',
      'topics',
      'speakers',
      'series',
      'link',
      'images',
      'rating',
      'event',
      'usemathjax',
      'id',
    ];
    const header = own.map((name) => `${name}: x`).join('\n');
    assert.deepEqual(codes(check('jekyll', post(`title: Hello\n${header}`))), []);
  });

  it('takes no everyday word for a slip, and no name that belongs to another one', () => {
    for (const name of EVERYDAY_FIELDS) {
      for (const generator of ['jekyll', 'hugo'] as const) {
        const found = check(generator, post(`title: Hello\ndate: 2019-07-23\n${name}: 1`));
        assert.deepEqual(
          found.filter(({ code }) => code === 'misspelt-field'),
          [],
          name,
        );
      }
    }
    assert.deepEqual(codes(check('jekyll', post('title: Hello\nlatitude: 53.5\nlng: 10'))), []);
  });

  it('renames a field without a look only where it can mean nothing else', () => {
    const isPreferred = (name: string) =>
      check('jekyll', post(`title: Hello\n${name}: x`))
        .filter(({ code }) => code === 'misspelt-field')
        .flatMap(({ fixes }) => fixes.map(({ preferred }) => preferred));
    assert.deepEqual(isPreferred('tgas'), [true]);
    assert.deepEqual(isPreferred('decription'), [true]);
    assert.deepEqual(isPreferred('sub-title'), [true]);
    assert.deepEqual(isPreferred('lamg'), [false]);
    assert.deepEqual(isPreferred('autor'), [false]);
    assert.deepEqual(isPreferred('permalnik'), [false]);
  });

  it('takes the field of a taxonomy of the site for no slip', () => {
    const text = post('title: Hello\ndate: 2019-07-23\ntag: [a]');
    assert.deepEqual(codes(check('hugo', text)), ['misspelt-field']);
    assert.deepEqual(codes(check('hugo', text, { config: { hugo: { taxonomies: ['tag'] } } })), []);
  });

  it('leaves a near name alone where the right one stands too', () => {
    assert.deepEqual(codes(check('jekyll', post('title: Hello\ntitel: Hallo'))), []);
  });
});

describe('duplicate-field', () => {
  it('takes one without a value out with its colon', () => {
    assertFinding('jekyll', 'duplicate-field', post('title: Hello\n⟦lang⟧: # which?\nlang: en'), {
      severity: 'warning',
      message: 'Jekyll will not use this `lang`: it appears again below, and the last one counts.',
      fixed: post('title: Hello\nlang: en'),
    });
  });

  it('marks the field that Jekyll drops', () => {
    assertFinding('jekyll', 'duplicate-field', post('title: One\n⟦tags⟧: [a]\ntags: [b]'), {
      severity: 'warning',
      message: 'Jekyll will not use this `tags`: it appears again below, and the last one counts.',
      fixed: post('title: One\ntags: [b]'),
    });
  });

  it('takes all lines of the field', () => {
    assertFinding('jekyll', 'duplicate-field', post('⟦tags⟧:\n  - a\n  - b\ntitle: One\ntags: [b]'), {
      severity: 'warning',
      message: 'Jekyll will not use this `tags`: it appears again below, and the last one counts.',
      fixed: post('title: One\ntags: [b]'),
    });
  });

  it('is an error in Hugo from 0.152 on', () => {
    const marked = post('title: One\ndate: 2019-07-23\n⟦tags⟧: [a]\ntags: [b]');
    assertFinding('hugo', 'duplicate-field', marked, {
      severity: 'error',
      message: 'Hugo will stop the build of the whole site: `tags` appears twice.',
      fixed: post('title: One\ndate: 2019-07-23\ntags: [b]'),
    });
    const message = 'Hugo will not use this `tags`: it appears again below, and the last one counts.';
    const fixed = post('title: One\ndate: 2019-07-23\ntags: [b]');
    assertFinding(
      'hugo',
      'duplicate-field',
      marked,
      { severity: 'warning', message, fixed },
      { version: '0.131.0' },
    );
  });

  it('is an error in a map of the header, too', () => {
    const header = 'title: One\ndate: 2019-07-23\nparams:\n  a: 1\n  ⟦a⟧: 2';
    assertFinding('hugo', 'duplicate-field', post(header), {
      severity: 'error',
      message: 'Hugo will stop the build of the whole site: `a` appears twice.',
    });
    const text = post(header.replace(/[⟦⟧]/g, ''));
    assert.deepEqual(codes(check('hugo', text, { version: '0.131.0' })), []);
  });
});

describe('tags-in-string', () => {
  it('tells the tags that Jekyll makes of commas', () => {
    assertFinding('jekyll', 'tags-in-string', post('title: Hello\ntags: ⟦"aws, data science"⟧'), {
      severity: 'warning',
      message: 'Jekyll splits this at spaces only: the tags will be `aws,` `data` `science`.',
      fixed: post('title: Hello\ntags: [aws, data science]'),
    });
  });

  it('leaves Jekyll’s own form alone: words with blanks', () => {
    assert.deepEqual(check('jekyll', post('title: Hello\ntags: aws cloud serverless')), []);
  });

  it('tells that Hugo makes one tag', () => {
    assertFinding('hugo', 'tags-in-string', post('title: Hello\ndate: 2019-07-23\ntags: ⟦aws, cloud⟧'), {
      severity: 'warning',
      message: 'Hugo will make one tag of this: `aws, cloud`.',
      fixed: post('title: Hello\ndate: 2019-07-23\ntags: [aws, cloud]'),
    });
  });

  it('writes a TOML array', () => {
    assertFinding(
      'hugo',
      'tags-in-string',
      '+++\ntitle = "Hello"\ndate = 2019-07-23\ntags = ⟦"aws, cloud"⟧\n+++\nText.\n',
      {
        severity: 'warning',
        message: 'Hugo will make one tag of this: `aws, cloud`.',
        fixed: '+++\ntitle = "Hello"\ndate = 2019-07-23\ntags = ["aws", "cloud"]\n+++\nText.\n',
      },
    );
  });

  it('splits an item with the line end and the indentation of its list', () => {
    assertFinding(
      'jekyll',
      'tags-in-string',
      '---\r\ntitle: Hello\r\ntags:\r\n -   ⟦a, b⟧\r\n---\r\nText.\r\n',
      {
        severity: 'warning',
        message: 'Jekyll will make one tag of this: `a, b`.',
        fixed: '---\r\ntitle: Hello\r\ntags:\r\n -   a\r\n -   b\r\n---\r\nText.\r\n',
      },
    );
  });

  it('puts the blank behind the dashes of a list on several lines', () => {
    assertFinding('jekyll', 'tags-in-string', post('title: Hello\ntags:\n  ⟦-aws\n  -data science⟧'), {
      severity: 'warning',
      message: 'Jekyll splits this at spaces only: the tags will be `-aws` `-data` `science`.',
      fixed: post('title: Hello\ntags:\n  - aws\n  - data science'),
    });
  });

  it('drops the quotes around one of several tags', () => {
    assertFinding('jekyll', 'tags-in-string', post('title: Hello\ntags: ⟦ios, "mobile web"⟧'), {
      severity: 'warning',
      message: 'Jekyll splits this at spaces only: the tags will be `ios,` `"mobile` `web"`.',
      fixed: post('title: Hello\ntags: [ios, mobile web]'),
    });
  });

  it('does not prefer to split an item in quotes: it may be one tag on purpose', () => {
    const [finding] = check('jekyll', post('title: Hello\ntags:\n- "Washington, D.C."'));
    assert.equal(finding?.fixes[0]?.preferred, false);
  });

  it('splits one item of a block list', () => {
    assertFinding('jekyll', 'tags-in-string', post('title: Hello\ntags:\n- ⟦markdown, packer⟧'), {
      severity: 'warning',
      message: 'Jekyll will make one tag of this: `markdown, packer`.',
      fixed: post('title: Hello\ntags:\n- markdown\n- packer'),
    });
  });
});

describe('findings that would be false', () => {
  it('an empty title in quotes is empty for Jekyll, whatever the file is called', () => {
    assertFinding('jekyll', 'missing-title', post('⟦title⟧: ""'), {
      severity: 'warning',
      message: 'Jekyll will publish this post without a title.',
    });
  });

  it('`publish: true` does not mean Hugo’s `published`, which is a date', () => {
    assert.deepEqual(check('hugo', post('title: Hello\ndate: 2019-07-23\npublish: true')), []);
  });

  it('Hugo’s `_build` and its themes’ `featuredImage` are no slips', () => {
    const header = 'title: Hello\ndate: 2019-07-23\nfeaturedImage: a.png\n_build: {list: never}';
    assert.deepEqual(check('hugo', post(header), { version: '0.131.0' }), []);
  });
});

describe('a report that is hidden on purpose', () => {
  const levels = (generator: GeneratorName, text: string) =>
    check(generator, text).map(({ code, severity }) => `${code}: ${severity}`);

  it('gets no warning, for it is still being written', () => {
    const hugo = levels('hugo', post('draft: true\ntags: a, b', '## Key take-aways\n'));
    assert.ok(hugo.includes('missing-title: info') && hugo.includes('tags-in-string: info'), hugo.join());
    const jekyll = levels('jekyll', post('title: Hello\npublished: false\ntags: a, b'));
    assert.deepEqual(jekyll, ['tags-in-string: info']);
  });

  it('gets the warning that it is hidden, where it may not be meant', () => {
    assert.deepEqual(levels('jekyll', post('title: Hello\npublished:')), ['not-published: warning']);
  });
});
