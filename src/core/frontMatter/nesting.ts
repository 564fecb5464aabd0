import type { SyntaxProblem } from './tree';

/** No front matter that people write is nested deeper. */
const MAX_DEPTH = 200;

/**
 * Finds where a source is nested deeper than any parser should be asked to follow: they recurse, and how far they get
 * before the stack ends would be chance.
 * @param base offset of `source` in its file
 */
export function tooDeepNesting(source: string, base: number): SyntaxProblem | null {
  let depth = 0;
  const token = /[[{]|[\]}]|(?:[-?] ){200}/g;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    depth += match[0].length > 1 ? MAX_DEPTH : '[{'.includes(match[0]) ? 1 : -1;
    if (depth >= MAX_DEPTH) {
      const start = base + match.index;
      return {
        code: 'TOO_DEEP',
        reason: 'The values are nested too deeply',
        range: { start, end: start + 1 },
      };
    }
    depth = Math.max(0, depth);
  }
  return null;
}
