import { withMerges } from '../frontMatter/merge';
import type { Format, MapNode, Node, ScalarNode } from '../frontMatter/tree';
import { typeOf } from '../generators/scalars';
import type { PlainReader, Value } from '../generators/scalars';
import { say } from '../message';
import type { Message } from '../message';

/** A value as the generator types it, with what is worth keeping of how it is written. */
export type Typed = TypedScalar | TypedList | TypedMap;

export interface TypedScalar {
  readonly kind: 'scalar';
  readonly value: Value;
  /** As it is written; for strings their content. */
  readonly written: string;
  /** Where it stands in the file; -1 where nothing is written. */
  readonly at: number;
}

export interface TypedList {
  readonly kind: 'list';
  readonly items: readonly Typed[];
  /** On lines of its own. */
  readonly block: boolean;
  readonly at: number;
}

export interface TypedMap {
  readonly kind: 'map';
  readonly entries: readonly TypedEntry[];
  readonly block: boolean;
  readonly at: number;
}

export interface TypedEntry {
  readonly name: string;
  /** Where the name stands in the file. */
  readonly at: number;
  readonly value: Typed;
}

/** Aliases let a few lines stand for much: nobody wants to see more than that written out. */
const MAX_VALUES = 10_000;

const NULL: Value = { type: 'null', value: null };

/**
 * Types the fields of front matter, with what YAML merges into them and what its aliases stand for.
 * @returns why not, where another format has no words for something
 */
export function typedFields(
  text: string,
  format: Format,
  root: Node | null,
  plain: PlainReader,
): TypedMap | Message {
  if (root !== null && root.kind !== 'map') {
    return say('the front matter holds no fields');
  }
  let left = MAX_VALUES;
  let refusal: Message | undefined;
  const scalar = (node: ScalarNode | null): TypedScalar => {
    if (node?.tag !== undefined) {
      refusal ??= say('the tag `{0}` is YAML’s alone', node.tag);
    }
    const value = node ? typeOf(node, plain) : NULL;
    return { kind: 'scalar', value, written: node?.text ?? '', at: node?.range.start ?? -1 };
  };
  const map = (node: MapNode): TypedMap => {
    const names = new Set<string>();
    const entries = node.entries.map(({ key, value }): TypedEntry => {
      if (key.name === null) {
        refusal ??= say('a key that is no text is YAML’s alone');
      } else if (names.has(key.name)) {
        refusal ??= say('the field `{0}` appears twice', key.name);
      }
      names.add(key.name ?? '');
      return { name: key.name ?? '', at: key.range.start, value: typed(value) };
    });
    return { kind: 'map', entries, block: isBlock(node), at: node.range.start };
  };
  /** TOML's and JSON's brackets may span lines, too. */
  const isBlock = ({ flow, range }: Exclude<Node, ScalarNode>): boolean =>
    !flow || (format !== 'yaml' && text.slice(range.start, range.end).includes('\n'));
  const typed = (node: Node | null): Typed => {
    left--;
    if (left < 0) {
      refusal ??= say('the front matter is too large');
      return scalar(null);
    }
    switch (node?.kind) {
      case 'list':
        return { kind: 'list', items: node.items.map(typed), block: isBlock(node), at: node.range.start };
      case 'map':
        return map(node);
      default:
        return scalar(node);
    }
  };
  const merged = withMerges(root);
  const fields =
    merged?.kind === 'map' ? map(merged) : { kind: 'map' as const, entries: [], block: true, at: -1 };
  return refusal ?? fields;
}

/**
 * Tells whether two headers hold the same: dates may become text of the same moment where a format has none.
 * @param dropsNull fields with nothing behind them may be missing
 */
export function isSame(a: Typed, b: Typed, dropsNull: boolean): boolean {
  if (a.kind === 'list' && b.kind === 'list') {
    return (
      a.items.length === b.items.length &&
      a.items.every((item, index) => isSameAt(item, b.items[index], dropsNull))
    );
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const theirs = fieldsOf(b, dropsNull);
    const ours = fieldsOf(a, dropsNull);
    return (
      theirs.size === ours.size &&
      [...ours].every(([name, value]) => isSameAt(value, theirs.get(name), dropsNull))
    );
  }
  return a.kind === 'scalar' && b.kind === 'scalar' && isSameValue(a.value, b.value);
}

function isSameAt(a: Typed, b: Typed | undefined, dropsNull: boolean): boolean {
  return b !== undefined && isSame(a, b, dropsNull);
}

function fieldsOf({ entries }: TypedMap, dropsNull: boolean): Map<string, Typed> {
  const fields = entries.filter(
    ({ value }) => !dropsNull || value.kind !== 'scalar' || value.value.type !== 'null',
  );
  return new Map(fields.map(({ name, value }) => [name, value]));
}

function isSameValue(a: Value, b: Value): boolean {
  if (a.type === 'number' && b.type === 'number') {
    return Object.is(a.value, b.value) || String(a.value) === String(b.value);
  }
  if (isText(a) && isText(b) && (a.type === 'date' || b.type === 'date')) {
    return a.value === b.value || (isoDate(a.value) ?? a.value) === (isoDate(b.value) ?? b.value);
  }
  return a.type === b.type && a.value === b.value;
}

function isText(value: Value): value is Extract<Value, { type: 'date' | 'string' }> {
  return value.type === 'date' || value.type === 'string';
}

const DATE =
  /^(\d{4}-\d\d-\d\d)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d(?:\.\d+)?)[ \t]*([Zz]|[+-]\d\d?(?::?\d\d)?)?)?$/;

/** A date in the one form that TOML, YAML and RFC 3339 share; null for one that is none, or that the calendar does not have. */
export function isoDate(text: string): string | null {
  const [, day, hour, minute = '', second = '', zone = ''] = DATE.exec(text) ?? [];
  if (day === undefined || !isDay(day)) {
    return null;
  }
  if (hour === undefined) {
    return day;
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60) {
    return null;
  }
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  const offset = sign === undefined ? zone.toUpperCase() : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}${offset}`;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** A number in the form that all formats share; null for those that are none or have no end. */
export function decimalOf({ value, written }: TypedScalar): string | null {
  if (value.type !== 'number') {
    return null;
  }
  const number = value.value;
  if (typeof number === 'bigint') {
    return String(number);
  }
  if (!Number.isFinite(number)) {
    return null;
  }
  const isLarge = Number.isInteger(number) && !Number.isSafeInteger(number);
  if (!isLarge && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(written) && Number(written) === number) {
    return written;
  }
  // A whole number may only be as large as what it is read into; and YAML's readers want a point before an exponent.
  return (isLarge ? number.toExponential() : String(number)).replace(/^(-?\d+)(?=e)/, '$1.0');
}
