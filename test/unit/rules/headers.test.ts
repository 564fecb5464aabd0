import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import type { OtherReports } from '../../../src/core/index/otherReports';
import { assertFinding, check, codes, othersOf, post } from '../support';

describe('encoding', () => {
  const circumstances = { isUtf8: false } as const;

  it('tells where the first byte is that is not UTF-8, and what comes of it', () => {
    assertFinding(
      'jekyll',
      'encoding',
      post('title: Hello', 'Caf⟦\ufffd⟧ in Orl\ufffdans.\n'),
      { severity: 'error', message: 'Jekyll will leave this post out: it is not encoded in UTF-8.' },
      circumstances,
    );
    assertFinding(
      'hugo',
      'encoding',
      post('title: Hello\ndate: 2019-07-23', 'Caf⟦\ufffd⟧.\n'),
      { severity: 'warning', message: 'Hugo will show `\ufffd` here: the file is not in UTF-8.' },
      circumstances,
    );
    assertFinding(
      'generic',
      'encoding',
      post('title: Hello', 'Caf⟦\ufffd⟧.\n'),
      {
        severity: 'warning',
        message: 'The site generator will show `\ufffd` here: the file is not in UTF-8.',
      },
      circumstances,
    );
  });

  it('is the only finding where it stops Hugo', () => {
    const text = post('title: Caf\ufffd\ndate: 2019-07-23');
    const found = check('hugo', text, { ...circumstances, version: '0.131.0' });
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [['encoding', 'error']],
    );
  });

  it('is silent where the replacement character itself was saved', () => {
    assert.deepEqual(check('jekyll', post('title: Hello', 'Caf\ufffd.\n')), []);
  });
});

describe('text-after-fence', () => {
  it('tells of what is left of a line that is too long, in Hugo and others', () => {
    for (const [generator, subject] of [
      ['hugo', 'Hugo'],
      ['generic', 'The site generator'],
    ] as const) {
      assertFinding(
        generator,
        'text-after-fence',
        '---\r\ntitle: T\r\ndate: 2019-07-23\r\n---⟦--⟧\r\nText.\r\n',
        {
          severity: 'warning',
          message: `${subject} will print \`--\` as text: the front matter ends before it.`,
          fixed: '---\r\ntitle: T\r\ndate: 2019-07-23\r\n---\r\nText.\r\n',
        },
      );
    }
    assertFinding('hugo', 'text-after-fence', '+++\ntitle = "T"\ndate = 2019-07-23\n+++⟦+⟧\nText.\n', {
      severity: 'warning',
      message: 'Hugo will print `+` as text: the front matter ends before it.',
      fixed: '+++\ntitle = "T"\ndate = 2019-07-23\n+++\nText.\n',
    });
  });

  it('prefers to remove hyphens, but not words', () => {
    const preferred = (rest: string) =>
      check('hugo', `---\ntitle: T\ndate: 2019-07-23\n---${rest}\nText.\n`)
        .filter(({ code }) => code === 'text-after-fence')
        .flatMap(({ fixes }) => fixes.map((fix) => [formatMessage(fix.title), fix.preferred]));
    assert.deepEqual(preferred('-'), [['Remove `-`', true]]);
    assert.deepEqual(preferred(' end'), [
      ['Remove `end`', false],
      ['Move it to the next line, as text', false],
    ]);
  });

  it('tells of front matter that goes on below its fence, and joins it', () => {
    const message = 'Jekyll will print these fields as text: the front matter ends above them.';
    assertFinding('jekyll', 'text-after-fence', '---\ntitle: T\n---\n⟦tags:\n  - a⟧\n---\nText.\n', {
      severity: 'warning',
      message,
      fixed: '---\ntitle: T\ntags:\n  - a\n---\nText.\n',
    });
    assertFinding('jekyll', 'text-after-fence', '---\nlayout: post\n---\n---\n⟦title: T⟧\n---\nText.\n', {
      severity: 'warning',
      message,
      fixed: '---\nlayout: post\ntitle: T\n---\nText.\n',
    });
    assertFinding('jekyll', 'text-after-fence', '---\ntitle: T\n---\n⟦title: U⟧\n---\nText.\n', {
      severity: 'warning',
      message,
    });
  });

  it('is silent on text with rules in it, on blanks behind the fence and on JSON with text behind it', () => {
    for (const body of [
      'Speaker: Ann\n\n---\nSpeaker: Bob\n',
      '---\nSpeaker: Bob\n---\n',
      'Text.\ntitle: T\n---\n',
      '- title: T\n---\n',
      '```yaml\ntitle: T\n---\n```\n',
      '---\n\nText.\n',
      'title: T\n',
    ]) {
      assert.ok(!codes(check('jekyll', post('title: T', body))).includes('text-after-fence'), body);
      assert.ok(!codes(check('hugo', post('title: T', body))).includes('text-after-fence'), body);
    }
    assert.deepEqual(check('hugo', '---\ntitle: T\ndate: 2019-07-23\n---  \nText.\n'), []);
    assert.deepEqual(check('hugo', '{"title": "T", "date": "2019-07-23"} Text.\n'), []);
  });
});

