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
