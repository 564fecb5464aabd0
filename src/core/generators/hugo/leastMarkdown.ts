import { DIVIDER } from './cutHtml';

/*
 * A summary is made of the first blocks of a page, and rendering the others is most of the work. Markdown's blocks are read
 * from top to bottom: what stands before a new top-level block renders the same without it, but for the definitions of links
 * and footnotes, which may follow anywhere.
 */

/** About how many characters a word takes, with all its markup: a guess that costs time where it is wrong, nothing else. */
const PER_WORD = 10;
const MARGIN = 400;

/**
 * A line that begins a top-level block whatever stands before it: a heading, or text that goes on as text. A line of a
 * list, a table or a definition list might belong to the block before.
 */
const NEW_BLOCK = /\n[ \t]*\n(?=#{1,6} |\p{L}[^\n]*(?:\n(?![ \t]*[:=|-])|$))/gu;

/** Lines that define a link or a footnote, each with the lines that go on behind it. */
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/gm;

/** Where lines that look like definitions may be code, or hidden. */
const MAY_HIDE = /```|~~~|<|^(?: {4}|\t)/m;

/**
 * The start of a page, with the divider behind it.
 * @param words how many words the summary needs
 * @returns null where the whole page is to be rendered
 */
export function startOfPage(markdown: string, words: number): string | null {
  const enough = words * PER_WORD + MARGIN;
  if (markdown.length < enough * 1.5) {
    return null;
  }
  NEW_BLOCK.lastIndex = enough;
  const block = NEW_BLOCK.exec(markdown);
  const definitions = block && definitionsIn(markdown.slice(block.index));
  return block && definitions !== null
    ? `${markdown.slice(0, block.index)}\n\n${DIVIDER}\n\n${definitions}`
    : null;
}

/**
 * What stands before a divider, the divider, and of what follows only what may matter.
 * @returns null where the whole page is to be rendered
 */
export function startWithDivider(head: string, rest: string): string | null {
  const isNewBlock = /^(?:#{1,6} |\p{L}[^\n]*(?:\n(?![ \t]*[:=|-])|$)|$)/u.test(rest.trimStart());
  const definitions = isNewBlock ? definitionsIn(rest) : null;
  return definitions === null ? null : `${head}\n\n${DIVIDER}\n\n${definitions}`;
}

/** The definitions in a text; null where it cannot be told what is one. */
function definitionsIn(rest: string): string | null {
  const definitions = rest.match(DEFINITION) ?? [];
  return definitions.length > 0 && MAY_HIDE.test(rest) ? null : definitions.join('\n\n');
}

/** Tells whether the divider became a paragraph outside of every other block: then it is a place between two blocks. */
export function isBetweenBlocks(html: string): boolean {
  const at = html.indexOf(`<p>${DIVIDER}</p>`);
  let open = 0;
  for (const tag of html.slice(0, Math.max(0, at)).matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi)) {
    if (!/^(?:br|hr|img|input|wbr)$/i.test(tag[2] ?? '')) {
      open += tag[1] ? -1 : 1;
    }
  }
  return at >= 0 && open === 0;
}
