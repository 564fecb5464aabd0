/** How much of a heading is looked at (UTF-16 code units): the patterns' time grows with its square. */
const MAX_HEADING = 500;

/** A link or an image. Bounded, as each bracket that opens none is searched from. */
export const LINK = /!?\[([^\]]{0,300})\]\([^)]{0,500}\)/g;

/** Words with nothing to take away, as most headings are. */
const PLAIN = /^[A-Za-z](?:[A-Za-z ]{0,200}[A-Za-z])?$/;

/** A heading's text for comparison: no markup, emoji, numbering or closing punctuation, lower case, plain apostrophes. */
export function plainHeading(heading: string): string {
  if (PLAIN.test(heading)) {
    return heading.toLowerCase();
  }
  return heading
    .slice(0, MAX_HEADING)
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
