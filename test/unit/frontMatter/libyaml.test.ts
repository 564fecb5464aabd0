import assert from 'node:assert/strict';
import { readRaw } from '../../../src/core/frontMatter/libyaml';
import { treeOf } from '../../../src/core/frontMatter/libyaml/tree';
import { fieldsOf } from '../../../src/core/frontMatter/tree';

/** What a source is, with each field's own text. */
function read(source: string) {
  const tree = treeOf(readRaw(source, 7), 7, 7 + source.length);
  const at = ({ start, end }: { start: number; end: number }) => source.slice(start - 7, end - 7);
  return {
    fields: fieldsOf(tree).map(({ key, value, range }) => [key.name, value && at(value.range), at(range)]),
    problems: tree.problems.map(({ code, range }) => [code, at(range)]),
  };
}

describe('YAML as libyaml reads it', () => {
  it('keeps the places of keys and values', () => {
    assert.deepEqual(read('a: "b" # c\nlist:\n- x\n-  y\n{d: e}: [f,\ng]\nh:\n'), {
      fields: [
        ['a', '"b"', 'a: "b"'],
        ['list', '- x\n-  y', 'list:\n- x\n-  y'],
        [null, '[f,\ng]', '{d: e}: [f,\ng]'],
        ['h', null, 'h'],
      ],
      problems: [],
    });
  });

  it('tells where it gives up, and keeps what it has', () => {
    assert.deepEqual(read('a: b\nc: d: e\nf: g\n'), {
      fields: [
        ['a', 'b', 'a: b'],
        ['c', 'd', 'c: d'],
      ],
      problems: [['LIBYAML', ':']],
    });
  });

  it('tells what follows the end of the first document', () => {
    assert.deepEqual(read(' a: b\nc: d\n').problems, [['REST', 'c: d\n']]);
    assert.deepEqual(read('a: b\n--- x\nc: [').problems, [['REST', '--- x\nc: [']]);
  });

  it('tells of an alias of nothing', () => {
    assert.deepEqual(read('a: *b\n'), { fields: [['a', null, 'a']], problems: [['BAD_ALIAS', '*b']] });
  });

  it('refuses control characters wherever they are', () => {
    assert.deepEqual(read('a: b\n--- \u0007').problems, [['CONTROL', '\u0007']]);
  });
});
