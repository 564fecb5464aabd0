import type { Format } from '../frontMatter/tree';
import { isPlural } from '../report/termFields';
import type { TagField } from '../report/termFields';

/** How a tag is quoted where it stands. */
export type Quote = 'none' | 'single' | 'double';

/**
 * How the tag under the cursor is written.
 * `item`: in a list in brackets. `block`: after a dash. `value`: as the field's whole value. `only-word`, `word`: as the
 * only one or one of several in a string that is split. `none`: the field has no value yet.
 */
export type TagForm = 'item' | 'block' | 'value' | 'only-word' | 'word' | 'none';

/** What parts the values that are made of one string. */
export type Separator = 'blank' | 'comma';

/** A tag as it is written into a header. */
export interface WrittenTag {
  readonly text: string;
  /** Where the cursor belongs afterwards, as a UTF-16 offset in `text`: behind the tag, within its list. */
  readonly caret: number;
}

/** Words and numbers that one reader or another of YAML 1.1 or 1.2 does not take for a string. */
const TYPED = [
  /^(?:~|null|true|false|yes|no|on|off|y|n)$/i,
  /^[-+]?\d[\d_]*$/,
  /^[-+]?0(?:x[\da-f_]+|o[0-7_]+|b[01_]+)$/i,
  // A number with a point, an exponent or both; or nothing but a point.
  /^[-+]?(?:\d[\d_]*\.?|\.)[\d_]*(?:e[-+]?\d+)?$/i,
  // An exponent alone, which some readers take for a number that is none.
  /^[-+]?e[-+]?\d+$/i,
  /^[-+]?\.(?:inf|nan)$/i,
  /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt\s])/,
  // The merge key, YAML 1.1's default value, and what ends a document.
  /^(?:<<|=)$/,
  /^(?:---|\.\.\.)/,
];

/**
 * What starts something else than an unquoted value, and what ends one or may do so. `[what?]` ends the build of Hugo
 * 0.111 (yaml.v2), which takes any `?` in brackets for a key's.
 */
const UNSAFE = /^[-:#&*!|>'"%@`]|[,[\]{}:?]|\s#|^\s|\s$/;

/** What YAML can only write in double quotes: control characters, line separators and the byte order mark. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
export const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;

/** Half of a character beyond the 16-bit ones: no file can hold it. */
export const LONE_SURROGATE = /\p{Surrogate}/u;

/** Tells whether every reader takes an unquoted tag for that very text. */
export function isPlainSafe(tag: string): boolean {
  return tag !== '' && !UNSAFE.test(tag) && !CONTROL.test(tag) && !TYPED.some((pattern) => pattern.test(tag));
}

/**
 * Writes a tag so that the generator reads back exactly that tag.
 * @param quote the quotes wished for; `none` gives quotes only where they are needed, and others where those cannot
 *   hold the tag
 */
export function quoteTag(tag: string, format: Format, quote: Quote): string {
  if (format === 'json') {
    return inDoubleQuotes(tag);
  }
  if (format === 'toml') {
    const literal = quote === 'single' && !tag.includes("'") && !CONTROL.test(tag);
    return literal ? `'${tag}'` : inDoubleQuotes(tag);
  }
  if (quote === 'none' && isPlainSafe(tag)) {
    return tag;
  }
  return quote === 'double' || CONTROL.test(tag) ? inDoubleQuotes(tag) : `'${tag.replaceAll("'", "''")}'`;
}

/** JSON's escapes are understood by YAML and, but for `\/`, by TOML. */
function inDoubleQuotes(tag: string): string {
  return JSON.stringify(tag).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Where a tag is to be written. */
export interface TagPlace {
  readonly format: Format;
  readonly form: TagForm;
  readonly field: TagField;
  /** The tag's own quotes or, where it has none, those of most other tags in the list. */
  readonly quote: Quote;
  /** What the string that it is in is split at; null where it is not. */
  readonly separator: Separator | null;
}

/**
 * Writes a tag where the cursor is.
 * @returns null where that tag cannot be written there: one with a blank in a string that is split at blanks, for one
 */
export function writeTag(tag: string, context: TagPlace): WrittenTag | null {
  const { format, form, field, quote, separator } = context;
  if (LONE_SURROGATE.test(tag)) {
    return null;
  }
  const quoted = quoteTag(tag, format, quote);
  switch (form) {
    case 'word':
      return isParted(tag, separator) ? null : writeWord(tag, context);
    case 'only-word':
      // With a blank or a comma it is one tag only in a list.
      return isParted(tag, separator) ? inList(quoted) : atEnd(quoted);
    case 'none':
      return isPlural(field) ? inList(quoted) : atEnd(quoted);
    default:
      return atEnd(quoted);
  }
}

function atEnd(text: string): WrittenTag {
  return { text, caret: text.length };
}

function inList(text: string): WrittenTag {
  return { text: `[${text}]`, caret: text.length + 1 };
}

/** Tells whether a tag would be read as several, or as less, where a string is split. */
function isParted(tag: string, separator: Separator | null): boolean {
  switch (separator) {
    case 'blank':
      return /\s/.test(tag);
    case 'comma':
      return tag.includes(',') || tag !== tag.trim();
    case null:
      return false;
  }
}

/** One of several in a string: in the string's own quotes if it has any. */
function writeWord(tag: string, { format, quote }: TagPlace): WrittenTag | null {
  if (tag === '') {
    return null;
  }
  switch (quote) {
    case 'single':
      if (CONTROL.test(tag) || (format === 'toml' && tag.includes("'"))) {
        return null;
      }
      return atEnd(format === 'yaml' ? tag.replaceAll("'", "''") : tag);
    case 'double':
      return atEnd(inDoubleQuotes(tag).slice(1, -1));
    case 'none':
      return UNSAFE.test(tag) || CONTROL.test(tag) ? null : atEnd(tag);
  }
}
