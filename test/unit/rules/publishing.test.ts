import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/message';
import type { RuleCode } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text';
import { assertFinding, check, codes, post } from '../support';
import type { Circumstances } from '../support';

type Name = Parameters<typeof check>[0];

/** All fixes of a rule's findings: what they make of the text, and where the file goes. */
function fixesOf(generator: Name, code: RuleCode, text: string, circumstances: Circumstances = {}) {
  return check(generator, text, circumstances)
    .filter((finding) => finding.code === code)
    .flatMap(({ fixes }) => fixes)
    .map((fix) => [formatMessage(fix.title), applyEdits(text, fix.edits), fix.rename]);
}

function isSilent(generator: Name, code: RuleCode, text: string, circumstances: Circumstances = {}): void {
  assert.ok(!codes(check(generator, text, circumstances)).includes(code), text);
}

describe('not-published', () => {
  it('tells when a post appears whose date is to come; hours count', () => {
    assertFinding(
      'jekyll',
      'not-published',
      post('title: Hello\ndate: ⟦2026-11-22 08:30⟧'),
      {
        severity: 'warning',
        message:
          'Jekyll will leave this post out until 2026-11-22 08:30 (Europe/Berlin): its date is to come.',
        fixed: post('title: Hello\ndate: 2026-11-21'),
      },
      { path: '_posts/2026-11-21-hello.md', config: { timeZone: 'Europe/Berlin' } },
    );
  });

  it('gives the file the new day, too', () => {
    const text = post('title: Hello\ndate: "2026-12-01"');
    assert.deepEqual(fixesOf('jekyll', 'not-published', text, { path: '_posts/2026-12-01-hello.md' }), [
      [
        'Publish it now: write 2026-11-21, and rename the file to `2026-11-21-hello.md`',
        post('title: Hello\ndate: "2026-11-21"'),
        '_posts/2026-11-21-hello.md',
      ],
    ]);
  });

  it('tells of the date in a file name', () => {
    assertFinding(
      'jekyll',
      'not-published',
      '⟦---⟧\ntitle: Hello\n---\nText.\n',
      {
        severity: 'warning',
        message: 'Jekyll will leave this post out until 2026-11-22: the date of its file name is to come.',
        fixed: '---\ntitle: Hello\n---\nText.\n',
        renamed: '_posts/2026-11-21-hello.md',
      },
      { path: '_posts/2026-11-22-hello.md' },
    );
  });

  it('names the field in Hugo, in TOML and JSON', () => {
    const message = 'Hugo will leave this page out until 2027-01-01: `publishDate` is a date to come.';
    assertFinding(
      'hugo',
      'not-published',
      '+++\ntitle = "Hello"\ndate = 2019-07-23\npublishDate = ⟦2027-01-01⟧\n+++\nText.\n',
      {
        severity: 'warning',
        message,
        fixed: '+++\ntitle = "Hello"\ndate = 2019-07-23\npublishDate = 2026-11-21\n+++\nText.\n',
      },
    );
    assertFinding(
      'hugo',
      'not-published',
      '{"title": "Hello", "date": "2019-07-23", "publishDate": ⟦"2027-01-01"⟧}\nText.\n',
      {
        severity: 'warning',
        message,
        fixed: '{"title": "Hello", "date": "2019-07-23", "publishDate": "2026-11-21"}\nText.\n',
      },
    );
  });

  it('tells of an expiry date that has passed', () => {
    assertFinding('hugo', 'not-published', post('title: T\ndate: 2019-07-23\nexpiryDate: ⟦2020-03-01⟧'), {
      severity: 'warning',
      message: 'Hugo will leave this page out: its expiry date, 2020-03-01, has passed.',
      fixed: post('title: T\ndate: 2019-07-23'),
    });
  });

  it('tells of a `published` that says nothing, with CRLF', () => {
    for (const [generator, what] of [
      ['jekyll', 'Jekyll will leave this post out'],
      ['hugo', 'Hugo will leave this page out'],
    ] as const) {
      const marked = '---\r\ntitle: T\r\n⟦published⟧: # later\r\ndate: 2019-07-23\r\n---\r\nText.\r\n';
      assertFinding(generator, 'not-published', marked, {
        severity: 'warning',
        message: `${what}: \`published\` without a value counts as false.`,
        fixed: '---\r\ntitle: T\r\ndate: 2019-07-23\r\n---\r\nText.\r\n',
      });
    }
  });

  it('tells of a draft that is merged in', () => {
    assertFinding('hugo', 'not-published', post('date: 2019-07-23\n<<: {title: Hello, ⟦draft: true⟧}'), {
      severity: 'warning',
      message: 'Hugo will leave this page out: `<<` makes it a draft.',
    });
  });

  it('is silent on what is hidden on purpose, and where the site publishes it', () => {
    const hugo = 'title: T\ndate: 2019-07-23\n';
    for (const draft of ['true', '"true"', '1', 't', 'TRUE']) {
      isSilent('hugo', 'not-published', post(`${hugo}draft: ${draft}`));
    }
    isSilent('hugo', 'not-published', post('title: T\npublished: false'), { version: '0.131.0' });
    for (const published of ['false', 'no', 'off']) {
      isSilent('jekyll', 'not-published', post(`title: T\npublished: ${published}`));
    }
    isSilent('jekyll', 'not-published', post('title: T'), { path: '_drafts/hello.md' });
    const future = { config: { timeZone: 'UTC', future: true } };
    isSilent('jekyll', 'not-published', post('title: T\ndate: 2999-01-01'), future);
    isSilent('hugo', 'not-published', post('title: T\ndate: 2999-01-01'), future);
    isSilent('generic', 'not-published', post('title: T\ndate: 2999-01-01\npublished:'));
    isSilent('hugo', 'not-published', post(`${hugo}build: {render: never}`));
  });
});

