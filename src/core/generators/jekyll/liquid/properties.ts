import { say } from '../../../message';
import { RubyHash, rubyText } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { FilterFailure } from './failure';
import { toInteger } from './operations';

/* What filters find in the items of a list, by a property's name. */

/** What can be asked for a part. */
export function hasParts(value: RubyValue | undefined): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'bigint' ||
    Array.isArray(value) ||
    value instanceof RubyHash
  );
}

export const noProperty = (property: RubyValue): never => {
  throw new FilterFailure(say('Liquid cannot look for `{0}` in what is no map', rubyText(property)));
};

/** Ruby's `value[property]`; a failure where there is no such thing. */
export function propertyOf(value: RubyValue, property: RubyValue): RubyValue {
  if (value instanceof RubyHash) {
    return value.get(property) ?? null;
  }
  if (typeof value === 'string') {
    if (typeof property === 'string') {
      return value.includes(property) ? property : null;
    }
    return typeof property === 'bigint'
      ? (Array.from(value).at(Number(property)) ?? null)
      : noProperty(property);
  }
  if (Array.isArray(value)) {
    return typeof property === 'bigint' ? (value.at(Number(property)) ?? null) : noProperty(property);
  }
  return typeof value === 'bigint' && typeof property === 'bigint'
    ? (value >> BigInt.asIntN(32, property)) & 1n
    : noProperty(property);
}

/** Filters#item_property: dots lead into maps, and texts that look like numbers are some (from 4.0 on). */
export function itemProperty(item: RubyValue, property: RubyValue, isOld: boolean): RubyValue {
  const text = rubyText(property);
  const path = isOld && text === '' ? [] : text.split('.');
  if (path.length === 1 || isOld) {
    const value = path.reduce<RubyValue>(
      (value, key) => (hasParts(value) ? propertyOf(value, key) : noProperty(key)),
      item,
    );
    return isOld ? value : numeric(value);
  }
  const value = path.reduce<RubyValue>(
    (value, key) => (hasParts(value) ? propertyOf(value, key) : false),
    item,
  );
  return numeric(value);
}

function numeric(value: RubyValue): RubyValue {
  const text = value instanceof RubyHash || Array.isArray(value) ? '' : rubyText(value);
  return /^[\t\n\v\f\r ]*-?\d+[\t\n\v\f\r ]*$/.test(text)
    ? typeof value === 'number'
      ? BigInt(Math.trunc(value))
      : toInteger(text)
    : /^[\t\n\v\f\r ]*-?(?:\d+\.?\d*|\.\d+)[\t\n\v\f\r ]*$/.test(text)
      ? Number(text)
      : value;
}
