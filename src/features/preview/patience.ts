import type { CauseCode } from '../../core/generators/forecast';
import type { CheckedReport } from '../../workspace/reports/findings';
import { PAUSE } from '../../workspace/reports/typing';

/** Why front matter is not read: what half a word in it leads to. */
const UNREAD: ReadonlySet<CauseCode> = new Set([
  'no-front-matter',
  'unclosed-fence',
  'invalid-fence',
  'syntax',
  'not-a-map',
  'duplicate-field',
]);

/** In the middle of a word front matter is often broken: what was shown stays until the writer pauses. */
export class Patience {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;
  /** The report that is shown as its generator read it. */
  #shownAsRead: string | undefined;

  /** @param again is called when there has been a pause */
  constructor(readonly again: () => void) {}

  /** The report's text was changed. */
  changed(): void {
    this.#changedAt = Date.now();
  }

  /** Tells whether what is shown should stay for now. */
  waits(checked: CheckedReport | null): boolean {
    const key = checked?.open.uri.toString();
    const cause = checked?.open.forecast.cause;
    const isRead = checked !== null && !(cause && UNREAD.has(cause.code));
    const rest = PAUSE - (Date.now() - this.#changedAt);
    if (checked && !isRead && this.#shownAsRead === key && rest > 0) {
      this.stop();
      this.#timer = setTimeout(this.again, rest);
      return true;
    }
    this.#shownAsRead = isRead ? key : undefined;
    return false;
  }

  /** Nothing is shown any more. */
  forget(): void {
    this.#shownAsRead = undefined;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
