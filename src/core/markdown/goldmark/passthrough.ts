import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { Delimiters, PageEnv } from './options';

/**
 * Text between delimiters that nothing is read in, formulas for instance; between those of blocks it parts the paragraph
 * (`markup.goldmark.extensions.passthrough`; hugo-goldmark-extensions/passthrough). It is HTML as it is written.
 */
export function passthrough(
  md: MarkdownIt,
  { block, inline }: { readonly block: readonly Delimiters[]; readonly inline: readonly Delimiters[] },
): void {
  const pairs = [...block, ...inline].filter(([open]) => open !== '');
  // What is not found once is not looked for again.
  const missing = new WeakMap<object, Set<string>>();
  md.inline.ruler.before('escape', 'passthrough', (state, silent) => {
    const { src, pos, posMax } = state;
    const pair = pairs.find(([open]) => src.startsWith(open, pos));
    if (!pair) {
      const escaped = src.startsWith('\\\\', pos) && pairs.find(([open]) => src.startsWith(open, pos + 2));
      if (!escaped) {
        return false;
      }
      const end = Math.min(posMax, pos + 2 + escaped[0].length);
      if (!silent) {
        // The first backslash is read as one that escapes the second.
        state.pending += src.slice(pos + 1, end);
      }
      state.pos = end;
      return true;
    }
    const [open, close] = pair;
    const gone = missing.get(state) ?? new Set();
    const found = gone.has(close) ? -1 : src.indexOf(close, pos + open.length);
    if (found < 0) {
      missing.set(state, gone.add(close));
    }
    const end = found + close.length;
    const isText = found < 0 || end > posMax;
    if (!isText && end - pos === open.length + close.length) {
      return false;
    }
    if (!silent) {
      if (isText) {
        state.pending += open;
      } else {
        const token = state.push('passthrough', '', 0);
        token.content = src.slice(pos, end);
        token.block = block.includes(pair);
        (state.env as PageEnv).isRaw = true;
      }
    }
    state.pos = isText ? Math.min(posMax, pos + open.length) : end;
    return true;
  });
  md.renderer.rules['passthrough'] = (tokens, index) => tokens[index]?.content ?? '';
  md.renderer.rules['passthrough_block'] = (tokens, index) => `${tokens[index]?.content ?? ''}\n`;
  if (block.length > 0) {
    md.core.ruler.after('inline', 'passthrough_blocks', partParagraphs);
  }
}

/** Parts paragraphs at the blocks in them. */
function partParagraphs(state: StateCore): void {
  const holdsBlock = ({ type, children }: Token) =>
    type === 'inline' && children?.some((child) => child.type === 'passthrough' && child.block) === true;
  if (!state.tokens.some(holdsBlock)) {
    return;
  }
  const tokens: Token[] = [];
  for (let index = 0; index < state.tokens.length; index++) {
    const [open, inline, close] = state.tokens.slice(index, index + 3);
    if (open?.type === 'paragraph_open' && inline && close && holdsBlock(inline)) {
      tokens.push(...parted(state, open, inline, close));
      index += 2;
    } else if (open) {
      tokens.push(open);
    }
  }
  state.tokens = tokens;
}

function parted(state: StateCore, open: Token, inline: Token, close: Token): Token[] {
  const parts: Token[] = [];
  let children: Token[] = [];
  const flush = () => {
    if (children.length > 0) {
      const part = new state.Token('inline', '', 0);
      part.children = children;
      part.content = inline.content;
      part.map = inline.map;
      parts.push(open, part, close);
    }
    children = [];
  };
  for (const child of inline.children ?? []) {
    if (child.type === 'passthrough' && child.block) {
      flush();
      const block = new state.Token('passthrough_block', '', 0);
      block.content = child.content;
      block.block = true;
      parts.push(block);
    } else {
      children.push(child);
    }
  }
  flush();
  return parts;
}
