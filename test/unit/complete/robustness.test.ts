import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldHover } from '../../../src/core/fields/fieldHover';
import { takesList } from '../../../src/core/fields/known';
import { completeFields } from '../../../src/core/complete/names';
import { fieldPlace } from '../../../src/core/cursor/place';
import { completeValues } from '../../../src/core/complete/values';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { hostileTexts } from '../../hostile';
import { runs } from '../runs';
import { read } from '../support';
import { NOW, others } from './support';

const names = Object.keys(generators) as GeneratorName[];

const reports = others({ speaker: 2, date: 1 }, { author: ['Ann', "O'Ny: m", 'a\nb'], layout: ['x'] });

const piece = fc.constantFrom(
  '---', '+++', '{', '}', '\n', '\r\n', '\t', ' ', '  ', ': ', ':', '- ', '[', ']', ',', '"', "'", '"""', '#', '&a', '*a', '!', '|', '=', 'title', 'date', 'author', 'draft', 'layout',
  'true', '2019-07-23', '\ufeff', '😀', '\ud800', '\\', '[params]', '<<',
); // prettier-ignore

/** All that is asked at a cursor; what is offered must be written on the cursor's line. */
function askAt(text: string, offset: number, generator: GeneratorName): void {
  const { report, site, forecast } = read(generator, text);
  const hover = fieldHover({ report, site, forecast, others: reports }, offset);
  assert.ok(!hover || (hover.range.start <= offset && hover.range.end >= offset));
  const place = fieldPlace(text, offset, (name) => takesList(name, site));
  if (!place) {
    return;
  }
  const sources = { others: reports, layouts: ['post'], now: NOW, timeZone: undefined };
  const items =
    place.kind === 'name'
      ? completeFields(place, site, reports)
      : completeValues(place.context, site, sources);
  for (const { range, newText, caret } of items) {
    assert.ok(range.start <= offset && range.end >= offset && range.end <= text.length);
    assert.ok(!/[\r\n]/.test(text.slice(range.start, range.end)), JSON.stringify(text));
    assert.ok(caret >= 0 && caret <= newText.length);
  }
}

describe('no text makes hovers and completion of fields throw', () => {
  it('in generated front matter', function () {
    this.timeout(120_000);
    const header = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));
    const open = fc.constantFrom('---\n', '+++\n', '{', '');
    fc.assert(
      fc.property(fc.constantFrom(...names), open, header, fc.nat(), (generator, fence, rest, place) => {
        const text = fence + rest;
        askAt(text, place % (text.length + 1), generator);
      }),
      runs(2_500),
    );
  });

  it('in hostile texts', function () {
    this.timeout(120_000);
    for (const [, text] of hostileTexts(10_000)) {
      for (const offset of [0, 5, text.length >> 1, text.length]) {
        askAt(text, offset, 'jekyll');
      }
    }
  });
});
