import { decoded } from '../markdown/htmlText';
import type { DestinationPlace } from '../links/destinationPlace';
import { portableHtml } from './portableHtml';

const TAG = /<(\/?)([a-z][a-z0-9]*)[^<>]*>/g;

/** Elements with a blank line around them, and those on lines of their own. */
const PARAGRAPHS: ReadonlySet<string> = new Set(
  'address article aside blockquote center details dl figure footer h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'.split(
    ' ',
  ),
);
const LINES: ReadonlySet<string> = new Set('br caption dd div dt figcaption li summary tr'.split(' '));

/** Lists that are indented, at most. */
const MAX_INDENT = 6;

/** As much of the text's end as is looked at: a bullet with its number. */
const TAIL = 12;

/** The text of a report's HTML as people write text: paragraphs apart, list items behind bullets or numbers, no markup. */
export function plainTextOf(html: string, place: DestinationPlace): string {
  const source = portableHtml(html, place);
  const lists: (number | null)[] = [];
  const pieces: string[] = [];
  // A text that is looked at while it grows would be put together again each time.
  let tail = '';
  let code = 0;
  let at = 0;
  const put = (piece: string) => {
    pieces.push(piece);
    tail = (tail + piece).slice(-TAIL);
  };
  const add = (piece: string) => {
    const words = decoded(piece);
    const line = code > 0 ? words : words.replace(/\s+/g, ' ');
    put(code === 0 && tail.endsWith('\n') ? line.trimStart() : line);
  };
  /** Has at least so many line ends behind the text. */
  const ends = (count: number) => {
    const known = /\n{0,2}$/.exec(tail)?.[0].length ?? 0;
    put('\n'.repeat(Math.max(0, count - known)));
  };
  for (const { 0: tag, 1: slash = '', 2: name = '', index } of source.matchAll(TAG)) {
    add(source.slice(at, index));
    at = index + tag.length;
    const closes = slash === '/';
    code += name === 'pre' ? (closes ? -1 : 1) : 0;
    if (name === 'ul' || name === 'ol') {
      if (closes) {
        lists.pop();
      } else {
        lists.push(name === 'ol' ? Number(/ start="(\d+)"/.exec(tag)?.[1] ?? 1) : null);
      }
      ends(lists.length > (closes ? 0 : 1) ? 1 : 2);
    } else if (name === 'li' && !closes) {
      ends(1);
      put('  '.repeat(Math.min(Math.max(0, lists.length - 1), MAX_INDENT)) + bullet(lists));
    } else if (PARAGRAPHS.has(name) && !/(?:•|\d+\.) $/.test(tail)) {
      // A paragraph in an item starts behind its bullet.
      ends(lists.length > 0 ? 1 : 2);
    } else if (LINES.has(name)) {
      ends(1);
    } else if ((name === 'td' || name === 'th') && closes) {
      put('\t');
    }
  }
  add(source.slice(at));
  return tidy(pieces.join(''));
}

function bullet(lists: (number | null)[]): string {
  const number = lists.at(-1);
  if (number === null || number === undefined) {
    return '• ';
  }
  lists[lists.length - 1] = number + 1;
  return `${String(number)}. `;
}

/** No blanks at the ends of lines, no more than one blank line in a row. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The length of a text for a post on a social network, in code points, and in characters as a reader counts them. */
export interface PostLength {
  readonly codePoints: number;
  readonly characters: number;
}

/** Longer ones fit no post; they are counted by code points alone (UTF-16 code units). */
const MAX_SEGMENTED = 20_000;

/** Letters and signs that do not join with what stands beside them, but for the two of a line end. */
const APART =
  '\\0-\\u02FF\\u2010-\\u2027\\u2030-\\u205E\\u20A0-\\u20BF\\u2190-\\u2BFF\\u3030-\\u3098\\u309B-\\u9FFF';

/** Characters that may join with others to one, with the others. */
const JOINING = new RegExp(`[${APART}]?[^${APART}]+(?:[${APART}][^${APART}]+)*[${APART}]?|\\r\\n`, 'g');

let segmenter: Intl.Segmenter | undefined;

/** Counts the length of a post. Addresses count as they are written, though some networks count them all alike. */
export function postLength(text: string): PostLength {
  const codePoints = text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, ' ').length;
  const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
  if (!Segmenter || text.length > MAX_SEGMENTED) {
    return { codePoints, characters: codePoints };
  }
  // To segment all of a long text takes longer than all else that is done after a letter.
  let characters = text.length;
  for (const [joining] of text.matchAll(JOINING)) {
    segmenter ??= new Segmenter(undefined, { granularity: 'grapheme' });
    characters += Array.from(segmenter.segment(joining)).length - joining.length;
  }
  return { codePoints, characters };
}
