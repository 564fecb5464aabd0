import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from '../../../src/core/frontMatter/libyaml/parser';
import type { RawNode } from '../../../src/core/frontMatter/libyaml/parser';
import { readSimple } from '../../../src/core/frontMatter/libyaml/simple';
import { bytesOf, recordedFiles } from '../../conformance';
import { runs } from '../runs';

/** What the parser makes of a source; null where it gives up, or something follows. */
function parsed(source: string): RawNode | null {
  const parser = new Parser(source);
  try {
    parser.read();
  } catch {
    return null;
  }
  return parser.rest === null ? (parser.root ?? null) : null;
}

/** @returns whether it was read at all */
function assertSame(source: string): boolean {
  const simple = readSimple(source);
  if (simple) {
    assert.deepEqual(simple, parsed(source), JSON.stringify(source));
  }
  return simple !== null;
}

/** The texts between the fences of all recorded posts, each once. */
function recordedHeaders(file?: string): string[] {
  const headers = recordedFiles()
    .filter(([name]) => file === undefined || name === file)
    .flatMap(([, { cases }]) => cases)
    .flatMap((recorded) => /^---\n([^]*?\n)---\n/.exec(bytesOf(recorded).toString())?.[1] ?? []);
  return [...new Set(headers)];
}

const SIMPLE = [
  'title: Two days of small bundles',
  'title: "Day 1: keynotes"\ndate: 2019-07-23 10:00:00 +0200\n',
  "title: 'Tools # and ways'  \nempty:\nnext: C# in Zürich\n",
  '# a comment\n\ntags: [aws, "data science", C#, node.js]\n\nseparator: <!--more-->\n',
  'tags:\n- aws\n- "a: b"\ntags2:\n    - x\n    - y z \n',
  '---\na: b\nc: []\nd: "" ',
];

/** Near to what is simple: much of it is not. */
const PIECES = [
  'title', 'a-b_c', '1st', 'x y', ':', ': ', ' ', '  ', '\n', '\n', '\n', '- ', '-', '\n- ', '\n  - ', '\n - ', '[', ']', ', ', ',', '"', "'", "''", '#', ' #', '? ', '?',
  '&a ', '*a', '!t ', '|', '>', '%', '@', '`', '{', '}', '\\', '\t', '\r\n', '---\n', '...\n', 'word', 'C#', 'é', '\u00a0', '\u2028', '~', 'null', '<!--more-->', '2019-07-23', '[a, b]', '"q"', "'q'", 'title: Word\n', 'tags: [a, "b", c d]\n', 'tags:\n  - a\n  - b\n',
]; // prettier-ignore

describe('Simple YAML', () => {
  it('is read in all its forms', () => {
    for (const source of SIMPLE) {
      assert.ok(assertSame(source), source);
    }
  });

  it('is most of what people write', () => {
    const headers = recordedHeaders('wild.json');
    const simple = headers.filter(assertSame);
    assert.ok(simple.length > headers.length / 2, `${String(simple.length)} of ${String(headers.length)}`);
  });

  it('is read as the parser reads it, in every recorded header', () => {
    recordedHeaders().forEach((header) => {
      assertSame(header);
      assertSame(`---\n${header}`);
    });
  });

  it('is read as the parser reads it, whatever is taken away or put in', () => {
    for (const source of SIMPLE) {
      for (let at = 0; at <= source.length; at++) {
        assertSame(source.slice(0, at) + source.slice(at + 1));
        for (const piece of PIECES) {
          assertSame(source.slice(0, at) + piece + source.slice(at));
        }
      }
    }
  });

  it('is read as the parser reads it, whatever is written', () => {
    const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(source, (text) => {
        assertSame(text);
      }),
      runs(5000),
    );
  });
});
