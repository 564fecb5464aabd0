import { atLeast } from '../../generators/versions';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Separator } from '../../generators/generator';
import type { Block } from '../../report/sections';
import type { Range } from '../../text';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { subject } from '../shared/names';
import { endAfterFirstParagraph, hasCutExcerpt, MAX_RENDERED, USUAL } from '../shared/excerptFixes';
import { isFencedCode, isImage, isInCode } from '../shared/inline';
import { nearMiss } from './separatorMissing';
import { findUnreadSeparator } from './unreadSeparator';

/** A report of so many words may stand in a list as a whole: two or three paragraphs. */
const SHORT = 200;

/** What is longer has something to read in it (UTF-16 code units). */
const LONG_HEAD = 2000;

/** Hugo's default `summaryLength`, in words. */
const SUMMARY_LENGTH = 70;

type Fault = Omit<RuleFinding, 'fixes'>;

/** An excerpt that tells readers nothing, or everything (Jekyll: lib/jekyll/excerpt.rb; Hugo: page_markup.go). */
export const poorExcerpt: Rule = {
  code: 'poor-excerpt',
  severity: 'warning',
  asksOthers: true,
  check(context): RuleFinding[] {
    const { report, site } = context;
    if (!hasCutExcerpt(context) || report.text.slice(report.body).trim() === '') {
      return [];
    }
    const separator = site.generator.separatorOf(report, site);
    if (!separator || separator.text === '') {
      return [];
    }
    const at = report.text.indexOf(separator.text, report.body);
    const fault = at < 0 ? ofWhole(context, separator) : ofHead(context, separator, at);
    if (!fault || findUnreadSeparator(context)) {
      return [];
    }
    return [{ ...fault, fixes: endAfterFirstParagraph(context) }];
  },
};

