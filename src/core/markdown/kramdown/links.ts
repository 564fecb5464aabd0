import { linkId } from './document';
import { Element } from './element';
import type { Source } from './source';
import { isSpace, trim } from './source';
import type { Spans, Stop } from './spans';
import { MAX_NESTING } from './spans';

/** ESCAPED_CHARS, in what stands for an image. */
const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g;

/** parse_link (lib/kramdown/parser/kramdown/link.rb): links and images, by their target or by reference. */
export function link(spans: Spans): boolean {
  const { source, document } = spans;
  const { text, at } = source;
  const isImage = text.charAt(at) === '!';
  const start = at + (isImage ? 2 : 1);
  if (text.charAt(start - 1) !== '[' || start >= text.length || text.charAt(start) === '^') {
    return false;
  }
  const isVain =
    (!isImage && spans.isInside('a', 'img')) || spans.stack.length >= MAX_NESTING || !document.canTry();
  const element = new Element(isImage ? 'img' : 'a');
  source.at = start;
  if (isVain || !textOf(spans, element) || !target(spans, element, text.slice(start, source.at))) {
    source.at = start;
    spans.tree.addText(text.slice(at, start), 'text');
    return true;
  }
  spans.add(element);
  return true;
}

/** Reads up to the bracket that closes the text: each one that opens within it needs another. */
function textOf(spans: Spans, element: Element): boolean {
  let open = 1;
  let images = 0;
  let counted = 0;
  const stop: Stop = ({ text, at }) => {
    const code = text.charCodeAt(at);
    if (code !== 93 && code !== 91 && !(code === 33 && text.charCodeAt(at + 1) === 91)) {
      return false;
    }
    open += code === 93 ? -1 : 1;
    for (; counted < element.children.length; counted++) {
      images += element.children[counted]?.kind === 'img' ? 1 : 0;
    }
    return open === images;
  };
  return spans.within(element, stop, true);
}

/** Reads what stands behind the text; false where that makes no link. */
function target(spans: Spans, element: Element, text: string): boolean {
  const { source, document } = spans;
  element.value = text.replace(ESCAPED, '$1');
  source.at++;
  const behind = source.at;
  const label = labelAt(source, behind);
  if (label === null && source.text.charAt(behind) === '(') {
    return inline(spans, element);
  }
  const definition = document.links.get(linkId(label?.text ?? element.value));
  if (!definition) {
    return false;
  }
  element.href = definition.href;
  element.title = definition.title;
  source.at = label?.end ?? behind;
  return true;
}

/** LINK_INLINE_ID_RE: brackets behind the text, perhaps empty. */
function labelAt(source: Source, from: number): { text: string | null; end: number } | null {
  const { text } = source;
  const at = afterSpace(text, from);
  const close = text.charAt(at) === '[' ? source.find(']', at + 1) : -1;
  return close < 0 ? null : { text: close > at + 1 ? text.slice(at + 1, close) : null, end: close + 1 };
}

function inline(spans: Spans, element: Element): boolean {
  const { source, document } = spans;
  const { text, at } = source;
  if (text.charAt(at + 1) === '<') {
    const close = source.find('>', at + 2);
    if (close > 0 && !text.slice(at + 2, close).includes('\n')) {
      element.href = text.slice(at + 2, close);
      source.at = close + 1;
      if (text.charAt(source.at) === ')') {
        source.at++;
        return true;
      }
      return title(spans, element);
    }
  }
  let open = 0;
  let here = at;
  for (; here < text.length; here++) {
    const code = text.charCodeAt(here);
    if (code === 40) {
      open++;
    } else if (code === 41) {
      open--;
      if (open === 0) {
        break;
      }
    } else if (isSpace(code) && /["']/.test(text.charAt(here + 1))) {
      break;
    }
  }
  document.spend((here - at) >> 2);
  if (here >= text.length) {
    return false;
  }
  element.href = trim(text.slice(at + 1, here));
  source.at = here + 1;
  return open === 0 || title(spans, element);
}

/** LINK_INLINE_TITLE_RE: up to a quote with the parenthesis behind it. */
function title(spans: Spans, element: Element): boolean {
  const { source, document } = spans;
  const { text } = source;
  const start = afterSpace(text, source.at);
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") {
    return false;
  }
  for (let end = source.find(quote, start + 2); end >= 0; end = source.find(quote, end + 1)) {
    document.spend(1);
    const close = afterSpace(text, end + 1);
    if (text.charAt(close) === ')') {
      element.title = text.slice(start + 1, end);
      source.at = close + 1;
      return true;
    }
    if (!document.canTry()) {
      return false;
    }
  }
  return false;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) {
    at++;
  }
  return at;
}
