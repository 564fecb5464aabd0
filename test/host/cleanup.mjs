// @ts-check
// Whatever a program starts (server, browser, temporary folder) is registered here at once, and undone in reverse order
// when the program ends: normally, by a failure, or by a signal.
import { constants } from 'node:os';
import { setInterval } from 'node:timers';

/** @type {(() => unknown)[]} */
const pending = [];

/**
 * Registers `undo` for {@link cleanUp}.
 * @param {() => unknown} undo
 * @returns {() => Promise<void>} runs it now, once
 */
export function onCleanUp(undo) {
  pending.push(undo);
  return async () => {
    const index = pending.indexOf(undo);
    if (index >= 0) {
      pending.splice(index, 1);
      await undo();
    }
  };
}

/** Undoes everything, the newest first. A step that fails is reported and does not keep the others from running. */
export async function cleanUp() {
  for (let undo = pending.pop(); undo; undo = pending.pop()) {
    try {
      await undo();
    } catch (error) {
      console.error('Clean-up failed:', error);
    }
  }
}

/** Call once in a main program: when it is told to stop, it cleans up first. A second signal does not interrupt that. */
export function cleanUpOnSignals() {
  // Whoever read the output may be gone; that is no reason to end before the clean-up.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EPIPE') {
        throw error;
      }
    });
  }
  let stopping = false;
  const stop = (/** @type {number} */ code) => {
    if (!stopping) {
      stopping = true;
      void cleanUp().then(() => process.exit(code));
    }
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stop(128 + constants.signals[signal]));
  }
  // The shell between npm and its script does not hand a signal on; all that shows is that the parent is gone.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(128 + constants.signals.SIGHUP), 1000).unref();
}
