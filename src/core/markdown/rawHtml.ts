import { decoded, escapeHtml } from './htmlText';
import { safeUrl } from './urls';

/*
 * Raw HTML of a note, as far as it is safe to show: known elements with known attributes, written anew. Nothing is copied from
 * the note but text.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that hold text and run nothing. */
const ELEMENTS = words(
  'a abbr address article aside b bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li main mark nav ol p pre q rp rt ruby s samp ' +
    'section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr',
);

/** Elements without content. */
const VOID = words('br col hr img input wbr');

/** The attributes that are kept, by element; `*` for all. */
const ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  '*': words('dir title'),
  a: words('href'),
  col: words('span'),
  details: words('open'),
  img: words('alt height src width'),
  input: words('checked disabled type'),
  ol: words('start'),
  td: words('colspan rowspan style'),
  th: words('colspan rowspan style'),
};

const NUMBERS = words('colspan height rowspan span start width');
const SWITCHES = words('checked disabled open');

/** Elements whose text nobody reads. */
const UNSEEN = words('script style');

/** Tells whether readers see nothing of an element, not even its text. */
export function isUnseen(name: string): boolean {
  return UNSEEN.has(name);
}

/** How long the attributes of a tag and how deep elements may be. */
const MAX_ATTRIBUTES = 5_000;
const MAX_DEPTH = 200;

const ATTRIBUTE =
  /(?<=^|[\s"'/])([a-zA-Z][a-zA-Z-]{0,30})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * The start tag of an element of a note as it may stand in HTML; null for an element that may not.
 * @param attributes what stands between the tag's name and its end
 */
export function startTag(name: string, attributes: string): string | null {
  if (!ELEMENTS.has(name)) {
    return null;
  }
  let tag = `<${name}`;
  const known = attributes.length > MAX_ATTRIBUTES ? '' : attributes;
  const seen = new Set<string>();
  for (const [, written = '', double, single, bare] of known.matchAll(ATTRIBUTE)) {
    const attribute = written.toLowerCase();
    if (seen.has(attribute) || !(ATTRIBUTES['*']?.has(attribute) || ATTRIBUTES[name]?.has(attribute))) {
      continue;
    }
    seen.add(attribute);
    const value = valueOf(name, attribute, decoded(double ?? single ?? bare ?? ''));
    tag +=
      value === null
        ? ''
        : value === '' && SWITCHES.has(attribute)
          ? ` ${attribute}`
          : ` ${attribute}="${escapeHtml(value)}"`;
  }
  // A field that is none of a task list's would take the focus, and what is typed.
  return name === 'input'
    ? tag.includes(' type="checkbox"')
      ? `${tag.replace(/ disabled/, '')} disabled>`
      : null
    : `${tag}>`;
}

/** Whether an element has no content and no end tag. */
export function isVoid(name: string): boolean {
  return VOID.has(name);
}

function valueOf(element: string, attribute: string, value: string): string | null {
  if (attribute === 'href' || attribute === 'src') {
    return safeUrl(value);
  }
  if (SWITCHES.has(attribute)) {
    return '';
  }
  if (NUMBERS.has(attribute)) {
    return /^\d{1,5}$/.test(value) ? value : null;
  }
  if (attribute === 'style') {
    // Of a table in Markdown.
    return /^text-align: ?(?:left|right|center)$/.test(value) ? value : null;
  }
  if (attribute === 'type') {
    return element === 'input' && value.toLowerCase() === 'checkbox' ? 'checkbox' : null;
  }
  return attribute === 'dir' ? (/^(?:ltr|rtl|auto)$/i.test(value) ? value : null) : value;
}

const TAG_START = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,30})(?=[\s/>])/y;

/** A tag that starts here; null for none, or one that is too long to be one. */
function tagAt(
  html: string,
  start: number,
): { closes: boolean; name: string; attributes: string; end: number } | null {
  TAG_START.lastIndex = start;
  const [whole = '', slash, name = ''] = TAG_START.exec(html) ?? [];
  const from = start + whole.length;
  for (let at = from; whole !== '' && at < html.length && at - from < MAX_ATTRIBUTES; at++) {
    const mark = html.charAt(at);
    if (mark === '>') {
      return {
        closes: slash === '/',
        name: name.toLowerCase(),
        attributes: html.slice(from, at),
        end: at + 1,
      };
    }
    if (mark === '<') {
      return null;
    }
    if (mark === '"' || mark === "'") {
      const close = html.slice(at + 1, at + MAX_ATTRIBUTES).indexOf(mark);
      if (close < 0) {
        return null;
      }
      at += close + 1;
    }
  }
  return null;
}

/**
 * HTML of a note as it is safe to show: elements and attributes that are known, each element closed where it ends. Of all other
 * elements the text stays, but for that of scripts and styles; comments go.
 */
export function sanitizedHtml(html: string): string {
  const open: string[] = [];
  let safe = '';
  let at = 0;
  let hasComments = true;
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', at)) {
    safe += textOf(html.slice(at, start));
    const tag = tagAt(html, start);
    const comment: number =
      hasComments && html.startsWith('<!--', start) ? html.indexOf('-->', start + 4) : 0;
    // What is not found once is not looked for again.
    hasComments &&= comment >= 0;
    if (tag && !tag.closes && UNSEEN.has(tag.name)) {
      at = endOf(html, tag.name, tag.end);
    } else if (tag) {
      safe += tag.closes ? closed(open, tag.name) : opened(open, tag.name, tag.attributes);
      at = tag.end;
    } else if (comment > 0) {
      at = comment + 3;
    } else {
      safe += '&lt;';
      at = start + 1;
    }
  }
  const ends = open.reverse().map((name) => `</${name}>`);
  return safe + textOf(html.slice(at)) + ends.join('');
}

/** Where such an element ends: with its end tag, wherever that stands, else with the text. */
function endOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[^<>]{0,100}>`, 'gi');
  close.lastIndex = from;
  return close.test(html) ? close.lastIndex : html.length;
}

function opened(open: string[], name: string, attributes: string): string {
  const tag = startTag(name, attributes);
  if (tag === null || (!isVoid(name) && open.length >= MAX_DEPTH)) {
    // What it parts stays apart.
    return '<span></span>';
  }
  if (!isVoid(name)) {
    open.push(name);
  }
  return tag;
}

/** Closes an element with all that is open in it; one that is not open stays out. */
function closed(open: string[], name: string): string {
  const at = isVoid(name) ? -1 : open.lastIndexOf(name);
  return at < 0
    ? '<span></span>'
    : open
        .splice(at)
        .reverse()
        .map((inner) => `</${inner}>`)
        .join('');
}

/** Text with its character references as they are. */
function textOf(text: string): string {
  return text.replace(/&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|[<>"']/g, escapeHtml);
}
