import { readAttributes, closingBrace } from './attributes';
import { codeSpanAt } from './codeSpan';
import type { Document } from './document';
import { Element } from './element';
import { emphasis } from './emphasis';
import { entityAt } from './entities';
import { addExtension, extensionAt } from './extensions';
import { link } from './links';
import { smartQuote } from './smartQuotes';
import { Source, trim } from './source';
import { autolink, spanHtml } from './spanHtml';

/** How deep spans may nest. */
export const MAX_NESTING = 60;

/** Where a span may start (span_parser_regexps), and where a link's text may end. */
const START = /[*_`<[$&\\]|!\[|\{:|[^\\]?["']|--|\.\.\.| ?>>| {2}(?=\n)|~~/g;
const START_OR_BRACKET = new RegExp(`${START.source}|\\]`, 'g');

/** Whether the element ends here whose spans are being parsed. */
export type Stop = (source: Source) => boolean;

/** A text whose spans are being parsed. */
export class Spans {
  readonly source: Source;
  /** The elements around the one that is being filled, the outermost first. */
  readonly stack: Element[] = [];

  constructor(
    readonly document: Document,
    text: string,
    public tree: Element,
    /** How many texts this one is part of. */
    readonly depth: number,
  ) {
    this.source = new Source(text);
  }

  isInside(...kinds: readonly string[]): boolean {
    return kinds.includes(this.tree.kind) || this.stack.some(({ kind }) => kinds.includes(kind));
  }

  add(element: Element): void {
    this.tree.children.push(element);
  }

  /** Parses the spans of an element up to where `stop` says that it ends; false where it does not end. */
  within(element: Element, stop: Stop, cutsAtBracket: boolean): boolean {
    this.stack.push(this.tree);
    this.tree = element;
    const isFound = parse(this, stop, cutsAtBracket);
    this.tree = this.stack.pop() ?? element;
    return isFound;
  }
}

/** Replaces the text of all blocks by its spans (update_tree). */
export function parseTree(document: Document, element: Element): void {
  const children = element.children.flatMap((child) => {
    if (child.kind === 'raw') {
      return parseSpans(document, child.value, 0);
    }
    parseTree(document, child);
    return [child];
  });
  element.children = children;
}

/** parse_spans (lib/kramdown/parser/kramdown.rb) of a text by itself. */
export function parseSpans(document: Document, text: string, depth: number): Element[] {
  const root = new Element('raw');
  parse(new Spans(document, text, root, depth), null, false);
  return root.children;
}

function parse(spans: Spans, stop: Stop | null, cutsAtBracket: boolean): boolean {
  const { source, document } = spans;
  const { text } = source;
  const pattern = cutsAtBracket ? START_OR_BRACKET : START;
  // What may be vain is given up together with all that is around it, when there has been too much of it.
  while (!source.isAtEnd && (!stop || document.canTry())) {
    const from = source.at;
    pattern.lastIndex = from;
    const start = pattern.exec(text);
    const at = start ? start.index : text.length;
    document.spend(1 + ((at - from) >> 4));
    if (!start) {
      if (!stop) {
        spans.tree.addText(text.slice(from), 'text');
        source.at = text.length;
      }
      return false;
    }
    if (at > from) {
      spans.tree.addText(text.slice(from, at), 'text');
      source.at = at;
    }
    if (stop?.(source)) {
      return true;
    }
    if (!span(spans)) {
      spans.tree.addText(text.charAt(source.at), 'text');
      source.at++;
    }
  }
  return false;
}

/** The parser of the span that starts here: by its first character, in kramdown's order. */
function span(spans: Spans): boolean {
  const { source } = spans;
  switch (source.text.charCodeAt(source.at)) {
    case 42: // *
    case 95: // _
      emphasis(spans);
      return true;
    case 96: // `
      codeSpan(spans);
      return true;
    case 60: // <
      return autolink(spans) || spanHtml(spans) || smartQuote(spans) || symbol(spans);
    case 91: // [
      return footnoteMarker(spans) || link(spans) || smartQuote(spans);
    case 33: // !
      return link(spans) || smartQuote(spans);
    case 36: // $
      return smartQuote(spans) || math(spans);
    case 123: // {
      return smartQuote(spans) || extension(spans);
    case 38: // &
      return smartQuote(spans) || entity(spans);
    case 92: // \
      return symbol(spans) || lineBreak(spans) || escaped(spans);
    case 126: // ~
      return smartQuote(spans) || strikethrough(spans);
    default:
      return smartQuote(spans) || symbol(spans) || lineBreak(spans);
  }
}

