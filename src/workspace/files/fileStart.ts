import { headerOf } from '../../core/index/readHeader';
import type { Site } from '../../core/generators/generator';

/** Where a header nearly always has ended, in bytes; where it has not, more of the file is read. */
const FIRST_BYTES = 16 * 1024;

/** Of a larger file, in bytes, the rest is left out. */
const MAX_BYTES = 2_000_000;

const decoder = new TextDecoder();

/** The file's start, with all of its header in it. */
export function startOf(bytes: Uint8Array, site: Site): string {
  const start = decoder.decode(bytes.subarray(0, FIRST_BYTES));
  // A character cut in two at the end does no harm: it stands behind the header.
  const isEnough = bytes.length <= FIRST_BYTES || !/^\s*[-+{]/.test(start) || headerOf(start, site) !== null;
  return isEnough ? start : decoder.decode(bytes.subarray(0, MAX_BYTES));
}
