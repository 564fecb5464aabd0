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
 * Makes a Markdown renderer mark where the excerpt ends, and the take-aways.
 * @param marksOf what is to be marked in the text that is rendered with some environment; null for nothing
 */
export function markReports(md: MarkdownIt, marksOf: (env: unknown) => Marks | null): MarkdownIt {
  md.core.ruler.push('conference_notes_marks', (state) => {
    const marks = marksOf(state.env);
    if (marks) {
      markTakeaways(state.tokens, marks);
      markExcerptEnd(state.tokens, marks, new state.Token('conference_notes_excerpt_end', 'div', 0));
    }
  });
  md.renderer.rules['conference_notes_excerpt_end'] = (tokens, index) =>
    `<div class="conference-notes-excerpt-end" role="note">${md.utils.escapeHtml(tokens[index]?.content ?? '')}</div>\n`;
  return md;
}

function markTakeaways(tokens: readonly Token[], { takeaways }: Marks): void {
  for (const token of tokens) {
    const line = token.map?.[0];
    if (token.level !== 0 || token.nesting < 0 || line === undefined) {
      continue;
    }
    const section = takeaways.find(([first, end]) => first <= line && line < end);
    if (section) {
      token.attrJoin(
        'class',
        token.type === 'heading_open' && line === section[0]
          ? 'conference-notes-takeaways-heading'
          : 'conference-notes-takeaways',
      );
    }
  }
}

/** The mark stands before the first block that is not in the excerpt; a block that the excerpt ends in stays whole. */
function markExcerptEnd(tokens: Token[], { excerptEnd, excerptLabel }: Marks, mark: Token): void {
  if (excerptEnd === null) {
    return;
  }
  const at = tokens.findIndex(
    ({ level, nesting, map }) => level === 0 && nesting >= 0 && map !== null && map[0] >= excerptEnd,
  );
  mark.content = excerptLabel;
  mark.block = true;
  tokens.splice(at < 0 ? tokens.length : at, 0, mark);
}
