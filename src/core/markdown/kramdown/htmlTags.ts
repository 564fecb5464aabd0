import type { Source } from './source';
import { isSpace } from './source';

/** lib/kramdown/parser/html.rb, Constants. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const BLOCK_MODEL = words(
  'address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup ' +
    'iframe li main map menu nav noscript object section summary td',
);

const SPAN_MODEL = words(
  'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc ' +
    'rp rt rtc ruby select small span strong sub sup th tt',
);

const RAW_MODEL = words('script style math option textarea pre code kbd samp var');

export const SPAN_ELEMENTS = words(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ' +
    'ruby samp select small span strong sub sup tt u var',
);

export const BLOCK_ELEMENTS = words(
  'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table ' +
    'tbody td th thead tfoot tr ul',
);

export const BODYLESS_ELEMENTS = words(
  'area base br col command embed hr img input keygen link meta param source track wbr',
);

function isKnown(name: string): boolean {
  return [SPAN_ELEMENTS, BLOCK_ELEMENTS, BODYLESS_ELEMENTS, BLOCK_MODEL, SPAN_MODEL, RAW_MODEL].some(
    (names) => names.has(name),
  );
}

/** The name by which an element is known: known ones are lower-cased. */
export function elementName(name: string): string {
  const lower = name.toLowerCase();
  return isKnown(lower) ? lower : name;
}

/** How the content of an element is read where it says `markdown="1"`: HTML_CONTENT_MODEL. */
export function contentModel(name: string): 'block' | 'span' | 'raw' {
  return BLOCK_MODEL.has(name) ? 'block' : SPAN_MODEL.has(name) ? 'span' : 'raw';
}

/** REXML's UNAME_STR. */
const UNAME =
  '(?:[\\p{Alphabetic}_][-\\p{Alphabetic}\\p{M}\\p{Nd}._]*:)?[\\p{Alphabetic}_][-\\p{Alphabetic}\\p{M}\\p{Nd}._]*';

const TAG_NAME = new RegExp(UNAME, 'uy');
const PLAIN_VALUE = /[\p{L}\p{M}\p{N}\p{Pc}]+/uy;
const OPEN = new RegExp(`<(${UNAME})`, 'uy');
const CLOSE = new RegExp(`</(${UNAME})[ \\t\\r\\n\\f\\v]*>`, 'uy');

export interface Tag {
  readonly name: string;
  /** What its `markdown` attribute says. */
  readonly markdown: string | null;
  /** What stands between its name and its end. */
  readonly attributes: string;
  readonly isClosed: boolean;
  readonly end: number;
}

/** An opening tag that starts here: HTML_TAG_RE. Values are quoted, or one word. */
export function openingTag(source: Source, at: number): Tag | null {
  const open = source.match(OPEN, at);
  if (!open) {
    return null;
  }
  const { text } = source;
  let markdown: string | null = null;
  let here = at + open[0].length;
  for (;;) {
    const blank = afterSpace(text, here);
    const name = blank > here ? source.match(TAG_NAME, blank) : null;
    if (!name) {
      here = blank;
      break;
    }
    here = blank + name[0].length;
    const equals = afterSpace(text, here);
    if (text[equals] === '=') {
      const start = afterSpace(text, equals + 1);
      const quote = text[start];
      const plain = source.match(PLAIN_VALUE, start);
      let value: string | null = null;
      if (plain) {
        value = plain[0];
        here = start + value.length;
      } else if (quote === '"' || quote === "'") {
        const end = source.find(quote, start + 1);
        if (end > 0) {
          value = text.slice(start + 1, end);
          here = end + 1;
        }
      }
      if (value !== null && name[0].toLowerCase() === 'markdown') {
        markdown = value;
      }
    }
  }
  const isClosed = text[here] === '/';
  const end = here + (isClosed ? 1 : 0);
  const attributes = text.slice(at + open[0].length, here);
  return text[end] === '>' ? { name: open[1] ?? '', markdown, attributes, isClosed, end: end + 1 } : null;
}

/** A closing tag that starts here: HTML_TAG_CLOSE_RE. */
export function closingTag(source: Source, at: number): { name: string; end: number } | null {
  const close = source.match(CLOSE, at);
  return close && { name: close[1] ?? '', end: at + close[0].length };
}

/** The next closing tag of an element, whatever its case; -1 for none. */
export function findClosingTag(source: Source, name: string, from: number): number {
  for (let at = source.find('</', from); at >= 0; at = source.find('</', at + 2)) {
    const after = at + 2 + name.length;
    if (
      source.text.slice(at + 2, after).toLowerCase() === name.toLowerCase() &&
      source.text[afterSpace(source.text, after)] === '>'
    ) {
      return at;
    }
  }
  return -1;
}

/** Where a comment that starts here ends; -1 where none does. */
export function commentEnd(source: Source, at: number): number {
  const end = source.text.startsWith('<!--', at) ? source.find('-->', at + 4) : -1;
  return end < 0 ? -1 : end + 3;
}

function afterSpace(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

/** LAZY_END_HTML_START and LAZY_END_HTML_STOP: a tag of a block, which ends what went before. */
export function isBlockTag(source: Source, at: number): boolean {
  if (source.text[at] !== '<') {
    return false;
  }
  const isClosing = source.text[at + 1] === '/';
  const name = source.match(TAG_NAME, at + (isClosing ? 2 : 1))?.[0];
  // A span's name is one up to where its word ends: `<em.x>` and `<b-c>` are no blocks.
  const word = name === undefined ? null : /^[\p{L}\p{M}\p{N}\p{Pc}]*/u.exec(name)?.[0];
  if (name === undefined || SPAN_ELEMENTS.has(word ?? '') || word === 'script') {
    return false;
  }
  return !isClosing || closingTag(source, at) !== null;
}
