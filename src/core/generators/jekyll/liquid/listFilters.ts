import { say } from '../../../message';
import { flatten, isTruthy, RubyHash, RubyRange, rubyText, RubyTime, RubyUnknown } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { FilterFailure, notFor } from './failure';
import type { Filter } from './filter';
import { wholeNumber } from './numberFilters';
import { hasParts, itemProperty, noProperty, propertyOf } from './properties';
import { compared, firstOf, isEqual, itemsOf, joined, lastOf } from './operations';

/** Thrown where only the site tells. */
class Unknown extends Error {}

const unlessUnknown =
  (filter: Filter): Filter =>
  (input, args, options) => {
    try {
      return filter(input, args, options);
    } catch (failure) {
      if (failure instanceof Unknown) {
        return new RubyUnknown();
      }
      throw failure;
    }
  };

/** What Liquid's own filters take for a list (StandardFilters::InputIterator). */
function iterated(input: RubyValue): RubyValue[] {
  if (input instanceof RubyTime) {
    // Ruby takes it apart into its hour, its day…
    throw new Unknown();
  }
  return Array.isArray(input)
    ? (flatten(input) ?? [])
    : input instanceof RubyRange
      ? itemsOf(input)
      : input === null
        ? []
        : [input];
}

/** Array#sort with a comparison that may fail; equal items keep their order. */
function sorted(
  items: readonly RubyValue[],
  compare: (a: RubyValue, b: RubyValue) => number | null,
  name: string,
) {
  return [...items].sort((a, b) => {
    const order = compare(a, b);
    if (order === null) {
      throw new FilterFailure(say('`{0}` finds values that have no order', name));
    }
    return order;
  });
}

function sortNatural(input: RubyValue, [property = null]: readonly RubyValue[]): RubyValue {
  const items = iterated(input);
  if (items.length === 0) {
    return [];
  }
  if (property === null) {
    return naturally(items, (item) => item);
  }
  if (!items.every(hasParts)) {
    return null;
  }
  return items.length === 1 ? items : naturally(items, (item) => propertyOf(item, property));
}

function naturally(items: readonly RubyValue[], valueOf: (item: RubyValue) => RubyValue): RubyValue[] {
  // String#casecmp. The same text in small letters is made once: aliases may repeat a long one very often.
  const small = new Map<string, string>();
  const keys = items.map((item): readonly [item: RubyValue, key: string | null] => {
    const value = valueOf(item);
    const text = rubyText(value);
    const known = small.get(text) ?? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    small.set(text, known);
    return [item, value === null ? null : known];
  });
  if (keys.filter(([, key]) => key === null).length > 1) {
    // Each of them is more than the other, and the order is left to chance.
    throw new Unknown();
  }
  const order = ([, a]: (typeof keys)[number], [, b]: (typeof keys)[number]) =>
    a === null ? 1 : b === null ? -1 : a === b ? 0 : a < b ? -1 : 1;
  return [...keys].sort(order).map(([item]) => item);
}

/** Jekyll's `sort` (lib/jekyll/filters.rb). */
const sort: Filter = (input, [property = null, nils = 'first'], { isOld }) => {
  const items = input instanceof RubyHash ? [...input] : input instanceof RubyRange ? itemsOf(input) : input;
  if (input === null || (property === null && !Array.isArray(items))) {
    return notFor('sort', input);
  }
  if (property === null) {
    return Array.isArray(items) ? sorted(items, compared, 'sort') : null;
  }
  if (nils !== 'first' && nils !== 'last') {
    throw new FilterFailure(say('`sort` takes “first” or “last”, not “{0}”', rubyText(nils)));
  }
  if (!Array.isArray(items)) {
    return notFor('sort', input);
  }
  const order = nils === 'first' ? -1 : 1;
  const keys = new Map(items.map((item) => [item, itemProperty(item, property, isOld)]));
  return sorted(
    items,
    (a, b) => {
      const [x = null, y = null] = [keys.get(a), keys.get(b)];
      return x !== null && y === null
        ? -order
        : x === null && y !== null
          ? order
          : (compared(x, y) ?? (isOld ? null : compared(rubyText(x), rubyText(y))));
    },
    'sort',
  );
};

/** Jekyll's `where` and `find`: what is no list is handed back. */
const chosen =
  (isFirst: boolean): Filter =>
  (input, [property = null, target = null], { isOld }) => {
    const isNone = isOld ? property === null || target === null : !isTruthy(property);
    if (isNone || (!isOld && (Array.isArray(target) || target instanceof RubyHash))) {
      return input;
    }
    const items =
      input instanceof RubyHash ? [...input.values()] : input instanceof RubyRange ? itemsOf(input) : input;
    if (!Array.isArray(items)) {
      return input;
    }
    const wanted = rubyText(target);
    const fits = (item: RubyValue) => {
      const value = itemProperty(item, property, isOld);
      if (target === null) {
        return value === null;
      }
      if (value instanceof RubyHash) {
        throw new Unknown();
      }
      return typeof value === 'string'
        ? value === wanted
        : (Array.isArray(value) ? value : value === null ? [] : [value]).some(
            (part) => rubyText(part) === wanted,
          );
    };
    return isFirst ? (items.find(fits) ?? null) : items.filter(fits);
  };

