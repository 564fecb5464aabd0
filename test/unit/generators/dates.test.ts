import assert from 'node:assert/strict';
import { parseGoDate } from '../../../src/core/generators/hugo/date';
import { parseTime } from '../../../src/core/generators/jekyll/ruby/time';
import { read, post } from '../support';

describe('dates as the generators read them', () => {
  // Seen with Hugo 0.111 in a site whose time zone is America/New_York.
  const hugo: [text: string, instant: string | null][] = [
    ['Tue, 23 Jul 2019 10:00:00 GMT', '2019-07-23T14:00:00Z'],
    ['Tue, 23 Jul 2019 10:00:00 CEST', '2019-07-23T14:00:00Z'],
    ['Tue, 23 Jul 2019 10:00:00 +0200', '2019-07-23T08:00:00Z'],
    ['Tue Jul 23 10:00:00 UTC 2019', '2019-07-23T14:00:00Z'],
    ['Tue Jul 23 10:00:00 +0200 2019', '2019-07-23T08:00:00Z'],
    ['Tue Jul  3 10:00:00 2019', '2019-07-03T14:00:00Z'],
    ['23 Jul 19 10:00 UTC', '2019-07-23T14:00:00Z'],
    ['23 Jul 19 10:00 +0200', '2019-07-23T08:00:00Z'],
    ['Tuesday, 23-Jul-19 10:00:00 UTC', '2019-07-23T14:00:00Z'],
    ['23 JUL 2019', '2019-07-23T04:00:00Z'],
    ['2019-07-23 10:00:00 +0200 CEST', '2019-07-23T08:00:00Z'],
    ['2019-07-23 10:00:00 +02:00', '2019-07-23T08:00:00Z'],
    ['2019-07-23 10:00:00Z', '2019-07-23T10:00:00Z'],
    ['2019-07-23 10:00:00+0200', '2019-07-23T08:00:00Z'],
    ['2019-07-23T9:00:00', '2019-07-23T13:00:00Z'],
    ['2019-07-23 10:00:00 +02:00 CEST', null],
    ['2019-07-23 10:00:00 Z', null],
    ['2019-07-23T10:00:00 +0200', null],
    ['3 Jul 2019', null],
    ['23 July 2019', null],
  ];
  for (const [text, instant] of hugo) {
    it(`Hugo: ${text}`, () => {
      assert.equal(parseGoDate(text, 'America/New_York'), instant);
    });
  }

  // Seen with Time.parse of Ruby 3.1.
  const ruby: [text: string, instant: string | null][] = [
    ['July 2019', '2019-07-01T04:00:00Z'],
    ['2019 July', '2019-07-01T04:00:00Z'],
    ['23-Jul-2019', '2019-07-23T04:00:00Z'],
    ['2019-Jul-23', '2019-07-23T04:00:00Z'],
    ['Tuesday, 23-Jul-19 10:00:00 UTC', '2019-07-23T10:00:00Z'],
    ['5 Sept. 2019', '2019-09-05T04:00:00Z'],
    ['July 23rd, 2019', '2019-07-23T04:00:00Z'],
    ['2019-07-23 10:00:00 PDT', '2019-07-23T17:00:00Z'],
    ['2019-07-23 10:00:00 EDT', '2019-07-23T14:00:00Z'],
    ['2019-07-23 10:00:00 CEST', '2019-07-23T14:00:00Z'],
    ['2019-07-23 10h30', '2019-07-23T14:30:00Z'],
    ['2019-02-30', '2019-03-02T05:00:00Z'],
    ['2019-204', '2019-07-23T04:00:00Z'],
    ['H31.04.30', '2019-04-30T04:00:00Z'],
    ['July 23', '2026-07-23T04:00:00Z'],
    ['12 août 2019', '2026-11-12T05:00:00Z'],
    ['2018-11-04 01:30', '2018-11-04T06:30:00Z'],
    ['2018-03-11 02:30', '2018-03-11T07:30:00Z'],
    ['soon', null],
    ['2019-13-01', null],
    ['2019-07-23 10:00 +25:00', null],
    [`2019-07-23${' '.repeat(130)}`, null],
  ];
  for (const [text, instant] of ruby) {
    it(`Jekyll: ${text.trim()}`, () => {
      const parsed = parseTime(text, 'America/New_York', Date.parse('2026-11-21T23:00:00Z'));
      assert.equal(parsed && new Date(parsed.instant).toISOString(), instant?.replace('Z', '.000Z') ?? null);
    });
  }

  it('base 60 is Jekyll’s alone', () => {
    assert.equal(read('jekyll', post('title: 12:30')).forecast.title, '750.0');
    assert.equal(read('hugo', post('title: 12:30'), { version: '0.111.3' }).forecast.title, '12:30');
    assert.equal(read('hugo', post('title: 12:30')).forecast.title, '12:30');
  });
});