describe('unread-fence', () => {
  const text = 'Jekyll will print the front matter as text: ';

  it('takes a language for a fence, whatever it fences', () => {
    for (const [mark, header] of [
      ['---js', '{title: "T"}'],
      ['---json', '{"title": "T"}'],
      ['--- toml', 'title = "T"'],
    ] as const) {
      assertFinding('jekyll', 'unread-fence', `⟦${mark}⟧\n${header}\n---\nText.\n`, {
        severity: 'error',
        message: `${text}\`${mark}\` does not open front matter.`,
      });
    }
  });

  it('mends two hyphens, and dashes that an editor made of them', () => {
    for (const mark of ['--', '—', '—-', '–-']) {
      assertFinding('jekyll', 'unread-fence', `⟦${mark}⟧\ntitle: T\n${mark}\nText.\n`, {
        severity: 'error',
        message: `${text}\`${mark}\` does not open front matter.`,
        fixed: '---\ntitle: T\n---\nText.\n',
      });
    }
    assert.deepEqual(check('jekyll', '--\nSpeaker: Ann\n--\nText.\n'), []);
  });

  it('ends lines with line feeds', () => {
    assertFinding('jekyll', 'unread-fence', '⟦---⟧\rtitle: T\r---\rOne.\r\rTwo.\r', {
      severity: 'error',
      message: `${text}a carriage return alone ends no line.`,
      fixed: '---\ntitle: T\n---\nOne.\n\nTwo.\n',
    });
  });

  it('tells of a start that Hugo takes for a broken fence', () => {
    assertFinding('hugo', 'unread-fence', '⟦-⟧ one\n- two\n', {
      severity: 'error',
      message: 'Hugo will stop the build of the whole site: it takes the first line for a broken fence.',
    });
    assertFinding('hugo', 'unclosed-fence', '⟦---⟧\n\nText below a rule.\n', {
      severity: 'error',
      message: 'Hugo will stop the build of the whole site: the front matter is not closed.',
    });
    assert.deepEqual(check('jekyll', '- one\n- two\n'), []);
  });
});

