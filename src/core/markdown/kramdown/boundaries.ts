import { blockAttributes } from './attributes';
import { isBlockTag } from './htmlTags';
import type { Source } from './source';
import { afterBlankLines, afterBlankRest, afterIndent } from './source';

/** Where the marker of a list item ends that starts here, and of which kind it is: LIST_START. */
export function isListStart(
  source: Source,
  at: number,
  maxIndent = 3,
): { kind: 'ul' | 'ol'; marker: number } | null {
  const { text } = source;
  let end = at;
  while (end < at + maxIndent && text.charCodeAt(end) === 32) {
    end++;
  }
  const code = text.charCodeAt(end);
  if (code === 42 || code === 43 || code === 45) {
    return isTail(text, end + 1) ? { kind: 'ul', marker: end + 1 } : null;
  }
  const digits = end;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) {
    end++;
  }
  return end > digits && text[end] === '.' && isTail(text, end + 1) ? { kind: 'ol', marker: end + 1 } : null;
}

/** Where the colon of a definition ends that starts here: DEFINITION_LIST_START; -1 for none. */
export function definitionMarker(source: Source, at: number, maxIndent = 3): number {
  const { text } = source;
  let end = at;
  while (end < at + maxIndent && text.charCodeAt(end) === 32) {
    end++;
  }
  return text[end] === ':' && isTail(text, end + 1) ? end + 1 : -1;
}

/** PATTERN_TAIL: its class holds a pipe too. */
function isTail(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 124;
}

/** HR_START; -1 for none, else where the next line starts. */
export function afterRule(source: Source, at: number): number {
  const { text } = source;
  let here = afterIndent(text, at);
  const mark = text.charCodeAt(here);
  if (mark !== 42 && mark !== 45 && mark !== 95) {
    return -1;
  }
  let count = 0;
  for (; here < text.length; here++) {
    const code = text.charCodeAt(here);
    if (code === mark) {
      count++;
    } else if (code === 10) {
      return count >= 3 ? here + 1 : -1;
    } else if (code !== 32 && code !== 9) {
      return -1;
    }
  }
  return -1;
}

/** EOB_MARKER */
export function isEndMarker(source: Source, at: number): boolean {
  return source.text.charCodeAt(at) === 94 && afterBlankRest(source.text, at + 1) >= 0;
}

/** What ends an indented block, wherever it stands: LAZY_END less its blank lines. */
export function isHardEnd(source: Source, at: number): boolean {
  const start = afterIndent(source.text, at);
  const code = source.text.charCodeAt(start);
  return (
    (code === 123 && blockAttributes(source, at) !== null) ||
    (code === 94 && start === at && isEndMarker(source, at)) ||
    (code === 60 && isBlockTag(source, start))
  );
}

/** LAZY_END (lib/kramdown/parser/kramdown/paragraph.rb) */
export function isLazyEnd(source: Source, at: number): boolean {
  return at >= source.text.length || afterBlankLines(source.text, at) > at || isHardEnd(source, at);
}

/** PARAGRAPH_END_GFM (kramdown-parser-gfm, gfm.rb): what a paragraph may be interrupted by. */
export function isParagraphEnd(source: Source, at: number): boolean {
  const { text } = source;
  if (at >= text.length || afterBlankLines(text, at) > at) {
    return true;
  }
  const start = afterIndent(text, at);
  switch (text.charCodeAt(start)) {
    case 42:
    case 43:
    case 45:
      return isListStart(source, at) !== null;
    case 35:
      return start === at && isAtxStart(text, at);
    case 58:
      return definitionMarker(source, at) >= 0;
    case 62:
      return true;
    case 96:
    case 126:
      return isFence(text, start);
    case 123:
    case 94:
    case 60:
      return isHardEnd(source, at);
    default:
      return text.charCodeAt(start) <= 57 && isListStart(source, at) !== null;
  }
}

/** ATX_HEADER_START: one to six, and a blank. */
function isAtxStart(text: string, at: number): boolean {
  let end = at;
  while (text.charCodeAt(end) === 35) {
    end++;
  }
  const code = text.charCodeAt(end);
  return end - at <= 6 && (code === 32 || code === 9);
}

/** FENCED_CODEBLOCK_START: three of either, mixed as they like. */
function isFence(text: string, at: number): boolean {
  return /^[~`]{3}/.test(text.slice(at, at + 3));
}
