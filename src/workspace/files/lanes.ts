/**
 * How many files are read at one time. VS Code lets each wait for most of its time: with a quarter of them 10,000 reports take
 * nearly twice as long, with twice as many not much less (`npm run bench:index`).
 */
export const LANES = 64;

/** After so many milliseconds of work the editor gets a turn. */
const SLICE = 8;

/** Gives other work of the extension host a turn: reading from memory alone would never give way. */
export class Breath {
  #sliceEnd = 0;
  #pause: Promise<void> | undefined;

  /** Whether it is time to wait for `taken`. */
  get isDue(): boolean {
    return Date.now() >= this.#sliceEnd;
  }

  /** Resolves when the others have had their turn; all that wait share one. */
  taken(): Promise<void> {
    this.#pause ??= turn().then(() => {
      this.#sliceEnd = Date.now() + SLICE;
      this.#pause = undefined;
    });
    return this.#pause;
  }
}

/** Does something with each of many things, some at a time, until all is done or it is no longer wanted. */
export async function inLanes<T>(
  things: readonly T[],
  work: (thing: T) => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  const breath = new Breath();
  const rest = things.values();
  const lane = async () => {
    for (const thing of rest) {
      if (isStopped()) {
        return;
      }
      await work(thing);
      if (breath.isDue) {
        await breath.taken();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, things.length) }, lane));
}

/** A message comes round at once, where a timer takes a millisecond and more. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      port2.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
