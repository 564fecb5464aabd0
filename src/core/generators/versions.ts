const MAX_KNOWN = 1000;

/** Tells whether version `a` is at least `b`. Numbers are compared part by part; missing parts count as zero. */
export function atLeast(a: string, b: string): boolean {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}

const known = new Map<string, readonly number[]>();

/** Only a few versions are ever asked about, but often. */
function numbers(version: string): readonly number[] {
  let parts = known.get(version);
  if (!parts) {
    parts = (version.match(/\d+/g) ?? []).map(Number);
    if (known.size < MAX_KNOWN) {
      known.set(version, parts);
    }
  }
  return parts;
}
