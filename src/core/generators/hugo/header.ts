import type { Entry, Node } from '../../frontMatter/tree';
import { duplicateField } from '../../frontMatter/tree';
import { goYaml11 } from '../goYaml';

/** Go's YAML readers refuse a document of more nodes than this once nearly all of them come from aliases. */
const MAX_NODES = 1000;
const MAX_ALIAS_SHARE = 0.99;

/** yaml.v2 takes `null` or `~` for an empty map. */
export function isNull(root: Node): boolean {
  return root.kind === 'scalar' && root.style === 'plain' && goYaml11(root.text).type === 'null';
}

/**
 * The first key that is no text, or is nothing; or that merges what is no map.
 * @param nothing a key may be nothing at all
 */
export function firstOddKey(node: Node | null, nothing: boolean): Entry | undefined {
  if (node?.kind === 'list') {
    return firstOf(node.items, (item) => firstOddKey(item, nothing));
  }
  if (node?.kind !== 'map') {
    return undefined;
  }
  return (
    node.entries.find(({ key, value }) => {
      const isMerge = key.name === '<<' && !key.quoted;
      return (
        key.name === null || (key.name === '' && !key.quoted && !nothing) || (isMerge && !isMergeable(value))
      );
    }) ??
    firstOf(
      node.entries.map(({ value }) => value),
      (value) => firstOddKey(value, nothing),
    )
  );
}

function isMergeable(value: Node | null): boolean {
  return (
    value?.kind === 'map' || (value?.kind === 'list' && value.items.every((item) => item?.kind === 'map'))
  );
}

/** The first key that stands twice in one map, at any depth. */
export function duplicateKey(node: Node | null): Entry | undefined {
  if (node?.kind === 'list') {
    return firstOf(node.items, duplicateKey);
  }
  return node?.kind === 'map'
    ? (duplicateField(node.entries) ??
        firstOf(
          node.entries.map(({ value }) => value),
          duplicateKey,
        ))
    : undefined;
}

function firstOf(
  nodes: readonly (Node | null)[],
  find: (node: Node | null) => Entry | undefined,
): Entry | undefined {
  for (const node of nodes) {
    const found = find(node);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Nodes behind one anchor are one object here, so that even a bomb is counted in no time. */
export function isAliasBomb(root: Node): boolean {
  const totals = new Map<unknown, number>();
  let written = 0;
  const count = (node: Node | null): number => {
    if (!node || node.kind === 'scalar') {
      written++;
      return 1;
    }
    const shared: unknown = node.kind === 'list' ? node.items : node.entries;
    const known = totals.get(shared);
    if (known !== undefined) {
      return known;
    }
    written++;
    const children = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
    const total = children.reduce((sum, child) => sum + count(child), 1);
    totals.set(shared, total);
    return total;
  };
  const total = count(root);
  return total > MAX_NODES && 1 - written / total > MAX_ALIAS_SHARE;
}
