/**
 * A text's FNV-1a hash over UTF-16 code units, in 32 bits: tells a text that was changed by accident, not one that was
 * made to deceive.
 */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
