import { flatten, isTruthy, rubyText, RubyHash } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { joined } from './filters';

/* What Liquid does with values (liquid/context.rb, condition.rb, variable.rb). */

/** A part of a value: `page.title`, `list.first`, `list[0]`; nothing where there is none. */
export function part(value: RubyValue, key: RubyValue): RubyValue {
  if (value instanceof RubyHash) {
    return value.get(key) ?? (key === 'size' ? BigInt(value.size) : null);
  }
  if (Array.isArray(value)) {
    switch (key) {
      case 'size':
        return BigInt(value.length);
      case 'first':
        return value[0] ?? null;
      case 'last':
        return value.at(-1) ?? null;
      default:
        return typeof key === 'bigint' ? (value.at(Number(key)) ?? null) : null;
    }
  }
  return typeof value === 'string' && key === 'size' ? BigInt(value.length) : null;
}

/** Lists are shown one item behind the other. */
export function outputText(value: RubyValue): string {
  return Array.isArray(value) ? joined(flatten(value) ?? []) : rubyText(value);
}

/** A value as a whole number; 0 for what is none. */
export function integerOf(value: RubyValue): number {
  return typeof value === 'bigint' || typeof value === 'number'
    ? Math.trunc(Number(value)) || 0
    : parseInt(rubyText(value), 10) || 0;
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
  return numbers ? Number(left) === Number(right) : left === right;
}

/** Tells whether a value can be compared with `<`. */
export function isOrdered(value: RubyValue): boolean {
  return typeof value === 'string' || typeof value === 'bigint' || typeof value === 'number';
}

/** Liquid's `<` and the like; undefined where the two have no order. */
export function ordered(left: RubyValue, right: RubyValue, operator: string): boolean | undefined {
  const bothText = typeof left === 'string' && typeof right === 'string';
  if (!isOrdered(left) || !isOrdered(right) || (typeof left === 'string') !== (typeof right === 'string')) {
    return undefined;
  }
  const [a, b] = bothText ? [left, right] : [Number(left), Number(right)];
  return operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b;
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
      : left instanceof RubyHash && left.has(right);
}
