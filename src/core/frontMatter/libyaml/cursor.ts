import { tell } from './failure';

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** A place in a source that libyaml reads, and how it moves on. Characters are told by their code; NaN is the end. */
export class Cursor {
  at = 0;
  line = 0;
  /** Where the line starts. */
  lineStart = 0;

  constructor(readonly source: string) {}

  get column(): number {
    return this.at - this.lineStart;
  }

  /** The code of the character that stands `ahead` of the cursor. */
  code(ahead = 0): number {
    return this.source.charCodeAt(this.at + ahead);
  }

  is(character: string, ahead = 0): boolean {
    return this.source[this.at + ahead] === character;
  }

  isSpace(): boolean {
    return this.code() === SPACE;
  }

  isTab(): boolean {
    return this.code() === TAB;
  }

  isBlank(ahead = 0): boolean {
    return isBlank(this.code(ahead));
  }

  isBreak(ahead = 0): boolean {
    return isBreak(this.code(ahead));
  }

  isEnd(): boolean {
    return this.at >= this.source.length;
  }

  isBreakOrEnd(ahead = 0): boolean {
    const code = this.code(ahead);
    return isBreak(code) || Number.isNaN(code);
  }

  isBlankOrEnd(ahead = 0): boolean {
    const code = this.code(ahead);
    return isBlank(code) || isBreak(code) || Number.isNaN(code);
  }

  /** `---` or `...` at the start of a line, which part documents. */
  isDocumentMark(): boolean {
    return (
      this.at === this.lineStart &&
      (this.source.startsWith('---', this.at) || this.source.startsWith('...', this.at)) &&
      this.isBlankOrEnd(3)
    );
  }

  skip(length = 1): void {
    this.at += length;
  }

  skipBlanks(): void {
    while (this.isBlank()) {
      this.at++;
    }
  }

  skipToBreak(): void {
    while (!this.isBreakOrEnd()) {
      this.at++;
    }
  }

  /** Takes a line end and gives what it means: all but two are a line feed. */
  takeBreak(): string {
    const code = this.code();
    this.at += code === CR && this.code(1) === LF ? 2 : 1;
    this.line++;
    this.lineStart = this.at;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
  }

  /** Takes blanks, a comment and the line's end; anything else is an error. */
  takeRestOfLine(start: number, doing: string): void {
    this.skipBlanks();
    if (this.is('#')) {
      this.skipToBreak();
    }
    if (!this.isBreakOrEnd()) {
      tell(`did not find expected comment or line break`, doing, start, this.at);
    }
    if (this.isBreak()) {
      this.takeBreak();
    }
  }

  /** Takes letters, digits, `-` and `_`. */
  takeName(): string {
    const start = this.at;
    while (isWord(this.code())) {
      this.at++;
    }
    return this.source.slice(start, this.at);
  }
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isBreak(code: number): boolean {
  return code === LF || code === CR || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Letters, digits, `-` and `_`: what names are made of. */
export function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x5f
  );
}
