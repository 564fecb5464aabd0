import assert from 'node:assert/strict';
import { applyEdits, lineEndOf, Lines } from '../../src/core/text';

describe('Lines', () => {
  const text = 'a\r\nbc\n\ndé\r😀x';
  const lines = new Lines(text);

  it('counts lines with any line end', () => {
    assert.equal(lines.count, 5);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => lines.textOf(line)),
      ['a', 'bc', '', 'dé', '😀x'],
    );
  });

  it('turns every offset into a position and back', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
    }
  });

  it('counts columns in UTF-16', () => {
    assert.deepEqual(lines.positionAt(text.length), { line: 4, character: 3 });
  });
});

describe('applyEdits', () => {
  it('takes edits in any order and keeps the order of insertions at one place', () => {
    const edits = [
      { range: { start: 4, end: 5 }, newText: 'E' },
      { range: { start: 0, end: 0 }, newText: '1' },
      { range: { start: 0, end: 0 }, newText: '2' },
      { range: { start: 1, end: 3 }, newText: '' },
    ];
    assert.equal(applyEdits('abcde', edits), '12adE');
  });
});

describe('lineEndOf', () => {
  it('goes by the first line', () => {
    assert.equal(lineEndOf('a\r\nb\n'), '\r\n');
    assert.equal(lineEndOf('a\nb\r\n'), '\n');
    assert.equal(lineEndOf('a'), '\n');
  });
});
