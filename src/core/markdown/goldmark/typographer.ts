import { decoded } from '../htmlText';
import type { Typographer } from './options';
import type { Progress } from './progress';

/** What stands for typographic characters, by what is written. */
export interface Symbols extends Typographer {
  readonly written: readonly (readonly [string, string])[];
}

/** @param typographer with character references, which are read; tags in them are shown as they are written */
export function symbolsOf(typographer: Typographer): Symbols {
  const symbols = Object.fromEntries(
    Object.entries(typographer).map(([name, html]: [string, string]) => [name, decoded(html)]),
  ) as unknown as Typographer;
  return {
    ...symbols,
    written: [
      ['---', symbols.emDash],
      ['--', symbols.enDash],
      ['...', symbols.ellipsis],
      ['<<', symbols.leftAngleQuote],
      ['>>', symbols.rightAngleQuote],
    ],
  };
}

const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
const PUNCTUATION = /\p{P}/u;
const SPACE = /\s/;
/** A closing quotation mark between two marks needs the second, or nothing, behind it. */
const ASCII_PUNCTUATION_OR_SPACE = /[\s!-/:-@[-`{-~]/;

/** The typographic character that stands for what is written here (extension/typographer.go). */
export function typographic(
  text: string,
  at: number,
  max: number,
  open: Progress,
  symbols: Symbols,
): { text: string; length: number } | null {
  const code = text.charCodeAt(at);
  if (code !== 39 && code !== 34) {
    const symbol = symbols.written.find(
      ([written]) => at + written.length <= max && text.startsWith(written, at),
    );
    return symbol ? { text: symbol[1], length: symbol[0].length } : null;
  }
  if (code === 39 && isAsciiLetter(text.charCodeAt(at - 1)) && isAsciiLetter(text.charCodeAt(at + 1))) {
    return { text: symbols.apostrophe, length: 1 };
  }
  const quote = quoteAt(text, at, max, open, symbols);
  return quote === null ? null : { text: quote, length: 1 };
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function quoteAt(text: string, at: number, max: number, open: Progress, symbols: Symbols): string | null {
  const before = at === 0 ? '\n' : lastCharacter(text, at);
  const behind = text.slice(at + 1, Math.min(max, at + 6));
  const after = firstCharacter(behind) || ' ';
  const canOpen = isLeftFlanking(before, after);
  const canClose = isLeftFlanking(after, before);
  if (!canOpen && !canClose) {
    return null;
  }
  return text.charCodeAt(at) === 39
    ? single(before, behind, canOpen, canClose, open, symbols)
    : double(before, behind, canOpen, canClose, open, symbols);
}

function single(
  before: string,
  behind: string,
  canOpen: boolean,
  canClose: boolean,
  open: Progress,
  symbols: Symbols,
): string | null {
  const opens = canOpen && !canClose;
  const after = firstCharacter(behind);
  if (
    (opens && /^\d\ds(?:$|[\s\p{P}])/u.test(behind)) ||
    ((PUNCTUATION.test(before) || SPACE.test(before)) && /^[tenl]/.test(behind)) ||
    (LETTER_OR_DIGIT.test(before) && LETTER.test(after))
  ) {
    return symbols.apostrophe;
  }
  if (opens) {
    if (/^(?:[smtd]|ve|ll|re)(?:$|[\s!-/:-@[-`{-~])/.test(behind)) {
      return symbols.apostrophe;
    }
    open.singles++;
    return symbols.leftSingleQuote;
  }
  if (behind.length > 1 && !/\p{Nd}/u.test(after)) {
    return symbols.apostrophe;
  }
  return closes(behind, canOpen, canClose, open.singles) ? (open.singles--, symbols.rightSingleQuote) : null;
}

function double(
  before: string,
  behind: string,
  canOpen: boolean,
  canClose: boolean,
  open: Progress,
  symbols: Symbols,
): string | null {
  if (canOpen && !canClose) {
    open.doubles++;
    return symbols.leftDoubleQuote;
  }
  // The first of two behind a number is an inch sign.
  if (
    !closes(behind, canOpen, canClose, open.doubles) ||
    (behind.startsWith('"') && /\p{Nd}/u.test(before))
  ) {
    return null;
  }
  open.doubles--;
  return symbols.rightDoubleQuote;
}

function closes(behind: string, canOpen: boolean, canClose: boolean, open: number): boolean {
  if (!canClose || open === 0) {
    return false;
  }
  return (
    !canOpen ||
    (PUNCTUATION.test(firstCharacter(behind)) &&
      (behind.length === 1 || ASCII_PUNCTUATION_OR_SPACE.test(behind.charAt(1))))
  );
}

/** CommonMark's rule for delimiters; a right-flanking one is the same read backwards. */
function isLeftFlanking(before: string, after: string): boolean {
  const isPunctuation = (text: string) => /[\p{P}\p{S}]/u.test(text);
  return !SPACE.test(after) && (!isPunctuation(after) || SPACE.test(before) || isPunctuation(before));
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function lastCharacter(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  return text.slice(code >= 0xdc00 && code <= 0xdfff ? at - 2 : at - 1, at);
}
