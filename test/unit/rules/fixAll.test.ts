import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../../src/core/rules/fixAll';
import type { Finding, Fix } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text';
import type { TextEdit } from '../../../src/core/text';
import { say } from '../../../src/core/message';
import { runs } from '../runs';
import { check, post } from '../support';

function finding(edits: readonly TextEdit[], fix: Partial<Fix> = {}): Finding {
  const range = edits[0]?.range ?? { start: 0, end: 0 };
  const title = say('Mend it');
  return {
    code: 'placeholder',
    severity: 'warning',
    message: title,
    range,
    fixes: [{ title, preferred: true, edits, ...fix }],
  };
}

/** Finds each of some words, with a fix that puts another in its place. */
function replacing(words: Readonly<Record<string, string>>) {
  return (text: string): Finding[] =>
    Object.entries(words).flatMap(([word, newText]) =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) =>
        finding([{ range: { start: index, end: index + word.length }, newText }]),
      ),
    );
}

describe('fixing all', () => {
  it('makes every preferred fix, and those that they bring to light', () => {
    const text = post('titel: Day 1: keynotes\nAuthor: Ann');
    const edits = fixAll(text, (now) => check('jekyll', now));
    assert.equal(applyEdits(text, edits), post('title: "Day 1: keynotes"\nauthor: Ann'));
  });

  it('touches nothing else, whichever round an edit is from', () => {
    const text = 'one two three';
    const edits = fixAll(text, replacing({ one: 'uno two', two: 'dos' }));
    assert.deepEqual(edits, [
      { range: { start: 0, end: 3 }, newText: 'uno dos' },
      { range: { start: 4, end: 7 }, newText: 'dos' },
    ]);
  });

  it('leaves what needs a look, and what moves a file', () => {
    const edit = { range: { start: 0, end: 1 }, newText: 'b' };
    assert.deepEqual(
      fixAll('a', () => [finding([edit], { preferred: false })]),
      [],
    );
    assert.deepEqual(
      fixAll('a', () => [finding([edit], { rename: '_drafts/a.md' })]),
      [],
    );
  });

  it('makes fixes that touch each other one after the other', () => {
    const insert = { range: { start: 0, end: 0 }, newText: 'x' };
    const edits = fixAll('', (text) => (text.length < 2 ? [finding([insert]), finding([insert])] : []));
    assert.equal(applyEdits('', edits), 'xx');
  });

  it('ends where a fix never helps', () => {
    const edits = fixAll('a', (text) => [finding([{ range: { start: 0, end: 0 }, newText: text }])]);
    assert.ok(applyEdits('a', edits).length > 1);
  });

  it('leads to the text that the fixes make one after the other', () => {
    const word = fc.constantFrom('a', 'b', 'c', ' ', '\n');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { maxLength: 3 }), (letters, put) => {
        const text = letters.join('');
        const made = put.join('').replace(/a/g, 'b');
        const edits = fixAll(text, replacing({ a: made }));
        assert.equal(
          applyEdits(text, edits),
          text.replaceAll('a', () => made),
        );
        for (const { range, newText } of edits) {
          assert.notEqual(text.slice(range.start, range.end), newText);
        }
      }),
      runs(300),
    );
  });
});
