import type * as vscode from 'vscode';
import { Breath, LANES } from '../files/lanes';

/** So many milliseconds a timer may come too early, by another clock: to wait for one more takes longer. */
const EARLY = 1;

/**
 * Files that wait to be read. Each waits for itself: a file that keeps changing holds up no other. A file that changes
 * while it is being read is read once more, so that an old reading never replaces a newer one.
 */
export class FileQueue implements vscode.Disposable {
  /** When each file is due, in milliseconds of the host's clock. */
  readonly #due = new Map<string, number>();
  readonly #reading = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerDue = Infinity;
  #lanes = 0;
  readonly #breath = new Breath();
  #disposed = false;
  #whenIdle: (() => void)[] = [];

  /**
   * @param read reads one file, by its key; must not reject
   * @param onIdle called whenever nothing waits any more
   */
  constructor(
    readonly read: (key: string) => Promise<void>,
    readonly onIdle: () => void = () => undefined,
  ) {}

  /** Has a file read, `delay` milliseconds from now; asking again puts it off. */
  add(key: string, delay = 0): void {
    if (!this.#disposed) {
      this.#due.set(key, Date.now() + delay);
      this.#wakeIn(delay);
    }
  }

  /** Has all that waits read at once. */
  now(): void {
    for (const key of this.#due.keys()) {
      this.#due.set(key, 0);
    }
    if (this.#due.size > 0) {
      this.#wakeIn(0);
    }
  }

  /** Something waits or is being read. */
  get isBusy(): boolean {
    return !this.#disposed && (this.#due.size > 0 || this.#lanes > 0);
  }

  /** Has those that are being read read once more: they may have been read in an old way. */
  again(): void {
    this.#reading.forEach((key) => {
      this.add(key);
    });
  }

  /** Resolves once nothing waits and nothing is being read; also when disposed. */
  idle(): Promise<void> {
    if (!this.isBusy) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#whenIdle.push(resolve);
    });
  }

  #wakeIn(delay: number): void {
    const due = Date.now() + delay;
    if (due >= this.#timerDue) {
      return;
    }
    clearTimeout(this.#timer);
    this.#timerDue = due;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#timerDue = Infinity;
      this.#start();
    }, delay);
  }

  #start(): void {
    const now = Date.now() + EARLY;
    const ready: string[] = [];
    let next = Infinity;
    for (const [key, due] of this.#due) {
      // One that is being read waits for that to end.
      if (due <= now && !this.#reading.has(key)) {
        ready.push(key);
      } else if (due > now) {
        next = Math.min(next, due);
      }
    }
    if (next < Infinity) {
      this.#wakeIn(next - now);
    }
    const work = ready[Symbol.iterator]();
    for (let started = 0; this.#lanes < LANES && started < ready.length; started++) {
      this.#lanes++;
      void this.#run(work);
    }
  }

  /** Goes on with the next file whatever happens: an error is the host's to tell. */
  async #run(work: Iterator<string>): Promise<void> {
    try {
      for (let next = work.next(); !next.done && !this.#disposed; next = work.next()) {
        const key = next.value;
        const due = this.#due.get(key);
        // Another lane may have it, or it was put off meanwhile.
        if (due !== undefined && due <= Date.now() + EARLY && !this.#reading.has(key)) {
          await this.#readOne(key);
        }
      }
    } finally {
      this.#lanes--;
      this.#settle();
    }
  }

  async #readOne(key: string): Promise<void> {
    this.#due.delete(key);
    this.#reading.add(key);
    try {
      await this.read(key);
    } finally {
      this.#reading.delete(key);
    }
    // Who waits for the last one need not wait for a turn of the others', too.
    if (this.#due.size > 0 && this.#breath.isDue) {
      await this.#breath.taken();
    }
  }

  #settle(): void {
    if (this.#disposed || this.#lanes > 0) {
      return;
    }
    if (this.#due.size > 0) {
      this.#start();
      return;
    }
    this.onIdle();
    this.#release();
  }

  #release(): void {
    const waiting = this.#whenIdle;
    this.#whenIdle = [];
    waiting.forEach((resolve) => {
      resolve();
    });
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#due.clear();
    this.#release();
  }
}
