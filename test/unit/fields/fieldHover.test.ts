import assert from 'node:assert/strict';
import { fieldHover } from '../../../src/core/fields/fieldHover';
import type { FieldHover } from '../../../src/core/fields/fieldHover';
import { knowledgeOf } from '../../../src/core/fields/known';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { NO_OTHER_REPORTS } from '../../../src/core/index/otherReports';
import type { OtherReports } from '../../../src/core/index/otherReports';
import { read } from '../support';
import type { Circumstances } from '../support';
import { withCursor } from '../complete/accept';
import { others, siteOf } from '../complete/support';

interface Around extends Circumstances {
  readonly others?: OtherReports;
}

/** What is shown where the text has `|`. */
function hover(marked: string, generator: GeneratorName, around: Around = {}): FieldHover | null {
  const { text, offset } = withCursor(marked);
  const { report, site, forecast } = read(generator, text, around);
  return fieldHover({ report, site, forecast, others: around.others ?? NO_OTHER_REPORTS }, offset);
}

/** What the generator made of the first field of a header. */
function reading(line: string, generator: GeneratorName, around: Around = {}): string | null {
  const shown = hover(`---\n|${line}\n---\nText.\n`, generator, around);
  return shown?.reading ? formatMessage(shown.reading) : null;
}

