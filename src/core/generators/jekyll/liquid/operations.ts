import {
  flatten,
  isTruthy,
  RubyDate,
  RubyHash,
  RubyRange,
  rubyText,
  RubyTime,
  RubyUnknown,
} from '../ruby/values';
import type { RubyValue } from '../ruby/values';

/* What Liquid does with values (liquid/context.rb, condition.rb, variable.rb). */

/** How long a text may get (UTF-16 code units), and a range. */
const MAX_TEXT = 1_000_000;
const MAX_ITEMS = 50_000;

/** How much of a text is read as a number. */
const MAX_NUMBER = 10_000;

/** What a page, a site and Jekyll have: more than is known here (lib/jekyll/drops). */
export class Drop extends RubyHash {
  /** @param mayHave tells whether there may be a field that is not among those that are known */
  constructor(
    fields: Iterable<readonly [RubyValue, RubyValue]>,
    readonly mayHave: (key: RubyValue) => boolean,
    /** What is shown of it as a whole. */
    readonly text = '',
  ) {
    super(fields);
  }
}

/**
 * A part of a value: `page.title`, `list.first`, `list[0]`; nothing where there is none (lib/liquid/variable_lookup.rb).
 * @param isCommand it is no key in brackets, and may be `size`, `first` or `last`
 */
export function part(value: RubyValue, key: RubyValue, isCommand = true): RubyValue {
  if (value instanceof RubyUnknown) {
    return new RubyUnknown(value.guess === null ? null : part(value.guess, key, isCommand));
  }
  if (key instanceof RubyUnknown) {
    return new RubyUnknown();
  }
  if (value instanceof RubyHash && value.has(key)) {
    return value.get(key) ?? null;
  }
  if (value instanceof Drop) {
    return value.mayHave(key) ? new RubyUnknown() : null;
  }
  if (Array.isArray(value) && typeof key === 'bigint') {
    return value.at(Number(key)) ?? null;
  }
  return isCommand ? command(value, key) : null;
}

function command(value: RubyValue, key: RubyValue): RubyValue {
  const items = value instanceof RubyRange ? itemsOf(value) : value;
  switch (key) {
    case 'size':
      return typeof items === 'string'
        ? BigInt(Array.from(items).length)
        : Array.isArray(items)
          ? BigInt(items.length)
          : items instanceof RubyHash
            ? BigInt(items.size)
            : // So many bytes.
              typeof items === 'bigint'
              ? 8n
              : null;
    case 'first':
      return firstOf(value);
    case 'last':
      return lastOf(value);
    default:
      return null;
  }
}

/** The first of a list, or a map's first pair; that of a range is one, even if there is none. */
export function firstOf(value: RubyValue): RubyValue {
  const items = value instanceof RubyHash ? [...value] : value;
  return value instanceof RubyRange ? value.first : Array.isArray(items) ? (items[0] ?? null) : null;
}

/** The last of a list; a map has none. */
export function lastOf(value: RubyValue): RubyValue {
  return value instanceof RubyRange ? value.last : Array.isArray(value) ? (value.at(-1) ?? null) : null;
}

/** The numbers of a range. */
export function itemsOf({ first, last }: RubyRange): RubyValue[] {
  const length = Math.min(Math.max(Number(last - first) + 1, 0), MAX_ITEMS);
  return Array.from({ length }, (_, index) => first + BigInt(index));
}

/** The texts of a list's items one behind the other; of what is too long, the first part. */
export function joined(items: readonly RubyValue[], glue = ''): string {
  let text = '';
  for (const [index, item] of items.entries()) {
    if (text.length > MAX_TEXT) {
      break;
    }
    text += (index === 0 ? '' : glue) + rubyText(item);
  }
  return text;
}

/** Lists are shown one item behind the other. */
export function outputText(value: RubyValue): string {
  if (value instanceof RubyUnknown) {
    return outputText(value.guess);
  }
  return value instanceof Drop
    ? value.text
    : Array.isArray(value)
      ? joined(flatten(value) ?? [])
      : rubyText(value);
}

/** Equal to Liquid's `empty`. */
export function isEmpty(value: RubyValue): boolean {
  return (
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (value instanceof RubyHash && value.size === 0)
  );
}

