import { randomUUID } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, lstatSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { reasonOf } from './files';

/**
 * Gives a file another text, whole or not at all: what is written beside it takes its place.
 * @param before the text that the change was made for
 * @returns why the file is left as it was; null where it has changed
 */
export function replaceFile(file: string, before: string, text: string): string | null {
  try {
    const entry = lstatSync(file);
    if (entry.isSymbolicLink()) {
      return 'it is a link: name the file that it leads to';
    }
    // To the superuser everything is writable, even what someone has locked.
    if ((entry.mode & 0o222) === 0) {
      return 'it is read-only';
    }
    accessSync(file, constants.W_OK);
    if (!readFileSync(file).equals(Buffer.from(before))) {
      return 'it has been changed meanwhile';
    }
    putInPlace(file, text, entry);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

function putInPlace(file: string, text: string, { mode, uid, gid }: Stats): void {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    const made = lstatSync(beside);
    if (made.uid !== uid || made.gid !== gid) {
      chownSync(beside, uid, gid);
    }
    chmodSync(beside, mode);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
