import type { RawNode, RawScalar } from '../../../frontMatter/libyaml/parser';
import { isCalendarDay } from '../../timeZone';
import { parseDateText } from './dateParse';
import { RubyDate, RubyHash, RubyTime } from './values';
import type { RubyValue } from './values';

/** What Ruby raises while the header's values are made. */
export class RubyError extends Error {}

const BINARY = new Set(['tag:yaml.org,2002:binary', 'x-private:binary', '!binary']);

/**
 * Makes Ruby's values of a document as SafeYAML 1.0.5 does (lib/safe_yaml/psych_handler.rb), which takes the parser's
 * events as they come: a key that is nothing makes the next value a key; `<<` merges what an alias stands for, but
 * nothing of a map that is only just opened; a tag takes a value's quotes away.
 * @throws RubyError
 */
export function safeLoad(root: RawNode | undefined): RubyValue {
  if (!root) {
    return false;
  }
  const handler = new Handler();
  handler.visit(root);
  return handler.result;
}

type Structure = RubyValue[] | RubyHash;

class Handler {
  result: RubyValue = null;
  readonly #anchors = new Map<string, RubyValue>();
  readonly #stack: Structure[] = [];
  /** One for all maps. */
  #key: RubyValue = null;
  #hasBegun = false;

  visit(node: RawNode): void {
    switch (node.kind) {
      case 'alias':
        this.#add(this.#anchors.get(node.name) ?? null);
        return;
      case 'scalar':
        this.#add(scalarValue(node), node.anchor);
        return;
      case 'list':
        this.#collection([], node.anchor, node.items);
        return;
      case 'map':
        this.#collection(new RubyHash(), node.anchor, node.children);
    }
  }

  #collection(structure: Structure, anchor: string | null, children: readonly RawNode[]): void {
    this.#add(structure, anchor);
    this.#stack.push(structure);
    for (const child of children) {
      this.visit(child);
    }
    this.#stack.pop();
  }

  #add(value: RubyValue, anchor: string | null = null): void {
    if (anchor !== null) {
      this.#anchors.set(anchor, value);
    }
    const current = this.#stack.at(-1);
    if (!this.#hasBegun || !current) {
      this.#hasBegun = true;
      this.result = value;
    } else if (Array.isArray(current)) {
      current.push(value);
    } else if (this.#key === null) {
      this.#key = value;
    } else {
      this.#set(current, this.#key, value);
      this.#key = null;
    }
  }

  #set(hash: RubyHash, key: RubyValue, value: RubyValue): void {
    if (key !== '<<') {
      hash.set(key, value);
    } else if (value instanceof RubyHash) {
      // The map may be merged into itself.
      for (const [name, item] of [...value]) {
        hash.set(name, item);
      }
    } else {
      throw new RubyError('no implicit conversion into Hash');
    }
  }
}

function scalarValue({ text, style, tag }: RawScalar): RubyValue {
  if (tag !== null && BINARY.has(tag)) {
    return decodeBase64(text);
  }
  return style !== 'plain' && tag === null ? text : plainValue(text);
}

/** Types unquoted YAML (lib/safe_yaml/transform.rb). Where nothing fits, it is a string. */
export function plainValue(text: string): RubyValue {
  // Most values start with a letter: those can only be one of a few words.
  if (!startsNumber(text.charCodeAt(0))) {
    return text.length > 5 ? text : (wordValue(text) ?? (isNil(text) ? null : text));
  }
  // That no number has.
  if (/^\d{4}-/.test(text)) {
    return dateValue(text) ?? text;
  }
  return integerValue(text) ?? floatValue(text) ?? dateValue(text) ?? text;
}

/** `+`, `,`, `-`, `.`, `_` and digits. */
function startsNumber(code: number): boolean {
  return (code >= 0x2b && code <= 0x39 && code !== 0x2f) || code === 0x5f;
}

const isNil = (text: string) => text === '' || text === '~' || /^null$/i.test(text);

function wordValue(text: string): boolean | undefined {
  return /^(?:yes|on|true)$/i.test(text) ? true : /^(?:no|off|false)$/i.test(text) ? false : undefined;
}

/** Decimal with separators anywhere, octal, hexadecimal, binary; base 60 makes a float of it. */
function integerValue(text: string): RubyValue | undefined {
  const digits = text.replace(/[_,]/g, '').replace(/\n$/, '');
  if (/^[-+]?(?:0|[1-9]\d*)$/.test(digits)) {
    return bigintOf(digits);
  }
  if (/^0[0-7]+$/.test(digits)) {
    return BigInt(`0o${digits}`);
  }
  if (/^(?:[-+]?0x[0-9a-f]+|0b[01]+)$/i.test(digits) && !/^[-+]?0X/.test(digits.replace(/^0X/, '0x'))) {
    return bigintOf(digits.toLowerCase());
  }
  return /^[-+]?\d+(?::[0-5]?\d)+$/.test(digits) ? sexagesimal(digits) : undefined;
}

