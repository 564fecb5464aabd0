import type { Entry, MapNode, Node } from './tree';

/**
 * Writes out what a map merges with YAML's `<<`: the fields of other maps that it does not have itself, of the first of several
 * maps that has one. Nodes that hold no such key stay the same objects; what stands behind an anchor is looked at once.
 */
export function withMerges(node: Node | null): Node | null {
  const done = new Map<unknown, Node>();
  const resolve = (part: Node | null): Node | null => {
    if (!part || part.kind === 'scalar') {
      return part;
    }
    // The copies that aliases make share what they hold.
    const content: unknown = part.kind === 'list' ? part.items : part.entries;
    const known = done.get(content);
    if (known) {
      return { ...known, range: part.range };
    }
    const resolved =
      part.kind === 'list' ? { ...part, items: part.items.map(resolve) } : mergeMap(part, resolve);
    done.set(content, resolved);
    return resolved;
  };
  return resolve(node);
}

/** Tells whether a key merges what stands behind it. */
export function isMerge({ key, value }: Entry): boolean {
  return (
    key.name === '<<' &&
    !key.quoted &&
    (value?.kind === 'map' || (value?.kind === 'list' && value.items.every((item) => item?.kind === 'map')))
  );
}

function mergeMap(map: MapNode, resolve: (node: Node | null) => Node | null): MapNode {
  const own = map.entries
    .filter((entry) => !isMerge(entry))
    .map((entry) => ({ ...entry, value: resolve(entry.value) }));
  const names = new Set(own.map(({ key }) => key.name));
  const merged: Entry[] = [];
  for (const { value } of map.entries.filter(isMerge)) {
    const source = resolve(value);
    const maps = source?.kind === 'list' ? source.items : [source];
    for (const entry of maps.flatMap((item) => (item?.kind === 'map' ? item.entries : []))) {
      if (!names.has(entry.key.name)) {
        names.add(entry.key.name);
        merged.push(entry);
      }
    }
  }
  return { ...map, entries: [...merged, ...own] };
}
