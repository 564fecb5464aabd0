import type { Node, ScalarNode } from '../frontMatter/tree';

/** A value as a generator types it. Dates stay as they are written: each generator parses them its own way. */
export type Value =
  | { readonly type: 'null'; readonly value: null }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number | bigint }
  | { readonly type: 'date'; readonly value: string }
  | { readonly type: 'string'; readonly value: string };

/** How one reader types unquoted YAML. */
export type PlainReader = (text: string) => Value;

const NULL: Value = { type: 'null', value: null };

/** A value as plain data: text, numbers, booleans, null, arrays and objects. */
export type Data = string | number | bigint | boolean | null | Data[] | { [key: string]: Data };

/**
 * Types a scalar.
 * @param plain how the generator's reader types unquoted YAML; TOML and JSON values are typed as they are written
 */
export function typeOf(node: ScalarNode | null, plain: PlainReader): Value {
  if (!node) {
    return NULL;
  }
  if (node.bare) {
    return node.bare;
  }
  return node.style === 'plain' && !node.tag ? plain(node.text) : { type: 'string', value: node.text };
}

/** Aliases let a few lines stand for billions of values: no list that people write has more. */
export const MAX_VALUES = 100_000;

/**
 * A node's value as plain data; maps and lists are copied, the first hundred thousand values of them. Nesting is as deep
 * as the parser allowed.
 */
export function dataOf(node: Node | null, plain: PlainReader): Data {
  if (node === null || node.kind === 'scalar') {
    return typeOf(node, plain).value;
  }
  let left = MAX_VALUES;
  const convert = (part: Node | null): Data => {
    left--;
    switch (part?.kind) {
      case 'list': {
        const items: Data[] = [];
        for (const item of part.items) {
          if (left <= 0) {
            break;
          }
          items.push(convert(item));
        }
        return items;
      }
      case 'map': {
        const data: { [key: string]: Data } = Object.create(null) as { [key: string]: Data };
        for (const entry of part.entries) {
          if (left <= 0) {
            break;
          }
          data[entry.key.name ?? ''] = convert(entry.value);
        }
        return data;
      }
      default:
        return typeOf(part ?? null, plain).value;
    }
  };
  return convert(node);
}
