import { editDistance } from '../spelling/editDistance';

/** So many slips at most make another name of it: a third of the letters, but no more than this. */
const MAX_SLIPS = 8;

/** How many names are compared, so that it does not take long on a large site. */
const MAX_NAMES = 20_000;

/**
 * The names that may be meant, those with the fewest slips between them first; none where none is near enough.
 * @param most how many are wanted
 */
export function nearestTo(written: string, names: readonly string[], most = 3): readonly string[] {
  const plain = written.toLowerCase();
  const limit = Math.min(MAX_SLIPS, Math.max(2, Math.floor(written.length / 3)));
  const near: { name: string; slips: number }[] = [];
  for (const name of names.slice(0, MAX_NAMES)) {
    const slips = editDistance(plain, name.toLowerCase(), limit);
    if (slips <= limit) {
      near.push({ name, slips });
    }
  }
  return near
    .sort((a, b) => a.slips - b.slips)
    .slice(0, most)
    .map(({ name }) => name);
}
