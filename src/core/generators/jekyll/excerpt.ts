import type { Report } from '../../report/report';
import { renderMarkdown, textOfHtml } from '../../markdown/markdown';
import { Marks } from '../../markdown/placeholders';
import { sanitizedHtml } from '../../markdown/rawHtml';
import type { Excerpt, Separator, Site } from '../generator';
import { NO_EXCERPT } from '../generator';
import { atLeast } from '../versions';
import { hasLiquid, isSwitchedOff, renderLiquid } from './liquid';
import { BLOCKS } from './liquid/template';
import { tokenize } from './liquid/tokens';
import { isMarkdown } from './paths';
import { postData, valueOf } from './postData';
import { isTruthy, rubyText } from './ruby/values';

/** Jekyll's default `excerpt_separator`. */
const BLANK_LINE = '\n\n';

/** The first of the front matter's, the site's and the default separator that says something; `""` switches excerpts off. */
export function jekyllSeparator(report: Report, site: Site): Separator {
  const value = valueOf(report, site, 'excerpt_separator');
  if (value !== undefined && isTruthy(value)) {
    return { text: rubyText(value), declaredBy: report.field('excerpt_separator') ?? null };
  }
  return { text: site.config.excerptSeparator ?? BLANK_LINE, declaredBy: null };
}

/** How much is searched for the labels of link definitions in all (UTF-16 code units). */
const MAX_SEARCHED = 200_000_000;

/** What an excerpt is cut from the body as. */
export interface ExcerptSource {
  readonly markdown: string;
  readonly separator: string;
  /** Where the separator stands in the body; -1 for nowhere. */
  readonly at: number;
}

/**
 * The excerpt as Jekyll cuts it from the body (lib/jekyll/excerpt.rb, extract_excerpt).
 * @returns null where it is cut from nothing: the front matter has one, cannot be read, or switches it off
 */
export function jekyllExcerptSource(report: Report, site: Site): ExcerptSource | null {
  const own = valueOf(report, site, 'excerpt');
  const separator = jekyllSeparator(report, site).text;
  if (postData(report, site).problem || (own !== undefined && isTruthy(own)) || separator === '') {
    return null;
  }
  const body = report.text.slice(report.body);
  const at = body.indexOf(separator);
  const head = at < 0 ? body : body.slice(0, at);
  const tail = at < 0 ? '' : body.slice(at + separator.length);
  const closed = tail === '' && atLeast(site.version, '4') ? head : closeLiquid(head);
  return { markdown: withDefinitions(closed, tail, site), separator, at };
}

/** The excerpt that a site's list of posts shows. */
export function jekyllExcerpt(report: Report, site: Site, limit = Infinity): Excerpt {
  if (postData(report, site).problem) {
    return NO_EXCERPT;
  }
  const own = valueOf(report, site, 'excerpt');
  if (own !== undefined && isTruthy(own)) {
    // Verbatim: Jekyll does not render it. Its tags would be the site's own; here only their text is shown.
    const markdown = rubyText(own);
    const text = textOfHtml(markdown);
    const range = report.field('excerpt')?.value?.range ?? null;
    return { ...NO_EXCERPT, from: 'front-matter', markdown, html: sanitizedHtml(markdown), text, range };
  }
  const source = jekyllExcerptSource(report, site);
  if (!source) {
    return NO_EXCERPT;
  }
  const { separator, at } = source;
  const isStart = source.markdown.length > limit;
  const markdown = isStart ? startOf(source.markdown, limit, site) : source.markdown;
  const render = (text: string) =>
    isMarkdown(report.path, site) ? renderMarkdown(text, 'kramdown') : sanitizedHtml(text);
  const html = render(renderLiquid(markdown, report, site).text ?? '');
  const { start, end } = headRange(report, at);
  return {
    from: at < 0 ? 'whole-post' : separator === BLANK_LINE ? 'first-block' : 'separator',
    markdown,
    html: withPlaceholders(html, markdown, report, site, render),
    text: textOfHtml(html),
    wholePost: at < 0,
    truncated: at >= 0,
    range: { start, end },
    separator:
      at < 0 || separator === BLANK_LINE
        ? null
        : { start: report.body + at, end: report.body + at + separator.length },
    isStart,
  };
}

