import type * as vscode from 'vscode';

/** What tells one state of a file from another, in one number that is exact until the year 2109. */
export function stampOf({ mtime, size }: vscode.FileStat): number {
  return Math.floor(mtime) * SIZES + (size % SIZES);
}

/** When the file of a stamp was changed, in milliseconds since 1970. */
function timeOf(stamp: number): number {
  return Math.floor(stamp / SIZES);
}

const SIZES = 2048;

/** A file that was changed so shortly before it was read, in milliseconds, may have changed once more: clocks are coarse. */
const DOUBT = 20;

/** A reading that will not hold: it is of an open document, or of today. */
const PASSING = 0;

/**
 * The files that were read, and in which state each was. Files are not asked for their times when they are read, but when
 * that is to be kept; until then the moment of reading is known, as a negative number.
 */
export class FileStamps {
  readonly #stamps = new Map<string, number>();

  get size(): number {
    return this.#stamps.size;
  }

  has(key: string): boolean {
    return this.#stamps.has(key);
  }

  keys(): Iterable<string> {
    return this.#stamps.keys();
  }

  /**
   * A file was read.
   * @param at the moment before that
   * @param lasts its reading will be the same as long as the file is
   */
  read(key: string, at: number, lasts: boolean): void {
    this.#stamps.set(key, lasts ? -at : PASSING);
  }

  /** What was kept of a file still holds. */
  keep(key: string, stamp: number): void {
    this.#stamps.set(key, stamp);
  }

  delete(key: string): void {
    this.#stamps.delete(key);
  }

  clear(): void {
    this.#stamps.clear();
  }

  /** The files whose readings will hold, but whose states are not known. */
  unasked(): string[] {
    return [...this.#stamps].flatMap(([key, stamp]) => (stamp < 0 ? [key] : []));
  }

  /** Takes a file's state for the one that was read, if it is older than the reading. */
  settle(key: string, stamp: number): void {
    const read = this.#stamps.get(key);
    if (read !== undefined && read < 0) {
      this.#stamps.set(key, timeOf(stamp) < -read - DOUBT ? stamp : PASSING);
    }
  }

  /** The files whose readings will hold, and whose states are known. */
  settled(): string[] {
    return [...this.#stamps].flatMap(([key, stamp]) => (stamp > 0 ? [key] : []));
  }

  /** The state of a file that was read; null where that is not known, or the reading will not hold. */
  of(key: string): number | null {
    const stamp = this.#stamps.get(key);
    return stamp !== undefined && stamp > 0 ? stamp : null;
  }
}
