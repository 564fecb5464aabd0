import type { MarkdownIt, StateInline } from 'markdown-it';

const TILDE = 126;

/** goldmark strikes through with one tilde or two (extension/strikethrough.go). */
export function strikethrough(md: MarkdownIt): void {
  md.inline.ruler.at('strikethrough', (state, silent) => {
    const { pos, src } = state;
    if (silent || src.charCodeAt(pos) !== TILDE) {
      return false;
    }
    const { length, can_open, can_close } = state.scanDelims(pos, true);
    const token = state.push('text', '', 0);
    token.content = '~'.repeat(length);
    if (length <= 2) {
      state.delimiters.push({
        marker: TILDE,
        length,
        token: state.tokens.length - 1,
        end: -1,
        open: can_open,
        close: can_close,
      });
    }
    state.pos += length;
    return true;
  });
  md.renderer.rules['s_open'] = (tokens, index) => `${tokens[index]?.content ?? ''}<del>`;
  md.renderer.rules['s_close'] = (tokens, index) => `</del>${tokens[index]?.content ?? ''}`;
  md.inline.ruler2.at('strikethrough', (state) => {
    strike(state, state.delimiters);
    for (const meta of state.tokens_meta) {
      strike(state, meta?.delimiters ?? []);
    }
    return false;
  });
}

function strike(state: StateInline, delimiters: StateInline['delimiters']): void {
  for (const { marker, end, token } of delimiters) {
    const opening = state.tokens[token];
    const closing = state.tokens[delimiters[end]?.token ?? -1];
    if (marker === TILDE && end >= 0 && opening && closing) {
      const length = Math.min(opening.content.length, closing.content.length);
      // Of two tildes and one, one is left.
      const left = { content: opening.content.slice(length), nesting: 1 as const };
      Object.assign(opening, { ...left, type: 's_open', tag: 'del' });
      Object.assign(closing, {
        type: 's_close',
        tag: 'del',
        nesting: -1,
        content: closing.content.slice(length),
      });
    }
  }
}
