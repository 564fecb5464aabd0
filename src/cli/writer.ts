import { setImmediate } from 'node:timers/promises';
import { replaceFile } from './replaceFile';

/** The signals that end a program, but for the one that nothing can hold up. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Changes files one after the other. A signal that is to end the program waits until the file at hand is whole. */
export class Writer {
  #holds = false;

  /** @see replaceFile */
  async replace(file: string, before: string, text: string): Promise<string | null> {
    if (!this.#holds) {
      this.#holds = true;
      SIGNALS.forEach((signal) => process.on(signal, this.#end));
    }
    const reason = replaceFile(file, before, text);
    // Here a signal that has come meanwhile is heard.
    await setImmediate();
    return reason;
  }

  /** No more is written. */
  close(): void {
    SIGNALS.forEach((signal) => process.off(signal, this.#end));
    this.#holds = false;
  }

  /** Ends the program as the signal would have done, so that who started it sees which one it was. */
  readonly #end = (signal: NodeJS.Signals): void => {
    this.close();
    process.kill(process.pid, signal);
  };
}
