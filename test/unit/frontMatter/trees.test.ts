import assert from 'node:assert/strict';
import { readSource } from '../../../src/core/frontMatter/read';
import type { Format, Node } from '../../../src/core/frontMatter/tree';
import { fieldsOf } from '../../../src/core/frontMatter/tree';

/** A tree as text: every key and value as it stands in the source, with what was read from it. */
function show(source: string, format: Format): string[] {
  const base = 7;
  const tree = readSource(source, format, base);
  assert.deepEqual(tree.problems, []);
  const at = (range: { start: number; end: number }) => source.slice(range.start - base, range.end - base);
  const value = (node: Node | null): string => {
    switch (node?.kind) {
      case 'scalar':
        return `${node.style} ⟨${at(node.range)}⟩ ${node.text}`;
      case 'list':
        return `${node.flow ? 'flow ' : ''}list ⟨${at(node.range)}⟩ [${node.items.map(value).join('; ')}]`;
      case 'map':
        return `map {${node.entries.map((entry) => `⟨${at(entry.key.range)}⟩ ${value(entry.value)}`).join('; ')}}`;
      default:
        return 'nothing';
    }
  };
  return fieldsOf(tree).map(
    (entry) => `${entry.key.name ?? '?'} ⟨${at(entry.range)}⟩ = ${value(entry.value)}`,
  );
}

describe('one positioned tree, whatever the format', () => {
  it('YAML', () => {
    assert.deepEqual(
      show('title: "A \\"b\\""\ntags: [a, \'b\']\nlist:\n  - x # why\n  - y\nempty:\nmap: {k: v}\n', 'yaml'),
      [
        'title ⟨title: "A \\"b\\""⟩ = double ⟨"A \\"b\\""⟩ A "b"',
        "tags ⟨tags: [a, 'b']⟩ = flow list ⟨[a, 'b']⟩ [plain ⟨a⟩ a; single ⟨'b'⟩ b]",
        'list ⟨list:\n  - x # why\n  - y⟩ = list ⟨- x # why\n  - y⟩ [plain ⟨x⟩ x; plain ⟨y⟩ y]',
        'empty ⟨empty⟩ = nothing',
        'map ⟨map: {k: v}⟩ = map {⟨k⟩ plain ⟨v⟩ v}',
      ],
    );
  });

  it('YAML with an anchor and its alias', () => {
    assert.deepEqual(show('a: &x [1]\nb: *x\n', 'yaml'), [
      'a ⟨a: &x [1]⟩ = flow list ⟨[1]⟩ [plain ⟨1⟩ 1]',
      'b ⟨b: *x⟩ = flow list ⟨*x⟩ [plain ⟨1⟩ 1]',
    ]);
  });

  it('YAML with a list in brackets continued at column 0', () => {
    assert.deepEqual(show('tags: [a,\n"b"\n]\nx: 1\n', 'yaml'), [
      'tags ⟨tags: [a,\n"b"\n]⟩ = flow list ⟨[a,\n"b"\n]⟩ [plain ⟨a⟩ a; double ⟨"b"⟩ b]',
      'x ⟨x: 1⟩ = plain ⟨1⟩ 1',
    ]);
  });

  it('YAML with CRLF and a quoted value continued at column 0', () => {
    assert.deepEqual(show('title: "a\r\nb"\r\n', 'yaml'), [
      'title ⟨title: "a\r\nb"⟩ = double ⟨"a\r\nb"⟩ a b',
    ]);
  });

  it('YAML with a quoted value continued at column 0', () => {
    assert.deepEqual(show('title: "One\ntwo"\ntags: [a]\n', 'yaml'), [
      'title ⟨title: "One\ntwo"⟩ = double ⟨"One\ntwo"⟩ One two',
      'tags ⟨tags: [a]⟩ = flow list ⟨[a]⟩ [plain ⟨a⟩ a]',
    ]);
  });

  it('TOML with tables spread over several places', () => {
    assert.deepEqual(
      show(
        'title = "A"\nid = 1152921504606846976\ndate = 2019-07-23\na.b = true\ntags = ["x", \'y\']\n[a.c]\nd = 1.5\n',
        'toml',
      ),
      [
        'title ⟨title = "A"⟩ = double ⟨"A"⟩ A',
        'id ⟨id = 1152921504606846976⟩ = bare ⟨1152921504606846976⟩ 1152921504606846976',
        'date ⟨date = 2019-07-23⟩ = bare ⟨2019-07-23⟩ 2019-07-23',
        'a ⟨a.b = true⟩ = map {⟨b⟩ bare ⟨true⟩ true; ⟨c⟩ map {⟨d⟩ bare ⟨1.5⟩ 1.5}}',
        'tags ⟨tags = ["x", \'y\']⟩ = flow list ⟨["x", \'y\']⟩ [double ⟨"x"⟩ x; single ⟨\'y\'⟩ y]',
      ],
    );
  });

  it('JSON', () => {
    assert.deepEqual(show('{"title": "A\\u00e9", "n": null, "tags": ["x"]}', 'json'), [
      'title ⟨"title": "A\\u00e9"⟩ = double ⟨"A\\u00e9"⟩ Aé',
      'n ⟨"n": null⟩ = bare ⟨null⟩ null',
      'tags ⟨"tags": ["x"]⟩ = flow list ⟨["x"]⟩ [double ⟨"x"⟩ x]',
    ]);
  });

  it('gives a problem and never throws on broken and on deeply nested sources', () => {
    for (const format of ['yaml', 'toml', 'json'] as const) {
      for (const source of [
        '"',
        '[',
        '{',
        '\u0000',
        'a: [b',
        '= =',
        `x: ${'['.repeat(10_000)}`,
        `{"a":${'['.repeat(10_000)}`,
        `x = ${'['.repeat(10_000)}`,
      ]) {
        for (const { range, reason } of readSource(source, format).problems) {
          assert.ok(range.start >= 0 && range.end <= source.length + 1 && range.start <= range.end, reason);
        }
      }
    }
  });
});
