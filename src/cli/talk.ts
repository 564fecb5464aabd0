import type { Paint } from './pretty';

/** How a command talks to its user. */
export interface Talk {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Names a path that cannot be read or changed, with the reason; the exit code will tell of it. */
  readonly complain: (path: string, reason: string) => void;
  readonly paint: Paint;
  /** Whether the output is a terminal, which obeys control characters. */
  readonly terminal: boolean;
}

/**
 * Does what is to be done with one report. A report that this program fails on is named, and the others have their turn.
 * @returns undefined where it failed
 */
export function attempt<T>(file: string, complain: Talk['complain'], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    complain(file, `this program fails on it, which is a fault of the program (${words})`);
    return undefined;
  }
}
