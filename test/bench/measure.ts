import { performance } from 'node:perf_hooks';

/** What several runs of one thing took, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

/**
 * Times things in turn, round by round, so that a machine that changes its speed changes it for all of them.
 * @param inner how often each is run within a round; the round's time is divided by it
 */
export function timeInTurn<Name extends string>(
  works: Record<Name, () => unknown>,
  rounds: number,
  inner: number,
): Record<Name, Timing> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const warmUp = Math.ceil(rounds / 5);
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      for (let i = 0; i < inner; i++) {
        works[name]();
      }
      if (round >= 0) {
        times[name].push((performance.now() - start) / inner);
      }
    }
  }
  return Object.fromEntries(names.map((name) => [name, timingOf(times[name])])) as Record<Name, Timing>;
}

/** Median and 95th percentile of times. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}
