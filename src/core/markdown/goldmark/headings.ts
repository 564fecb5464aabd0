import type { MarkdownIt } from 'markdown-it';
import type { Attribute } from './attributes';
import { parseAttributes, setAttributes } from './attributes';
import { attributesBelow } from './blockAttributes';
import type { GoldmarkEdition, GoldmarkOptions, PageEnv } from './options';

/** Headings lose their attribute lists, and get an `id` as Hugo gives them one. */
export function headings(md: MarkdownIt, { attributes, headingIds, edition }: GoldmarkOptions): void {
  md.core.ruler.before('inline', 'heading_attributes', (state) => {
    const used = new Map<string, number>();
    const env = state.env as PageEnv;
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1];
      if (token.type !== 'heading_open' || !inline) {
        return;
      }
      if (attributes.title && inline.content.endsWith('}')) {
        const { text, list } = withoutAttributes(inline.content, edition);
        inline.content = text;
        setAttributes(token, list, env);
      }
      const own = token.attrGet('id');
      if (own !== null) {
        used.set(String(own), 1);
      } else if (headingIds) {
        token.attrSet('id', unused(identifier(inline.content), used));
      }
      const below = attributesBelow(token).filter(([name]) => token.attrGet(name) === null);
      setAttributes(token, below, env);
    });
  });
}

/** More braces than anybody writes in a heading. */
const MAX_BRACES = 100;

/**
 * Attributes end the line; what precedes them by a backslash is none of theirs (parser/atx_heading.go,
 * parseLastLineAttributes).
 */
function withoutAttributes(
  content: string,
  edition: GoldmarkEdition,
): { text: string; list: readonly Attribute[] } {
  const braces = bracesIn(content, edition);
  // Up to 1.7 only the last brace may open them.
  for (const open of edition < 1.8 ? braces.slice(-1) : braces.slice(0, MAX_BRACES)) {
    const found = parseAttributes(content, open);
    if (found?.end === content.length) {
      const text = content.slice(0, open).replace(/(?:^|\s+)#+\s*$/, '');
      return { text: text.trimEnd(), list: found.list };
    }
  }
  return { text: content, list: [] };
}

function bracesIn(content: string, edition: GoldmarkEdition): number[] {
  const braces: number[] = [];
  const escaped = edition < 1.8 ? /^\{/ : /^[!-/:-@[-`{-~]/;
  for (let at = content.lastIndexOf('\n') + 1; at < content.length; at++) {
    if (content[at] === '\\') {
      at += escaped.test(content.charAt(at + 1)) ? 1 : 0;
    } else if (content[at] === '{') {
      braces.push(at);
    }
  }
  return braces;
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
