import { MAX_VALUES } from '../scalars';
import type { Data } from '../scalars';

/** How deep values are followed: aliases nest them deeper than any stack is, and may put a list into itself. */
const MAX_DEPTH = 500;

/**
 * Turns what a parser made into plain data: dates are written out, what is no data is left out, and so are what stands in
 * itself and everything after the first hundred thousand values.
 */
export function plainData(value: unknown): Data {
  let left = MAX_VALUES;
  /** The lists and maps that are being looked at. */
  const open = new Set<unknown>();
  const convert = (part: unknown): Data => {
    left--;
    switch (typeof part) {
      case 'string':
      case 'number':
      case 'bigint':
      case 'boolean':
        return part;
      case 'object':
        break;
      default:
        return null;
    }
    if (part === null || open.has(part) || open.size > MAX_DEPTH) {
      return null;
    }
    if (part instanceof Date) {
      return Number.isNaN(part.getTime()) ? null : part.toISOString();
    }
    open.add(part);
    const data = Array.isArray(part) ? listOf(part) : mapOf(part);
    open.delete(part);
    return data;
  };
  const listOf = (parts: readonly unknown[]): Data[] => {
    const items: Data[] = [];
    for (const item of parts) {
      if (left <= 0) {
        break;
      }
      items.push(convert(item));
    }
    return items;
  };
  const mapOf = (parts: object): Data => {
    const data: { [key: string]: Data } = Object.create(null) as { [key: string]: Data };
    for (const [key, item] of Object.entries(parts)) {
      if (left <= 0) {
        break;
      }
      data[key] = convert(item);
    }
    return data;
  };
  return convert(value);
}
