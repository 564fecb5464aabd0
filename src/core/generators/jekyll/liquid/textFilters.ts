import { say } from '../../../message';
import {
  capitalize,
  downcase,
  floatText,
  inspected,
  RubyDate,
  RubyHash,
  rubyText,
  RubyTime,
  RubyUnknown,
  splitWords,
} from '../ruby/values';
import type { RubyValue } from '../ruby/values';
import { FilterFailure, notFor } from './failure';
import type { Filter } from './filter';
import { wholeNumber } from './numberFilters';
import { toInteger } from './operations';

/** How long a text may get (UTF-16 code units). */
const MAX_TEXT = 1_000_000;

/** What Ruby's `strip` takes away. */
const BLANK = '[\\0\\t\\n\\v\\f\\r ]';
const LEADING = new RegExp(`^${BLANK}+`);
const TRAILING = new RegExp(`${BLANK}+$`);

const text =
  (change: (text: string, ...args: string[]) => RubyValue): Filter =>
  (input, args) =>
    change(rubyText(input), ...args.map(rubyText));

/** The same for filters that leave nothing as it is. */
const someText =
  (change: (text: string, args: readonly RubyValue[]) => RubyValue): Filter =>
  (input, args) =>
    input === null ? null : change(rubyText(input), args);

/** The same for filters that end the build where they are given anything else. */
const onlyText =
  (name: string, change: (text: string, args: readonly RubyValue[]) => RubyValue): Filter =>
  (input, args) =>
    typeof input === 'string' ? change(input, args) : notFor(name, input);

/** What stands for a match in Ruby's `gsub`: a backslash may refer to it. */
function replacement(written: string, match: string): string {
  return written.replace(/\\([0-9&\\])/g, (_whole, sign: string) =>
    sign === '0' || sign === '&' ? match : sign === '\\' ? '\\' : '',
  );
}

/** What would grow beyond measure stays as it is. */
function replaced(input: string, part = '', other = ''): string {
  const isLong = (input.length / Math.max(part.length, 1) + 1) * other.length > MAX_TEXT;
  const by = replacement(other, part);
  return isLong
    ? input
    : part === ''
      ? by + Array.from(input, (letter) => letter + by).join('')
      : input.replaceAll(part, () => by);
}

/** String#split: empty parts at the end are dropped. */
function split(input: string, by = ''): RubyValue[] {
  if (by === ' ') {
    return splitWords(input);
  }
  const parts = by === '' ? Array.from(input) : input.split(by);
  while (parts.at(-1) === '') {
    parts.pop();
  }
  return parts;
}

/** The first letters of a text (Ruby counts code points). */
function truncated(input: string, [length = 50n, end = '...']: readonly RubyValue[]): string {
  const most = wholeNumber('truncate', length);
  const mark = rubyText(end);
  const letters = Array.from(input);
  const left = Math.max(most - Array.from(mark).length, 0);
  return letters.length > most ? letters.slice(0, left).join('') + mark : input;
}

function truncatedWords(input: RubyValue, [count = 15n, end = '...']: readonly RubyValue[]): RubyValue {
  if (input === null) {
    return null;
  }
  const last = Math.max(wholeNumber('truncatewords', count) - 1, 0);
  const words = splitWords(rubyText(input));
  return words.length > last ? words.slice(0, last + 1).join(' ') + rubyText(end) : input;
}

/** Array#slice and String#slice with a start and a length; null where there is no such part. */
function sliced<T>(items: readonly T[], start: number, length: number): T[] | null {
  const from = start < 0 ? start + items.length : start;
  return from < 0 || from > items.length || length < 0 ? null : items.slice(from, from + length);
}

function slice(input: RubyValue, [offset = null, size = null]: readonly RubyValue[]): RubyValue {
  const start = wholeNumber('slice', offset);
  const length = size === null || size === false ? 1 : wholeNumber('slice', size);
  return Array.isArray(input)
    ? (sliced(input, start, length) ?? [])
    : (sliced(Array.from(rubyText(input)), start, length)?.join('') ?? '');
}

