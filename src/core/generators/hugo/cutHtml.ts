import { withoutMarks } from '../../markdown/placeholders';
import { countedCode } from './codeWords';
import type { Estimate } from './codeWords';
import { withoutTags } from './stripTags';

/** A summary that was cut from a rendered page. */
export interface Cut {
  readonly html: string;
  readonly truncated: boolean;
}

/** What stands in the text in place of the summary divider while it is rendered. */
export const DIVIDER = 'HUGOMORE42';

/** How the words of a page are counted. */
export interface Count {
  /** How many the summary needs. */
  readonly length: number;
  readonly cjk: boolean;
  /** The list or quote that the last paragraph is in comes along. */
  readonly balanced: boolean;
  /** Of code that is coloured. */
  readonly estimate: Estimate;
}

/**
 * Cuts behind the first paragraph at which so many words have come together (resources/page/page_markup.go,
 * ExtractSummaryFromHTML); from 0.134 on.
 */
export function cutByWords(page: string, { length, cjk, balanced, estimate }: Count): Cut {
  const html = page.trim();
  if (length <= 0) {
    return { html: '', truncated: html !== '' };
  }
  const close = '</p>';
  let count = 0;
  for (let at = 0; ;) {
    const closing = html.indexOf(close, at);
    if (closing < 0) {
      break;
    }
    count += countWords(html.slice(at, closing), cjk, estimate);
    if (count >= length) {
      const end = balanced ? endOfBlock(html, closing + close.length) : closing + close.length;
      return { html: html.slice(0, end), truncated: end < html.length };
    }
    at = closing + close.length - 1;
  }
  return { html, truncated: false };
}

/** The first place from `at` on at which no element is open; `at` where there is none. */
function endOfBlock(html: string, at: number): number {
  let open = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi)) {
    if (tag.index >= at && open === 0) {
      return at;
    }
    if (!/^(?:br|hr|img|input|wbr)$/i.test(tag[2] ?? '')) {
      open += tag[1] ? -1 : 1;
    }
    if (tag.index >= at && open === 0) {
      return tag.index + tag[0].length;
    }
  }
  return at;
}

/** White space as Go knows it (unicode.IsSpace). */
const SPACE = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/;

function countWords(html: string, cjk: boolean, estimate: Estimate): number {
  const marked = withoutMarks(countedCode(html, estimate));
  // The last character is not seen, so that a word of it alone does not count.
  const seen = marked.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]$|[^]$/, '');
  let count = 0;
  for (const word of seen.split(SPACE)) {
    if (word === '' || word === '>' || /^<\/?[A-Za-z]+>?$|^[A-Za-z]+=["']/.test(word)) {
      continue;
    }
    const text = cjk ? withoutTags(word) : '';
    // A word with characters of such a script counts by its characters.
    count += /[^\p{ASCII}]/u.test(text) ? Array.from(text).length : 1;
  }
  return count;
}

/** Cuts at the divider, and closes the paragraph that it stands in (ExtractSummaryFromHTMLWithDivider). */
export function cutAtDivider(html: string): string | null {
  const at = html.indexOf(DIVIDER);
  if (at < 0) {
    return null;
  }
  let low = at;
  let keepsEnd = false;
  for (let i = at - 1; i >= 0; i--) {
    const opening = html[i] === '>' ? /<p[^<>]*>$/.exec(html.slice(Math.max(0, i - 200), i + 1)) : null;
    if (opening) {
      low = i - opening[0].length + 1;
      break;
    }
    if (!/\s/.test(html[i] ?? '')) {
      keepsEnd = true;
      break;
    }
  }
  if (!keepsEnd) {
    return html.slice(0, low).trim();
  }
  const closing = html.indexOf('</p>', at);
  return (
    html.slice(0, low) + html.slice(at + DIVIDER.length, closing < 0 ? html.length : closing + 4)
  ).trim();
}

/** Cuts before what looks like the paragraph around the divider; before 0.134 (splitUserDefinedSummaryAndContent). */
export function cutBeforeDivider(html: string): string | null {
  const at = html.indexOf(DIVIDER);
  if (at < 0) {
    return null;
  }
  const paragraph = html.lastIndexOf('<p', at);
  return html.slice(0, paragraph < 0 ? at : paragraph).trim();
}

/**
 * Cuts text behind the sentence that holds the last word; before 0.134 (helpers/content.go,
 * TruncateWordsToWholeSentence).
 */
export function cutSentences(text: string, length: number): Cut {
  let words = 0;
  let lastWord = -1;
  for (const space of text.matchAll(/\s/g)) {
    words++;
    lastWord = space.index;
    if (words >= length) {
      break;
    }
  }
  const end = lastWord < 0 ? -1 : text.slice(lastWord).search(/[.?!"\n]/);
  if (end < 0) {
    return { html: text.trim(), truncated: false };
  }
  const cut = lastWord + end + 1;
  return { html: text.slice(0, cut).trim(), truncated: cut < text.length };
}

/** Cuts text of scripts without blanks behind so many characters; before 0.134 (TruncateWordsByRune). */
export function cutCharacters(text: string, length: number): Cut {
  const kept: string[] = [];
  let count = 0;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (count >= length) {
      return { html: kept.join(' '), truncated: true };
    }
    const characters = Array.from(word);
    if (!/[^\p{ASCII}]/u.test(word)) {
      count++;
    } else if (count + characters.length < length) {
      count += characters.length;
    } else {
      const left = characters.slice(0, length - count);
      if (left.length < characters.length) {
        return { html: [...kept, left.join('')].join(' '), truncated: true };
      }
      count = length;
    }
    kept.push(word);
  }
  return { html: kept.join(' '), truncated: false };
}

/** A page's text, in which paragraphs end lines; of blanks in a row, also over tags, the first one stays (StripHTML). */
export function plainOf(html: string): string {
  return withoutTags(
    html
      .replaceAll('\n', ' ')
      .replaceAll('</p>', '\n')
      .replace(/<br(?: \/)?>/g, '\n'),
  ).replace(/(\s)\s+/g, '$1');
}
