import { escapeHtml, renderMarkdown, textOfHtml } from '../../markdown/markdown';
import type { Report } from '../../report/report';
import type { Excerpt, Separator } from '../generator';
import { NO_EXCERPT } from '../generator';
import { goYaml12 } from '../goYaml';
import { dataOf } from '../scalars';

/** gray-matter cuts an excerpt only where the report itself declares a separator (4.0.3, lib/excerpt.js). */
export function genericSeparator(report: Report): Separator | null {
  const text = dataOf(report.value('excerpt_separator') ?? null, goYaml12);
  return typeof text === 'string' && text !== ''
    ? { text, declaredBy: report.field('excerpt_separator') ?? null }
    : null;
}

/** The `excerpt` field, which templates of all these tools show; else what gray-matter cuts. */
export function genericExcerpt(report: Report): Excerpt {
  const own = dataOf(report.value('excerpt') ?? null, goYaml12);
  if (typeof own === 'string' && own !== '') {
    const text = textOfHtml(own);
    const range = report.field('excerpt')?.value?.range ?? null;
    return { ...NO_EXCERPT, from: 'front-matter', markdown: own, html: escapeHtml(text), text, range };
  }
  const separator = genericSeparator(report);
  const body = report.text.slice(report.body);
  const at = separator ? body.indexOf(separator.text) : -1;
  if (!separator || at < 0) {
    return NO_EXCERPT;
  }
  const markdown = body.slice(0, at);
  const html = renderMarkdown(markdown, 'commonmark');
  const end = report.body + markdown.trimEnd().length;
  return {
    from: 'separator',
    markdown,
    html,
    text: textOfHtml(html),
    wholePost: false,
    truncated: body.slice(at + separator.text.length).trim() !== '',
    range: { start: Math.min(report.body + markdown.length - markdown.trimStart().length, end), end },
    separator: { start: report.body + at, end: report.body + at + separator.text.length },
  };
}
