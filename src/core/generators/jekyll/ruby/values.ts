import type { Data } from '../../scalars';
import { dayNumber } from '../../timeZone';

/** A day as Ruby's `Date` has it. */
export class RubyDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}
}

/** A moment as Ruby's `Time` has it, with the offset under which it was written. */
export class RubyTime {
  /** @param text `2019-07-23 10:00:00 +0200` */
  constructor(readonly text: string) {}
}

/** Whole numbers, `(1..3)`; in Liquid alone. */
export class RubyRange {
  constructor(
    readonly first: bigint,
    readonly last: bigint,
  ) {}
}

/** What only the site that is built tells; in Liquid alone. What is made of it is not known either. */
export class RubyUnknown {
  /** @param guess what is shown in its place */
  constructor(readonly guess: RubyValue = null) {}
}

/** What front matter can hold in Ruby, and Liquid; integers are bigints here, floats are numbers. */
export type RubyValue =
  | string
  | bigint
  | number
  | boolean
  | null
  | RubyDate
  | RubyTime
  | RubyRange
  | RubyUnknown
  | RubyValue[]
  | RubyHash;

/** A Ruby `Hash`. */
export class RubyHash extends Map<RubyValue, RubyValue> {}

/** How much is written out of lists in lists: aliases make a small header a huge list. */
const MAX_PARTS = 50_000;

/** How deep lists in lists are followed: aliases nest them deeper than any stack is, and may put a list into itself. */
const MAX_DEPTH = 500;

/** How far it is gone into a value. */
interface Walk {
  /** How many parts are still looked at. */
  left: number;
  /** The lists and hashes that are being looked at. */
  readonly open: Set<RubyValue>;
}

const newWalk = (): Walk => ({ left: MAX_PARTS, open: new Set() });

/** What Ruby writes for a list or a hash inside itself; undefined where it may be looked into. */
function inItself(value: RubyValue[] | RubyHash, { open }: Walk): string | undefined {
  return open.has(value) ? (Array.isArray(value) ? '[...]' : '{...}') : undefined;
}

/** Tells whether Ruby counts a value as true. */
export function isTruthy(value: RubyValue | undefined): boolean {
  return value instanceof RubyUnknown
    ? isTruthy(value.guess)
    : value !== undefined && value !== null && value !== false;
}

/** Ruby's `to_s`. */
export function rubyText(value: RubyValue | undefined): string {
  if (typeof value === 'string') {
    return value;
  }
  if (value instanceof RubyUnknown) {
    return rubyText(value.guess);
  }
  return value === null || value === undefined ? '' : written(value, newWalk());
}

/** Ruby's `inspect`. */
export function inspected(value: RubyValue): string {
  return inspect(value, newWalk());
}