describe('what is shown of a field', () => {
  it('is its meaning, its type and what holds without it', () => {
    const shown = hover('---\ntitle: A\ndr|aft: true\n---\n', 'hugo');
    assert.ok(shown);
    assert.deepEqual(shown.range, { start: 13, end: 18 });
    assert.equal(shown.name, 'draft');
    assert.match(formatMessage(shown.meaning), /left out/);
    assert.equal(shown.type && formatMessage(shown.type), 'true or false');
    assert.equal(shown.fallback && formatMessage(shown.fallback), '`false`');
    assert.equal(shown.uses, null);
  });

  it('tells what the site says of reports without it', () => {
    const { report, site, forecast } = read('jekyll', '---\nlayout: a\n---\n');
    const value = report.field('layout')?.value;
    assert.ok(value);
    const inSite = { ...site, surroundings: { inherited: new Map([['layout', value]]) } };
    const shown = fieldHover({ report, site: inSite, forecast, others: NO_OTHER_REPORTS }, 5);
    assert.equal(shown?.fallback && formatMessage(shown.fallback), 'a, as the site says');
  });

  it('is shown at the value too, and nowhere else', () => {
    assert.deepEqual(hover('---\ntitle: A|b\n---\nx', 'jekyll')?.range, { start: 11, end: 13 });
    assert.equal(hover('---\ntitle: Ab\n---\ntitle|: x', 'jekyll'), null);
    assert.equal(hover('---\nevent:\n  tit|le: Ab\n---\n', 'jekyll'), null);
    assert.equal(hover('tit|le: Ab\n', 'jekyll'), null);
  });

  it('tells how dates are read', () => {
    assert.equal(reading('date: 2019-07-23', 'jekyll'), 'Read as 2019-07-23 00:00 UTC.');
    assert.equal(
      reading('date: 2019-07-23 10:00:00', 'jekyll', { config: { timeZone: 'Europe/Berlin' } }),
      'Read as 2019-07-23 12:00 UTC+02:00.',
    );
    assert.equal(
      reading('date: 2019-02-30', 'jekyll'),
      'Read as 2019-03-02 00:00 UTC: the calendar has no such day.',
    );
    assert.equal(reading('date: 2019', 'hugo'), 'Read as 1970-01-01 00:33:39 UTC.');
    assert.equal(
      reading('publishDate: soon', 'hugo', { version: '0.131.0' }),
      'It cannot be read as a date.',
    );
    assert.equal(reading('date:', 'hugo'), 'Read as nothing.');
    assert.equal(reading('published: false', 'hugo', { version: '0.131.0' }), 'Read as false.');
  });

  it('tells how switches are read', () => {
    assert.equal(reading('published: no', 'jekyll'), 'Read as false.');
    assert.equal(reading('published: "false"', 'jekyll'), 'Read as the text false, which counts as true.');
    assert.equal(reading('published:', 'jekyll'), 'Read as nothing, which counts as false.');
    assert.equal(reading('published: 0', 'jekyll'), 'Read as the number 0, which counts as true.');
    assert.equal(reading('sitemap:', 'jekyll'), 'Read as nothing, which counts as true.');
    assert.equal(reading('draft: yes', 'hugo'), 'Read as the text yes, which counts as false.');
    assert.equal(reading('draft: yes', 'hugo', { version: '0.131.0' }), 'Read as true.');
    assert.equal(reading('draft: "true"', 'hugo'), 'Read as the text true, which counts as true.');
    assert.equal(reading('draft: [a]', 'hugo'), 'It counts as false.');
    assert.equal(reading('math: "no"', 'hugo'), 'Read as the text no, which counts as true.');
  });

  it('tells how tags, titles, addresses and other values are read', () => {
    assert.equal(reading('tags: aws cloud', 'jekyll'), 'Read as 2 values: aws, cloud.');
    assert.equal(reading('tags: aws cloud', 'hugo'), 'Read as one value: aws cloud.');
    assert.equal(reading('tags: 5', 'jekyll'), 'Read as nothing.');
    assert.equal(reading('categories: [a, b]', 'jekyll'), 'Read as 2 values: a, b.');
    assert.equal(reading('title: 12:30', 'jekyll'), 'Read as 750.0.');
    assert.equal(reading('title: A # b', 'jekyll'), 'Read as A.');
    assert.equal(reading('slug: New Day', 'jekyll'), 'The address is /2019/07/23/New-Day.html.');
    assert.equal(reading('author: no', 'jekyll'), 'Read as false, no text.');
    assert.equal(reading('location: 12:30', 'jekyll'), 'Read as the number 750.');
    assert.equal(reading('weight: 5', 'hugo'), 'Read as 5.');
    assert.equal(reading('event: 2019-07-23', 'hugo'), 'Read as the date 2019-07-23.');
    assert.equal(reading('image: {path: a}', 'jekyll'), null);
    assert.equal(reading('description: ""', 'jekyll'), 'Read as an empty text.');
    assert.equal(reading(`description: ${'a'.repeat(500)}`, 'jekyll')?.length, 'Read as .'.length + 81);
  });

  it('tells that a field is not read', () => {
    assert.equal(reading('title: A: B\ntags: [a]', 'jekyll'), 'It is not read: the front matter is broken.');
    assert.equal(reading('title: "A', 'hugo'), 'It is not read: the front matter is broken.');
    assert.equal(
      reading('title: A\ntitle: B', 'jekyll'),
      'It is not read: the same field stands again below.',
    );
    const shown = hover('---\nexcerpt_|separator: x\n---\n', 'hugo');
    assert.match(shown ? formatMessage(shown.meaning) : '', /does not read it/);
  });

  it('tells that a field is one of the writer’s own, and how many reports have it', () => {
    const around = { others: others({ speaker: 4 }) };
    const shown = hover('---\nspea|ker: Ann\n---\n', 'jekyll', around);
    assert.match(shown ? formatMessage(shown.meaning) : '', /nothing to Jekyll itself/);
    assert.equal(shown?.type, null);
    assert.equal(shown.uses && formatMessage(shown.uses), '4 of 9 other reports of the site have it.');
    const rare = hover('---\nfo|o: 1\n---\n', 'jekyll', around)?.uses;
    assert.equal(rare && formatMessage(rare), 'No other report of the site has it.');
  });
});

describe('what is known of fields', () => {
  const versions: readonly (readonly [GeneratorName, string])[] = [
    ['jekyll', '4.4.1'],
    ['jekyll', '3.10.0'],
    ['hugo', '0.169.0'],
    ['hugo', '0.111.3'],
    ['generic', ''],
  ];
  for (const [generator, version] of versions) {
    it(`is said once of each, of ${generator} ${version}`, () => {
      const site = siteOf(generator, {}, version);
      const { fields } = knowledgeOf(site);
      const names = fields.map(({ name }) => name.toLowerCase());
      assert.deepEqual(
        names.filter((name, at) => names.indexOf(name) !== at),
        [],
      );
      for (const { meaning, types } of fields) {
        assert.match(formatMessage(meaning), /^(?:[A-Z]).*\.$/);
        assert.ok(types.length > 0);
      }
      // What matters most when it is misspelt must be explained.
      const important = site.generator.knownFields.filter(({ weight }) => weight === 'content');
      assert.deepEqual(
        important.map(({ name }) => name).filter((name) => !names.includes(name)),
        [],
      );
    });
  }
});
