let failed = 0;

/** Prints a figure, and whether it keeps to its budget; a budget that is not met fails the bench. */
export function row(what: string, figure: string, budget?: { text: string; met: boolean }): void {
  failed += budget && !budget.met ? 1 : 0;
  const verdict = budget ? `${budget.met ? 'ok  ' : 'OVER'} ${budget.text}` : '';
  console.log(`${what.padEnd(62)} ${figure.padStart(26)}   ${verdict}`);
}

/** How many budgets were not met. */
export function failures(): number {
  return failed;
}

export const ms = (value: number) => `${value.toFixed(value < 1 ? 3 : 2)} ms`;
export const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
export const times = (ratio: number) => `${ratio.toFixed(2)}×`;

/** A ratio against its limit. */
export function atMost(ratio: number, limit: number): { text: string; met: boolean } {
  return { text: `≤ ${times(limit)}`, met: ratio <= limit };
}
