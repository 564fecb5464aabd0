import { Element } from './element';
import { isSpace } from './source';
import type { Source } from './source';
import type { Spans, Stop } from './spans';
import { MAX_NESTING } from './spans';

const LETTER = /\p{Alphabetic}/u;
const LETTER_OR_DIGIT = /[\p{Alphabetic}\p{M}\p{Nd}]/u;

/** parse_emphasis (lib/kramdown/parser/kramdown/emphasis.rb) */
export function emphasis(spans: Spans): void {
  const { source, tree, document } = spans;
  const { text, at } = source;
  const mark = text.charAt(at);
  const delimiter = text.charAt(at + 1) === mark ? mark + mark : mark;
  const kind = delimiter.length === 2 ? 'strong' : 'em';
  const after = at + delimiter.length;
  if (
    (mark === '_' && isInWord(text, at)) ||
    isSpace(text.charCodeAt(after)) ||
    spans.isInside(kind) ||
    spans.stack.length >= MAX_NESTING ||
    !document.canTry()
  ) {
    plain(spans, delimiter);
    return;
  }
  source.at = after;
  let element = new Element(kind);
  let end = delimiter;
  let isFound = spans.within(element, closing(delimiter, element), false);
  if (!isFound && kind === 'strong' && tree.kind !== 'em' && document.canTry()) {
    // Two marks that nothing closes may be one, and another.
    source.at = at + 1;
    element = new Element('em');
    end = mark;
    isFound = spans.within(element, closing(mark, element), false);
  }
  if (isFound) {
    source.at += end.length;
    spans.add(element);
  } else {
    source.at = at;
    plain(spans, delimiter);
  }
}

function plain(spans: Spans, delimiter: string): void {
  spans.tree.addText(delimiter, 'text');
  spans.source.at += delimiter.length;
}

function closing(delimiter: string, element: Element): Stop {
  const mark = delimiter.charAt(0);
  return (source: Source) => {
    const { text, at } = source;
    if (
      !text.startsWith(delimiter, at) ||
      isSpace(text.charCodeAt(at - 1)) ||
      element.children.length === 0
    ) {
      return false;
    }
    const after = at + delimiter.length;
    if (element.kind === 'em' && text.charAt(after) === mark && text.charAt(after + 1) !== mark) {
      return false;
    }
    return mark !== '_' || !LETTER_OR_DIGIT.test(charAt(text, after));
  };
}

/** `/[[:alpha:]]-?[[:alpha:]]*\z/` of what stands before. */
function isInWord(text: string, at: number): boolean {
  const before = charBefore(text, at);
  return LETTER.test(before) || (before === '-' && LETTER.test(charBefore(text, at - 1)));
}

function charBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  return code >= 0xdc00 && code <= 0xdfff
    ? text.slice(Math.max(0, at - 2), at)
    : text.slice(Math.max(0, at - 1), at);
}

function charAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
