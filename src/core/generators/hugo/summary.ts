import type { Report } from '../../report/report';
import type { Page } from '../../markdown/markdown';
import { renderMarkdown, renderPage, sanitizedHtml, textOfHtml } from '../../markdown/markdown';
import { Marks } from '../../markdown/placeholders';
import type { Excerpt, Separator, Site } from '../generator';
import { NO_EXCERPT } from '../generator';
import { atLeast } from '../versions';
import type { Estimate } from './codeWords';
import { hasUnknownCode } from './codeWords';
import type { Cut } from './cutHtml';
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
import { goldmarkOf } from './markup';
import { configFor } from './place';
import { readIntro } from './reading';
import { isHooked } from './renderHooks';
import { bodyOf } from './shortcodeText';
import { readShortcodes } from './shortcodes';
import { castBool, fieldValue, textOf } from './values';
import { BALANCED_SUMMARY, HTML_SUMMARY } from './versions';

/** Hugo's default `summaryLength`, in words. */
const SUMMARY_LENGTH = 70;

/** What makes a page one in Chinese, Japanese or Korean, for a site that looks for it. */
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

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
  const site = { ...anySite, config: configFor(written.path, anySite.config, anySite.version) };
  const { report, more } = readIntro(written, site);
  const at = dividerAt(report, site, more);
  if (at >= 0) {
    return upToDivider(report, site, at, more, marks);
  }
  const own = textOf(report, 'summary', site.version);
  if (own !== '') {
    const html = unwrapped(renderMarkdown(own, goldmarkOf(site)));
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
  const options = goldmarkOf(site);
  const head = bodyOf(report, site, { start: body, end: at }, marks);
  const rest = bodyOf(report, site, { start: at + more.length, end: text.length }, null);
  const start = startWithDivider(head.markdown, rest.markdown);
  const startPage = start === null ? NO_PAGE : renderPage(start, options);
  const rendered = isBetweenBlocks(startPage.html)
    ? startPage
    : renderPage(`${head.markdown}\n\n${DIVIDER}\n\n${rest.markdown.trimStart()}`, options);
  const cut = atLeast(site.version, HTML_SUMMARY) ? cutAtDivider : cutBeforeDivider;
  const upTo = cut(rendered.html);
  // A divider that is left out with a comment around it leaves nothing.
  const { html, isRaw } = upTo === null ? NO_PAGE : { html: upTo, isRaw: rendered.isRaw };
  // The shortcodes before the divider are numbered alike in both halves; only those are in the summary.
  const shown = safeHtml({ html: head.expand(html.trim()), isRaw });
  const end = body + text.slice(body, at).trimEnd().length;
  return {
    from: 'separator',
    markdown: null,
    html: shown,
    text: textOfHtml(shown),
    wholePost: false,
    truncated: text.slice(at + more.length).trim() !== '',
    range: { start: Math.min(firstInk(report), end), end },
    separator: { start: at, end: at + more.length },
  };
}

const NO_PAGE: Page = { html: '', isRaw: false };

/** A part of a page as it may be shown. */
function safeHtml({ html, isRaw }: Page): string {
  return isRaw ? sanitizedHtml(html) : html;
}

function automatic(report: Report, site: Site, marks: Marks | null): Excerpt {
  const { text, body } = report;
  const { markdown, expand } = bodyOf(report, site, { start: body, end: text.length }, marks);
  const render = (source: string): Page => {
    const { html, isRaw } = renderPage(source, goldmarkOf(site));
    return { html: expand(html), isRaw };
  };
  const start = startOfPage(markdown, site.config.summaryLength ?? SUMMARY_LENGTH);
  const startPage = start === null ? NO_PAGE : render(start);
  const fromStart = isBetweenBlocks(startPage.html) ? cutBySite(startPage, report, site) : null;
  // A summary that reaches the divider might have gone on behind it.
  const shown =
    fromStart?.truncated === true && !fromStart.reach.includes(DIVIDER)
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
    ...(shown.isCertain ? {} : { isUncertain: true }),
  };
}

interface SiteCut extends Cut {
  /** What the summary may be at most: its end is not always known. */
  readonly reach: string;
  readonly isCertain: boolean;
}

/** The summary as it may be shown. */
function cutBySite(page: Page, report: Report, site: Site): SiteCut {
  const length = site.config.summaryLength ?? SUMMARY_LENGTH;
  const flag = fieldValue(report, 'iscjklanguage');
  const cjk = flag
    ? castBool(flag, site.version) === true
    : site.config.hugo?.findsCjk === true && CJK.test(report.text);
  if (!atLeast(site.version, HTML_SUMMARY)) {
    const plain = plainOf(page.html);
    const cut = cjk ? cutCharacters(plain, length) : cutSentences(plain, length);
    const isCertain = !mayMove(cut, page.html, length, site);
    return { ...cut, html: safeHtml({ ...page, html: cut.html }), reach: cut.html, isCertain };
  }
  const cutBy = (estimate: Estimate) =>
    cutByWords(page.html, { length, cjk, balanced: atLeast(site.version, BALANCED_SUMMARY), estimate });
  const cut = cutBy('likely');
  const longest = hasUnknownCode(page.html) ? cutBy('least').html : cut.html;
  const isCertain =
    longest === cut.html &&
    (!hasUnknownCode(longest) || cutBy('most').html === longest) &&
    !mayMove(cut, longest, length, site);
  return { ...cut, html: safeHtml({ ...page, html: cut.html }), reach: longest, isCertain };
}

/** Whether templates of the site's own write what stands before the cut; in a page far too short for one they cut nothing. */
function mayMove({ truncated, html }: Cut, before: string, length: number, { config }: Site): boolean {
  return (
    isHooked(before, config.hugo?.hooks) &&
    (truncated || (textOfHtml(html).match(/\S+/g)?.length ?? 0) > length / 2)
  );
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
