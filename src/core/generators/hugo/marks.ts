/*
 * Go's readers of YAML take characters for text where the readers here see a mark. Such a character is hidden behind one
 * for private use, which is as long, and shown again where the value is read.
 */

const HIDDEN: Readonly<Record<string, string>> = {
  ':': '\uE000',
  '}': '\uE001',
  ',': '\uE002',
  '?': '\uE003',
};

const SHOWN = new Map(Object.entries(HIDDEN).map(([mark, hidden]) => [hidden, mark]));

/** Hides a character that is text. */
export function hide(mark: string): string {
  return HIDDEN[mark] ?? mark;
}

/** The text with all that was hidden. */
export function show(text: string): string {
  return /[\uE000-\uE003]/.test(text)
    ? text.replace(/[\uE000-\uE003]/g, (hidden) => SHOWN.get(hidden) ?? '')
    : text;
}

/** In brackets a colon at the end of a word is a part of it: `[a:, b]`. */
export function markColons(source: string): string {
  return source.replace(/([[,]\s*[^\s"'[\]{},#]*):(?=[\],])/g, (_whole, word: string) => word + hide(':'));
}
