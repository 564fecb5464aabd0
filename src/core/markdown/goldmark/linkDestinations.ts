import type { MarkdownIt } from 'markdown-it';

/**
 * goldmark minds neither parentheses that stay open in a link's target nor `<` between `<` and `>` (parser/link.go,
 * parseLinkDestination), and encodes a host's characters as all others (util/util.go, URLEscape).
 */
export function linkDestinations(md: MarkdownIt): void {
  const { encode } = md.utils.lib.mdurl;
  md.normalizeLink = (url) => encode(url);
  md.normalizeLinkText = (text) => text;
  const parse = md.helpers.parseLinkDestination;
  md.helpers = {
    ...md.helpers,
    parseLinkDestination: (text, start, max) => {
      const found = parse(text, start, max);
      if (found.ok || start >= max) {
        return found;
      }
      if (text.charAt(start) === '<') {
        const close = ANGLED.exec(text.slice(start, Math.min(max, start + MAX_ANGLED)))?.[0];
        return close === undefined
          ? found
          : { ok: true, pos: start + close.length, str: md.utils.unescapeAll(close.slice(1, -1)) };
      }
      const end = endOfTarget(text, start, max);
      return end === start
        ? found
        : { ok: true, pos: end, str: md.utils.unescapeAll(text.slice(start, end)) };
    },
  };
}

/** Up to the first `>` that no backslash precedes, in the line. */
const ANGLED = /^<(?:[^>\\\n]|\\.)*>/;

/** How long such a target may be. */
const MAX_ANGLED = 2_000;

/** Within a raw `<a>`, too, addresses become links. */
export function rawLinks(md: MarkdownIt): void {
  const rule = md.inline.ruler.getRules('').find(({ name }) => name === 'html_inline');
  if (rule) {
    md.inline.ruler.at('html_inline', (state, silent) => {
      const { linkLevel } = state;
      const isTag = rule(state, silent);
      state.linkLevel = linkLevel;
      return isTag;
    });
  }
}

/** As deep as markdown-it goes into balanced ones. */
const MAX_OPEN = 32;

function endOfTarget(text: string, start: number, max: number): number {
  let open = 0;
  for (let at = start; at < max; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) {
      open++;
      if (open > MAX_OPEN) {
        return start;
      }
    } else if (code === 41 && --open < 0) {
      return at;
    } else if (code <= 32) {
      return at;
    } else if (code === 92 && at + 1 < max && text.charCodeAt(at + 1) > 32) {
      at++;
    }
  }
  return max;
}
