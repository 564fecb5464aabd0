import { escapeHtml } from '../../../render/markdown';
import { capitalize, downcase, isTruthy, rubyText, splitWords } from '../ruby/values';
import type { RubyValue } from '../ruby/values';

type Filter = (input: RubyValue, args: readonly RubyValue[]) => RubyValue | undefined;

/** How long a text may get (UTF-16 code units). */
const MAX_TEXT = 1_000_000;

const text =
  (change: (text: string, ...args: string[]) => string): Filter =>
  (input, args) =>
    change(rubyText(input), ...args.map(rubyText));

const list = (input: RubyValue): RubyValue[] =>
  Array.isArray(input) ? input : input === null ? [] : [input];

/** Numbers that are longer are not reckoned with: each multiplication may make them twice as long. */
const MAX_DIGITS = 10_000;
const MAX_NUMBER = 10n ** BigInt(MAX_DIGITS);

/** Numbers as Liquid takes them: what is none is 0. */
function numberOf(value: RubyValue): bigint | number {
  if (typeof value === 'bigint' || typeof value === 'number') {
    return value;
  }
  const written = rubyText(value).slice(0, MAX_DIGITS).trim();
  return /^-?\d+\.\d+$/.test(written) ? Number(written) : BigInt(/^-?\d+/.exec(written)?.[0] ?? 0);
}

function calculate(
  input: RubyValue,
  [other = null]: readonly RubyValue[],
  operator: string,
): RubyValue | undefined {
  const [a, b] = [numberOf(input), numberOf(other)];
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if ([a, b].some((number) => number > MAX_NUMBER || number < -MAX_NUMBER)) {
      return a;
    }
    const remainder = b === 0n ? 0n : ((a % b) + b) % b;
    switch (operator) {
      case 'plus':
        return a + b;
      case 'minus':
        return a - b;
      case 'times':
        return a * b;
      case 'modulo':
        return b === 0n ? undefined : remainder;
      default:
        return b === 0n ? undefined : (a - remainder) / b;
    }
  }
  const [x, y] = [Number(a), Number(b)];
  return { plus: x + y, minus: x - y, times: x * y, modulo: x - y * Math.floor(x / y) }[operator] ?? x / y;
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

/** What would grow beyond measure stays as it is. */
function replaced(input: string, part = '', other = ''): string {
  const isLong = (input.length / Math.max(part.length, 1)) * other.length > MAX_TEXT;
  return part === '' || isLong ? input : input.replaceAll(part, () => other);
}

/** Filters::URLFilters: an address with a scheme stays as it is. */
function urlOf(input: string, origin: string, basePath: string): string {
  const slash = input === '' || input.startsWith('/') ? '' : '/';
  return /^[a-z]+:/i.test(input) ? input : origin + (basePath + slash + input || '/');
}

/** The filters that need nothing but their text. All others, which ask the site or the clock, show nothing. */
const FILTERS: Readonly<Record<string, Filter>> = {
  append: text((input, more = '') => input + more),
  capitalize: text(capitalize),
  default: (input, [other = '']) =>
    isTruthy(input) && input !== '' && list(input).length > 0 ? input : other,
  divided_by: (input, args) => calculate(input, args, 'divided_by'),
  downcase: text(downcase),
  escape: text(escapeHtml),
  first: (input) => (Array.isArray(input) ? (input[0] ?? null) : null),
  join: (input, [glue = ' ']) => joined(list(input), rubyText(glue)),
  last: (input) => (Array.isArray(input) ? (input.at(-1) ?? null) : null),
  lstrip: text((input) => input.replace(/^[\s\0]+/, '')),
  minus: (input, args) => calculate(input, args, 'minus'),
  modulo: (input, args) => calculate(input, args, 'modulo'),
  newline_to_br: text((input) => input.replace(/\n/g, '<br />\n')),
  plus: (input, args) => calculate(input, args, 'plus'),
  prepend: text((input, more = '') => more + input),
  absolute_url: (input, [origin = '', basePath = '']) =>
    input === null ? null : urlOf(rubyText(input), rubyText(origin), rubyText(basePath)),
  relative_url: (input, [, basePath = '']) =>
    input === null ? null : urlOf(rubyText(input), '', rubyText(basePath)),
  remove: text((input, part = '') => (part === '' ? input : input.replaceAll(part, ''))),
  remove_first: text((input, part = '') => input.replace(part, () => '')),
  replace: text(replaced),
  replace_first: text((input, part = '', other = '') => input.replace(part, () => other)),
  reverse: (input) => list(input).reverse(),
  rstrip: text((input) => input.replace(/[\s\0]+$/, '')),
  size: (input) => (typeof input === 'string' || Array.isArray(input) ? BigInt(input.length) : 0n),
  split: (input, [separator = ' ']) => {
    const by = rubyText(separator);
    return by === ' ' ? splitWords(rubyText(input)) : rubyText(input).split(by);
  },
  strip: text((input) => input.trim()),
  strip_html: text((input) => input.replace(/<[^<>]*>/g, '')),
  strip_newlines: text((input) => input.replace(/\r?\n/g, '')),
  times: (input, args) => calculate(input, args, 'times'),
  upcase: text((input) => input.toUpperCase()),
  xml_escape: text(escapeHtml),
};

/** The filters of Liquid and Jekyll that are not run here. A name that is none of these changes nothing. */
const OTHERS: ReadonlySet<string> = new Set([
  'abs', 'array_to_sentence_string', 'at_least', 'at_most', 'ceil', 'cgi_escape', 'compact', 'concat', 'date',
  'date_to_long_string', 'date_to_rfc822', 'date_to_string', 'date_to_xmlschema', 'escape_once', 'find', 'find_exp', 'floor',
  'group_by', 'group_by_exp', 'h', 'inspect', 'jsonify', 'map', 'markdownify', 'normalize_whitespace', 'number_of_words', 'pop',
  'push', 'round', 'sample', 'sassify', 'scssify', 'shift', 'slice', 'slugify', 'smartify', 'sort', 'sort_natural', 'strip_index',
  'sum', 'to_integer', 'truncate', 'truncatewords', 'uniq', 'unshift', 'uri_escape', 'url_decode', 'url_encode', 'where', 'where_exp',
]); // prettier-ignore

/** Tells whether Liquid or Jekyll has a filter. */
export function isFilter(name: string): boolean {
  return Object.hasOwn(FILTERS, name) || OTHERS.has(name);
}

/** Applies a filter; undefined for a division by nothing, which ends the build. */
export function applyFilter(
  name: string,
  input: RubyValue,
  args: readonly RubyValue[],
): RubyValue | undefined {
  const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  return filter ? filter(input, args) : OTHERS.has(name) ? null : input;
}
