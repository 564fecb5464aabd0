import type { MarkdownIt, Token } from 'markdown-it';

/** What is marked in a document; lines are zero-based, ranges of lines end before their second one. */
export interface Marks {
  /** The first line behind the excerpt; null where it has no end in the text. */
  readonly excerptEnd: number | null;
  /** What the mark of its end says. */
  readonly excerptLabel: string;
  /** The section with the take-aways: its heading's line, and the line behind its end. */
  readonly takeaways: readonly (readonly [first: number, end: number])[];
}

/**
 * Makes a Markdown renderer mark where the excerpt ends, and the take-aways. That is done when tokens are rendered, as VS Code
 * does not tell before which document they are of; it keeps them for the next time, so that they are left as they are.
 * @param marksOf what is to be marked in the text that is rendered with some environment; null for nothing
 */
export function markReports(md: MarkdownIt, marksOf: (env: unknown) => Marks | null): MarkdownIt {
  const { renderer } = md;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env) => {
    const marks = marksOf(env);
    return render(marks ? withExcerptEnd(withTakeaways(tokens, marks), marks) : tokens, options, env);
  };
  renderer.rules[EXCERPT_END] = (tokens, index) =>
    `<div class="conference-notes-excerpt-end" role="note">${md.utils.escapeHtml(tokens[index]?.content ?? '')}</div>\n`;
  return md;
}

/** The type of the token that is the mark of the excerpt's end. */
const EXCERPT_END = 'conference_notes_excerpt_end';

function withTakeaways(tokens: readonly Token[], { takeaways }: Marks): Token[] {
  return tokens.map((token) => {
    const line = token.map?.[0];
    const section =
      token.level === 0 && token.nesting >= 0 && line !== undefined
        ? takeaways.find(([first, end]) => first <= line && line < end)
        : undefined;
    if (!section) {
      return token;
    }
    const marked = copyOf(token, { attrs: token.attrs?.map(([name, value]) => [name, value]) ?? null });
    marked.attrJoin(
      'class',
      token.type === 'heading_open' && line === section[0]
        ? 'conference-notes-takeaways-heading'
        : 'conference-notes-takeaways',
    );
    return marked;
  });
}

/** The mark stands before the first block that is not in the excerpt; a block that the excerpt ends in stays whole. */
function withExcerptEnd(tokens: Token[], { excerptEnd, excerptLabel }: Marks): Token[] {
  const [any] = tokens;
  if (excerptEnd === null || !any) {
    return tokens;
  }
  const found = tokens.findIndex(
    ({ level, nesting, map }) => level === 0 && nesting >= 0 && map !== null && map[0] >= excerptEnd,
  );
  const at = found < 0 ? tokens.length : found;
  const mark = copyOf(any, {
    type: EXCERPT_END,
    nesting: 0,
    hidden: false,
    attrs: null,
    children: null,
    content: excerptLabel,
  });
  return [...tokens.slice(0, at), mark, ...tokens.slice(at)];
}

function copyOf(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);
}