describe('date-mismatch', () => {
  const path = '_posts/2019-07-23-hello.md';

  it('names both days, and renames the file or writes the name’s day', () => {
    const text = post("title: T\ndate: '2019-07-25 10:00:00 +0200' # new");
    assertFinding(
      'jekyll',
      'date-mismatch',
      post("title: T\ndate: ⟦'2019-07-25 10:00:00 +0200'⟧ # new"),
      {
        severity: 'warning',
        message: 'Jekyll will publish this post under 2019-07-25: `date` beats the file name’s 2019-07-23.',
        fixed: text,
        renamed: '_posts/2019-07-25-hello.md',
      },
      { path },
    );
    assert.deepEqual(fixesOf('jekyll', 'date-mismatch', text, { path })[1], [
      'Write the day 2019-07-23 of the file name',
      post("title: T\ndate: '2019-07-23 10:00:00 +0200' # new"),
      undefined,
    ]);
    assert.ok(check('jekyll', text, { path }).every(({ fixes }) => fixes.every((fix) => !fix.preferred)));
  });

  it('writes a day to come, too, and says what that does', () => {
    const ahead = '_posts/2027-01-10-hello.md';
    const text = post('title: T\ndate: 2019-07-25 10:00');
    assert.deepEqual(fixesOf('jekyll', 'date-mismatch', text, { path: ahead })[1], [
      'Write the day 2027-01-10 of the file name, and have the post left out until then',
      post('title: T\ndate: 2027-01-10 10:00'),
      undefined,
    ]);
    // One that is left out already stays so, or comes at another day.
    assert.deepEqual(
      fixesOf('jekyll', 'date-mismatch', post('title: T\ndate: 2027-02-01'), { path: ahead })[1],
      ['Write the day 2027-01-10 of the file name', post('title: T\ndate: 2027-01-10'), undefined],
    );
  });

  it('keeps the folder and the extension', () => {
    const fixes = fixesOf('jekyll', 'date-mismatch', post('title: T\ndate: 2019-07-25'), {
      path: 'blog/_posts/talks/19-7-23-a.b.markdown',
    });
    assert.equal(fixes[0]?.[2], 'blog/_posts/talks/2019-07-25-a.b.markdown');
  });

  it('is silent where the days agree, in any form, and where there is no second day', () => {
    for (const date of [
      '2019-07-23',
      '2019-7-23',
      '2019-07-23 10:00',
      '23 July 2019',
      '"2019-07-23T23:00:00Z"',
    ]) {
      isSilent('jekyll', 'date-mismatch', post(`title: T\ndate: ${date}`), { path });
    }
    isSilent('jekyll', 'date-mismatch', post('title: T'), { path });
    isSilent('jekyll', 'date-mismatch', post('title: T\ndate: 2019-07-25'), {
      path: '_drafts/2019-07-23-x.md',
    });
    isSilent('jekyll', 'date-mismatch', post('title: T\ndate: 2019-07-25\npublished: false'), { path });
    isSilent('hugo', 'date-mismatch', post('title: T\ndate: 2019-07-25'), {
      path: 'content/posts/2019-07-23-x.md',
    });
  });

  it('is silent where a zone makes the difference, also one that is not known', () => {
    const berlin = { path, config: { timeZone: 'Europe/Berlin' } };
    isSilent('jekyll', 'date-mismatch', post('title: T\ndate: 2019-07-22 23:30:00 +0000'), berlin);
    isSilent('jekyll', 'date-mismatch', post('title: T\ndate: 2019-07-23 23:30:00'), berlin);
    const unknown = { path, config: { timeZone: undefined } } as unknown as Circumstances;
    isSilent('jekyll', 'date-mismatch', post('title: T\ndate: 2019-07-24 02:00:00 +0000'), unknown);
  });
});

