/**
 * What gray-matter needs of Node's `Buffer`, for the web extension host, which has none: it keeps the file's bytes
 * beside what it read, and nobody asks for them.
 */
export const Buffer = {
  from: (text: string): Uint8Array => new TextEncoder().encode(text),
};
