import type { Report } from '../../report/report';
import { renderMarkdown, textOfHtml } from '../../render/markdown';
import type { Excerpt, Separator, Site } from '../generator';
import { NO_EXCERPT } from '../generator';
import { atLeast } from '../versions';
import { valueOf } from './values';

const MORE = '<!--more-->';

/** Hugo's default `summaryLength`, in words. */
const SUMMARY_LENGTH = 70;

/** From here on an automatic summary is HTML, cut behind a paragraph; before, it is plain text, cut behind a sentence. */
const HTML_SUMMARY = '0.134';

export function hugoSeparator(): Separator {
  return { text: MORE, declaredBy: null };
}

/** The summary as Hugo cuts it: up to the first `<!--more-->`, else the `summary` field, else by itself. */
export function hugoSummary(report: Report, site: Site): Excerpt {
  const body = report.text.slice(report.body);
  const at = body.indexOf(MORE);
  if (at >= 0) {
    return upToMore(report, body, at);
  }
  const own = valueOf(report, 'summary', site.version);
  if (typeof own === 'string' && own !== '') {
    const html = unwrapped(renderMarkdown(own, 'goldmark'));
    const range = report.field('summary')?.value?.range ?? null;
    return { ...NO_EXCERPT, from: 'front-matter', markdown: null, html, text: textOfHtml(html), range };
  }
  const length = site.config.summaryLength ?? SUMMARY_LENGTH;
  const cjk = valueOf(report, 'iscjklanguage', site.version) === true;
  const html = renderMarkdown(body, 'goldmark');
  const end = atLeast(site.version, HTML_SUMMARY) ? endOfParagraph(html, length, cjk) : null;
  const shown =
    end === null
      ? sentences(plainText(html), length)
      : { html: html.slice(0, end), truncated: end < html.length };
  const start = report.body + (body.length - body.trimStart().length);
  return {
    from: body.trim() === '' ? 'none' : shown.truncated ? 'automatic' : 'whole-post',
    markdown: null,
    html: shown.html,
    text: textOfHtml(shown.html),
    wholePost: !shown.truncated,
    truncated: shown.truncated,
    range: body.trim() === '' ? null : { start, end: report.body + body.trimEnd().length },
    separator: null,
  };
}

function upToMore(report: Report, body: string, at: number): Excerpt {
  const head = body.slice(0, at);
  const html = renderMarkdown(head, 'goldmark').trimEnd();
  const end = report.body + head.trimEnd().length;
  return {
    from: 'separator',
    markdown: null,
    html,
    text: textOfHtml(html),
    wholePost: false,
    truncated: body.slice(at + MORE.length).trim() !== '',
    range: { start: Math.min(report.body + (head.length - head.trimStart().length), end), end },
    separator: { start: report.body + at, end: report.body + at + MORE.length },
  };
}

/** A single paragraph stands without its tags. */
function unwrapped(html: string): string {
  const single = /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>\s*$/.exec(html);
  return single?.[1] ?? html;
}

/** The offset behind the first `</p>` at which so many words have come together (page.ExtractSummaryFromHTML). */
function endOfParagraph(html: string, length: number, cjk: boolean): number {
  const close = '</p>';
  let count = 0;
  for (let at = 0; ;) {
    const closing = html.indexOf(close, at);
    if (closing < 0) {
      return html.length;
    }
    count += countWords(html.slice(at, closing), cjk);
    at = closing + close.length;
    if (count >= length) {
      return at;
    }
  }
}

function countWords(html: string, cjk: boolean): number {
  const words = html.split(/\s+/).filter((word) => word !== '' && !/^<\/?[a-zA-Z]+>?$|^>$/.test(word));
  if (!cjk) {
    return words.length;
  }
  return words.reduce((sum, word) => {
    const text = word.replace(/<[^>]*>/g, '');
    // A word with characters of such a script counts by its characters.
    return sum + (/[^\p{ASCII}]/u.test(text) ? Array.from(text).length : 1);
  }, 0);
}

function plainText(html: string): string {
  return (
    html
      .replace(/<\/p>\n?/g, '\uE000')
      .replace(/<br ?\/?>/g, '\uE000')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?\uE000 ?/g, '\n')
      // The last paragraph's line end stays: it is where the last sentence may end.
      .trimStart()
  );
}

/** Cuts escaped text behind the sentence that holds the last word (ContentSpec.TruncateWordsToWholeSentence). */
function sentences(text: string, length: number): { html: string; truncated: boolean } {
  let words = 0;
  let lastWord = -1;
  for (const space of text.matchAll(/\s/g)) {
    words++;
    lastWord = space.index;
    if (words >= length) {
      break;
    }
  }
  if (lastWord < 0) {
    return { html: text.trim(), truncated: false };
  }
  const end = /[.?!"\n]/.exec(text.slice(lastWord));
  if (!end) {
    return { html: text.trim(), truncated: false };
  }
  const cut = lastWord + end.index + 1;
  return { html: text.slice(0, cut).trim(), truncated: cut < text.length };
}
