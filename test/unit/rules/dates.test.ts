import assert from 'node:assert/strict';
import { assertFinding, check, post } from '../support';

describe('invalid-date', () => {
  it('mends what can only mean one day', () => {
    const forms: [written: string, iso: string][] = [
      ['07/23/2019', '2019-07-23'],
      ['2019-23-07', '2019-07-23'],
    ];
    for (const [written, iso] of forms) {
      assertFinding('jekyll', 'invalid-date', post(`title: Hello\ndate: ⟦${written}⟧`), {
        severity: 'error',
        message: `Jekyll will stop the build of the whole site: it cannot read \`${written}\` as a date.`,
        fixed: post(`title: Hello\ndate: ${iso}`),
      });
    }
  });

  it('knows what Hugo does not read and Jekyll does', () => {
    const forms: [written: string, iso: string][] = [
      ['2019-7-3', '2019-07-03'],
      ['6. May 2019', '2019-05-06'],
      ['July 23, 2019', '2019-07-23'],
      ['2019-07-23 10:00', '2019-07-23 10:00:00'],
      ['2019-07-23T10:00', '2019-07-23 10:00:00'],
      ['19-07-23', '2019-07-23'],
    ];
    for (const [written, iso] of forms) {
      assertFinding('hugo', 'invalid-date', post(`title: Hello\ndate: ⟦${written}⟧`), {
        severity: 'error',
        message: `Hugo will stop the build of the whole site: it cannot read \`${written}\` as a date.`,
        fixed: post(`title: Hello\ndate: ${iso}`),
      });
      assert.deepEqual(
        check('jekyll', post(`title: Hello\ndate: ${written}`)).filter(
          ({ severity }) => severity === 'error',
        ),
        [],
      );
    }
  });

  it('only loses the date before Hugo 0.135', () => {
    assertFinding(
      'hugo',
      'invalid-date',
      post('title: Hello\ndate: ⟦TBD⟧'),
      {
        severity: 'warning',
        message: 'Hugo will show this post without a date: it cannot read `TBD` as a date.',
      },
      { version: '0.131.0' },
    );
  });

  it('tells where Jekyll rolls over, and offers the last day of the month', () => {
    assertFinding('jekyll', 'invalid-date', post('title: Hello\ndate: ⟦2017-02-29⟧'), {
      severity: 'warning',
      message: 'Jekyll will date this post 2017-03-01: the calendar has no 2017-02-29.',
      fixed: post('title: Hello\ndate: 2017-02-28'),
    });
  });

  it('tells the day where the site is', () => {
    const circumstances = { config: { timeZone: 'Europe/Berlin' } };
    assertFinding(
      'jekyll',
      'invalid-date',
      post('title: Hello\ndate: ⟦2017-02-29⟧'),
      {
        severity: 'warning',
        message: 'Jekyll will date this post 2017-03-01: the calendar has no 2017-02-29.',
        fixed: post('title: Hello\ndate: 2017-02-28'),
      },
      circumstances,
    );
  });

  it('fills an empty date from the file name', () => {
    assertFinding('jekyll', 'invalid-date', post('title: Hello\n⟦date⟧:'), {
      severity: 'error',
      message: 'Jekyll will stop the build of the whole site: `date` is empty.',
      fixed: post('title: Hello\ndate: 2019-07-23'),
    });
  });

  it('keeps a comment apart from the date that it fills in', () => {
    assertFinding('jekyll', 'invalid-date', post('title: Hello\n⟦date⟧: # when?'), {
      severity: 'error',
      message: 'Jekyll will stop the build of the whole site: `date` is empty.',
      fixed: post('title: Hello\ndate: 2019-07-23 # when?'),
    });
  });

  it('does not call a list or a map empty', () => {
    assertFinding('hugo', 'invalid-date', post('title: Hello\ndate: ⟦[2019-07-23]⟧'), {
      severity: 'error',
      message: 'Hugo will stop the build of the whole site: it cannot read `[2019-07-23]` as a date.',
    });
  });

  it('looks at all of Hugo’s dates', () => {
    assertFinding('hugo', 'invalid-date', post('title: Hello\ndate: 2019-07-23\nlastmod: ⟦soon⟧'), {
      severity: 'error',
      message: 'Hugo will stop the build of the whole site: it cannot read `soon` as a date.',
    });
  });
});

