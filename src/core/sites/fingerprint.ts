import { hash } from '../hash';

const known = new WeakMap<object, string>();

/**
 * A short text that stands for a value of maps, lists, sets, patterns and the like: equal for what is built and says the
 * same, another for nearly all else. Of an object that is asked for again the answer is kept.
 */
export function fingerprint(value: object): string {
  let text = known.get(value);
  if (text === undefined) {
    const written = write(value);
    text = `${hash(written).toString(36)}.${hash(`again ${written}`).toString(36)}.${written.length.toString(36)}`;
    known.set(value, text);
  }
  return text;
}

/** What stands in several places is written once: aliases may nest it to any size, and in a circle. */
function write(value: object): string {
  const numbers = new Map<object, number>();
  return JSON.stringify(value, (_key, part: unknown): unknown => {
    if (typeof part === 'bigint' || part instanceof RegExp) {
      return String(part);
    }
    if (typeof part !== 'object' || part === null) {
      return part;
    }
    const number = numbers.get(part);
    if (number !== undefined) {
      return { same: number };
    }
    numbers.set(part, numbers.size);
    return part instanceof Map
      ? [...(part as Map<unknown, unknown>)]
      : part instanceof Set
        ? [...(part as Set<unknown>)]
        : part;
  });
}
