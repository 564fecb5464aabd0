import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseGoDate } from '../../../src/core/generators/hugo/date';
import { parseAnyDate, parseDateText } from '../../../src/core/generators/jekyll/ruby/dateParse';
import { parseTime } from '../../../src/core/generators/jekyll/ruby/time';
import { offsetIn } from '../../../src/core/generators/timeZone';
import { runs } from '../runs';
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

  it('Jekyll: dates of the usual form are what the trying of all forms makes of them', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
    const year = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
    const zone = fc.oneof(
      fc.constantFrom('', 'Z', ' Z', 'z', ' UTC', '+2', '+02:0'),
      fc
        .tuple(fc.constantFrom('+', ' -', '-', '  +'), two, fc.constantFrom(':', ''), two)
        .map((parts) => parts.join('')),
    );
    const seconds = fc.oneof(
      fc.constant(''),
      two.map((digits) => `:${digits}`),
    );
    const clock = fc.tuple(fc.constantFrom('T', ' ', 't', '  '), two, fc.constant(':'), two, seconds, zone);
    const time = fc.oneof(
      fc.constantFrom('', ' ', '\n', 'Z'),
      clock.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(year, two, two, time, (y, month, day, rest) => {
        const text = `${y}-${month}-${day}${rest}`;
        assert.deepEqual({ ...parseDateText(text) }, { ...parseAnyDate(text) }, text);
      }),
      runs(3000),
    );
  });

  it('zones: offsets are those that the engine tells, also where clocks are changed twice within days', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Africa/Casablanca', 'Africa/Freetown', 'America/Recife', 'Asia/Gaza', 'Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Kolkata']; // prettier-ignore
    const hour = 3_600_000;
    // Recife's summer of a week in 2000, Freetown's of four days in 1939, Apia's missing day, and any other time.
    const starts = [
      Date.UTC(2000, 9, 6),
      Date.UTC(1939, 8, 1),
      Date.UTC(2011, 11, 28),
      Date.UTC(2024, 2, 1),
      Date.UTC(1800, 0, 1),
    ];
    const near = fc
      .tuple(fc.constantFrom(...starts), fc.nat(24 * 60))
      .map(([start, quarters]) => start + (quarters * hour) / 4);
    const any = fc.integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.oneof(near, any), (zone, moment) => {
        assert.equal(offsetIn(moment, zone), offsetByEngine(moment, zone));
      }),
      runs(3000),
    );
  });
});

const formats = new Map<string, Intl.DateTimeFormat>();

/** What `2019-07-23, 12:00:00` in a zone is ahead of the same in UTC. */
function offsetByEngine(moment: number, timeZone: string): number {
  const shown = [timeZone, 'UTC'].map((zone) => {
    const format =
      formats.get(zone) ??
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
    return Date.parse(`${format.format(moment).replace(' ', 'T')}Z`);
  });
  return (shown[0] ?? NaN) - (shown[1] ?? NaN);
}
