import type { Report } from '../../report/report';
import { escapeHtml, renderMarkdown, textOfHtml } from '../../render/markdown';
import type { Excerpt, Separator, Site } from '../generator';
import { NO_EXCERPT } from '../generator';
import { atLeast } from '../versions';
import { headerOf, valueOf } from './header';
import { isTruthy, rubyText } from './ruby/values';

/** Jekyll's default `excerpt_separator`. */
const BLANK_LINE = '\n\n';

/** Excerpt::MARKDOWN_LINK_REFERENCE, Jekyll 4. */
const LINK_DEFINITION = /^ {0,3}(\[[^\]]{1,999}\])(:.+)$/gm;

/** The first of the front matter's, the site's and the default separator that says something; `""` switches excerpts off. */
export function jekyllSeparator(report: Report, site: Site): Separator {
  const value = valueOf(report, 'excerpt_separator');
  if (value !== undefined && isTruthy(value)) {
    return { text: rubyText(value), declaredBy: report.field('excerpt_separator') ?? null };
  }
  return { text: site.config.excerptSeparator ?? BLANK_LINE, declaredBy: null };
}

/** The excerpt as Jekyll cuts it (lib/jekyll/excerpt.rb, extract_excerpt). Liquid is not run. */
export function jekyllExcerpt(report: Report, site: Site): Excerpt {
  if (headerOf(report).problem) {
    return NO_EXCERPT;
  }
  const own = valueOf(report, 'excerpt');
  if (own !== undefined && isTruthy(own)) {
    // Verbatim: Jekyll does not render it. Its tags would be the site's own; here only their text is shown.
    const markdown = rubyText(own);
    const text = textOfHtml(markdown);
    const range = report.field('excerpt')?.value?.range ?? null;
    return { ...NO_EXCERPT, from: 'front-matter', markdown, html: escapeHtml(text), text, range };
  }
  const separator = jekyllSeparator(report, site);
  if (separator.text === '') {
    return NO_EXCERPT;
  }
  const body = report.text.slice(report.body);
  const at = body.indexOf(separator.text);
  const head = at < 0 ? body : body.slice(0, at);
  const tail = at < 0 ? '' : body.slice(at + separator.text.length);
  const markdown = withDefinitions(closeLiquid(head, tail, site), tail, site);
  const html = renderMarkdown(markdown, 'kramdown');
  const end = report.body + head.trimEnd().length;
  return {
    from: at < 0 ? 'whole-post' : separator.text === BLANK_LINE ? 'first-block' : 'separator',
    markdown,
    html,
    text: textOfHtml(html),
    wholePost: at < 0,
    truncated: at >= 0,
    range: { start: Math.min(report.body + (head.length - head.trimStart().length), end), end },
    separator:
      at < 0 || separator.text === BLANK_LINE
        ? null
        : { start: report.body + at, end: report.body + at + separator.text.length },
  };
}

/** A Liquid block that the cut leaves open is closed behind it, with a warning in the build's log. */
function closeLiquid(head: string, tail: string, site: Site): string {
  if (!head.includes('{%') || (tail === '' && atLeast(site.version, '4'))) {
    return head;
  }
  const closed = new Set(Array.from(`${head}${tail}`.matchAll(/\{%-?\s*end(\w+)/g), ([, name]) => name));
  const open: string[] = [];
  for (const [, end, name] of head.matchAll(/\{%-?\s*(end)?(\w+)[^%]*%\}/g)) {
    if (!name) {
      continue;
    }
    if (end) {
      open.splice(open.lastIndexOf(name), open.includes(name) ? 1 : 0);
    } else if (closed.has(name)) {
      open.push(name);
    }
  }
  return open.reverse().reduce((text, name) => `${text}\n{% end${name} %}`, head);
}

/** Link definitions of the rest go with the excerpt: in 4.x those whose label occurs in it, before all of them. */
function withDefinitions(head: string, tail: string, site: Site): string {
  if (tail === '') {
    return head;
  }
  if (!atLeast(site.version, '4')) {
    return `${head}\n\n${(tail.match(/^ {0,3}\[[^\]]{1,999}\]:.+$/gm) ?? []).join('\n')}`;
  }
  const definitions = [...tail.matchAll(LINK_DEFINITION)]
    .filter(([, label = '']) => head.includes(label))
    .map(([, label = '', target = '']) => label + target);
  return definitions.length > 0 ? `${head}\n\n${definitions.join('\n')}` : head;
}
