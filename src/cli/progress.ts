import { shownPath } from './paths';

/** How long a run takes before it tells how far it is, and how often it tells, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** The longest name that fits into a line beside the count. */
const MAX_NAME = 60;

/** Tells how far a long run is, in a line of its own. */
export class Progress {
  #count = 0;
  #last: number;
  #shown = false;

  /**
   * @param status shows a line in place of the one before
   * @param clock milliseconds
   */
  constructor(
    readonly status: ((line: string) => void) | undefined,
    readonly clock: () => number,
  ) {
    this.#last = clock() + PATIENCE - INTERVAL;
  }

  /** A report is begun. */
  next(file: string): void {
    this.#count++;
    const now = this.clock();
    if (this.status && now - this.#last >= INTERVAL) {
      this.#last = now;
      this.#shown = true;
      const shown = shownPath(file);
      const name = shown.length > MAX_NAME ? `…${shown.slice(1 - MAX_NAME)}` : shown;
      this.status(`${String(this.#count)} reports: ${name}`);
    }
  }

  /** Takes the line away: something else is to stand there, or the last report is done. */
  clear(): void {
    if (this.#shown) {
      this.status?.('');
      this.#shown = false;
    }
  }
}
