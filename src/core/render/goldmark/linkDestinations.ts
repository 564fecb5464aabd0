import type { MarkdownIt } from 'markdown-it';

/** goldmark does not mind parentheses that stay open in a link's target (parser/link.go, parseLinkDestination). */
export function linkDestinations(md: MarkdownIt): void {
  const parse = md.helpers.parseLinkDestination;
  md.helpers = {
    ...md.helpers,
    parseLinkDestination: (text, start, max) => {
      const found = parse(text, start, max);
      if (found.ok || text.charAt(start) === '<' || start >= max) {
        return found;
      }
      const end = endOfTarget(text, start, max);
      return end === start
        ? found
        : { ok: true, pos: end, str: md.utils.unescapeAll(text.slice(start, end)) };
    },
  };
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
