import assert from 'node:assert/strict';
import { parseGoDate } from '../../../src/core/generators/hugo/date';
import { parseRubyTime } from '../../../src/core/generators/jekyll/date';
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
  const ruby: [text: string, day: readonly number[]][] = [
    ['July 2019', [2019, 7, 1]],
    ['2019 July', [2019, 7, 1]],
    ['23-Jul-2019', [2019, 7, 23]],
    ['2019-Jul-23', [2019, 7, 23]],
    ['Tuesday, 23-Jul-19 10:00:00 UTC', [2019, 7, 23]],
    ['5 Sept. 2019', [2019, 9, 5]],
    ['July 23rd, 2019', [2019, 7, 23]],
  ];
  for (const [text, day] of ruby) {
    it(`Jekyll: ${text}`, () => {
      const time = parseRubyTime(text)?.time;
      assert.deepEqual([time?.year, time?.month, time?.day], day);
    });
  }

  it('base 60 is Jekyll’s alone', () => {
    assert.equal(read('jekyll', post('title: 12:30')).forecast.title, '750');
    assert.equal(read('hugo', post('title: 12:30'), { version: '0.111.3' }).forecast.title, '12:30');
    assert.equal(read('hugo', post('title: 12:30')).forecast.title, '12:30');
  });
});
