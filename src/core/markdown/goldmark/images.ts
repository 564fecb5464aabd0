import type { MarkdownIt } from 'markdown-it';

/** An image that is all of a paragraph stands without it (`wrapStandAloneImageWithinParagraph`). */
export function imagesAlone(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'images_alone', (state) => {
    state.tokens.forEach((token, index) => {
      const { tokens } = state;
      const [only, ...others] = token.type === 'inline' ? (token.children ?? []) : [];
      const open = tokens[index - 1];
      const close = tokens[index + 1];
      if (only?.type === 'image' && others.length === 0 && open?.type === 'paragraph_open' && close) {
        [open.hidden, close.hidden] = [true, true];
      }
    });
  });
}
