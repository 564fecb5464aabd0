import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { GoldmarkOptions } from './options';

/** Characters as wide as a square, those of Hangul aside. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u;
const HANGUL = /\p{Script=Hangul}/u;
const PUNCTUATION = /[\p{P}\u3000]/u;

/** Line ends and blanks between characters of East Asia that are left out (`markup.goldmark.extensions.cjk`; extension/cjk.go). */
export function lineBreaks(md: MarkdownIt, { cjk }: GoldmarkOptions): void {
  const { lineBreaks: style, escapedSpace } = cjk;
  if (escapedSpace) {
    md.inline.ruler.before('escape', 'escaped_space', (state, silent) => {
      if (!state.src.startsWith('\\ ', state.pos) || state.pos + 2 > state.posMax) {
        return false;
      }
      if (!silent) {
        // What follows stands at the start of a text of its own.
        state.push('text', '', 0);
      }
      state.pos += 2;
      return true;
    });
  }
  if (style) {
    md.core.ruler.push('line_breaks', (state) => {
      joinLines(state, style);
    });
  }
}

function joinLines(state: StateCore, style: 'simple' | 'css3draft'): void {
  for (const { children } of state.tokens) {
    children?.forEach((token, index) => {
      if (token.type === 'softbreak' && !isKept(children[index - 1], children[index + 1], style)) {
        token.type = 'text';
        token.content = '';
      }
    });
  }
}

/** A line end that no text follows is never kept. */
function isKept(before: Token | undefined, after: Token | undefined, style: 'simple' | 'css3draft'): boolean {
  const last = before?.type === 'text' ? (Array.from(before.content).at(-1) ?? '') : '';
  const first = after?.type === 'text' ? (Array.from(after.content)[0] ?? '') : '';
  if (last === '' || first === '') {
    return last === '';
  }
  const areWide = [last, first].every((text) => WIDE.test(text) || HANGUL.test(text));
  if (style === 'simple') {
    return !areWide;
  }
  if (last === '\u200B' || first === '\u200B') {
    return false;
  }
  return areWide
    ? HANGUL.test(last) || HANGUL.test(first)
    : ![last, first].some((text) => WIDE.test(text) || PUNCTUATION.test(text));
}
