/** Parts as short as this are copied by the engine itself (UTF-16 code units). */
const COPIED = 12;

/** Writes a text anew: a part of one keeps all of it in memory, and what is kept of a file is a small part of it. */
export function ownText(text: string): string {
  return text.length <= COPIED ? text : (JSON.parse(JSON.stringify(text)) as string);
}
