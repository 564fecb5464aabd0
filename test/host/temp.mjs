// @ts-check
// Temporary folders, removed by the clean-up.
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onCleanUp } from './cleanup.mjs';

/**
 * Makes an empty folder.
 * @param {string} name what it is for
 * @returns {string} its real path: VS Code reports paths without symbolic links
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `conference-notes-${name}-`));
  // A server that is just ending may still write; hence the retries.
  onCleanUp(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * A copy that a test may change, with the same name, since the name is on the screen.
 * @param {string} folder
 * @returns {string}
 */
export function temporaryCopy(folder) {
  const copy = join(temporaryFolder('site'), basename(folder));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/**
 * A copy that is kept from one time to the next, with what was written in it.
 * @param {string} folder
 * @param {string} copy
 * @param {{ anew?: boolean }} [options] what was written there is to go
 * @returns {boolean} whether it was there already
 */
export function keptCopy(folder, copy, { anew = false } = {}) {
  if (existsSync(copy) && !anew) {
    return true;
  }
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  return false;
}