describe('date-shift', () => {
  const circumstances = { path: '_posts/2019-07-23-hello.md', config: { timeZone: 'America/New_York' } };

  it('tells of an offset that makes another day of it', () => {
    const text = post('title: T\ndate: 2019-07-23 23:30:00 -0800');
    assertFinding(
      'jekyll',
      'date-shift',
      post('title: T\ndate: ⟦2019-07-23 23:30:00 -0800⟧'),
      {
        severity: 'warning',
        message:
          'Jekyll will publish this post under 2019-07-24: that is the day in America/New_York, the site’s time zone.',
        fixed: post('title: T\ndate: 2019-07-23 23:30:00 -0400'),
      },
      circumstances,
    );
    assert.deepEqual(
      fixesOf('jekyll', 'date-shift', text, circumstances).map(([title, , renamed]) => [title, renamed]),
      [
        ['Write 2019-07-23 23:30:00 -0400', undefined],
        ['Write "2019-07-23 23:30:00", the site’s own time', undefined],
        ['Rename the file to `2019-07-24-hello.md`', '_posts/2019-07-24-hello.md'],
      ],
    );
  });

  it('tells of a time that is taken for UTC', () => {
    assertFinding(
      'jekyll',
      'date-shift',
      post('title: T\ndate: ⟦2019-07-23 02:00:00⟧'),
      {
        severity: 'warning',
        message:
          'Jekyll will publish this post under 2019-07-22: it takes the time for UTC, and the site is in America/New_York.',
        fixed: post('title: T\ndate: 2019-07-23 02:00:00 -0400'),
      },
      circumstances,
    );
  });

  it('is silent where the day stays, in quotes, without seconds, and where the file has the shown day', () => {
    for (const date of ['2019-07-23 12:00:00', '"2019-07-23 02:00:00"', '2019-07-23 02:00', '2019-07-23']) {
      isSilent('jekyll', 'date-shift', post(`title: T\ndate: ${date}`), circumstances);
    }
    isSilent('jekyll', 'date-shift', post('title: T\ndate: 2019-07-24 02:00:00'), circumstances);
    isSilent('hugo', 'date-shift', post('title: T\ndate: 2019-07-23 02:00:00'), circumstances);
  });
});
