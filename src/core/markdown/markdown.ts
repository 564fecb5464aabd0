import type * as MarkdownItModule from 'markdown-it';
import type { MarkdownIt, Token } from 'markdown-it';
import type * as Goldmark from './goldmark';
import type { GoldmarkOptions, PageEnv } from './goldmark/options';
import { DEFAULT_OPTIONS } from './goldmark/options';
import type * as Kramdown from './kramdown';
import type { Tools } from './kramdown/output';
import { cut, withoutVainBrackets } from './bounds';
import { escapeHtml, textOfHtml } from './htmlText';
import { placeholder } from './placeholders';
import { isUnseen, isVoid, sanitizedHtml, startTag } from './rawHtml';
import { safeUrl } from './urls';

export { escapeHtml, sanitizedHtml, textOfHtml };

/** A block of Markdown, as markdown-it numbers lines: `map` is [first line, line after the last one]. */
export type BlockToken = Token;

/**
 * How Markdown is read: as Jekyll does by default (kramdown, with raw HTML as far as it is safe), as Hugo does (goldmark, by
 * default or as a site has it), or as no generator in particular.
 */
export type Dialect = 'kramdown' | 'goldmark' | 'commonmark' | GoldmarkOptions;

/** Evaluated on first use: most notes are checked long before anything is rendered. */
function markdownIt(): MarkdownIt {
  const { default: factory } = require('markdown-it') as typeof MarkdownItModule;
  return factory({ html: true });
}

const kramdown = () => require('./kramdown') as typeof Kramdown;
const goldmark = () => require('./goldmark') as typeof Goldmark;

let blocks: MarkdownIt | undefined;

/** As many kinds of sites as anybody has open. */
const MAX_RENDERERS = 20;
const renderers = new Map<string, MarkdownIt>();

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
  if (dialect !== 'kramdown') {
    const { html, isRaw } = renderPage(markdown, dialect);
    return isRaw ? sanitizedHtml(html) : html;
  }
  const { markdown: text, rest } = cut(markdown);
  return safely(
    () => kramdown().renderKramdown(text, tools) + shownAsWritten(rest),
    () => shownAsWritten(markdown),
  );
}

/** A page as its generator has it. */
export interface Page {
  /** Not safe to show where it `isRaw`: `sanitizedHtml` makes it so, of any part of it. */
  readonly html: string;
  readonly isRaw: boolean;
}

/** Renders Markdown as it is on the site: with what the note says itself, which only a part that is shown may lose. */
export function renderPage(markdown: string, dialect: Exclude<Dialect, 'kramdown'>): Page {
  const { markdown: text, rest } = cut(markdown);
  return safely<Page>(
    () => {
      const env: PageEnv = {};
      const html = renderer(dialect).render(text, env) + shownAsWritten(rest);
      return { html, isRaw: env.isRaw === true };
    },
    () => ({ html: shownAsWritten(markdown), isRaw: false }),
  );
}

/** Renders one line of Markdown, with no paragraph around it. */
export function renderInline(markdown: string, dialect: Dialect = 'commonmark'): string {
  const { markdown: text, rest } = cut(markdown);
  return safely(
    () => {
      if (dialect === 'kramdown') {
        return kramdown().renderKramdownSpans(text, tools) + escapeHtml(rest);
      }
      const env: PageEnv = {};
      const html = renderer(dialect).renderInline(text, env);
      return (env.isRaw ? sanitizedHtml(html) : html) + escapeHtml(rest);
    },
    () => escapeHtml(markdown),
  );
}

/** Names between colons become emojis wherever they stand, also in code: so did Hugo before 0.120, in the text of the file. */
export function withEmojis(markdown: string): string {
  return markdown.includes(':') ? goldmark().withEmojis(markdown) : markdown;
}

function shownAsWritten(text: string): string {
  return text === '' ? '' : `<p>${escapeHtml(text)}</p>\n`;
}

const tools: Tools = {
  escape: escapeHtml,
  startTag,
  isVoid,
  isUnseen,
  placeholder: (source) => placeholder('html', source),
  sanitized: sanitizedHtml,
  decode: (reference) => renderer('commonmark').utils.unescapeAll(reference),
  safeUrl: (url) =>
    safeUrl(url.includes('&') ? renderer('commonmark').utils.unescapeAll(url.replaceAll('\\', '\\\\')) : url),
};

const keys = new WeakMap<GoldmarkOptions, string>();

function keyOf(options: GoldmarkOptions): string {
  let key = keys.get(options);
  if (key === undefined) {
    key = JSON.stringify(options);
    keys.set(options, key);
  }
  return key;
}

function renderer(dialect: Exclude<Dialect, 'kramdown'>): MarkdownIt {
  const options = dialect === 'goldmark' ? DEFAULT_OPTIONS : dialect === 'commonmark' ? null : dialect;
  const key = options ? keyOf(options) : 'commonmark';
  let md = renderers.get(key);
  if (!md) {
    md = markdownIt();
    md.core.ruler.before('inline', 'vain_brackets', ({ tokens }) => {
      for (const token of tokens) {
        if (token.type === 'inline') {
          token.content = withoutVainBrackets(token.content);
        }
      }
    });
    if (options) {
      goldmark().likeGoldmark(md, options);
    } else {
      md.renderer.rules['html_inline'] = () => '<span></span>';
      md.renderer.rules['html_block'] = (tokens, index) =>
        `<p>${escapeHtml(textOfHtml(tokens[index]?.content ?? ''))}</p>\n`.replace('<p></p>\n', '');
    }
    if (renderers.size >= MAX_RENDERERS) {
      renderers.clear();
    }
    renderers.set(key, md);
  }
  return md;
}

/** What is nested too deeply exhausts a parser's stack; such a text has no blocks, and is shown as it is written. */
function safely<T>(work: () => T, otherwise: () => T): T {
  try {
    return work();
  } catch {
    return otherwise();
  }
}
