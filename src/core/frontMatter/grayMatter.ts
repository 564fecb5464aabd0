import matter from 'gray-matter';

/** The only languages that may be read. gray-matter itself would evaluate `---js`. */
const SAFE_LANGUAGES = new Set(['', 'yaml', 'toml', 'json']);

/** What gray-matter made of a file. */
export interface GrayMatterReading {
  readonly data: unknown;
  readonly content: string;
}

/**
 * Reads a file as tools built on gray-matter do (Eleventy, Gatsby and others).
 * @returns null where gray-matter throws, or where the fence names a language that would be evaluated
 */
export function readWithGrayMatter(text: string): GrayMatterReading | null {
  const language = /^\uFEFF?---([^\r\n]*)/.exec(text)?.[1]?.trim() ?? '';
  if (!SAFE_LANGUAGES.has(language) || hasGap(text)) {
    return null;
  }
  try {
    // An options object, always: without one gray-matter caches by text, and returns {} for a header that it rejected before.
    const { data, content } = matter(text, { engines: { js: refuse, javascript: refuse } });
    return { data, content };
  } catch {
    return null;
  }
}

/**
 * Tells whether gray-matter's YAML reader (js-yaml 3) accepts a header. Duplicate keys are accepted, as Jekyll does.
 * @param source the header without its fences
 */
export function accepts(source: string): boolean {
  // A line that closes the header early would hide the rest.
  if (/^---/m.test(source) || hasGap(source)) {
    return false;
  }
  try {
    // `json` is js-yaml's own option for "duplicate keys override"; gray-matter hands its options on.
    const options: Parameters<typeof matter>[1] & { json: boolean } = { json: true, language: 'yaml' };
    matter(`---\n${source}\n---\n`, options);
    return true;
  } catch {
    return false;
  }
}

/** gray-matter looks for comments from each of many blank lines anew: its time grows with their number's square. */
function hasGap(text: string): boolean {
  return (text.match(/\s+/g) ?? []).some((blanks) => blanks.length > 1000);
}

function refuse(): never {
  throw new Error('Front matter is never evaluated');
}
