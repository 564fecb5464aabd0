import type { Blocks } from './blocks';
import { afterBlankRest, afterIndent, trim } from './source';

/** parse_block_math: `$$ … $$` with nothing else beside it. */
export function blockMath(blocks: Blocks): boolean {
  const { source } = blocks;
  const { text } = source;
  if (!blocks.isAfterBoundary) {
    return false;
  }
  const start = afterIndent(text, source.at);
  const isEscaped = text[start] === '\\';
  const open = isEscaped ? start + 1 : start;
  const close = text.startsWith('$$', open) ? source.find('$$', open + 2) : -1;
  if (close < 0) {
    return false;
  }
  const end = afterBlankRest(text, close + 2);
  if (isEscaped) {
    // The escaped one is a span of the paragraph that starts behind the backslash.
    source.at = end >= 0 ? open : source.at;
    return false;
  }
  const before = source.at;
  source.at = end >= 0 ? end : close + 2;
  if (!blocks.isBeforeBoundary) {
    source.at = before;
    return false;
  }
  blocks.add('math', trim(text.slice(open + 2, close))).isBlock = true;
  return true;
}
