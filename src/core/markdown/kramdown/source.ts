/**
 * A text, and where it is being read. Searches that failed are remembered, so that a text full of openings with no end is
 * read in linear time.
 */
export class Source {
  at = 0;
  #found: Map<string, { from: number; at: number }> | undefined;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Matches a sticky pattern here, or at another place; nothing is consumed. */
  match(pattern: RegExp, at = this.at): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  /** Where a text occurs next; -1 for nowhere. */
  find(needle: string, from: number): number {
    this.#found ??= new Map();
    const known = this.#found.get(needle);
    if (known && from >= known.from && (known.at < 0 || from <= known.at)) {
      return known.at;
    }
    const at = this.text.indexOf(needle, from);
    this.#found.set(needle, { from, at });
    return at;
  }

  /** Where the next line starts. Each line of a block's text ends with a line feed. */
  nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  /** The line that starts here, with its line feed. */
  line(at: number): string {
    return this.text.slice(at, this.nextLine(at));
  }
}

/** Whether Ruby's `\s` matches a character: no white space but ASCII's. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Removes white space from the end, as Ruby's `rstrip` does. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (isSpace(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 0)) {
    end--;
  }
  return text.slice(0, end);
}

/** Removes white space from the start, as Ruby's `lstrip` does. */
export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) {
    start++;
  }
  return text.slice(start);
}

export function trim(text: string): string {
  return trimStart(trimEnd(text));
}

/** Where the blank lines that start here end; the place itself where there are none (kramdown's BLANK_LINE). */
export function afterBlankLines(text: string, at: number): number {
  let end = at;
  for (let here = at; here < text.length && isSpace(text.charCodeAt(here)); here++) {
    if (text.charCodeAt(here) === 10) {
      end = here + 1;
    }
  }
  return end;
}

/** Whether nothing but white space stands between a place and its line's end; then where the next line starts, else -1. */
export function afterBlankRest(text: string, at: number): number {
  for (let here = at; here < text.length && isSpace(text.charCodeAt(here)); here++) {
    if (text.charCodeAt(here) === 10) {
      return here + 1;
    }
  }
  return -1;
}

/** Where the up to three spaces end that may stand before a block. */
export function afterIndent(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && text.charCodeAt(end) === 32) {
    end++;
  }
  return end;
}

/** The index of the first of some places, in the order in which they stand, that starts at `from` or behind it. */
export function firstFrom(places: readonly { readonly start: number }[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
