import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import type { Attribute } from './attributes';
import { parseAttributes, setAttributes } from './attributes';
import type { PageEnv } from './options';

/** How far a list of attributes may reach (lines). */
const MAX_LINES = 10;

/** Attributes of headings: those in the heading's own line count before them. */
const ofHeadings = new WeakMap<Token, readonly Attribute[]>();

/** What stands below a heading. */
export function attributesBelow(heading: Token): readonly Attribute[] {
  return ofHeadings.get(heading) ?? [];
}

/**
 * Lists of attributes on a line of their own, which belong to the block right above (`markup.goldmark.parser.attribute.block`;
 * Hugo's markup/goldmark/internal/extensions/attributes). What else stands in such a line gets lost.
 */
export function blockAttributes(md: MarkdownIt): void {
  md.block.ruler.before('heading', 'block_attributes', attributesLine, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function attributesLine(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src.charCodeAt(start) !== 123 || (state.sCount[line] ?? 0) - state.blkIndent >= 4) {
    return false;
  }
  const text = state.getLines(line, Math.min(endLine, line + MAX_LINES), state.blkIndent, false);
  const found = parseAttributes(text, 0);
  if (!found || silent) {
    return found !== null;
  }
  const block = line > 0 && state.isEmpty(line - 1) ? null : blockAbove(state);
  if (block?.type === 'heading_open') {
    ofHeadings.set(block, [...attributesBelow(block), ...found.list]);
  } else if (block) {
    setAttributes(
      block,
      found.list.filter(([name]) => block.attrGet(name) === null),
      state.env as PageEnv,
    );
  }
  state.line = line + text.slice(0, found.end).split('\n').length;
  return true;
}

/** The block that ends right above, in the same block; null where there is none. Code in fences has its own. */
function blockAbove({ tokens, level }: StateBlock): Token | null {
  const last = tokens[tokens.length - 1];
  if (last?.level !== level || last.nesting === 1 || last.type === 'fence') {
    return null;
  }
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.level === level && token.nesting >= 0 && token.type !== 'inline') {
      return token;
    }
  }
  return null;
}
