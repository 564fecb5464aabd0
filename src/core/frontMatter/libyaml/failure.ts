/** Where and why libyaml gives up; caught where the reading was started. */
export class Failure extends Error {
  /**
   * @param context what was being read
   * @param contextStart where that starts
   * @param at where it went wrong
   */
  constructor(
    reason: string,
    readonly context: string,
    readonly contextStart: number,
    readonly at: number,
  ) {
    super(reason);
  }
}

/** Gives up. */
export function tell(reason: string, context: string, contextStart: number, at: number): never {
  throw new Failure(reason, context, contextStart, at);
}