describe('misspelt-field learns from other reports', () => {
  function others(header: string, count: number): OtherReports {
    const texts = Array.from({ length: count }, (_, index) => [
      `_posts/2019-01-0${String(index + 1)}-x.md`,
      post(header),
    ]);
    return othersOf('jekyll', Object.fromEntries(texts) as Record<string, string>);
  }

  it('a field that they have and that this one nearly has', () => {
    assertFinding(
      'jekyll',
      'misspelt-field',
      post('title: T\n⟦confrence⟧: KubeCon'),
      {
        severity: 'info',
        message:
          '3 other reports write `conference`, but only this one `confrence`: did you mean `conference`?',
        fixed: post('title: T\nconference: KubeCon'),
      },
      { others: others('conference: KubeCon', 3) },
    );
  });

  it('is silent where too few have it, where this one has both, and where others write it as this one', () => {
    const text = post('title: T\nconfrence: KubeCon');
    assert.deepEqual(check('jekyll', text, { others: others('conference: KubeCon', 2) }), []);
    const both = post('title: T\nconfrence: KubeCon\nconference: KubeCon');
    assert.deepEqual(check('jekyll', both, { others: others('conference: KubeCon', 3) }), []);
    const mixed = { others: others('conference: KubeCon\nconfrence: x', 3) };
    assert.deepEqual(check('jekyll', text, mixed), []);
    assert.deepEqual(check('jekyll', post('title: T\ntgas: x'), { others: others('tgas: x', 2) }), []);
    assert.deepEqual(codes(check('jekyll', post('title: T\ntgas: x'), { others: others('tgas: x', 1) })), [
      'misspelt-field',
    ]);
  });

  it('is not silent where a slip was copied, and most reports write the right name', () => {
    const texts = Object.fromEntries(
      ['tgas: x', 'tgas: x', 'tags: x', 'tags: x'].map((line, index) => [
        `_posts/2019-01-0${String(index + 1)}-x.md`,
        post(line),
      ]),
    );
    const found = check('jekyll', post('title: T\ntgas: x'), { others: othersOf('jekyll', texts) });
    assert.deepEqual(codes(found), ['misspelt-field']);
  });

  it('shows what cannot be seen, and tells a misspelt title once', () => {
    assertFinding('jekyll', 'misspelt-field', post('⟦\u200btitle⟧: T'), {
      severity: 'warning',
      message: 'Jekyll does not know `[U+200B]title`: did you mean `title`?',
      fixed: post('title: T'),
    });
    assert.deepEqual(codes(check('jekyll', post('Title: T'))), ['misspelt-field']);
    assert.deepEqual(codes(check('hugo', post('title: T\ndaet: 2019-07-23'))), ['misspelt-field']);
  });

  it('does not prefer to rename a field that decides whether and where a report is published', () => {
    for (const [field, preferred] of [
      ['Tags: [a]', true],
      ['Date: 2019-07-23', false],
      ['permalnk: /a/', false],
      ['publish: false', false],
    ] as const) {
      const [finding] = check('jekyll', post(`title: T\n${field}`));
      assert.equal(finding?.fixes[0]?.preferred, preferred, field);
    }
  });
});

describe('duplicate-field', () => {
  it('prefers to remove what says the same, and nothing else', () => {
    const preferred = (header: string) => check('jekyll', post(header))[0]?.fixes[0]?.preferred;
    assert.equal(preferred('title: T\ntags: [a]\ntags: [a]'), true);
    assert.equal(preferred('title: T\ntags: [a]\ntags: [b]'), false);
  });

  it('tells of one field in two cases in Hugo', () => {
    assertFinding('hugo', 'duplicate-field', '+++\nTitle = "A"\n⟦title⟧ = "B"\ndate = 2019-07-23\n+++\n', {
      severity: 'warning',
      message: 'Hugo will not use this `title`: `Title` is the same field, and counts.',
      fixed: '+++\nTitle = "A"\ndate = 2019-07-23\n+++\n',
    });
    assert.ok(!codes(check('jekyll', post('title: A\nTitle: B'))).includes('duplicate-field'));
  });

  it('takes the colon of an empty field along', () => {
    assertFinding('jekyll', 'duplicate-field', post('⟦layout⟧:\ntitle: T\nlayout: post'), {
      severity: 'warning',
      message: 'Jekyll will not use this `layout`: it appears again below, and the last one counts.',
      fixed: post('title: T\nlayout: post'),
    });
  });
});
