/**
 * How many generated texts a property is tried on. The same ones each time, so that what passes once passes again;
 * `SEED=random` takes others, `RUNS=50` fifty times as many.
 */
export function runs(numRuns: number): { numRuns: number; seed?: number } {
  const factor = Number(process.env['RUNS'] ?? 1);
  const seed = process.env['SEED'] ?? '20260612';
  return { numRuns: numRuns * factor, ...(seed === 'random' ? {} : { seed: Number(seed) }) };
}
