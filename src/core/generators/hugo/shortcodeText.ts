import { escapeHtml, renderInline, renderMarkdown, textOfHtml, withEmojis } from '../../markdown/markdown';
import type { Marks } from '../../markdown/placeholders';
import { safeUrl } from '../../markdown/urls';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import type { Data } from '../scalars';
import type { Site } from '../generator';
import { goldmarkOf, replacesEmojis } from './markup';
import { lexShortcodes } from './shortcodeLexer';
import type { Shortcode } from './shortcodes';
import { ownShortcode, readShortcodes } from './shortcodes';
import { goText, valueOf } from './values';

/** A body whose shortcodes have something in their places. */
export interface Body {
  /** The Markdown that Hugo renders. */
  readonly markdown: string;
  /** Puts what the shortcodes make into the rendered page. */
  readonly expand: (html: string) => string;
}

/** What stands for a shortcode while the text around it is rendered; the same as Hugo's own, as it shows in word counts. */
const placeholder = (index: number) => `HAHAHUGOSHORTCODE${String(index)}s0HBHB`;

/**
 * Puts text in the places of shortcodes: of Hugo's own what is seen of them, of others nothing, as only their templates
 * know (hugolib/shortcode.go, expandShortcodeTokens).
 * @param part where the part starts and ends that is wanted
 * @param marks marks the places of what only templates know
 */