/** Half a letter, as JavaScript may have it. */
const LONE = /\p{Cs}/gu;
const UNSAFE = /[^a-zA-Z0-9_.\-~ ]/gu;

/** CGI.escape. */
function formEncoded(input: string): string {
  return input
    .replace(LONE, '\ufffd')
    .replace(UNSAFE, (letter) =>
      encodeURIComponent(letter).replace(
        /[!'()*]/,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .replaceAll(' ', '+');
}

function formDecoded(input: string): string {
  return input.replaceAll('+', ' ').replace(/(?:%[\da-fA-F]{2})+/g, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      throw new FilterFailure(say('`{0}` finds characters that are not encoded in UTF-8', 'url_decode'));
    }
  });
}

/** Addressable::URI.normalize_component; what is encoded already is not looked into. */
function addressEncoded(input: string): RubyValue {
  return input.includes('%')
    ? new RubyUnknown(input)
    : encodeURI(input.replace(LONE, '\ufffd').normalize()).replace(/%5[BD]/g, (sign) =>
        sign === '%5B' ? '[' : ']',
      );
}

const CJK = '\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}';

function countedWords(input: string, [mode = null]: readonly RubyValue[]): RubyValue {
  const letters = input.match(new RegExp(`[${CJK}]`, 'gu'))?.length ?? 0;
  const isMixed = mode === 'cjk' || (mode === 'auto' && letters > 0);
  const words = isMixed
    ? letters + (input.match(new RegExp(`[^${CJK}\\t\\n\\v\\f\\r ]+`, 'gu'))?.length ?? 0)
    : splitWords(input).length;
  return BigInt(words);
}

/** What `slugify` makes a hyphen of, by its mode (Utils.slugify). */
const SLUG_GAPS: Readonly<Record<string, RegExp>> = {
  raw: /[\t\n\v\f\r ]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
};

function slugified(input: RubyValue, [mode = null]: readonly RubyValue[]): RubyValue {
  if (input === null) {
    return null;
  }
  if (typeof input !== 'string') {
    return notFor('slugify', input);
  }
  const name = mode === null || mode === false ? 'default' : mode;
  if (name === 'latin') {
    // Letters lose their accents by a table of another library's.
    return new RubyUnknown();
  }
  const gaps = typeof name === 'string' && Object.hasOwn(SLUG_GAPS, name) ? SLUG_GAPS[name] : undefined;
  return downcase(gaps ? input.replace(gaps, '-').replace(/^-|-$/gm, '') : input);
}

function jsonify(input: RubyValue): RubyValue {
  const text = inspected(input);
  // What holds itself has no end.
  const isEndless = text.includes('[...]') || text.includes('{...}');
  return text.includes('…')
    ? new RubyUnknown()
    : ((isEndless ? null : json(input)) ?? notFor('jsonify', input));
}

/** `to_json`; null for what there is no JSON of, and for lists that are nested deeper than Ruby goes. */
function json(value: RubyValue, depth = 0): string | null {
  if (depth > 100) {
    return null;
  }
  if (typeof value === 'string' || value instanceof RubyDate || value instanceof RubyTime) {
    return JSON.stringify(rubyText(value));
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? floatText(value) : null;
  }
  if (Array.isArray(value)) {
    const parts = value.map((item) => json(item, depth + 1));
    return parts.includes(null) ? null : `[${parts.join(',')}]`;
  }
  if (value instanceof RubyHash) {
    const parts = [...value].map(([key, item]) => [JSON.stringify(rubyText(key)), json(item, depth + 1)]);
    return parts.some(([, item]) => item === null)
      ? null
      : `{${parts.map((pair) => pair.join(':')).join(',')}}`;
  }
  return typeof value === 'bigint' || typeof value === 'boolean' || value === null
    ? String(value)
    : JSON.stringify(rubyText(value));
}

/** What `strip_html` takes away, by where it starts and ends: first what never shows, then all tags. */
const HIDDEN = [['<script', '</script>'], ['<!--', '-->'], ['<style', '</style>']] as const; // prettier-ignore
const TAGS = [['<', '>']] as const;

/** A text without all that stands between two marks; what is not closed stays. */
function without(input: string, marks: readonly (readonly [open: string, close: string])[]): string {
  const missing = new Set<string>();
  let kept = '';
  let from = 0;
  for (let at = input.indexOf('<'); at >= 0; at = input.indexOf('<', at)) {
    const [open = '', close = ''] =
      marks.find(([mark, end]) => !missing.has(end) && input.startsWith(mark, at)) ?? [];
    const end = open === '' ? -1 : input.indexOf(close, at + open.length);
    if (end < 0) {
      // What is not found once is not looked for again.
      missing.add(close);
      at++;
      continue;
    }
    kept += input.slice(from, at);
    at = from = end + close.length;
  }
  return kept + input.slice(from);
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;',
}; // prettier-ignore
const escaped = (input: string, signs: RegExp) => input.replace(signs, (sign) => SIGNS[sign] ?? sign);

/** Time#to_i and the like. */
function asInteger(input: RubyValue): RubyValue {
  switch (typeof input) {
    case 'bigint':
      return input;
    case 'number':
      return Number.isFinite(input) ? BigInt(Math.trunc(input)) : notFor('to_integer', input);
    case 'boolean':
      return input ? 1n : 0n;
    case 'string':
      return toInteger(input);
    default:
      return input === null
        ? 0n
        : input instanceof RubyTime
          ? new RubyUnknown()
          : notFor('to_integer', input);
  }
}

/** The filters that make texts of texts, or numbers. */
export const TEXT_FILTERS: Readonly<Record<string, Filter>> = {
  append: text((input, more = '') => input + more),
  capitalize: text(capitalize),
  cgi_escape: onlyText('cgi_escape', formEncoded),
  downcase: text(downcase),
  escape: someText((input) => escaped(input, /[&<>"']/g)),
  escape_once: text((input) => escaped(input, /["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g)),
  h: someText((input) => escaped(input, /[&<>"']/g)),
  inspect: (input) => escaped(inspected(input), /[&<>"']/g).replaceAll('&#39;', '&apos;'),
  jsonify,
  lstrip: text((input) => input.replace(LEADING, '')),
  newline_to_br: text((input) => input.replace(/\n/g, '<br />\n')),
  normalize_whitespace: text((input) =>
    input
      .replace(/[\t\n\v\f\r ]+/g, ' ')
      .replace(LEADING, '')
      .replace(TRAILING, ''),
  ),
  number_of_words: onlyText('number_of_words', countedWords),
  prepend: text((input, more = '') => more + input),
  remove: text((input, part = '') => (part === '' ? input : input.replaceAll(part, ''))),
  remove_first: text((input, part = '') => input.replace(part, () => '')),
  replace: text(replaced),
  replace_first: text((input, part = '', other = '') => input.replace(part, () => replacement(other, part))),
  rstrip: text((input) => input.replace(TRAILING, '')),
  slice,
  slugify: slugified,
  split: text(split),
  strip: text((input) => input.replace(LEADING, '').replace(TRAILING, '')),
  strip_html: text((input) => without(without(input, HIDDEN), TAGS)),
  strip_index: (input) =>
    input === null || rubyText(input) === ''
      ? null
      : typeof input === 'string'
        ? input.replace(/\/index\.html?$/m, '/')
        : notFor('strip_index', input),
  strip_newlines: text((input) => input.replace(/\r?\n/g, '')),
  to_integer: asInteger,
  truncate: someText(truncated),
  truncatewords: truncatedWords,
  upcase: text((input) => input.toUpperCase()),
  uri_escape: (input) =>
    input === null ? null : typeof input === 'string' ? addressEncoded(input) : notFor('uri_escape', input),
  url_decode: someText(formDecoded),
  url_encode: someText(formEncoded),
  xml_escape: text((input) => escaped(input, /[&<>"']/g).replaceAll('&#39;', '&apos;')),
};
