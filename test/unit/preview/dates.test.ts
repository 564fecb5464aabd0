import assert from 'node:assert/strict';
import { clockOf } from '../../../src/core/generators/clock';
import { readableDay } from '../../../src/features/preview/dates';
import { readingMinutes } from '../../../src/features/preview/headerView';
import { inputOf, post, view } from './input';

describe('preview: dates and reading time', () => {
  it('writes a day with its weekday, in the language of the editor', () => {
    assert.equal(readableDay('2019-07-23T00:00:00Z', 'UTC', 'en'), 'Tuesday, 23 July 2019');
    assert.equal(readableDay('2019-07-23T00:00:00Z', 'UTC', 'en-US'), 'Tuesday, 23 July 2019');
    assert.equal(readableDay('2019-07-23T00:00:00Z', 'UTC', 'de'), 'Dienstag, 23. Juli 2019');
  });

  it('takes the day of the zone or the offset', () => {
    assert.match(readableDay('2019-07-23T23:30:00Z', 'Europe/Berlin', 'en'), /24 July/);
    assert.match(readableDay('2019-07-23T00:30:00Z', -60, 'en'), /22 July/);
  });

  it('gives way on what it does not know', () => {
    assert.equal(readableDay('soon', 'UTC', 'en'), '');
    assert.match(readableDay('2019-07-23T00:00:00Z', 'Nowhere/Land', 'en'), /23 July/);
    assert.match(readableDay('2019-07-23T00:00:00Z', 'UTC', 'no such language'), /23/);
  });

  it('keeps the written offset for Hugo; Jekyll moves dates into the zone of the site', () => {
    const text = post('title: A\ndate: 2026-03-05T00:30:00+02:00', 'Text.');
    assert.match(view(text, 'hugo').forecast.sentence, /5 March/);
    assert.match(view(text, 'jekyll').forecast.sentence, /4 March/);
    const { report, site } = inputOf(text, 'jekyll', { config: { timeZone: 'Europe/Berlin' } });
    assert.equal(clockOf(report, site), 'Europe/Berlin');
  });

  it('counts words, and the characters of scripts without blanks', () => {
    const minutes = (body: string) => readingMinutes(inputOf(post('title: A', body)).report);
    assert.equal(minutes(''), 1);
    assert.equal(minutes('word '.repeat(213 * 4)), 4);
    assert.equal(minutes('字'.repeat(1500)), 3);
    // Unclosed comments and links must not be searched for to the end each; this takes seconds otherwise.
    const start = performance.now();
    minutes('<!--'.repeat(50_000) + '](x'.repeat(50_000));
    assert.ok(performance.now() - start < 1_500);
  });
});