function bigintOf(digits: string): bigint {
  const size = BigInt(digits.replace(/^[-+]/, ''));
  return digits.startsWith('-') ? -size : size;
}

const SPECIAL: Readonly<Record<string, number>> = {
  '.inf': Infinity, '.Inf': Infinity, '.INF': Infinity, '-.inf': -Infinity, '-.Inf': -Infinity, '-.INF': -Infinity,
  '.nan': NaN, '.NaN': NaN, '.NAN': NaN,
}; // prettier-ignore

function floatValue(text: string): number | undefined {
  const plain = text.replace(/\n$/, '');
  if (/^[-+]?(?:\d[\d_]*)?\.[\d_]+(?:e[-+]\d+)?$/i.test(plain)) {
    return rubyFloat(plain);
  }
  if (Object.hasOwn(SPECIAL, text)) {
    return SPECIAL[text];
  }
  return /^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/.test(plain) ? sexagesimal(plain) : undefined;
}

/** Kernel#Float: an underscore only between two digits. */
function rubyFloat(text: string): number {
  if (/(?:^|\D)_|_(?:\D|$)/.test(text)) {
    throw new RubyError(`invalid value for Float(): ${text}`);
  }
  return Number(text.replaceAll('_', ''));
}

/** `12:30` is 750.0. A sign counts twice, as the first number has it too. */
function sexagesimal(text: string): number {
  const [whole = '', fraction] = text.split('.');
  const value = whole
    .split(':')
    .reduceRight(([sum, unit], part) => [sum + rubyFloat(part) * unit, unit * 60] as const, [
      0, 1,
    ] as readonly [number, number])[0];
  const result = fraction ? value + rubyFloat(`.${fraction}`) : value;
  return text.startsWith('-') ? -result : result;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)\n?$/;
const TIME =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t\n\v\f\r]+)\d{1,2}:\d\d:\d\d(?:\.\d*)?[ \t\n\v\f\r]*(?:Z|[-+]\d{1,2}(?::?\d\d)?)?\n?$/;

/** A day, or a moment with seconds; one that the calendar does not have stays a string. */
function dateValue(text: string): RubyDate | RubyTime | undefined {
  const day = DATE.exec(text);
  if (day) {
    const [year, month, date] = [Number(day[1]), Number(day[2]), Number(day[3])];
    return isCalendarDay(year, month, date) ? new RubyDate(year, month, date) : undefined;
  }
  return TIME.test(text) ? timeValue(text) : undefined;
}

/** `DateTime.parse(text).to_time`: without a zone it is UTC. */
function timeValue(text: string): RubyTime | undefined {
  const parts = parseDateText(text);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts ?? {};
  if (
    !isCalendarDay(year, month, day) ||
    minute > 59 ||
    second > 60 ||
    !(hour < 24 || (hour === 24 && minute === 0 && second === 0))
  ) {
    return undefined;
  }
  const offset = numericOffset(parts?.zone ?? '');
  if (Math.abs(offset) === 86_400) {
    return undefined;
  }
  const day8601 = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const clock =
    hour < 24
      ? `${day8601} ${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}`
      : midnightAfter(year, month, day);
  const minutes = Math.floor(Math.abs(offset) / 60);
  return new RubyTime(
    `${clock} ${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`,
  );
}

function two(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}

/** An hour 24 is the next day's first. */
function midnightAfter(year: number, month: number, day: number): string {
  const next = new Date(0);
  next.setUTCFullYear(year, month - 1, day + 1);
  return next.toISOString().slice(0, 19).replace('T', ' ');
}

/** Seconds from UTC, of `Z`, `+2`, `+123`, `+02:00`; more than a day counts as none. */
function numericOffset(zone: string): number {
  const [, sign, hours, minutes] = /^([-+])(\d{1,2}?)(?::?(\d\d))?$/.exec(zone) ?? [];
  const offset = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return offset > 86_400 ? 0 : sign === '-' ? -offset : offset;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64.decode64, which skips what it does not know; bytes that are no UTF-8 are kept as they are written. */
function decodeBase64(text: string): string {
  let bits = 0;
  let count = 0;
  let escaped = '';
  for (const character of text.split('=')[0] ?? '') {
    const value = BASE64.indexOf(character);
    if (value >= 0) {
      bits = ((bits << 6) | value) & 0xffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        escaped += `%${((bits >> count) & 0xff).toString(16).padStart(2, '0')}`;
      }
    }
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return text;
  }
}