const groupBy: Filter = (input, [property = null], { isOld }) => {
  const items = input instanceof RubyHash ? [...input] : input instanceof RubyRange ? itemsOf(input) : input;
  if (!Array.isArray(items)) {
    return input;
  }
  const groups = new Map<string, RubyValue[]>();
  for (const item of items) {
    const name = rubyText(itemProperty(item, property, isOld));
    const group = groups.get(name) ?? [];
    group.push(item);
    groups.set(name, group);
  }
  return [...groups].map(
    ([name, group]) =>
      new RubyHash([
        ['name', name],
        ['items', group],
        ['size', BigInt(group.length)],
      ]),
  );
};

/** The filters whose expression is a text of its own: what is no list is handed back, all else is not worked out. */
const byExpression: Filter = (input) =>
  Array.isArray(input) || input instanceof RubyHash || input instanceof RubyRange ? new RubyUnknown() : input;

/** Runs a filter that may look at a property of each item (lib/liquid/standardfilters.rb). */
const perItem =
  (change: (items: RubyValue[], valueOf: (item: RubyValue) => RubyValue) => RubyValue): Filter =>
  (input, [property = null]) => {
    const items = iterated(input);
    if (property === null) {
      return change(items, (item) => item);
    }
    if (items.length === 0) {
      return [];
    }
    return hasParts(items[0])
      ? change(items, (item) => (hasParts(item) ? propertyOf(item, property) : noProperty(property)))
      : null;
  };

function distinct(items: RubyValue[], valueOf: (item: RubyValue) => RubyValue): RubyValue[] {
  if (items.length === 1) {
    // Nothing is looked at then.
    return items;
  }
  const seen: RubyValue[] = [];
  return items.filter((item) => {
    const value = valueOf(item);
    // A float and a whole number are two things here.
    const isNew = !seen.some((other) => typeof other === typeof value && isEqual(other, value));
    if (isNew && seen.length < 1000) {
      seen.push(value);
    }
    return isNew;
  });
}

/** Filters of lists that hand back what is none. */
const changed =
  (change: (items: RubyValue[], arg: RubyValue) => RubyValue): Filter =>
  (input, [arg = 1n]) =>
    Array.isArray(input) ? change([...input], arg) : input;

function counted(name: string, value: RubyValue): number {
  const count = wholeNumber(name, value);
  if (count < 0) {
    throw new FilterFailure(say('`{0}` needs a whole number', name));
  }
  return count;
}

function sentence(input: RubyValue, [connector = 'and']: readonly RubyValue[]): RubyValue {
  const name = 'array_to_sentence_string';
  if (typeof input === 'string') {
    const letters = Array.from(input);
    return letters.length > 2 ? notFor(name, input) : inSentence(letters, connector);
  }
  if (input instanceof RubyHash && input.size < 3) {
    // Its length counts, but none of its parts has the name 0 or 1.
    return inSentence(
      [...input].map(() => null),
      connector,
    );
  }
  return Array.isArray(input) ? inSentence(input, connector) : notFor(name, input);
}

function inSentence(items: readonly RubyValue[], connector: RubyValue): string {
  const [first = null, second = null] = items;
  const word = rubyText(connector);
  return items.length < 2
    ? rubyText(first)
    : items.length === 2
      ? `${rubyText(first)} ${word} ${rubyText(second)}`
      : `${joined(flatten(items.slice(0, -1)) ?? [], ', ')}, ${word} ${rubyText(items.at(-1))}`;
}

function concat(input: RubyValue, [more = null]: readonly RubyValue[]): RubyValue {
  if (!Array.isArray(more)) {
    throw new FilterFailure(say('`{0}` needs a list behind its colon', 'concat'));
  }
  return [...iterated(input), ...more];
}

function size(input: RubyValue): RubyValue {
  return typeof input === 'string'
    ? BigInt(Array.from(input).length)
    : Array.isArray(input)
      ? BigInt(input.length)
      : input instanceof RubyHash
        ? BigInt(input.size)
        : typeof input === 'bigint'
          ? // So many bytes.
            8n
          : input instanceof RubyRange
            ? BigInt(itemsOf(input).length)
            : 0n;
}

/** Liquid's `map`. */
function mapped(input: RubyValue, [property = null]: readonly RubyValue[]): RubyValue {
  return iterated(input).map((item) => (hasParts(item) ? propertyOf(item, property) : null));
}

const FILTERS: Readonly<Record<string, Filter>> = {
  array_to_sentence_string: sentence,
  compact: perItem((items, valueOf) => items.filter((item) => valueOf(item) !== null)),
  concat,
  default: (input, [other = '']) =>
    !isTruthy(input) ||
    input === '' ||
    (Array.isArray(input) && input.length === 0) ||
    (input instanceof RubyHash && input.size === 0)
      ? other
      : input,
  find: chosen(true),
  find_exp: byExpression,
  first: firstOf,
  group_by: groupBy,
  group_by_exp: byExpression,
  join: (input, [glue = ' ']) => joined(iterated(input), rubyText(glue)),
  last: lastOf,
  map: mapped,
  pop: changed((items, count) => items.slice(0, Math.max(items.length - counted('pop', count), 0))),
  push: changed((items, more) => [...items, more]),
  reverse: (input) => iterated(input).reverse(),
  sample: (input) => (Array.isArray(input) ? new RubyUnknown() : input),
  shift: changed((items, count) => items.slice(counted('shift', count))),
  size,
  sort,
  sort_natural: sortNatural,
  uniq: perItem(distinct),
  unshift: changed((items, more) => [more, ...items]),
  where: chosen(false),
  where_exp: byExpression,
};

/** The filters of lists, Jekyll's before Liquid's. */
export const LIST_FILTERS: Readonly<Record<string, Filter>> = Object.fromEntries(
  Object.entries(FILTERS).map(([name, filter]) => [name, unlessUnknown(filter)]),
);
