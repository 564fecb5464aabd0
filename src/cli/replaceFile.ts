import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, chownSync, closeSync, constants, fsyncSync, lstatSync } from 'node:fs';
import { openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from './reasons';

/** Writes a file that must not be there yet, onto the disk itself. */
export type WriteNew = (path: string, text: string) => void;

/**
 * Gives a file another text, whole or not at all: what is written beside it takes its place. The one way in which this
 * program changes files.
 * @param before the text that the change was made for; the file must hold its very bytes
 * @param writeNew left out but for tests
 * @returns why the file is left as it was; null where it has changed
 */
export function replaceFile(
  file: string,
  before: string,
  text: string,
  writeNew: WriteNew = writeToDisk,
): string | null {
  try {
    const entry = lstatSync(file);
    if (entry.isSymbolicLink()) {
      return 'it is a link: name the file that it leads to';
    }
    // To the superuser everything is writable, even what someone has locked.
    if ((entry.mode & 0o222) === 0 || !isWritable(file)) {
      return 'it is read-only';
    }
    return isSame(file, before) && putInPlace(file, before, text, entry, writeNew)
      ? null
      : 'it has been changed meanwhile';
  } catch (error) {
    return reasonOf(error);
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isSame(file: string, before: string): boolean {
  return readFileSync(file).equals(Buffer.from(before));
}

/** @returns whether the file is changed: it is not where it has been changed while the new one was written */
function putInPlace(
  file: string,
  before: string,
  text: string,
  { mode, uid, gid }: Stats,
  writeNew: WriteNew,
): boolean {
  // A name of its own: with more behind the file's it might be too long.
  const beside = join(dirname(file), `.${randomBytes(8).toString('hex')}.tmp`);
  let isMoved = false;
  try {
    writeNew(beside, text);
    const made = lstatSync(beside);
    if (made.uid !== uid || made.gid !== gid) {
      chownSync(beside, uid, gid);
    }
    chmodSync(beside, mode);
    // Writing takes its time: only now is nothing left between the look and the change.
    if (isSame(file, before)) {
      renameSync(beside, file);
      isMoved = true;
    }
    return isMoved;
  } finally {
    if (!isMoved) {
      rmSync(beside, { force: true });
    }
  }
}

function writeToDisk(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    // What takes the old text's place must be there, should the power go.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
