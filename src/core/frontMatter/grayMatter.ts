import matter from 'gray-matter';

/** The names by which gray-matter knows the readers that run nothing (lib/engine.js). */
const SAFE_LANGUAGE = /^(?:|json|[Yy][Aa]?[Mm][Ll])$/;

/** What gray-matter made of a file. */
export type GrayMatterReading =
  | { readonly kind: 'read'; readonly data: unknown; readonly content: string }
  /** It throws: the tool's build ends, or the file is left out. */
  | { readonly kind: 'thrown' }
  /** It would run the header, or look its reader up in places where nobody put one; here nothing is run. */
  | { readonly kind: 'program' }
  /** The header has so many blank lines that reading it would take too long. */
  | { readonly kind: 'unread' };

/**
 * Reads a file as tools built on gray-matter 4.0.3 do (Eleventy, Gatsby and others), with no reader but YAML's and JSON's:
 * it has none for TOML.
 */
export function readWithGrayMatter(text: string): GrayMatterReading {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const hasFence = source.startsWith('---') && source[3] !== '-';
  const language = hasFence ? languageOf(source) : '';
  if (!SAFE_LANGUAGE.test(language)) {
    return /^(?:js|javascript)$/i.test(language) || language in {} ? { kind: 'program' } : { kind: 'thrown' };
  }
  if (hasFence && hasGap(source.slice(0, source.indexOf('\n---') >>> 0))) {
    return { kind: 'unread' };
  }
  try {
    // An options object, always: without one gray-matter caches by text, and returns {} for a header that it rejected before.
    const { data, content } = matter(source, {
      engines: { js: refuse, javascript: refuse },
      // The excerpt is ours to cut: a list for a separator would be written out, however many aliases it is made of.
      excerpt: () => '',
    });
    return { kind: 'read', data, content };
  } catch {
    return { kind: 'thrown' };
  }
}

/** What stands behind the opening fence on its line (matter.language); on a last line all but its last character. */
function languageOf(source: string): string {
  const rest = source.slice(3);
  return rest.slice(0, rest.search(/\r?\n/)).trim();
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
function hasGap(header: string): boolean {
  return (header.match(/\s+/g) ?? []).some((blanks) => blanks.length > 1000);
}

function refuse(): never {
  throw new Error('Front matter is never evaluated');
}