function codeSpan(spans: Spans): void {
  const { source } = spans;
  const { text, end } = codeSpanAt(source, source.at);
  if (text === null) {
    spans.tree.addText(source.text.slice(source.at, end), 'text');
  } else {
    spans.add(new Element('code', text));
  }
  source.at = end;
}

const FOOTNOTE = /\[\^(\w[\w-]*)\]/y;

/** parse_footnote_marker */
function footnoteMarker(spans: Spans): boolean {
  const { source, document } = spans;
  const mark = source.text.charCodeAt(source.at + 1) === 94 ? source.match(FOOTNOTE) : null;
  if (!mark) {
    return false;
  }
  source.at += mark[0].length;
  const name = mark[1] ?? '';
  if (document.footnotes.has(name)) {
    spans.add(new Element('footnote', name));
  } else {
    spans.tree.addText(mark[0], 'text');
  }
  return true;
}

/** parse_inline_math */
function math(spans: Spans): boolean {
  const { source } = spans;
  const close = source.text.startsWith('$$', source.at) ? source.find('$$', source.at + 2) : -1;
  if (close < 0) {
    return false;
  }
  spans.add(new Element('math', trim(source.text.slice(source.at + 2, close))));
  source.at = close + 2;
  return true;
}

/** parse_span_extensions: an attribute list belongs to the span before it. */
function extension(spans: Spans): boolean {
  const { source, tree } = spans;
  const { text, at } = source;
  if (!text.startsWith('{:', at)) {
    return false;
  }
  const found = extensionAt(source, at, false);
  if (found) {
    source.at = found.end;
    addExtension(tree, found, false);
    return true;
  }
  const isExtension = /^\{:(?::\w|\/(?:\w[\w-]*)?\})/.test(text.slice(at, at + 50));
  const close = isExtension ? -1 : closingBrace(source, at + 2);
  const { last } = tree;
  if (close < 0 || !last || last.kind === 'text') {
    return false;
  }
  last.ial = readAttributes(text.slice(at + 2, close), last.ial);
  source.at = close + 1;
  return true;
}

/** parse_html_entity */
function entity(spans: Spans): boolean {
  const { source } = spans;
  const found = entityAt(source, source.at);
  if (!found) {
    return false;
  }
  spans.add(new Element('entity', found.text));
  if (found.rest !== '') {
    spans.tree.addText(found.rest, 'text');
  }
  source.at = found.end;
  return true;
}

const SYMBOLS: readonly (readonly [string, string, ...string[]])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['\\<<', '<', '<'],
  ['\\>>', '>', '>'],
  ['<< ', '«\u00A0'],
  [' >>', '\u00A0»'],
  ['<<', '«'],
  ['>>', '»'],
];

/** parse_typographic_syms */
function symbol(spans: Spans): boolean {
  const { source } = spans;
  for (const [written, ...shown] of SYMBOLS) {
    if (source.text.startsWith(written, source.at)) {
      for (const text of shown) {
        spans.add(new Element('symbol', text));
      }
      source.at += written.length;
      return true;
    }
  }
  return false;
}

/** parse_line_break: two blanks, or two backslashes, at a line's end. */
function lineBreak(spans: Spans): boolean {
  const { source } = spans;
  const { text, at } = source;
  if (text.charCodeAt(at + 2) !== 10 || (!text.startsWith('  ', at) && !text.startsWith('\\\\', at))) {
    return false;
  }
  spans.add(new Element('br'));
  source.at += 2;
  return true;
}

/** parse_escaped_chars, with the GFM parser's tilde. */
function escaped(spans: Spans): boolean {
  const { source } = spans;
  const next = source.text.charAt(source.at + 1);
  if (next === '' || !'\\.*_+`<>()[]{}#!:|"\'$=-~'.includes(next)) {
    return false;
  }
  spans.tree.addText(next, 'text');
  source.at += 2;
  return true;
}

/** parse_strikethrough_gfm */
function strikethrough(spans: Spans): boolean {
  const { source, document, depth } = spans;
  const { text, at } = source;
  if (!text.startsWith('~~', at) || depth >= MAX_NESTING || !/[^ \t\r\n\f\v~]/.test(text.charAt(at + 2))) {
    return false;
  }
  let close = source.find('~~', at + 3);
  while (close >= 0 && /[ \t\r\n\f\v~]/.test(text.charAt(close - 1)) && document.canTry()) {
    document.spend(1);
    close = source.find('~~', close + 1);
  }
  if (close < 0 || !document.canTry()) {
    return false;
  }
  const deleted = new Element('del');
  spans.add(deleted);
  deleted.children = parseSpans(document, text.slice(at + 2, close), depth + 1);
  source.at = close + 2;
  return true;
}
