/** Paths are shown and compared by their letters, as Git and code scanners write them: `./` is in none of them. */
export function plainPath(file: string): string {
  return file.replace(/^(?:\.\/+)+(?=[^/])/, '');
}

/** What a terminal obeys, what turns the direction of text, what ends a line, and halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A file's name for people: a character in it that is not seen, or that a terminal would obey, is written out. */
export function shownPath(file: string): string {
  return file.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}
