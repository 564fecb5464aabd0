import type { Entry, MapNode, Node } from '../../frontMatter/tree';
import { goYaml12 } from '../goYaml';
import type { Data } from '../scalars';
import { dataOf } from '../scalars';

export const NOWHERE = { start: 0, end: 0 };

export function map(entries: readonly Entry[]): MapNode {
  return { kind: 'map', range: NOWHERE, flow: false, entries };
}

/** All keys in small letters; what is no table is an empty one. */
export function folded(node: Node | null): MapNode {
  if (node?.kind !== 'map') {
    return map([]);
  }
  const entries = node.entries.map((each) => ({
    ...each,
    key: { ...each.key, name: each.key.name?.toLowerCase() ?? null },
    value: each.value && foldedNode(each.value),
  }));
  return { ...node, entries };
}

function foldedNode(node: Node): Node {
  switch (node.kind) {
    case 'map':
      return folded(node);
    case 'list':
      return { ...node, items: node.items.map((item) => item && foldedNode(item)) };
    case 'scalar':
      return node;
  }
}

/** Booleans may be written as strings. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Looks values up by their path and type; of another type they count as not said. */
export class Settings {
  constructor(readonly root: MapNode) {}

  node(...path: string[]): Node | undefined {
    let node: Node | null | undefined = this.root;
    for (const name of path) {
      node = node?.kind === 'map' ? node.entries.findLast(({ key }) => key.name === name)?.value : undefined;
    }
    return node ?? undefined;
  }

  map(...path: string[]): Settings | undefined {
    const node = this.node(...path);
    return node?.kind === 'map' ? new Settings(node) : undefined;
  }

  data(...path: string[]): Data | undefined {
    const node = this.node(...path);
    return node && dataOf(node, goYaml12);
  }

  string(...path: string[]): string | undefined {
    const value = this.data(...path);
    return typeof value === 'string' ? value : undefined;
  }

  boolean(...path: string[]): boolean | undefined {
    const value = this.data(...path);
    return typeof value === 'string'
      ? WORDS.get(value.toLowerCase())
      : typeof value === 'boolean'
        ? value
        : undefined;
  }

  number(...path: string[]): number | undefined {
    const value = this.data(...path);
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    return typeof number === 'number' ? number : undefined;
  }

  /** A list of strings; a single one may stand without a list. */
  strings(...path: string[]): string[] {
    const value = this.data(...path);
    return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
  }

  get names(): string[] {
    return this.root.entries.flatMap(({ key }) => key.name ?? []);
  }
}
