import type { Range } from './text';

/**
 * Finds the first bytes that are not UTF-8, as a decoder does (WHATWG Encoding, "utf-8 decoder").
 * @param bytes the file's
 * @returns the place of the U+FFFD that stands for them in the decoded text (a byte order mark counted, UTF-16);
 *   undefined where all is UTF-8
 */
export function invalidUtf8(bytes: Uint8Array): Range | undefined {
  let offset = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      return { start: offset, end: offset + 1 };
    }
    at += length;
    offset += length === 4 ? 2 : 1;
  }
  return undefined;
}

/** The length of the character that starts at `at`; 0 where no character does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) {
    return 1;
  }
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    // Overlong forms, surrogates and what is above U+10FFFF show in the second byte.
    const low = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (next < low || next > high) {
      return 0;
    }
  }
  return length;
}
