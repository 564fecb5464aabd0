/** Escapes text for use in HTML, also inside attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${String(c.charCodeAt(0))};`);
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
};

/** What stands for what is not shown; see placeholders.ts. */
const PLACEHOLDER = /<span data-placeholder="[a-z]+">[^<]*<\/span>/g;

/** The text of an HTML fragment: no tags, no placeholders, entities decoded, white space folded. */
export function textOfHtml(fragment: string): string {
  const shown = fragment.includes(' data-placeholder=') ? fragment.replace(PLACEHOLDER, '') : fragment;
  return decoded(withoutComments(shown).replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text with its character references read; names that are not known here stay. */
export function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex ? parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
      return code === undefined
        ? (ENTITIES[name ?? ''] ?? whole)
        : code <= 0x10ffff
          ? String.fromCodePoint(code)
          : whole;
    },
  );
}

/** By hand: a regular expression looks for the end of each comment that has none, again and again. */
function withoutComments(fragment: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const start = fragment.indexOf('<!--', at);
    const end = start < 0 ? -1 : fragment.indexOf('-->', start + 4);
    if (end < 0) {
      return text + fragment.slice(at);
    }
    text += `${fragment.slice(at, start)} `;
    at = end + 3;
  }
}
