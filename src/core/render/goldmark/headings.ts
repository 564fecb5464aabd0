import type { MarkdownIt } from 'markdown-it';

/** An attribute list at the end of a heading (parser/attribute.go): `{#id .class key="value"}`. */
const ATTRIBUTES =
  /^\{\s*(?:(?:[#.][^\s!-,/;-@[-^`{-~.#]+|[a-zA-Z_:][\w:.-]*\s*=\s*(?:"[^"]*"|[\w.-]+))(?:[\s,]+|(?=[}#.])))+\}$/;

/** Headings lose their attribute lists, and get an `id` as Hugo gives them one. */
export function headings(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'heading_attributes', (state) => {
    const used = new Map<string, number>();
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1];
      if (token.type !== 'heading_open' || !inline) {
        return;
      }
      inline.content = withoutAttributes(inline.content);
      token.attrSet('id', unused(identifier(inline.content), used));
    });
  });
}

function withoutAttributes(content: string): string {
  const open = content.endsWith('}') ? content.lastIndexOf('{') : -1;
  return open > 0 && content[open - 1] !== '\\' && ATTRIBUTES.test(content.slice(open))
    ? content
        .slice(0, open)
        .replace(/\s+#+\s*$/, '')
        .trimEnd()
    : content;
}

/** The `github` kind of identifiers: letters and digits in lower case, with hyphens between. */
function identifier(text: string): string {
  const id = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
  return id === '' ? 'heading' : id;
}

function unused(id: string, used: Map<string, number>): string {
  const count = used.get(id) ?? 0;
  used.set(id, count + 1);
  return count === 0 ? id : `${id}-${count}`;
}
