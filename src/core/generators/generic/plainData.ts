import { MAX_VALUES } from '../scalars';
import type { Data } from '../scalars';

/**
 * Turns what a parser made into plain data: dates are written out, what is no data is left out, and so is everything
 * after the first hundred thousand values.
 */
export function plainData(value: unknown): Data {
  let left = MAX_VALUES;
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
    if (part === null) {
      return null;
    }
    if (part instanceof Date) {
      return Number.isNaN(part.getTime()) ? null : part.toISOString();
    }
    if (Array.isArray(part)) {
      const items: Data[] = [];
      for (const item of part) {
        if (left <= 0) {
          break;
        }
        items.push(convert(item));
      }
      return items;
    }
    const data: { [key: string]: Data } = Object.create(null) as { [key: string]: Data };
    for (const [key, item] of Object.entries(part)) {
      if (left <= 0) {
        break;
      }
      data[key] = convert(item);
    }
    return data;
  };
  return convert(value);
}