describe('date-format', () => {
  it('tells which day Jekyll takes', () => {
    assertFinding('jekyll', 'date-format', post('title: Hello\ndate: ⟦03/07/2019⟧'), {
      severity: 'info',
      message: 'Jekyll reads this as 2019-07-03; in that form everyone will.',
      fixed: post('title: Hello\ndate: 2019-07-03'),
    });
  });

  it('prefers to write the day only where no other can be meant', () => {
    const preferred = (date: string, path: string) =>
      check('jekyll', post(`title: Hello\ndate: ${date}`), { path })
        .filter(({ code }) => code === 'date-format')
        .map(({ fixes }) => fixes[0]?.preferred);
    assert.deepEqual(preferred('03/07/2019', '_posts/2019-07-03-report.md'), [true]);
    assert.deepEqual(preferred('13/07/2019', '_posts/2019-07-15-report.md'), [true]);
    assert.deepEqual(preferred('03/07/2019', '_posts/2019-09-09-report.md'), [false]);
    // The file name says the other day: `date-mismatch` tells of it.
    assert.deepEqual(preferred('03/07/2019', '_posts/2019-03-07-report.md'), []);
  });

  it('warns of a bare number in Hugo', () => {
    assertFinding('hugo', 'date-format', post('title: Hello\ndate: ⟦20190723⟧'), {
      severity: 'warning',
      message: 'Hugo will date this page 1970-08-22: it reads the number as seconds since 1970.',
      fixed: post('title: Hello\ndate: 2019-07-23'),
    });
  });

  it('keeps the moment: zones in all forms', () => {
    const forms: [written: string, iso: string][] = [
      ['2019-07-23 10:00:00 UTC', '2019-07-23T10:00:00Z'],
      ['2019-07-23 10:00:00 -7', '2019-07-23T10:00:00-07:00'],
      ['2019-07-23 10:00:00+02', '2019-07-23T10:00:00+02:00'],
      ['Tue, 23 Jul 2019 10:00:00 +0200', '2019-07-23T10:00:00+02:00'],
    ];
    for (const [written, iso] of forms) {
      assertFinding('jekyll', 'date-format', post(`title: Hello\ndate: ⟦${written}⟧`), {
        severity: 'info',
        message: 'Jekyll reads this as 2019-07-23; in that form everyone will.',
        fixed: post(`title: Hello\ndate: ${iso}`),
      });
    }
  });

  it('rewrites nothing where a part of it, or the moment, would be lost', () => {
    const newYork = { config: { timeZone: 'America/New_York' } };
    for (const date of ['2019-07-23 10:00:00 CEST', '2019-07-23 10:00 pm', '2019-07-23 9:00']) {
      assert.deepEqual(check('jekyll', post(`title: Hello\ndate: ${date}`), newYork), []);
    }
    for (const date of [
      '2019-07-23 10:00:00 America/New_York',
      '2019-07-23 10:00 pm',
      '2019-07-23 25:00:00',
    ]) {
      const [finding] = check('hugo', post(`title: Hello\ndate: ${date}`));
      assert.deepEqual([finding?.code, finding?.fixes], ['invalid-date', []]);
    }
  });

  it('is content with what everyone reads alike', () => {
    for (const date of [
      '2019-07-23',
      '2019-07-23 10:00:00',
      '2019-07-23 10:00:00 +0200',
      '2019-07-23T10:00:00Z',
      '2019-07-23T10:00:00+02:00',
    ]) {
      for (const generator of ['jekyll', 'hugo'] as const) {
        assert.deepEqual(check(generator, post(`title: Hello\ndate: ${date}`)), []);
      }
    }
  });
});
