import { say } from '../../../message';
import { floatText, RubyUnknown } from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { FilterFailure } from './failure';
import type { Filter } from './filter';
import { toInteger } from './operations';

/** Numbers that are longer are not reckoned with: each multiplication may make them twice as long. */
const MAX_DIGITS = 10_000;

/** So many digits behind the point are more than a float holds (bigdecimal has at least 32, too). */
const DIVISION_DIGITS = 40;

/** Ruby's BigDecimal: `digits` with the point so many places before their end. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

type Numeric = bigint | Decimal;

/** A whole number as filters want it (Utils.to_integer); all else ends the build. */
export function wholeNumber(name: string, value: RubyValue): number {
  if (typeof value === 'bigint') {
    return Number(value);
  }
  const text = typeof value === 'string' ? value.trim() : '';
  if (!/^[-+]?(?:0|[1-9]\d*(?:_\d+)*)$/.test(text)) {
    if (/^[-+]?0[xbod]?[\da-f_]+$/i.test(text)) {
      // Ruby reads other bases, too.
      return Number(toInteger(text));
    }
    throw new FilterFailure(say('`{0}` needs a whole number', name));
  }
  return Number(text.replaceAll('_', ''));
}

/** A number as Liquid takes it (Utils.to_number): what is none is 0; null for what Ruby has no decimal for. */
function numberOf(value: RubyValue): Numeric | null {
  if (typeof value === 'bigint') {
    return value;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? decimalOf(floatText(value)) : null;
  }
  if (typeof value !== 'string') {
    return 0n;
  }
  const text = value.trim();
  return /^-?\d+\.\d+$/.test(text) && text.length < MAX_DIGITS ? decimalOf(text) : toInteger(value);
}

function decimalOf(text: string): Decimal {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  const places = part.length - Number(exponent);
  return { digits: BigInt(whole + part) * 10n ** BigInt(Math.max(-places, 0)), places: Math.max(places, 0) };
}

const isWhole = (number: Numeric): number is bigint => typeof number === 'bigint';
const asDecimal = (number: Numeric): Decimal => (isWhole(number) ? { digits: number, places: 0 } : number);
const floorDivide = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;

/** Two numbers with as many places. */
function aligned(a: Numeric, b: Numeric): [a: bigint, b: bigint, places: number] {
  const [x, y] = [asDecimal(a), asDecimal(b)];
  const places = Math.max(x.places, y.places);
  return [x.digits * 10n ** BigInt(places - x.places), y.digits * 10n ** BigInt(places - y.places), places];
}

/** A decimal becomes a float. */
function shown(number: Numeric): RubyValue {
  return isWhole(number) ? number : Number(`${String(number.digits)}e-${String(number.places)}`);
}

function isHuge(number: Numeric): boolean {
  const { digits, places } = asDecimal(number);
  return places > MAX_DIGITS || digits.toString(16).length > MAX_DIGITS;
}

function calculate(a: Numeric, b: Numeric, operator: string): Numeric {
  const [x, y, places] = aligned(a, b);
  const isResultWhole = isWhole(a) && isWhole(b);
  const result = (digits: bigint, point = places): Numeric =>
    isResultWhole ? digits : { digits, places: point };
  switch (operator) {
    case 'plus':
      return result(x + y);
    case 'minus':
      return result(x - y);
    case 'times':
      return result(x * y, 2 * places);
  }
  if (y === 0n) {
    throw new FilterFailure(say('Liquid cannot divide by 0'));
  }
  return operator === 'modulo'
    ? result(((x % y) + y) % y)
    : isResultWhole
      ? floorDivide(x, y)
      : { digits: (x * 10n ** BigInt(DIVISION_DIGITS)) / y, places: DIVISION_DIGITS };
}

const arithmetic =
  (operator: string): Filter =>
  (input, [other = null]) => {
    const [a, b] = [numberOf(input), numberOf(other)];
    if (a === null || b === null || isHuge(a) || isHuge(b)) {
      return new RubyUnknown(input);
    }
    // A decimal may be divided by 0.
    const isByNothing = operator === 'divided_by' && asDecimal(b).digits === 0n;
    return isByNothing && !(isWhole(a) && isWhole(b))
      ? Number(asDecimal(a).digits) / 0
      : shown(calculate(a, b, operator));
  };

/** Of two numbers the first, but where the other one is on the wrong side of it. */
const bounded =
  (isLeast: boolean): Filter =>
  (input, [other = null]) => {
    const [a, b] = [numberOf(input), numberOf(other)];
    if (a === null || b === null) {
      return new RubyUnknown();
    }
    const [x, y] = aligned(a, b);
    return shown((isLeast ? y > x : y < x) ? b : a);
  };

/** Half a unit is taken away from 0. */
function roundedTo(number: Numeric, places: number): bigint {
  const { digits, places: own } = asDecimal(number);
  const unit = 10n ** BigInt(own - places);
  const sign = digits < 0n ? -1n : 1n;
  return (sign * (sign * digits * 2n + unit)) / (2n * unit);
}

function round(input: RubyValue, [places = 0n]: readonly RubyValue[]): RubyValue {
  const number = numberOf(input);
  const wanted = numberOf(places);
  if (number === null || wanted === null) {
    return new RubyUnknown();
  }
  const at = Math.trunc(Number(shown(wanted)));
  const own = asDecimal(number).places;
  if (Math.abs(at) > MAX_DIGITS) {
    return new RubyUnknown();
  }
  if (at < 1) {
    return roundedTo(number, at) * 10n ** BigInt(-at);
  }
  return isWhole(number) || at >= own ? shown(number) : shown({ digits: roundedTo(number, at), places: at });
}

const whole =
  (change: (digits: bigint, unit: bigint) => bigint): Filter =>
  (input) => {
    const number = numberOf(input);
    if (number === null) {
      return new RubyUnknown();
    }
    const { digits, places } = asDecimal(number);
    return change(digits, 10n ** BigInt(places));
  };

/** The filters that reckon (lib/liquid/standardfilters.rb): decimals are exact, and shown as floats. */
export const NUMBER_FILTERS: Readonly<Record<string, Filter>> = {
  abs: (input) => {
    const number = numberOf(input);
    const { digits, places } = asDecimal(number ?? 0n);
    const size = digits < 0n ? -digits : digits;
    return number === null ? new RubyUnknown() : shown(isWhole(number) ? size : { digits: size, places });
  },
  at_least: bounded(true),
  at_most: bounded(false),
  ceil: whole((digits, unit) => -floorDivide(-digits, unit)),
  divided_by: arithmetic('divided_by'),
  floor: whole(floorDivide),
  minus: arithmetic('minus'),
  modulo: arithmetic('modulo'),
  plus: arithmetic('plus'),
  round,
  times: arithmetic('times'),
};
