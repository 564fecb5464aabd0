import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node as JsonNode, ParseError } from 'jsonc-parser';
import type { Range } from '../text';
import type { BareValue, Entry, FrontMatter, Node } from './tree';

/** The other JSON that is read, by the same parser: they are loaded together. */
export { readUserJson } from '../userJson';

/** The parser's codes, said in words. */
const reasons: Record<string, string> = {
  InvalidSymbol: 'This is neither a string, a number, true, false nor null',
  InvalidNumberFormat: 'This number is not well-formed',
  PropertyNameExpected: 'A key in double quotes is expected here',
  ValueExpected: 'A value is expected here',
  ColonExpected: 'A colon is expected here',
  CommaExpected: 'A comma is expected here',
  CloseBraceExpected: 'A closing brace is expected here',
  CloseBracketExpected: 'A closing bracket is expected here',
  EndOfFileExpected: 'Nothing may follow the closing brace here',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'The string is not closed',
  UnexpectedEndOfNumber: 'The number breaks off',
  InvalidUnicode: 'The \\u escape is not well-formed',
  InvalidEscapeCharacter: 'JSON has no such escape',
  InvalidCharacter: 'A control character must be escaped in a string',
};

/**
 * Reads a JSON header.
 * @param source the header with its braces
 * @param base offset of `source` in the file; all ranges are offsets in the file
 * @returns the tree as far as it could be read, and every problem
 */
export function readJson(source: string, base: number): FrontMatter {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
    const root = tree ? convert(tree, source, base) : null;
    const problems = errors.map((error) => {
      const code = printParseErrorCode(error.error);
      const start = base + Math.min(error.offset, source.length);
      const range = { start, end: start + error.length };
      return { code, reason: reasons[code] ?? code, range };
    });
    return { format: 'json', root, problems };
  } catch (error) {
    const reason = error instanceof RangeError ? 'Nested too deeply' : String(error);
    const range = { start: base, end: base + source.length };
    return { format: 'json', root: null, problems: [{ code: 'TOO_DEEP', reason, range }] };
  }
}

function convert(node: JsonNode, source: string, base: number): Node | null {
  const range = rangeOf(node, base);
  switch (node.type) {
    case 'object': {
      const entries = (node.children ?? []).flatMap((property) => entryOf(property, source, base));
      return { kind: 'map', range, flow: true, entries };
    }
    case 'array': {
      const items = (node.children ?? []).map((item) => convert(item, source, base));
      return { kind: 'list', range, flow: true, items };
    }
    case 'string':
      return { kind: 'scalar', range, style: 'double', text: String(node.value) };
    default: {
      const text = source.slice(node.offset, node.offset + node.length);
      return { kind: 'scalar', range, style: 'bare', text, bare: bareOf(node) };
    }
  }
}

function bareOf(node: JsonNode): BareValue {
  if (node.type === 'number') {
    return { type: 'number', value: Number(node.value), float: true };
  }
  return node.type === 'boolean'
    ? { type: 'boolean', value: node.value === true }
    : { type: 'null', value: null };
}

function entryOf(property: JsonNode, source: string, base: number): Entry[] {
  const [key, value] = property.children ?? [];
  if (!key) {
    return [];
  }
  const keyRange = rangeOf(key, base);
  const node = value ? convert(value, source, base) : null;
  return [
    {
      key: { name: String(key.value), range: keyRange, quoted: true },
      value: node,
      range: { start: keyRange.start, end: node?.range.end ?? keyRange.end },
    },
  ];
}

function rangeOf(node: JsonNode, base: number): Range {
  return { start: base + node.offset, end: base + node.offset + node.length };
}
