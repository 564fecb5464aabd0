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

  it('fills an empty date from the file name', () => {
    assertFinding('jekyll', 'invalid-date', post('title: Hello\n⟦date⟧:'), {
      severity: 'error',
      message: 'Jekyll will stop the build of the whole site: `date` is empty.',
      fixed: post('title: Hello\ndate: 2019-07-23'),
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

  it('warns of a bare number in Hugo', () => {
    assertFinding('hugo', 'date-format', post('title: Hello\ndate: ⟦20190723⟧'), {
      severity: 'warning',
      message: 'Hugo will date this page 1970-08-22: it reads the number as seconds since 1970.',
      fixed: post('title: Hello\ndate: 2019-07-23'),
    });
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
