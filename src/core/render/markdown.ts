import type MarkdownItFactory from 'markdown-it';
import type { MarkdownIt, Token } from 'markdown-it';

/** A block of Markdown, as markdown-it numbers lines: `map` is [first line, line after the last one]. */
export type BlockToken = Token;

/** What becomes of raw HTML in a note: its text is kept, as on a site that lets HTML pass, or it is left out whole. */
export type RawHtml = 'text' | 'omit';

/** Evaluated on first use: most notes are checked long before anything is rendered. */
function markdownIt(options: { html: boolean }): MarkdownIt {
  const module = require('markdown-it') as { default?: typeof MarkdownItFactory } & typeof MarkdownItFactory;
  return (module.default ?? module)(options);
}

let blocks: MarkdownIt | undefined;
const renderers = new Map<RawHtml, MarkdownIt>();

/**
 * Finds the blocks of a text; inline content stays as it is written.
 * @returns tokens whose `map` counts lines from the start of `markdown`
 */
export function parseBlocks(markdown: string): BlockToken[] {
  // Raw HTML is recognised as such here, so that a heading inside a comment is none.
  blocks ??= markdownIt({ html: true }).disable([
    'inline',
    'linkify',
    'replacements',
    'smartquotes',
    'text_join',
  ]);
  return safely(() => blocks?.parse(markdown, {}) ?? [], []);
}

/** Renders Markdown to HTML that is safe to show: no tag, handler or script link of the note gets into it. */
export function renderMarkdown(markdown: string, rawHtml: RawHtml = 'text'): string {
  return safely(() => renderer(rawHtml).render(markdown), '');
}

/** Renders one line of Markdown, with no paragraph around it. */
export function renderInline(markdown: string): string {
  return safely(() => renderer('text').renderInline(markdown), '');
}

function renderer(rawHtml: RawHtml): MarkdownIt {
  let md = renderers.get(rawHtml);
  if (!md) {
    md = markdownIt({ html: true });
    md.renderer.rules['html_inline'] = () => '';
    md.renderer.rules['html_block'] = (tokens, index) =>
      rawHtml === 'omit'
        ? ''
        : `<p>${escapeHtml(textOfHtml(tokens[index]?.content ?? ''))}</p>\n`.replace('<p></p>\n', '');
    renderers.set(rawHtml, md);
  }
  return md;
}

/** Thousands of nested brackets exhaust the parser's stack; such a text has no blocks then. */
function safely<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

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
};

/** The text of an HTML fragment: no tags, entities decoded, white space folded. */
export function textOfHtml(fragment: string): string {
  return withoutComments(fragment)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex ? parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
      return code === undefined
        ? (ENTITIES[name ?? ''] ?? whole)
        : code <= 0x10ffff
          ? String.fromCodePoint(code)
          : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
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
