import type { Format, Node } from '../frontMatter/tree';
import type { Range } from '../text';

/** A key or a single value: comments stand between those. */
type Word = Range;

/**
 * The comments of a header, each with the word it belongs to: the next one for a comment on a line of its own, the one before
 * for one behind a value. A comment is given out once.
 */
export class Comments {
  readonly #before = new Map<number, string[]>();
  readonly #behind = new Map<number, string>();
  readonly #words: readonly Word[];
  /** Comments after the last word. */
  readonly #rest: string[] = [];

  /**
   * @param header where the header stands in the text
   * @param root what was read from it
   */
  constructor(text: string, header: Range, format: Format, root: Node | null) {
    this.#words = wordsOf(root);
    if (format === 'json') {
      return;
    }
    let at = header.start;
    let previous: Word | undefined;
    for (const word of [...this.#words, { start: header.end, end: header.end }]) {
      if (word.start > at) {
        this.#read(text, { start: at, end: word.start }, format, previous, word);
      }
      const head = /^[|>][-+\d]*[ \t]+(#[^\r\n]*)/.exec(
        text.slice(word.start, Math.min(word.end, word.start + 1000)),
      );
      if (head?.[1] && format === 'yaml') {
        this.#behind.set(word.start, head[1].trimEnd());
      }
      at = Math.max(at, word.end);
      previous = word;
    }
  }

  get any(): boolean {
    return (
      this.#behind.size > 0 || [...this.#before.values(), this.#rest].some((lines) => lines.some(Boolean))
    );
  }

  /** Comments, and empty lines, above a word. */
  above(at: number): string[] {
    const lines = this.#before.get(at) ?? [];
    this.#before.delete(at);
    return lines;
  }

  /** The comment behind one of some words; several are one. */
  behind(...places: number[]): string {
    const found = places.flatMap((at) => this.#behind.get(at) ?? []);
    places.forEach((at) => this.#behind.delete(at));
    return found.join(' ');
  }

  /** All comments within a stretch of text whose words are written on one line. */
  within(places: readonly number[]): { above: string[]; behind: string } {
    const behind = places.flatMap((at) => this.#behind.get(at) ?? []);
    const above = places.flatMap((at) => this.above(at)).filter(Boolean);
    places.forEach((at) => this.#behind.delete(at));
    return behind.length === 1
      ? { above, behind: behind[0] ?? '' }
      : { above: [...above, ...behind], behind: '' };
  }

  /** Tells whether there are comments among some words that one line could not hold: more than one behind the last. */
  isWithin(places: readonly number[]): boolean {
    return (
      places.some((at) => this.#before.get(at)?.some(Boolean)) ||
      places.slice(0, -1).some((at) => this.#behind.has(at))
    );
  }

  /** What stands after the last word, and what was not asked for. */
  rest(): string[] {
    const unasked = [...[...this.#before.values()].flat().filter(Boolean), ...this.#behind.values()];
    return [...unasked, ...this.#rest].filter((line, index, all) => line !== '' || index < all.length - 1);
  }

  #read(text: string, gap: Range, format: Format, previous: Word | undefined, next: Word): void {
    const lines: string[] = [];
    let isOwn = previous === undefined || /[\r\n]/.test(text[gap.start - 1] ?? '');
    const pieces = text.slice(gap.start, gap.end).split(/\r\n?|\n/);
    for (const [index, piece] of pieces.entries()) {
      const comment = commentIn(piece, format);
      if (comment !== null && !isOwn && previous) {
        this.#behind.set(previous.start, comment);
      } else if (comment !== null) {
        lines.push(comment);
      } else if (isOwn && piece.trim() === '' && index < pieces.length - 1 && lines.at(-1) !== '') {
        lines.push('');
      }
      isOwn = true;
    }
    if (next.start === next.end) {
      this.#rest.push(...lines);
    } else if (lines.length > 0) {
      this.#before.set(next.start, lines);
    }
  }
}

/** The comment in a line's text outside of words. */
function commentIn(line: string, format: Format): string | null {
  // Names that TOML writes again in the head of another table may be quoted.
  const outside =
    format === 'toml' ? line.replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length)) : line;
  const at = format === 'toml' ? outside.indexOf('#') : outside.search(/(?<=^|[ \t])#/);
  return at < 0 ? null : line.slice(at).trimEnd();
}

function wordsOf(root: Node | null): Word[] {
  const words: Word[] = [];
  const seen = new Set<unknown>();
  const collect = (node: Node | null): void => {
    if (node?.kind === 'scalar') {
      words.push(node.range);
      return;
    }
    const content: unknown = node?.kind === 'list' ? node.items : node?.entries;
    if (!node || seen.has(content)) {
      // An alias is a word of its own.
      words.push(...(node ? [node.range] : []));
      return;
    }
    seen.add(content);
    if (node.kind === 'list') {
      node.items.forEach(collect);
    } else {
      for (const { key, value } of node.entries) {
        words.push(key.range);
        collect(value);
      }
    }
  };
  collect(root);
  return words.sort((a, b) => a.start - b.start || a.end - b.end);
}
