import type { MarkdownIt, StateBlock } from 'markdown-it';

/** goldmark's closing tags of raw text start no block (parser/html_block.go), though CommonMark's do. */
const CLOSING = /^<\/(?:script|style|pre)\s*>/i;

export function htmlBlocks(md: MarkdownIt): void {
  const rule = md.block.ruler.getRules('').find(({ name }) => name === 'html_block');
  if (!rule) {
    return;
  }
  md.block.ruler.at(
    'html_block',
    (state: StateBlock, line: number, endLine: number, silent: boolean) => {
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      return !CLOSING.test(state.src.slice(start, start + 20)) && rule(state, line, endLine, silent);
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}
