import { say } from '../message';
import type { Message } from '../message';
import { quoteTag } from '../write/quote';
import { decimalOf } from './typed';
import type { Typed, TypedMap, TypedScalar } from './typed';
import { MAX_WIDTH } from './writer';
import type { Writing } from './writer';

/** Writes fields as JSON, which has neither comments nor dates. */
export function writeJson(fields: TypedMap): Writing {
  let refusal: Message | null = null;
  const number = (scalar: TypedScalar): string => {
    const text = decimalOf(scalar);
    // JSON's readers make a floating-point number of each.
    if (text === null || typeof scalar.value.value === 'bigint') {
      refusal ??= say('JSON cannot hold the number `{0}`', scalar.written);
    }
    return text ?? 'null';
  };
  const scalar = (node: TypedScalar): string => {
    const { value } = node;
    switch (value.type) {
      case 'number':
        return number(node);
      case 'string':
      case 'date':
        return quoteTag(value.value, 'json', 'double');
      default:
        return String(value.value);
    }
  };
  const inline = (value: Typed): string => {
    switch (value.kind) {
      case 'scalar':
        return scalar(value);
      case 'list':
        return `[${value.items.map(inline).join(', ')}]`;
      case 'map':
        return value.entries.length === 0
          ? '{}'
          : `{ ${value.entries.map((entry) => `${quoteTag(entry.name, 'json', 'double')}: ${inline(entry.value)}`).join(', ')} }`;
    }
  };
  const linesOf = (value: Typed, isTop: boolean): string[] => {
    const short = inline(value);
    if (value.kind === 'scalar' || short.length <= 2) {
      return [short];
    }
    if (value.kind === 'list') {
      const isShort = short.length <= MAX_WIDTH && value.items.every(({ kind }) => kind === 'scalar');
      return isShort ? [short] : ['[', ...separated(value.items.map((item) => linesOf(item, false))), ']'];
    }
    if (!isTop && !value.block && short.length <= MAX_WIDTH) {
      return [short];
    }
    const entries = value.entries.map((entry) => {
      const [first = '', ...others] = linesOf(entry.value, false);
      return [`${quoteTag(entry.name, 'json', 'double')}: ${first}`, ...others];
    });
    return ['{', ...separated(entries), '}'];
  };
  return { lines: linesOf(fields, true), refusal };
}

function separated(parts: readonly string[][]): string[] {
  return parts.flatMap((lines, index) =>
    lines.map((line, at) => `  ${line}${at === lines.length - 1 && index < parts.length - 1 ? ',' : ''}`),
  );
}
