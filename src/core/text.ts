/**
 * Places in a text. Offsets count UTF-16 code units from the start of the text, as JavaScript strings and VS Code do;
 * lines and characters are zero-based.
 */

/** A place in a text, by line and column (UTF-16 code units). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text from `start` up to, not including, `end`: both UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The replacement of one stretch of text. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Makes a range from two offsets. */
export function range(start: number, end: number): Range {
  return { start, end };
}

/**
 * Applies edits that do not overlap.
 * @returns the changed text; edits may be given in any order, and two insertions at one place keep their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    result += text.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  return result + text.slice(at);
}

/** Tells the line end that a text uses: that of its first line, or `\n` for a text of a single line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const lf = text.indexOf('\n');
  return lf > 0 && text[lf - 1] === '\r' ? '\r\n' : '\n';
}

/** The offset at which the line of an offset starts. A lone `\r` ends a line, too. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') {
    start--;
  }
  return start;
}

/** The lines of a text, for turning offsets into positions and back. Lines end with `\n`, `\r\n` or a lone `\r`. */
export class Lines {
  #found: number[] | undefined;

  constructor(readonly text: string) {}

  /** Looked for when a line is first asked for: a forecast asks for none. */
  get #starts(): readonly number[] {
    if (!this.#found) {
      this.#found = [0];
      const lineEnd = /\r\n?|\n/g;
      while (lineEnd.exec(this.text)) {
        this.#found.push(lineEnd.lastIndex);
      }
    }
    return this.#found;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The offset at which a line starts; the end of the text for a line after the last one. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** The range of a line without its line end. */
  rangeOf(line: number): Range {
    const start = this.startOf(line);
    let end = this.startOf(line + 1);
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) {
      end--;
    }
    return { start, end };
  }

  /** The text of a line without its line end. */
  textOf(line: number): string {
    const { start, end } = this.rangeOf(line);
    return this.text.slice(start, end);
  }

  /** The line that an offset is in. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: offset - this.startOf(line) };
  }

  offsetAt(position: Position): number {
    return Math.min(this.startOf(position.line) + position.character, this.text.length);
  }
}
