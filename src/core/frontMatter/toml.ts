import { ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { Range } from '../text';
import type { Entry, FrontMatter, Key, MapNode, Node, ScalarNode, SyntaxProblem } from './tree';

/**
 * Reads a TOML header.
 * @param source the header without its fences
 * @param base offset of `source` in the file; all ranges are offsets in the file
 * @returns a tree in which tables and dotted keys are maps, one entry a name; or, as the parser stops at its first
 *   problem, that problem and no tree
 */
export function readToml(source: string, base: number): FrontMatter {
  try {
    return { format: 'toml', root: convert(parseTOML(source), base, source.length), problems: [] };
  } catch (error) {
    return { format: 'toml', root: null, problems: [problemOf(error, base, source)] };
  }
}

/**
 * The first place where a source is no TOML 1.0, which has neither line ends nor trailing commas in inline tables, nor
 * times without seconds, nor `\\e` and `\\x`.
 */
export function toml10Problem(source: string, base: number): SyntaxProblem | null {
  try {
    parseTOML(source, { tomlVersion: '1.0.0' });
    return null;
  } catch (error) {
    return problemOf(error, base, source);
  }
}

function problemOf(error: unknown, base: number, source: string) {
  if (error instanceof ParseError) {
    const start = base + Math.min(error.index, source.length);
    const end = base + Math.min(error.index + 1, source.length);
    return { code: 'TOML', reason: error.message.replace(/\.$/, ''), range: { start, end } };
  }
  const reason = error instanceof RangeError ? 'Nested too deeply' : String(error);
  return { code: 'TOO_DEEP', reason, range: { start: base, end: base + source.length } };
}

/** A map that is still being filled: TOML spreads one table over several places. */
interface OpenMap {
  readonly entries: Entry[];
  readonly children: Map<string, OpenMap>;
}

/** A dotted key that people write has a few parts. */
const MAX_PARTS = 100;

type KeyPart = AST.TOMLBare | AST.TOMLQuoted;

function convert(program: AST.TOMLProgram, base: number, length: number): MapNode {
  const root: OpenMap = { entries: [], children: new Map() };
  const rangeOf = (node: { range: AST.Range }): Range => ({
    start: base + node.range[0],
    end: base + node.range[1],
  });

  const keyOf = (part: KeyPart): Key => ({
    name: part.type === 'TOMLBare' ? part.name : part.value,
    range: rangeOf(part),
    quoted: part.type === 'TOMLQuoted',
  });

  const partsOf = ({ keys }: { keys: KeyPart[] }): KeyPart[] => {
    // Each part is a level: what walks the tree recurses.
    if (keys.length > MAX_PARTS) {
      throw new RangeError();
    }
    return keys;
  };

  const open = (map: OpenMap, part: KeyPart, range: Range, array: boolean): OpenMap => {
    const key = keyOf(part);
    const name = key.name ?? '';
    const known = map.children.get(name);
    if (known && !array) {
      return known;
    }
    const child: OpenMap = { entries: [], children: new Map() };
    const value: MapNode = { kind: 'map', range, flow: false, entries: child.entries };
    const list = array ? map.entries.find((entry) => entry.key.name === name)?.value : undefined;
    if (list?.kind === 'list') {
      (list.items as Node[]).push(value);
    } else {
      const node: Node = array ? { kind: 'list', range, flow: false, items: [value] } : value;
      map.entries.push({ key, value: node, range });
    }
    map.children.set(name, child);
    return child;
  };

  const add = (map: OpenMap, pair: AST.TOMLKeyValue): void => {
    const parts = partsOf(pair.key);
    const last = parts.at(-1);
    const target = parts.slice(0, -1).reduce((inner, part) => open(inner, part, rangeOf(pair), false), map);
    if (last) {
      target.entries.push({ key: keyOf(last), value: value(pair.value), range: rangeOf(pair) });
    }
  };

  const value = (node: AST.TOMLContentNode): Node => {
    switch (node.type) {
      case 'TOMLArray':
        return { kind: 'list', range: rangeOf(node), flow: true, items: node.elements.map(value) };
      case 'TOMLInlineTable': {
        const inner: OpenMap = { entries: [], children: new Map() };
        node.body.forEach((pair) => {
          add(inner, pair);
        });
        return { kind: 'map', range: rangeOf(node), flow: true, entries: inner.entries };
      }
      case 'TOMLValue':
        return scalar(node, rangeOf(node));
    }
  };

  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') {
      add(root, node);
    } else {
      const parts = partsOf(node.key);
      const table = parts.reduce(
        (inner, part, index) =>
          open(inner, part, rangeOf(node), node.kind === 'array' && index === parts.length - 1),
        root,
      );
      node.body.forEach((pair) => {
        add(table, pair);
      });
    }
  }
  return { kind: 'map', range: { start: base, end: base + length }, flow: false, entries: root.entries };
}

function scalar(node: AST.TOMLValue, range: Range): ScalarNode {
  switch (node.kind) {
    case 'string':
      return {
        kind: 'scalar',
        range,
        style: node.multiline ? 'block' : node.style === 'basic' ? 'double' : 'single',
        text: node.value,
      };
    case 'integer': {
      const value = Number.isSafeInteger(node.value) ? node.value : node.bigint;
      return {
        kind: 'scalar',
        range,
        style: 'bare',
        text: node.number,
        bare: { type: 'number', value, float: false },
      };
    }
    case 'float':
      return {
        kind: 'scalar',
        range,
        style: 'bare',
        text: node.number,
        bare: { type: 'number', value: node.value, float: true },
      };
    case 'boolean':
      return {
        kind: 'scalar',
        range,
        style: 'bare',
        text: String(node.value),
        bare: { type: 'boolean', value: node.value },
      };
    default:
      return {
        kind: 'scalar',
        range,
        style: 'bare',
        text: node.datetime,
        bare: { type: 'date', value: node.datetime },
      };
  }
}