/** The first blocks of an excerpt, closed and with definitions as an excerpt is. */
function startOf(markdown: string, limit: number, site: Site): string {
  const blank = markdown.lastIndexOf('\n\n', limit);
  const at = blank > limit / 2 ? blank : limit;
  return withDefinitions(closeLiquid(markdown.slice(0, at)), markdown.slice(at), site);
}

/** The excerpt's HTML with placeholders for what Liquid would show, also where Liquid would stop the build. */
function withPlaceholders(
  html: string,
  markdown: string,
  report: Report,
  site: Site,
  render: (text: string) => string,
): string {
  if (!hasLiquid(markdown) || isSwitchedOff(report, site)) {
    return html;
  }
  const marks = new Marks('liquid');
  const marked =
    renderLiquid(markdown, report, site, 0, (source, destination) => marks.mark(source, destination)).text ??
    tokenize(markdown)
      .map(({ kind, text }) => (kind === 'text' ? text : marks.mark(text)))
      .join('');
  return marks.isEmpty ? html : marks.expand(render(marked));
}

/** Where the text before the separator stands, without the white space around it. */
function headRange({ text, body }: Report, at: number) {
  const head = at < 0 ? text.slice(body) : text.slice(body, body + at);
  const end = body + head.trimEnd().length;
  return { start: Math.min(body + (head.length - head.trimStart().length), end), end };
}

/**
 * Liquid blocks that the cut leaves open are closed behind it (Excerpt#sanctify_liquid_tags). A block counts as closed
 * where its closing tag stands anywhere before the cut, though another block may be the one that it closes.
 */
function closeLiquid(head: string): string {
  const last = head.lastIndexOf('%}');
  if (!head.includes('{%') || last < 0) {
    return head;
  }
  const tags = Array.from(
    head.slice(0, last + 2).matchAll(/\{%-?\s*(\w+)[^]*?%\}/g),
    ([, name = '']) => name,
  ).reverse();
  return [...new Set(tags)]
    .filter((name) => BLOCKS.has(name))
    .reduce(
      (text, name) =>
        new RegExp(`\\{%-?\\s*end${name}`).test(text.slice(0, text.lastIndexOf('%}')))
          ? text
          : `${text}\n{% end${name} %}`,
      head,
    );
}

/** Link definitions of the rest go with the excerpt: in 4.x those whose label occurs in it, before all of them. */
function withDefinitions(head: string, tail: string, site: Site): string {
  if (tail === '') {
    return head;
  }
  const definitions = linkDefinitions(tail);
  if (!atLeast(site.version, '4')) {
    return `${head}\n\n${definitions.map(({ whole }) => whole).join('\n')}`;
  }
  const used = definitions
    .slice(0, MAX_SEARCHED / head.length + 1)
    .filter(({ label }) => head.includes(label))
    .map(({ whole }) => whole.trimStart());
  return used.length > 0 ? `${head}\n\n${used.join('\n')}` : head;
}

/** Excerpt::MKDWN_LINK_REF_REGEX, `^ {0,3}\[[^\]]+\]:.+$`: the label may go on over line ends. */
function linkDefinitions(text: string): { readonly whole: string; readonly label: string }[] {
  const definitions: { whole: string; label: string }[] = [];
  const start = /(?<![^\n]) {0,3}\[/g;
  let close = -1;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const open = start.lastIndex - 1;
    close = close > open ? close : text.indexOf(']', open);
    if (close < 0) {
      break;
    }
    const lineEnd = (text.indexOf('\n', close) + text.length + 1) % (text.length + 1);
    if (close > open + 1 && text[close + 1] === ':' && lineEnd > close + 2) {
      definitions.push({
        whole: text.slice(match.index, lineEnd),
        label: text.slice(open, close + 1),
      });
      start.lastIndex = lineEnd;
    }
  }
  return definitions;
}