/** What is wrong with the text before the separator. */
function ofHead(context: RuleContext, separator: Separator, at: number): Fault | undefined {
  const { report, site } = context;
  const { text, body } = report;
  const isBlank = separator.text.trim() === '';
  const mark = { start: at, end: at + separator.text.length };
  const head = text.slice(body, at);
  const code = openCode(context, head, at, isBlank ? undefined : mark);
  if (code) {
    return { message: inCode(context), range: code };
  }
  const hidden = isBlank ? undefined : ofHidden(context, head, mark);
  if (hidden) {
    return hidden;
  }
  if (site.generator.name === 'jekyll' && isOfSilentLiquid(head)) {
    return { message: empty(context), range: firstLine(text, firstInk(text, body)) };
  }
  // What a tag or a shortcode shows is not known; one in an address shows nothing of its own.
  if (head.length > LONG_HEAD || /\{[{%]/.test(head.replace(/\(\s?\{\{[^{}]{0,200}\}\}/g, '('))) {
    return undefined;
  }
  const blocks = report.blocks.filter(({ range }) => range.start < at);
  const [first] = blocks;
  if (!first) {
    return context.excerpt().text === ''
      ? { message: empty(context), range: isBlank ? firstLine(report.text, firstInk(text, body)) : mark }
      : undefined;
  }
  if (blocks.every(({ kind }) => kind === 'heading')) {
    const message = say('{0} will show this heading alone as the excerpt.', subject(site.generator));
    return { message, range: first.range };
  }
  // A table of contents of what the excerpt holds shows nothing.
  const isToc = /\{:\s*toc\s*\}/.test(head);
  if ((isToc || !blocks.some(isReadable)) && showsNothing(context)) {
    const isLeftOut =
      site.generator.name === 'hugo' && !site.config.hugo?.markup?.unsafe && /<[a-z]/i.test(head);
    const message = isLeftOut
      ? say(
          '{0} will show an empty excerpt: it leaves out HTML, as `unsafe` is not set.',
          site.generator.title,
        )
      : empty(context);
    return { message, range: isBlank || isLeftOut ? firstLine(text, first.range.start) : mark };
  }
  const pictures = blocks.filter(({ kind }) => kind !== 'heading');
  if (pictures.every((block) => isImage(text.slice(block.range.start, Math.min(block.range.end, at))))) {
    const message = say('{0} will show no text as the excerpt, only this image.', subject(site.generator));
    const range = pictures[0]?.range ?? first.range;
    return { severity: 'info', message, range: firstLine(text, range.start, range.end) };
  }
  return undefined;
}

function empty({ site }: RuleContext): Message {
  return say(
    '{0} will show an empty excerpt: it ends before there is anything to read.',
    subject(site.generator),
  );
}

/** What readers surely see something of: no HTML, no definition, no attributes or options. */
function isReadable({ kind, text }: Block): boolean {
  return kind !== 'other' && kind !== 'heading' && !/^(?:[<[]|\{:)/.test(text);
}

/** Neither a word nor a picture is left of the excerpt once it is rendered. */
function showsNothing(context: RuleContext): boolean {
  const { text, html } = context.excerpt();
  return text === '' && !/<(?:img|hr|table|input)\b|data-placeholder=/.test(html);
}

/** Liquid that prints nothing, and nothing else. */
function isOfSilentLiquid(head: string): boolean {
  return (
    /^\s*\{%/.test(head) &&
    head.length <= LONG_HEAD &&
    head
      .replace(/\{%-?\s*(comment|capture)\b[^%]*%\}[^]*?\{%-?\s*end\1\s*-?%\}/g, '')
      .replace(/\{%-?\s*assign\b[^%]*%\}/g, '')
      .trim() === ''
  );
}

/**
 * What becomes of a separator in code. From 0.134 on Hugo's cut is behind the next end tag of a paragraph, and what stood for the
 * separator is taken out (resources/page/page_markup.go, ExtractSummaryFromHTMLWithDivider).
 */
function inCode(context: RuleContext): Message {
  const { site } = context;
  const html =
    site.generator.name === 'hugo' && atLeast(site.version, '0.134') ? context.excerpt().html.trim() : '';
  if (!html.includes('</pre>')) {
    return say('{0} will end the excerpt here, in the middle of code.', subject(site.generator));
  }
  return html.endsWith('</pre>')
    ? say('{0} will take this line out of the code, and end the excerpt behind it.', site.generator.title)
    : say(
        '{0} will take this line out of the code, and end the excerpt behind the next paragraph.',
        site.generator.title,
      );
}

/** A separator that Hugo does not see, or finds in a comment. */
function ofHidden(context: RuleContext, head: string, mark: Range): Fault | undefined {
  const { report, site } = context;
  if (site.generator.name !== 'hugo') {
    return undefined;
  }
  const comment = head.lastIndexOf('<!--');
  const start = mark.start - head.length + comment;
  if (
    comment >= 0 &&
    !head.includes('-->', comment) &&
    !/\n[ \t]*\r?\n/.test(head.slice(comment)) &&
    !isInCode(report, start)
  ) {
    // A comment in a paragraph is none here: the separator's own end is its end, and what is before it is printed.
    const isAlone = /(?:^|\n) {0,3}$/.test(head.slice(0, comment)) && !site.config.hugo?.markup?.unsafe;
    const message = isAlone
      ? say('{0} will show an empty excerpt: `{1}` stands in a comment.', site.generator.title, USUAL)
      : say('{0} will end the excerpt here, in the middle of a comment.', site.generator.title);
    return { message, range: mark };
  }
  const isAround = /\{\{[<%]/.test(head) && ['automatic', 'whole-post'].includes(context.excerpt().from);
  return isAround
    ? {
        message: say(
          '{0} will not end the excerpt here: it does not look into the shortcode around it.',
          site.generator.title,
        ),
        range: mark,
      }
    : undefined;
}

/** Code that the excerpt's end parts: where it opens, or the separator that stands in it. */
function openCode(
  { report }: RuleContext,
  head: string,
  at: number,
  mark: Range | undefined,
): Range | undefined {
  const block = report.blocks.find(
    (candidate) => candidate.range.start < at && at < candidate.range.end && isFencedCode(report, candidate),
  );
  if (block) {
    return mark ?? firstLine(report.text, block.range.start);
  }
  if (mark && report.text[at - 1] !== '\n' && isInCode(report, at)) {
    // At the start of an indented block nothing is parted.
    return /\S/.test(head.slice(head.lastIndexOf('\n') + 1)) ? mark : undefined;
  }
  return undefined;
}

/** What is wrong where nothing ends the excerpt. */
function ofWhole(context: RuleContext, separator: Separator): Fault | undefined {
  const { report, site } = context;
  const { text, body } = report;
  const [first] = report.blocks.filter(({ kind }) => kind !== 'heading');
  if (separator.declaredBy || !first || nearMiss(report, separator.text)) {
    return undefined;
  }
  const range = firstLine(text, first.range.start, first.range.end);
  if (site.generator.excerptField !== null && site.generator.name === 'jekyll') {
    const isBlank = separator.text.trim() === '';
    if (isBlank && /\n\r\n\s*\S/.test(text.slice(body).trimStart())) {
      const message = say(
        '{0} will show the whole post as its excerpt: it sees no blank line between lines that end in CRLF.',
        site.generator.title,
      );
      return { message, range };
    }
    const message = isBlank
      ? say('{0} will show the whole post as its excerpt: no line of it is empty.', site.generator.title)
      : say(
          '{0} will show the whole post as its excerpt: `{1}` is not in the text.',
          site.generator.title,
          separator.text,
        );
    return words(text.slice(body)) > SHORT ? { severity: 'info', message, range } : undefined;
  }
  const length = site.config.summaryLength ?? SUMMARY_LENGTH;
  const isShort = words(text.slice(body)) <= Math.max(SHORT, 2 * length);
  if (isShort || text.length - body > MAX_RENDERED || isSurelyCut(context, length)) {
    return undefined;
  }
  const message = say(
    '{0} will show the whole page as its excerpt: it finds no place to cut it.',
    site.generator.title,
  );
  const { wholePost, isUncertain } = context.excerpt();
  return wholePost && !isUncertain ? { severity: 'info', message, range } : undefined;
}

/** A paragraph ends far enough from the start, and more comes behind it: nothing need be rendered to know. */
function isSurelyCut({ report }: RuleContext, length: number): boolean {
  const paragraph = report.blocks
    .slice(0, -1)
    .findLast(({ kind, depth }) => kind === 'paragraph' && depth === 0);
  return paragraph !== undefined && words(report.text.slice(report.body, paragraph.range.end)) > 2 * length;
}

function words(text: string): number {
  let count = 0;
  const word = /\S+/g;
  while (word.test(text)) {
    count++;
  }
  return count;
}

function firstInk(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}

/** A line without its end. */
function firstLine(text: string, start: number, end = text.length): Range {
  const length = text.slice(start, end).search(/[\r\n]/);
  return { start, end: length < 0 ? end : start + length };
}
