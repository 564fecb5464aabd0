import type { PlainReader, Value } from './scalars';

const NULL: Value = { type: 'null', value: null };

/** Words that mean the same to all of Go's readers. */
const WORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, Value] => [word, NULL]),
  ...['true', 'True', 'TRUE'].map((word): [string, Value] => [word, { type: 'boolean', value: true }]),
  ...['false', 'False', 'FALSE'].map((word): [string, Value] => [word, { type: 'boolean', value: false }]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, Value] => [word, { type: 'number', value: NaN }]),
  ...['.inf', '.Inf', '.INF'].map((word): [string, Value] => [word, { type: 'number', value: Infinity }]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, Value] => [word, { type: 'number', value: -Infinity }]),
]);

/** yaml.v2's further words for booleans, those of YAML 1.1. */
const YES = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const NO = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);

/** Go's yaml.v2, Hugo's reader before 0.152: YAML 1.1 words for booleans, octal numbers (resolve.go, resolve). */
export const goYaml11: PlainReader = (text) => {
  const word = WORDS.get(text);
  if (word) {
    return word;
  }
  if (YES.has(text) || NO.has(text)) {
    return { type: 'boolean', value: YES.has(text) };
  }
  if (!/^[-+.\d]/.test(text) || isDate(text)) {
    return isDate(text) ? { type: 'date', value: text } : { type: 'string', value: text };
  }
  if (/^\+\.(?:inf|Inf|INF)$/.test(text)) {
    return { type: 'number', value: Infinity };
  }
  const plain = text.replaceAll('_', '');
  return (
    integer(plain) ??
    (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain)
      ? { type: 'number', value: Number(plain) }
      : { type: 'string', value: text })
  );
};

/** goccy/go-yaml, Hugo's reader from 0.152: YAML 1.2 words for booleans, yet octal numbers (token.go, toNumber). */
export const goYaml12: PlainReader = (text) => {
  const word = WORDS.get(text);
  if (word) {
    return word;
  }
  if (isDate(text)) {
    return { type: 'date', value: text };
  }
  const points = text.split('.').length - 1;
  const plain = text.replaceAll('_', '');
  if (text.startsWith('_') || points > 1) {
    return { type: 'string', value: text };
  }
  // A point is needed: `1e3` is a string. So is what is too large for 64 bits.
  const float = points === 1 && /^[-+]?(?:\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(plain);
  const value = float ? { type: 'number' as const, value: Number(plain) } : integer(plain);
  return value ?? { type: 'string', value: text };
};

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:$|[Tt ]+\d)/.test(text);
}

const MIN = -(1n << 63n);
const MAX = (1n << 64n) - 1n;

/** An integer as strconv reads it: `0x`, `0o`, `0b`, and octal behind a mere `0`; undefined where it is none, or too large. */
function integer(plain: string): Value | undefined {
  const [, sign, prefix = '', digits = ''] = /^([-+]?)(0[xX]|0[bB]|0[oO]?|)([\da-fA-F]+)$/.exec(plain) ?? [];
  const base = prefix.toLowerCase();
  const allowed = base === '0x' ? /^[\da-fA-F]+$/ : base === '0b' ? /^[01]+$/ : base ? /^[0-7]+$/ : /^\d+$/;
  if (sign === undefined || !allowed.test(digits)) {
    return undefined;
  }
  const size = BigInt(`${base === '0' ? '0o' : base}${digits}`);
  const value = sign === '-' ? -size : size;
  return value < MIN || value > MAX
    ? undefined
    : { type: 'number', value: Number.isSafeInteger(Number(value)) ? Number(value) : value };
}
