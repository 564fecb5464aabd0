/** How much of a heading is looked at (UTF-16 code units): the patterns' time grows with its square. */
const MAX_HEADING = 500;

/** A link or an image. Bounded, as each bracket that opens none is searched from. */
export const LINK = /!?\[([^\]]{0,300})\]\([^)]{0,500}\)/g;

/** One heading is asked about by several rules, and most stand in many reports: `Key take-aways`, `Talks`. */
const known = new Map<string, string>();
const MAX_KNOWN = 500;

/** A heading's text for comparison: no markup, emoji, numbering or closing punctuation, lower case, plain apostrophes. */
export function plainHeading(heading: string): string {
  const short = heading.slice(0, MAX_HEADING);
  let plain = known.get(short);
  if (plain === undefined) {
    plain = withoutMarkup(short);
    if (known.size >= MAX_KNOWN) {
      known.clear();
    }
    known.set(short, plain);
  }
  return plain;
}

function withoutMarkup(heading: string): string {
  return heading
    .replace(LINK, '$1')
    .replace(/\{[:#.][^}]*\}\s*$/, '')
    .replace(/[*_`~]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/^[^\p{L}]+|[^\p{L})]+$/gu, '')
    .toLowerCase();
}

/** A heading's text as a reader sees it: no markup, no attributes. */
export function plainHeadingText(heading: string): string {
  return heading
    .slice(0, MAX_HEADING)
    .replace(LINK, '$1')
    .replace(/\{[:#.][^}]*\}\s*$/, '')
    .replace(/\*\*|__|`/g, '')
    .trim();
}
