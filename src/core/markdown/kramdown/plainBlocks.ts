import type { Blocks } from './blocks';
import { afterRule, isHardEnd, isLazyEnd } from './boundaries';
import { closingFence } from './fences';
import type { Source } from './source';
import { afterBlankLines, isSpace, trimEnd } from './source';

/** parse_blockquote (lib/kramdown/parser/kramdown/blockquote.rb): its lines go on until a block ends. */
export function blockquote(blocks: Blocks): boolean {
  const { source } = blocks;
  const start = source.at;
  let end = source.nextLine(start);
  while (!isLazyEnd(source, end)) {
    end = source.nextLine(end);
  }
  source.at = end;
  const text = source.text.slice(start, end).replace(/^ {0,3}> ?/gm, '');
  blocks.nested(blocks.add('blockquote'), text);
  return true;
}

/** parse_atx_header_gfm_quirk: no blank line needs to stand before it. */
export function atxHeader(blocks: Blocks): boolean {
  const { source } = blocks;
  const line = source.line(source.at);
  const marks = /^(#{1,6})[\t ]+/.exec(line);
  if (!marks) {
    return false;
  }
  const { text, id } = splitId(line.slice(marks[0].length));
  return addHeader(blocks, marks[1]?.length ?? 1, { text: withoutMarks(text), id }, line.length);
}

/** `/[\t ]#+\z/`, by hand. */
function withoutMarks(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 35) {
    end--;
  }
  const code = text.charCodeAt(end - 1);
  return end < text.length && (code === 32 || code === 9) ? trimEnd(text.slice(0, end)) : text;
}

/** parse_setext_header: one line of text, underlined. */
export function setextHeader(blocks: Blocks): boolean {
  const { source } = blocks;
  const { text, at } = source;
  const under = source.nextLine(at);
  const mark = text.charCodeAt(under);
  if ((mark !== 45 && mark !== 61) || !blocks.isAfterBoundary) {
    return false;
  }
  let end = under;
  while (text.charCodeAt(end) === 45 || text.charCodeAt(end) === 61) {
    end++;
  }
  while (text.charCodeAt(end) !== 10) {
    if (end >= text.length || !isSpace(text.charCodeAt(end))) {
      return false;
    }
    end++;
  }
  const line = /^ {0,3}([^ \t][^\n]*)/.exec(text.slice(at, under));
  return line !== null && addHeader(blocks, mark === 45 ? 2 : 1, splitId(line[1] ?? ''), end + 1 - at);
}

/** parse_header_contents: an identifier in braces at the end is none of the text. */
function splitId(contents: string): { text: string; id: string } {
  const text = trimEnd(contents);
  const open = text.endsWith('}') ? text.lastIndexOf('{#') : -1;
  return open > 0 && /^[\t ]\{#[\p{L}_:][\p{L}\p{M}\p{N}_:.·‿⁀-]*\}$/u.test(text.slice(open - 1))
    ? { text: trimEnd(text.slice(0, open - 1)), id: text.slice(open + 2, -1) }
    : { text, id: '' };
}

function addHeader(
  blocks: Blocks,
  level: number,
  { text, id }: { text: string; id: string },
  length: number,
): boolean {
  if (text === '') {
    return false;
  }
  const header = blocks.add('header', id);
  header.level = level;
  header.addText(text, 'raw');
  blocks.source.at += length;
  return true;
}

/** parse_horizontal_rule */
export function horizontalRule(blocks: Blocks): boolean {
  const end = afterRule(blocks.source, blocks.source.at);
  if (end < 0) {
    return false;
  }
  blocks.source.at = end;
  blocks.add('hr');
  return true;
}

/** parse_codeblock: lines that are not indented continue the one before them. */
export function indentedCode(blocks: Blocks): boolean {
  const { source } = blocks;
  const end = afterIndentedLines(source, source.at);
  if (end === source.at) {
    return false;
  }
  const text = source.text.slice(source.at, end);
  source.at = end;
  blocks.add('codeblock', withoutIndent(text.replace(/\n( {0,3}[^ \t\r\n\f\v])/g, ' $1')));
  return true;
}

/** INDENT taken from each line. */
export function withoutIndent(text: string): string {
  return text.replace(/^(?:\t| {4})/gm, '');
}

/** CODEBLOCK_MATCH (lib/kramdown/parser/kramdown/codeblock.rb) */
export function afterIndentedLines(source: Source, from: number): number {
  const { text } = source;
  let end = from;
  for (;;) {
    let here = afterBlankLines(text, end);
    if (!isIndented(text, here)) {
      return end;
    }
    while (isIndented(text, here)) {
      here = source.nextLine(here);
    }
    while (here < text.length && afterBlankLines(text, here) === here && !isHardEnd(source, here)) {
      here = source.nextLine(here);
    }
    end = here;
  }
}

function isIndented(text: string, at: number): boolean {
  return (
    at < text.length &&
    (text.charCodeAt(at) === 9 || text.startsWith('    ', at)) &&
    afterBlankLines(text, at) === at
  );
}

/** FENCED_CODEBLOCK_MATCH of the GFM parser: no more than one word behind the fence, and an end. */
export function fencedCode(blocks: Blocks): boolean {
  const { source } = blocks;
  const fence = closingFence(source, source.at);
  if (!fence) {
    return false;
  }
  blocks.add('codeblock', source.text.slice(fence.start, fence.end));
  source.at = fence.after;
  return true;
}
