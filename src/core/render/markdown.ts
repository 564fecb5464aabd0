import type * as MarkdownItModule from 'markdown-it';
import type { MarkdownIt, Token } from 'markdown-it';
import type * as Goldmark from './goldmark';
import type * as Kramdown from './kramdown';
import type { Tools } from './kramdown/output';
import { cut, withoutVainBrackets } from './bounds';
import { escapeHtml, textOfHtml } from './htmlText';
import { placeholder } from './placeholders';
import { isVoid, sanitizedHtml, startTag } from './rawHtml';
import { safeUrl } from './urls';

export { escapeHtml, textOfHtml };

/** A block of Markdown, as markdown-it numbers lines: `map` is [first line, line after the last one]. */
export type BlockToken = Token;

/**
 * How Markdown is read: as Jekyll does by default (kramdown, with raw HTML as far as it is safe), as Hugo does (goldmark, raw
 * HTML is left out, but where the site lets HTML pass), or as no generator in particular.
 */
export type Dialect = 'kramdown' | 'goldmark' | 'goldmark-unsafe' | 'commonmark';

/** Evaluated on first use: most notes are checked long before anything is rendered. */
function markdownIt(): MarkdownIt {
  const { default: factory } = require('markdown-it') as typeof MarkdownItModule;
  return factory({ html: true });
}

const kramdown = () => require('./kramdown') as typeof Kramdown;
const goldmark = () => require('./goldmark') as typeof Goldmark;

let blocks: MarkdownIt | undefined;
const renderers = new Map<Dialect, MarkdownIt>();

/**
 * Finds the blocks of a text; inline content stays as it is written.
 * @returns tokens whose `map` counts lines from the start of `markdown`
 */
export function parseBlocks(markdown: string): BlockToken[] {
  // Raw HTML is recognised as such here, so that a heading inside a comment is none.
  blocks ??= markdownIt().disable(['inline', 'linkify', 'replacements', 'smartquotes', 'text_join']);
  return safely(
    () => blocks?.parse(markdown, {}) ?? [],
    () => [],
  );
}

/** Renders Markdown to HTML that is safe to show: no handler, script link or element that does something gets into it. */
export function renderMarkdown(markdown: string, dialect: Dialect = 'commonmark'): string {
  const { markdown: text, rest } = cut(markdown);
  return safely(
    () => {
      const html =
        dialect === 'kramdown' ? kramdown().renderKramdown(text, tools) : renderer(dialect).render(text);
      return rest === '' ? html : `${html}<p>${escapeHtml(rest)}</p>\n`;
    },
    () => `<p>${escapeHtml(markdown)}</p>\n`,
  );
}

/** Renders one line of Markdown, with no paragraph around it. */
export function renderInline(markdown: string, dialect: Dialect = 'commonmark'): string {
  const { markdown: text, rest } = cut(markdown);
  return safely(
    () => {
      const html =
        dialect === 'kramdown'
          ? kramdown().renderKramdownSpans(text, tools)
          : renderer(dialect).renderInline(text);
      return html + escapeHtml(rest);
    },
    () => escapeHtml(markdown),
  );
}

const tools: Tools = {
  escape: escapeHtml,
  startTag,
  isVoid,
  placeholder: (source) => placeholder('html', source),
  sanitized: sanitizedHtml,
  decode: (reference) => renderer('commonmark').utils.unescapeAll(reference),
  safeUrl: (url) =>
    safeUrl(url.includes('&') ? renderer('commonmark').utils.unescapeAll(url.replaceAll('\\', '\\\\')) : url),
};

function renderer(dialect: Dialect): MarkdownIt {
  let md = renderers.get(dialect);
  if (!md) {
    md = markdownIt();
    md.core.ruler.before('inline', 'vain_brackets', ({ tokens }) => {
      for (const token of tokens) {
        if (token.type === 'inline') {
          token.content = withoutVainBrackets(token.content);
        }
      }
    });
    if (dialect !== 'commonmark') {
      goldmark().likeGoldmark(md);
    }
    if (dialect === 'goldmark-unsafe') {
      md.renderer.rules['html_inline'] = (tokens, index) => safeTag(tokens[index]?.content ?? '');
      md.renderer.rules['html_block'] = (tokens, index) => sanitizedHtml(tokens[index]?.content ?? '');
    } else if (dialect === 'commonmark') {
      md.renderer.rules['html_inline'] = () => '<span></span>';
      md.renderer.rules['html_block'] = (tokens, index) =>
        `<p>${escapeHtml(textOfHtml(tokens[index]?.content ?? ''))}</p>\n`.replace('<p></p>\n', '');
    }
    renderers.set(dialect, md);
  }
  return md;
}

/** A single tag in a line: its element goes on in what follows, and may end nowhere. */
function safeTag(written: string): string {
  const [, slash, name = '', attributes = ''] =
    /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^]*?)\/?>$/.exec(written) ?? [];
  const tag = startTag(name.toLowerCase(), attributes);
  return tag === null ? '<span></span>' : slash === '/' ? `</${name.toLowerCase()}>` : tag;
}

/** What is nested too deeply exhausts a parser's stack; such a text has no blocks, and is shown as it is written. */
function safely<T>(work: () => T, otherwise: () => T): T {
  try {
    return work();
  } catch {
    return otherwise();
  }
}
