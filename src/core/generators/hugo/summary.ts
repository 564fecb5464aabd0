import type { Report } from '../../report/report';
import type { Dialect } from '../../render/markdown';
import { renderMarkdown, textOfHtml } from '../../render/markdown';
import { Marks } from '../../render/placeholders';
import type { Excerpt, Separator, Site } from '../generator';
import { NO_EXCERPT } from '../generator';
import { atLeast } from '../versions';
import {
  cutAtDivider,
  cutBeforeDivider,
  cutByWords,
  cutCharacters,
  cutSentences,
  DIVIDER,
  plainOf,
} from './cutHtml';
import { isBetweenBlocks, startOfPage, startWithDivider } from './leastMarkdown';
import { configFor } from './place';
import { readIntro } from './reading';
import { bodyOf } from './shortcodeText';
import { readShortcodes } from './shortcodes';
import { castBool, fieldValue, textOf } from './values';

/** Hugo's default `summaryLength`, in words. */
const SUMMARY_LENGTH = 70;

/** What makes a page one in Chinese, Japanese or Korean, for a site that looks for it. */
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** From here on an automatic summary is HTML, cut behind a paragraph; before, it is plain text, cut behind a sentence. */
const HTML_SUMMARY = '0.134';

/** From here on such a summary does not end within a list or a quote. */
const BALANCED = '0.168';

export function hugoSeparator(report: Report, site: Site): Separator {
  return { text: readIntro(report, site).more, declaredBy: null };
}

/** The summary as Hugo cuts it: up to the first divider, else the `summary` field, else by itself. */
export function hugoSummary(written: Report, anySite: Site): Excerpt {
  const plain = summaryOf(written, anySite, null);
  const isHtml = plain.from === 'separator' || atLeast(anySite.version, HTML_SUMMARY);
  if (plain.html === '' || !isHtml || !/\{\{[<%]/.test(written.text.slice(written.body))) {
    return plain;
  }
  // Placeholders must not change where the summary ends.
  const marks = new Marks('shortcode');
  const marked = summaryOf(written, anySite, marks);
  const html = marks.expand(marked.html);
  return marks.isEmpty || textOfHtml(html) !== plain.text ? plain : { ...plain, html };
}

function summaryOf(written: Report, anySite: Site, marks: Marks | null): Excerpt {
  const site = { ...anySite, config: configFor(written.path, anySite.config) };
  const { report, more } = readIntro(written, site);
  const at = dividerAt(report, site, more);
  if (at >= 0) {
    return upToDivider(report, site, at, more, marks);
  }
  const own = textOf(report, 'summary', site.version);
  if (own !== '') {
    const html = unwrapped(renderMarkdown(own, dialectOf(site)));
    const range = fieldValue(report, 'summary')?.range ?? null;
    return { ...NO_EXCERPT, from: 'front-matter', markdown: null, html, text: textOfHtml(html), range };
  }
  return automatic(report, site, marks);
}

/** The first divider, unless a shortcode encloses it: then there is none. */
function dividerAt(report: Report, site: Site, more: string): number {
  const { text, body } = report;
  const { found, escaped } = readShortcodes(report, site);
  let at = text.indexOf(more, body);
  for (const { range } of [...escaped, ...found].filter(({ range: { end } }) => end > at)) {
    if (at >= 0 && range.start < at) {
      const inner = found.find((shortcode) => shortcode.range === range)?.inner;
      if (inner && inner.start <= at && at < inner.end) {
        return -1;
      }
      at = text.indexOf(more, range.end);
    }
  }
  return at;
}

function upToDivider(report: Report, site: Site, at: number, more: string, marks: Marks | null): Excerpt {
  const { text, body } = report;
  const head = bodyOf(report, site, { start: body, end: at }, marks);
  const rest = bodyOf(report, site, { start: at + more.length, end: text.length }, null);
  const start = startWithDivider(head.markdown, rest.markdown);
  const startHtml = start === null ? '' : renderMarkdown(start, dialectOf(site));
  const rendered = isBetweenBlocks(startHtml)
    ? startHtml
    : renderMarkdown(`${head.markdown}\n\n${DIVIDER}\n\n${rest.markdown.trimStart()}`, dialectOf(site));
  const cut = atLeast(site.version, HTML_SUMMARY) ? cutAtDivider : cutBeforeDivider;
  // The shortcodes before the divider are numbered alike in both halves; only those are in the summary.
  const html = head.expand(cut(rendered) ?? renderMarkdown(head.markdown, dialectOf(site)).trim());
  const end = body + text.slice(body, at).trimEnd().length;
  return {
    from: 'separator',
    markdown: null,
    html,
    text: textOfHtml(html),
    wholePost: false,
    truncated: text.slice(at + more.length).trim() !== '',
    range: { start: Math.min(firstInk(report), end), end },
    separator: { start: at, end: at + more.length },
  };
}

function automatic(report: Report, site: Site, marks: Marks | null): Excerpt {
  const { text, body } = report;
  const { markdown, expand } = bodyOf(report, site, { start: body, end: text.length }, marks);
  const render = (source: string) => expand(renderMarkdown(source, dialectOf(site)));
  const start = startOfPage(markdown, site.config.summaryLength ?? SUMMARY_LENGTH);
  const startHtml = start === null ? '' : render(start);
  const fromStart = isBetweenBlocks(startHtml) ? cutBySite(startHtml, report, site) : null;
  // A summary that reaches the divider might have gone on behind it.
  const shown =
    fromStart?.truncated === true && !fromStart.html.includes(DIVIDER)
      ? fromStart
      : cutBySite(render(markdown), report, site);
  const isEmpty = text.slice(body).trim() === '';
  return {
    from: isEmpty ? 'none' : shown.truncated ? 'automatic' : 'whole-post',
    markdown: null,
    html: shown.html,
    text: textOfHtml(shown.html),
    wholePost: !shown.truncated,
    truncated: shown.truncated,
    range: isEmpty ? null : { start: firstInk(report), end: text.trimEnd().length },
    separator: null,
  };
}

function cutBySite(html: string, report: Report, site: Site) {
  const length = site.config.summaryLength ?? SUMMARY_LENGTH;
  const flag = fieldValue(report, 'iscjklanguage');
  const cjk = flag
    ? castBool(flag, site.version) === true
    : site.config.hugo?.findsCjk === true && CJK.test(report.text);
  if (atLeast(site.version, HTML_SUMMARY)) {
    return cutByWords(html, length, cjk, atLeast(site.version, BALANCED));
  }
  const plain = plainOf(html);
  return cjk ? cutCharacters(plain, length) : cutSentences(plain, length);
}

/** HTML in Markdown is left out, unless the site lets it pass. */
function dialectOf({ config }: Site): Dialect {
  return config.hugo?.unsafeHtml === true ? 'goldmark-unsafe' : 'goldmark';
}

/** Where the body's first character stands that is seen. */
function firstInk({ text, body }: Report): number {
  return text.length - text.slice(body).trimStart().length;
}

/** A single paragraph stands without its tags. */
function unwrapped(html: string): string {
  const single = /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>\s*$/.exec(html);
  return single?.[1] ?? html;
}
