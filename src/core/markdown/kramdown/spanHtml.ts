import { Element } from './element';
import {
  BLOCK_ELEMENTS,
  BODYLESS_ELEMENTS,
  closingTag,
  commentEnd,
  contentModel,
  elementName,
  openingTag,
} from './htmlTags';
import type { Tag } from './htmlTags';
import type { Source } from './source';
import type { Spans, Stop } from './spans';
import { MAX_NESTING } from './spans';

const SCHEME = /<(?:mailto|https?|ftps?):/y;
const MAIL = /<([\p{Alphabetic}\p{M}\p{Nd}_.-]+@[\p{Alphabetic}\p{M}\p{Nd}_.-]+)>/uy;

/** The boxes of task lists (kramdown-parser-gfm, gfm.rb, parse_list). */
export const UNCHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />';
export const CHECKED = UNCHECKED.replace(' />', ' checked="checked" />');

/** parse_autolink: `<https://…>` and `<name@host>` */
export function autolink(spans: Spans): boolean {
  const { source } = spans;
  const { text, at } = source;
  const scheme = source.match(SCHEME);
  const close = scheme ? source.find('>', at + scheme[0].length + 1) : -1;
  const url = close < 0 ? '' : text.slice(at + 1, close);
  const mail = url === '' || url.includes('\n') ? source.match(MAIL)?.[1] : undefined;
  if ((url === '' || url.includes('\n')) && mail === undefined) {
    return false;
  }
  const link = new Element('a');
  link.href = mail === undefined ? url : `mailto:${mail}`;
  link.addText((mail ?? url).replace(/^mailto:/, ''), 'text');
  spans.add(link);
  source.at += (mail ?? url).length + 2;
  return true;
}

/** parse_span_html: comments and elements; what is Markdown in them stays so, but for code and the like. */
export function spanHtml(spans: Spans): boolean {
  const { source } = spans;
  const { text, at } = source;
  const next = text.charAt(at + 1);
  if (next === '!' ? !text.startsWith('--', at + 2) : !/[\p{Alphabetic}_/]/u.test(next)) {
    return false;
  }
  const comment = commentEnd(source, at);
  if (comment >= 0) {
    spans.add(new Element('comment'));
    source.at = comment;
    return true;
  }
  const close = closingTag(source, at);
  const open = close ? null : openingTag(source, at);
  if (!open) {
    const end = close?.end ?? at + 1;
    spans.tree.addText(text.slice(at, end), 'text');
    source.at = end;
    return true;
  }
  element(spans, open);
  return true;
}

function element(spans: Spans, tag: Tag): void {
  const { source, tree } = spans;
  const name = elementName(tag.name);
  if (BLOCK_ELEMENTS.has(name)) {
    spans.tree.addText(source.text.slice(source.at, tag.end), 'text');
    source.at = tag.end;
    return;
  }
  const written = name === 'input' ? source.text.slice(source.at, tag.end) : '';
  if (written === CHECKED || written === UNCHECKED) {
    spans.add(new Element('checkbox', written === CHECKED ? 'x' : ''));
    source.at = tag.end;
    return;
  }
  const html = new Element('html', name);
  html.attributes = tag.attributes;
  html.model = modelOf(tag, name, tree);
  spans.add(html);
  source.at = tag.end;
  if (tag.isClosed || BODYLESS_ELEMENTS.has(name) || spans.stack.length >= MAX_NESTING) {
    return;
  }
  const isFound =
    html.model === 'span' ? spans.within(html, closedBy(name), false) : rawContent(spans, html, name);
  if (isFound) {
    source.at = closingTag(source, source.at)?.end ?? source.at;
  } else {
    html.addText(source.text.slice(source.at), 'text');
    source.at = source.text.length;
  }
}

function modelOf({ markdown }: Tag, name: string, tree: Element): 'raw' | 'span' {
  switch (markdown) {
    case 'span':
      return 'span';
    case '0':
      return 'raw';
    case '1':
      return contentModel(name) === 'raw' ? 'raw' : 'span';
    default:
      return contentModel(name) === 'raw' || tree.model === 'raw' ? 'raw' : 'span';
  }
}

function closedBy(name: string): Stop {
  return (source) => isClosing(source, name);
}

function isClosing(source: Source, name: string): boolean {
  if (!source.text.startsWith('</', source.at)) {
    return false;
  }
  const close = closingTag(source, source.at);
  return close !== null && elementName(close.name) === name;
}

/** Content in which only elements are read. */
function rawContent(spans: Spans, html: Element, name: string): boolean {
  const { source } = spans;
  const { text } = source;
  const { tree } = spans;
  spans.stack.push(tree);
  spans.tree = html;
  let isFound = false;
  for (let at = source.find('<', source.at); at >= 0; at = source.find('<', source.at)) {
    html.addText(text.slice(source.at, at), 'text');
    source.at = at;
    spans.document.spend(1);
    if (isClosing(source, name)) {
      isFound = true;
      break;
    }
    if (!spanHtml(spans)) {
      html.addText('<', 'text');
      source.at = at + 1;
    }
  }
  spans.stack.pop();
  spans.tree = tree;
  return isFound;
}