/** Liquid's `==`. */
export function isEqual(left: RubyValue, right: RubyValue): boolean {
  const numbers = [left, right].every((value) => typeof value === 'bigint' || typeof value === 'number');
  if (numbers || typeof left !== 'object' || left === null) {
    return numbers ? Number(left) === Number(right) : left === right;
  }
  if (left === right || typeof right !== 'object' || right === null) {
    return left === right;
  }
  if (Array.isArray(left) || left instanceof RubyHash) {
    return rubyText(left) === rubyText(right) && Array.isArray(left) === Array.isArray(right);
  }
  return left.constructor === right.constructor && rubyText(left) === rubyText(right);
}

/** Ruby's `<=>`; null where there is no order. */
export function compared(left: RubyValue, right: RubyValue, depth = 0): number | null {
  const isNumber = (value: RubyValue) => typeof value === 'bigint' || typeof value === 'number';
  if (isNumber(left) && isNumber(right)) {
    const [a, b] = [Number(left), Number(right)];
    return a < b ? -1 : a > b ? 1 : a === b ? 0 : null;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right ? 0 : byBytes(left, right);
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left === right || depth > 2) {
      return byBytes(rubyText(left), rubyText(right));
    }
    for (const [index, item] of left.slice(0, right.length).entries()) {
      const order = compared(item, right[index] ?? null, depth + 1);
      if (order !== 0) {
        return order;
      }
    }
    return Math.sign(left.length - right.length);
  }
  const isDay = left instanceof RubyDate && right instanceof RubyDate;
  if (isDay || (left instanceof RubyTime && right instanceof RubyTime)) {
    const [a, b] = [left, right].map((value) =>
      isDay ? rubyText(value) : String(momentOf(rubyText(value))),
    );
    return a === b ? 0 : isDay ? byBytes(a ?? '', b ?? '') : Math.sign(Number(a) - Number(b));
  }
  return isEqual(left, right) ? 0 : null;
}

/** The order of two texts in UTF-8. */
function byBytes(left: string, right: string): number {
  for (let at = 0; at < left.length && at < right.length; at++) {
    if (left[at] !== right[at]) {
      const [a, b] = [left, right].map((text) => text.codePointAt(at) ?? 0);
      return Math.sign((a ?? 0) - (b ?? 0));
    }
  }
  return Math.sign(left.length - right.length);
}

/** Milliseconds of `2019-07-23 10:00:00 +0200`; NaN for years that JavaScript does not read. */
function momentOf(text: string): number {
  return Date.parse(
    text
      .replace(' ', 'T')
      .replace(/ UTC$/, 'Z')
      .replace(/ ([-+]\d\d)(\d\d)$/, '$1:$2'),
  );
}

/** Tells whether a value can be compared with `<`. */
export function isOrdered(value: RubyValue): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'bigint' ||
    typeof value === 'number' ||
    value instanceof RubyDate ||
    value instanceof RubyTime
  );
}

/** Liquid's `<` and the like; undefined where the two have no order. */
export function ordered(left: RubyValue, right: RubyValue, operator: string): boolean | undefined {
  const order = isOrdered(left) && isOrdered(right) ? compared(left, right) : null;
  if (order === null) {
    // Nothing is more or less than what is no number, and yet the two are of a kind.
    return typeof left === 'number' && typeof right === 'number' ? false : undefined;
  }
  return operator === '<'
    ? order < 0
    : operator === '>'
      ? order > 0
      : operator === '<='
        ? order <= 0
        : order >= 0;
}

/** Liquid's `contains`. */
export function contains(left: RubyValue, right: RubyValue): boolean {
  if (!isTruthy(left) || !isTruthy(right)) {
    return false;
  }
  return typeof left === 'string'
    ? left.includes(rubyText(right))
    : Array.isArray(left)
      ? left.some((item) => isEqual(item, right))
      : left instanceof RubyRange
        ? typeof right === 'bigint' && left.first <= right && right <= left.last
        : left instanceof RubyHash && left.has(right);
}

/** String#to_i. */
export function toInteger(text: string): bigint {
  const digits = /^[\0\t\n\v\f\r ]*([-+]?\d+(?:_\d+)*)/.exec(text.slice(0, MAX_NUMBER))?.[1] ?? '0';
  return BigInt(digits.replace(/[_+]/g, ''));
}
