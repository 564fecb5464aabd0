import { say } from '../message';
import type { Message } from '../message';
import { quoteTag } from '../write/quote';
import type { Comments } from './comments';
import { decimalOf, isoDate } from './typed';
import type { Typed, TypedEntry, TypedMap, TypedScalar } from './typed';
import { commentsOf, MAX_WIDTH, placesOf, withComment } from './writer';
import type { Writing } from './writer';

/** TOML's whole numbers have 64 bits. */
const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;

/**
 * Writes fields as TOML. Maps become tables where nothing but maps follows them, as what follows a table's head belongs to it;
 * elsewhere they stand in braces. What is nothing becomes a comment.
 */
export function writeToml(fields: TypedMap, comments: Comments, lineEnd: string): Writing {
  const writer = new TomlWriter(comments, lineEnd);
  const lines = writer.table([], fields.entries);
  return { lines: [...lines, ...comments.rest()], refusal: writer.refusal };
}

class TomlWriter {
  refusal: Message | null = null;

  constructor(
    readonly comments: Comments,
    readonly lineEnd: string,
  ) {}

  table(path: readonly string[], entries: readonly TypedEntry[]): string[] {
    const lastPlain = entries.findLastIndex(({ value }) => !isSection(value));
    const lines: string[] = [];
    for (const [index, entry] of entries.entries()) {
      const written =
        index <= lastPlain ? this.#entry(entry) : this.#section([...path, keyText(entry.name)], entry);
      lines.push(...written);
    }
    return lines;
  }

  #section(path: readonly string[], { at, value }: TypedEntry): string[] {
    const above = this.comments.above(at);
    const behind = this.comments.behind(at);
    const name = path.join('.');
    if (value.kind === 'map') {
      return ['', ...withoutGap(above), withComment(`[${name}]`, behind), ...this.table(path, value.entries)];
    }
    const tables = value.kind === 'list' ? value.items.filter((item) => item.kind === 'map') : [];
    return tables.flatMap((table, index) => {
      const own = this.comments.above(table.entries[0]?.at ?? -1);
      const head = withComment(`[[${name}]]`, index === 0 ? behind : '');
      return [
        '',
        ...withoutGap([...(index === 0 ? above : []), ...own]),
        head,
        ...this.table(path, table.entries),
      ];
    });
  }

  #entry(entry: TypedEntry): string[] {
    const { name, at, value } = entry;
    const key = keyText(name);
    if (value.kind === 'scalar' && value.value.type === 'null') {
      const { above, behind } = commentsOf(entry, this.comments);
      return [...above, withComment(`# ${key} =`, behind)];
    }
    if (value.kind === 'list' && value.items.length > 0) {
      const inner = placesOf(value);
      const text = this.#inline(value);
      if (this.comments.isWithin(inner) || key.length + text.length > MAX_WIDTH) {
        const above = this.comments.above(at);
        const head = withComment(`${key} = [`, this.comments.behind(at));
        const items = value.items.flatMap((item) => {
          const own = this.comments.within(placesOf(item));
          return [...own.above, withComment(`${this.#inline(item)},`, own.behind)].map((line) => `  ${line}`);
        });
        return [...above, head, ...items, ']'];
      }
    }
    const { above, behind } = commentsOf(entry, this.comments);
    return [...above, withComment(`${key} = ${this.#inline(value)}`, behind)];
  }

  #inline(value: Typed): string {
    switch (value.kind) {
      case 'scalar':
        return this.#scalar(value);
      case 'list':
        return `[${value.items.map((item) => this.#inline(item)).join(', ')}]`;
      case 'map':
        return value.entries.length === 0
          ? '{}'
          : `{ ${value.entries.map((entry) => `${keyText(entry.name)} = ${this.#inline(entry.value)}`).join(', ')} }`;
    }
  }

  #scalar(scalar: TypedScalar): string {
    const { value } = scalar;
    switch (value.type) {
      case 'null':
        this.refusal ??= say('TOML has no word for nothing');
        return '""';
      case 'boolean':
        return String(value.value);
      case 'number':
        return this.#number(scalar);
      case 'date': {
        const iso = isoDate(value.value);
        return iso ?? stringText(value.value, this.lineEnd);
      }
      case 'string':
        return stringText(value.value, this.lineEnd);
    }
  }

  #number(scalar: TypedScalar): string {
    const text = decimalOf(scalar);
    const number = Number(scalar.value.value);
    if (text === null) {
      return Number.isNaN(number) ? 'nan' : number > 0 ? 'inf' : '-inf';
    }
    if (/^-?\d+$/.test(text) && (BigInt(text) < MIN || BigInt(text) > MAX)) {
      this.refusal ??= say('TOML’s whole numbers end before `{0}`', text);
    }
    return text;
  }
}

/** The gap before a table is there already. */
function withoutGap(above: readonly string[]): readonly string[] {
  return above[0] === '' ? above.slice(1) : above;
}

/** A map on lines of its own, or a list of nothing but such maps. */
function isSection(value: Typed): boolean {
  if (value.kind === 'map') {
    return value.block && value.entries.length > 0;
  }
  return (
    value.kind === 'list' &&
    value.block &&
    value.items.length > 0 &&
    value.items.every((item) => item.kind === 'map' && item.entries.length > 0)
  );
}

function keyText(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : quoteTag(name, 'toml', 'double');
}

function stringText(text: string, lineEnd: string): string {
  // A line end within quotes is the file's own: only of `\n` it is known what it means.
  if (text.includes('\n') && lineEnd === '\n') {
    const escaped = text
      .split('\n')
      .map((line) => quoteTag(line, 'toml', 'double').slice(1, -1).replaceAll('\\"', '"'));
    const block = escaped.join('\n');
    if (!block.includes('"""') && !block.endsWith('"')) {
      return `"""\n${block}"""`;
    }
  }
  const isLiteral = /["\\]/.test(text) && !text.includes("'");
  return quoteTag(text, 'toml', isLiteral ? 'single' : 'double');
}
