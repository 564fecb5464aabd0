import type { PlainReader } from '../generators/scalars';
import { isPlainSafe, quoteTag } from '../write/quote';
import type { Comments } from './comments';
import { decimalOf, isoDate } from './typed';
import type { Typed, TypedEntry, TypedList, TypedMap, TypedScalar } from './typed';
import { commentsOf, MAX_WIDTH, placesOf, withComment } from './writer';
import type { Writing } from './writer';

/** How the reader of what is written reads. */
export interface YamlOptions {
  readonly plain: PlainReader;
  /** Times without a zone are those of the site only where they are text. */
  readonly quotesLocalTimes: boolean;
}

/** Writes fields as YAML: everything that YAML's readers take for text stays without quotes, and lists keep their form. */
export function writeYaml(fields: TypedMap, comments: Comments, options: YamlOptions): Writing {
  const lines = fields.entries.flatMap((entry) => entryLines(entry, comments, options));
  return { lines: [...lines, ...comments.rest()], refusal: null };
}

function entryLines(entry: TypedEntry, comments: Comments, options: YamlOptions): string[] {
  const { name, at, value } = entry;
  const key = `${keyText(name)}:`;
  const inner = blockLines(value, comments, options, () => [
    comments.above(at),
    value.kind === 'scalar' ? comments.behind(at, value.at) : comments.behind(at),
  ]);
  if (inner) {
    return [...inner.above, withComment(key + inner.head, inner.behind), ...inner.lines.map(indented)];
  }
  const { above, behind } = commentsOf(entry, comments);
  const text = flowText(value, options, true);
  return [...above, withComment(text === '' ? key : `${key} ${text}`, behind)];
}

interface Block {
  readonly above: readonly string[];
  /** What follows the key. */
  readonly head: string;
  readonly behind: string;
  readonly lines: readonly string[];
}

/**
 * A value on lines of its own.
 * @param own the comments above and behind its key; they are asked for before those of what it holds
 * @returns null for a value that stands on its key's line
 */
function blockLines(
  value: Typed,
  comments: Comments,
  options: YamlOptions,
  own: () => [above: string[], behind: string],
): Block | null {
  if (value.kind === 'scalar') {
    const literal = value.value.type === 'string' ? literalLines(value.value.value) : null;
    if (!literal) {
      return null;
    }
    const [above, behind] = own();
    return { above, head: ` ${literal.head}`, behind, lines: literal.lines };
  }
  if (!isBlock(value, comments, options)) {
    return null;
  }
  const [above, behind] = own();
  const lines =
    value.kind === 'list'
      ? value.items.flatMap((item) => itemLines(item, comments, options))
      : value.entries.flatMap((entry) => entryLines(entry, comments, options));
  return { above, head: '', behind, lines };
}

/** What was written on lines of its own stays so, and so does what has comments within, or is long. */
function isBlock(value: TypedList | TypedMap, comments: Comments, options: YamlOptions): boolean {
  const length = value.kind === 'list' ? value.items.length : value.entries.length;
  if (length === 0) {
    return false;
  }
  return (
    value.block || comments.isWithin(placesOf(value)) || flowText(value, options, false).length > MAX_WIDTH
  );
}

function itemLines(item: Typed, comments: Comments, options: YamlOptions): string[] {
  if (item.kind === 'map' && isBlock(item, comments, options)) {
    const above = comments.above(item.entries[0]?.at ?? -1);
    const [first = '', ...others] = item.entries.flatMap((entry) => entryLines(entry, comments, options));
    return [...above, `- ${first}`, ...others.map(indented)];
  }
  if (item.kind === 'scalar') {
    const above = comments.above(item.at);
    return [
      ...above,
      withComment(`- ${scalarText(item, options, true) || 'null'}`, comments.behind(item.at)),
    ];
  }
  const { above, behind } = comments.within(placesOf(item));
  return [...above, withComment(`- ${flowText(item, options, false)}`, behind)];
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

/** @param alone it is a field's whole value, not within brackets */
function flowText(value: Typed, options: YamlOptions, alone: boolean): string {
  switch (value.kind) {
    case 'scalar':
      return scalarText(value, options, alone) || (alone ? '' : 'null');
    case 'list':
      return `[${value.items.map((item) => flowText(item, options, false)).join(', ')}]`;
    case 'map':
      return value.entries.length === 0
        ? '{}'
        : `{ ${value.entries.map(({ name, value: inner }) => `${keyText(name)}: ${flowText(inner, options, false)}`).join(', ')} }`;
  }
}

function keyText(name: string): string {
  return isPlainSafe(name) && name.length < 1000 ? name : quoteTag(name, 'yaml', 'double');
}

function scalarText(scalar: TypedScalar, options: YamlOptions, alone: boolean): string {
  const { value } = scalar;
  switch (value.type) {
    case 'null':
      return '';
    case 'boolean':
      return String(value.value);
    case 'number':
      return (
        decimalOf(scalar) ?? (Number.isNaN(value.value) ? '.nan' : Number(value.value) > 0 ? '.inf' : '-.inf')
      );
    case 'date': {
      const iso = isoDate(value.value);
      const isLocal = /T[\d:.]+$/.test(iso ?? '');
      return iso === null || (isLocal && options.quotesLocalTimes) ? quoted(value.value) : value.value;
    }
    case 'string':
      return isPlain(value.value, options, alone) ? value.value : quoted(value.value);
  }
}

function quoted(text: string): string {
  return quoteTag(text, 'yaml', /["\\]/.test(text) && !text.includes('\n') ? 'single' : 'double');
}

/** Outside of brackets more needs no quotes: a comma, a question mark, a colon with nothing but a letter behind it. */
function isPlain(text: string, { plain }: YamlOptions, alone: boolean): boolean {
  if (isPlainSafe(text)) {
    return plain(text).type === 'string';
  }
  return (
    alone &&
    /^\p{L}/u.test(text) &&
    !/:(?:\s|$)/.test(text) &&
    isPlainSafe(text.replace(/[,[\]{}:?]/g, '-')) &&
    plain(text).type === 'string'
  );
}

/** A text of several lines as a literal block; null for one that a block cannot hold, or that needs none. */
function literalLines(text: string): { head: string; lines: string[] } | null {
  const lines = text.split('\n');
  const isFit =
    lines.length > 1 &&
    /^\S/.test(text) &&
    !text.endsWith('\n\n') &&
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    !/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[ ]$/m.test(text);
  if (!isFit) {
    return null;
  }
  return text.endsWith('\n') ? { head: '|', lines: lines.slice(0, -1) } : { head: '|-', lines };
}
