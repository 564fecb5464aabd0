import type { MarkdownIt } from 'markdown-it';
import { emojiNames } from './lazy';

const NAME = /:([a-zA-Z0-9_+-]+):/y;

/** Names between colons that are emojis (`enableEmoji`; goldmark-emoji, emoji.go). */
export function emojis(md: MarkdownIt): void {
  md.inline.ruler.before('text', 'emoji', (state, silent) => {
    const { src, pos, posMax } = state;
    if (src.charCodeAt(pos) !== 58) {
      return false;
    }
    NAME.lastIndex = pos;
    const [whole = '', name = ''] = NAME.exec(src) ?? [];
    const emoji = pos + whole.length <= posMax ? emojiNames().emojisByName.get(name) : undefined;
    if (emoji === undefined) {
      return false;
    }
    if (!silent) {
      state.pending += emoji;
    }
    state.pos += whole.length;
    return true;
  });
}

/** Names become emojis wherever they stand, also in code: so did Hugo before 0.120, in the text of the file. */
export function withEmojis(markdown: string): string {
  return markdown.replace(
    /:[a-zA-Z0-9_+-]+:/g,
    (whole) => emojiNames().emojisByName.get(whole.slice(1, -1)) ?? whole,
  );
}