export function bodyOf(report: Report, site: Site, { start, end }: Range, marks: Marks | null): Body {
  const { text } = report;
  const { found, escaped } = readShortcodes(report, site);
  const made: string[] = [];
  let markdown = '';
  let at = start;
  const pieces = [...found, ...escaped].sort((a, b) => a.range.start - b.range.start);
  for (const piece of pieces) {
    if (piece.range.start < at || piece.range.end > end) {
      continue;
    }
    markdown += text.slice(at, piece.range.start);
    at = piece.range.end;
    if (!('tag' in piece)) {
      markdown += piece.text;
      continue;
    }
    const html = htmlOf(piece, report, site, marks);
    if (piece.tag.markup) {
      markdown += html;
    } else {
      markdown += placeholder(made.length);
      made.push(html);
    }
  }
  markdown += text.slice(at, end);
  return {
    markdown: replacesEmojis(site) ? withEmojis(markdown) : markdown,
    expand: (html) =>
      made.length === 0
        ? html
        : html
            // Within a tag only text may stand.
            .replace(/<[^<>]*HAHAHUGOSHORTCODE\d[^<>]*>/gi, (tag) =>
              tag.replace(/HAHAHUGOSHORTCODE(\d+)s0HBHB/gi, (_whole, index: string) => {
                const text = made[Number(index)] ?? '';
                return /[<>"]/.test(text) ? '' : text;
              }),
            )
            .replace(
              /<p>HAHAHUGOSHORTCODE(\d+)s0HBHB<\/p>|HAHAHUGOSHORTCODE(\d+)s0HBHB/gi,
              (_whole, alone?: string, inText?: string) => made[Number(alone ?? inText)] ?? '',
            ),
  };
}

/** What is seen of a shortcode, as HTML that is safe to show. */
function htmlOf({ tag, inner }: Shortcode, report: Report, site: Site, marks: Marks | null): string {
  const { params } = tag;
  const mark = () => marks?.mark(report.text.slice(tag.range.start, tag.range.end)) ?? '';
  const name = tag.name.toLowerCase();
  // A summary divider in a shortcode is none, and gets lost.
  const content = inner ? report.text.slice(inner.start, inner.end).replace(/<!--more-->\s*/, '') : '';
  if (ownShortcode(tag.name, site.config, site.version) !== undefined) {
    // Its template may do anything with it; most show it, in HTML, which Markdown leaves out unless the site lets it pass.
    const shown = !tag.markup
      ? escapeHtml(withoutShortcodes(content))
      : site.config.hugo?.markup?.unsafe
        ? content
        : '';
    return mark() + shown;
  }
  switch (name) {
    case 'figure':
      return figure(params);
    case 'highlight':
      return highlight(content, [...params.values(), ...params.keys()].join());
    case 'details': {
      const summary = renderInline(params.get('summary') ?? 'Details', goldmarkOf(site));
      return `<details>\n<summary>${summary}</summary>\n${renderMarkdown(withoutShortcodes(content).trim(), goldmarkOf(site))}</details>\n`;
    }
    case 'instagram':
      return '<blockquote>View this post on Instagram</blockquote>';
    case 'param': {
      const value = valueOf(report, (params.get('0') ?? '').toLowerCase(), site.version);
      return escapeHtml(Array.isArray(value) ? `[${listed(value)}]` : goText(value));
    }
    case 'ref':
    case 'relref':
      return escapeHtml(params.get('path') ?? params.get('0') ?? '');
    case 'comment':
      return '';
    default:
      return mark();
  }
}

/** How long a list is written out (UTF-16 code units): aliases of a long text make it a huge one. */
const MAX_LISTED = 100_000;

function listed(values: readonly Data[]): string {
  let text = '';
  for (const [index, value] of values.entries()) {
    if (text.length > MAX_LISTED) {
      break;
    }
    text += (index > 0 ? ' ' : '') + goText(value);
  }
  return text;
}

/** Code; where it has line numbers, they stand beside it, or before each line. */
function highlight(content: string, options: string): string {
  const code = content.replace(/^\r?\n|\r?\n$/g, '');
  if (options.includes('hl_inline=true')) {
    return `<code>${escapeHtml(code)}</code>`;
  }
  const numbers = /linenos=(?!false)["']?(\w+)/i.exec(options)?.[1]?.toLowerCase();
  const lines = code.split('\n');
  const numbered =
    numbers === 'inline' ? lines.map((line, index) => `${String(index + 1)} ${line}`).join('\n') : code;
  const beside = lines.map((_line, index) => String(index + 1)).join('\n');
  return `${numbers && numbers !== 'inline' ? `<pre><code>${beside}</code></pre>` : ''}<pre><code>${escapeHtml(numbered)}</code></pre>`;
}

/** How far ahead the end of a shortcode in a shortcode is looked for, in tags. */
const MAX_NESTED = 50;

/** What shortcodes in a shortcode make is HTML, which Markdown leaves out. */
function withoutShortcodes(content: string): string {
  const { tokens } = lexShortcodes(content, 0);
  let text = '';
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.range.start < at) {
      continue;
    }
    const end = tokens
      .slice(index + 1, index + MAX_NESTED)
      .find(
        (later) =>
          token.kind === 'tag' && later.kind === 'tag' && later.role === 'close' && later.name === token.name,
      );
    text += content.slice(at, token.range.start) + (token.kind === 'escaped' ? token.text : '');
    at = (end ?? token).range.end;
  }
  return text + content.slice(at);
}

/** As Hugo's own template has it (tpl/tplimpl/embedded, figure.html). */
function figure(params: ReadonlyMap<string, string>): string {
  const param = (name: string) => params.get(name) ?? '';
  const [title, caption, by] = [param('title'), param('caption'), param('attr')];
  const alt = param('alt') || textOfHtml(renderInline(caption, 'goldmark'));
  const source = safeUrl(param('src')) ?? '';
  const image = `<img src="${escapeHtml(source)}"${alt === '' ? '' : `\n\t\t\talt="${escapeHtml(alt)}"`}>`;
  const link = safeUrl(param('link')) ?? '';
  const heading = title ? `<h4>${escapeHtml(title)}</h4>` : '';
  const text =
    caption || by
      ? `<p>${renderInline(caption, 'goldmark')}${by && `\n${renderInline(by, 'goldmark')}`}</p>`
      : '';
  const below = heading || text ? `<figcaption>\n\t\t\t${heading}${text}\n\t\t</figcaption>` : '';
  return `<figure>${link === '' ? image : `<a href="${escapeHtml(link)}">${image}</a>`}${below}\n</figure>\n`;
}