/** `to_s` of all that is no string and not nil; lists and hashes show their parts with `inspect`. */
function written(value: RubyValue, budget: Walk): string {
  if (budget.left-- <= 0 || budget.open.size > MAX_DEPTH) {
    return '…';
  }
  if (value === null) {
    return 'nil';
  }
  if (typeof value === 'string') {
    // So many aliases of one long text are as much as many parts.
    budget.left -= value.length >> 7;
    return inspectString(value);
  }
  if (typeof value === 'number') {
    return floatText(value);
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  if (value instanceof RubyDate) {
    return dateText(value);
  }
  if (value instanceof RubyTime) {
    return value.text;
  }
  if (value instanceof RubyRange) {
    return `${String(value.first)}..${String(value.last)}`;
  }
  if (value instanceof RubyUnknown) {
    return written(value.guess, budget);
  }
  const again = inItself(value, budget);
  if (again !== undefined) {
    return again;
  }
  budget.open.add(value);
  const text = Array.isArray(value)
    ? `[${value.map((item) => inspect(item, budget)).join(', ')}]`
    : `{${[...value].map(([key, item]) => `${inspect(key, budget)}=>${inspect(item, budget)}`).join(', ')}}`;
  budget.open.delete(value);
  return text;
}

function inspect(value: RubyValue, budget: Walk): string {
  return value instanceof RubyDate
    ? `#<Date: ${dateText(value)} ((${String(julianDay(value))}j,0s,0n),+0s,2299161j)>`
    : written(value, budget);
}

function dateText({ year, month, day }: RubyDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function julianDay({ year, month, day }: RubyDate): number {
  return dayNumber(year, month, day) + 2_440_588;
}

/** Float#to_s: always with a point, and with an exponent from 1e16 up and below 1e-4. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) {
    return String(value);
  }
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    const mantissa = digits.includes('.') ? digits : `${digits}.0`;
    return `${mantissa}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
  }
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r', '\x1b': '\\e',
  '\x07': '\\a', '\b': '\\b', '\v': '\\v', '\f': '\\f',
}; // prettier-ignore

/** String#inspect. */
function inspectString(text: string): string {
  const escaped = text.replace(/["\\]|#(?=[{$@])|[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.charCodeAt(0);
    return character === '#'
      ? '\\#'
      : (ESCAPES[character] ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`);
  });
  return `"${escaped}"`;
}

/**
 * A value as plain data, days and moments as text; of what aliases blow up, only the first part. What holds itself is
 * written there as Ruby writes it.
 */
export function plainData(value: RubyValue): Data {
  if (typeof value === 'string') {
    return value;
  }
  const walk = newWalk();
  const inner = (item: RubyValue): Data => {
    walk.left--;
    return walk.left > 0 && walk.open.size <= MAX_DEPTH ? convert(item) : null;
  };
  const convert = (part: RubyValue): Data => {
    if (Array.isArray(part) || part instanceof RubyHash) {
      const again = inItself(part, walk);
      if (again !== undefined) {
        return again;
      }
      walk.open.add(part);
      const data = Array.isArray(part)
        ? part.slice(0, Math.max(0, walk.left)).map(inner)
        : Object.fromEntries(
            [...part].slice(0, Math.max(0, walk.left)).map(([key, item]) => [rubyText(key), inner(item)]),
          );
      walk.open.delete(part);
      return data;
    }
    if (part !== null && typeof part === 'object') {
      return rubyText(part);
    }
    // JSON has no infinity.
    return typeof part === 'number' && !Number.isFinite(part) ? rubyText(part) : part;
  };
  return convert(value);
}

/** Array#flatten; null where it would never end, or be endless for all that matters. */
export function flatten(list: readonly RubyValue[]): RubyValue[] | null {
  const flat: RubyValue[] = [];
  const open = [list.values()];
  // Lists of empty lists take their time, too.
  for (let left = MAX_PARTS; left > 0; left--) {
    const { value, done } = open.at(-1)?.next() ?? { value: undefined, done: true };
    if (done) {
      open.pop();
      if (open.length === 0) {
        return flat;
      }
    } else if (Array.isArray(value)) {
      open.push(value.values());
    } else {
      flat.push(value);
    }
  }
  return null;
}

/** Tells whether a list is in itself, however deep: Array#flatten raises an error then. */
export function isInItself(list: readonly RubyValue[]): boolean {
  const open = [{ list, items: list.values() }];
  const seen = new Set([list]);
  const openLists = new Set([list]);
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const { value, done } = last.items.next();
    if (done) {
      openLists.delete(last.list);
      open.pop();
    } else if (Array.isArray(value)) {
      if (openLists.has(value)) {
        return true;
      }
      if (!seen.has(value)) {
        seen.add(value);
        openLists.add(value);
        open.push({ list: value, items: value.values() });
      }
    }
  }
  return false;
}

/** Array#uniq, and what `|` does with two lists: an integer and a float are two things, and so are two hashes here. */
export function unique(list: readonly RubyValue[]): RubyValue[] {
  return [...new Set(list)];
}

/** String#split without arguments. */
export function splitWords(text: string): string[] {
  return text.split(/[\0\t\n\v\f\r ]+/).filter(Boolean);
}

/** String#downcase: letter by letter, where JavaScript looks at a word's end. */
export function downcase(text: string): string {
  return text.includes('Σ')
    ? Array.from(text, (letter) => letter.toLowerCase()).join('')
    : text.toLowerCase();
}

/** String#capitalize. */
export function capitalize(text: string): string {
  const [first = ''] = text;
  const upper = first.toUpperCase();
  return upper.slice(0, 1) + downcase(upper.slice(1)) + downcase(text.slice(first.length));
}
