import type { SyntaxProblem } from './tree';

/** No front matter that people write is nested deeper. */
const MAX_DEPTH = 200;

/** The largest front matter that was counted in public blogs has some hundreds; the parsers take their time for each. */
const MAX_MARKS = 100_000;

/**
 * Finds where a source goes beyond what any parser should be asked to follow: they recurse, and how far they get before
 * the stack ends would be chance; and a million of marks would keep the writer waiting.
 * @param base offset of `source` in its file
 */
export function beyondLimits(source: string, base: number): SyntaxProblem | null {
  if (isShallow(source)) {
    return null;
  }
  /** The brackets that are open, and the columns that the lines around this one start at. */
  let brackets = 0;
  const columns: number[] = [0];
  let marks = 0;
  const token = /(?:[-?] ){200}|[[{]|[\]}]|\n *|[,:"'&*!#?|>]/g;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const mark = match[0];
    if (mark.startsWith('\n')) {
      const column = mark.length - 1;
      while (column < (columns.at(-1) ?? 0)) {
        columns.pop();
      }
      if (column > (columns.at(-1) ?? 0)) {
        columns.push(column);
      }
    } else if (mark === '[' || mark === '{') {
      brackets++;
    } else if (mark === ']' || mark === '}') {
      brackets = Math.max(0, brackets - 1);
    }
    const range = { start: base + match.index, end: base + match.index + 1 };
    if (brackets + columns.length > MAX_DEPTH || (mark.length >= 2 * MAX_DEPTH && !mark.startsWith('\n'))) {
      return { code: 'TOO_DEEP', reason: 'The values are nested too deeply', range };
    }
    if (++marks > MAX_MARKS) {
      return { code: 'TOO_LARGE', reason: 'The front matter is too large to be read', range };
    }
  }
  return null;
}

/** Tells at little cost of most sources that they keep within the limits, by how many marks there are that could open a level. */
function isShallow(source: string): boolean {
  let levels = 1;
  for (let at = 0; at < source.length && levels < MAX_DEPTH; at++) {
    const mark = source[at];
    if (mark === '\n' || mark === '[' || mark === '{' || mark === '-' || mark === '?') {
      levels++;
    }
  }
  return levels < MAX_DEPTH && source.length <= MAX_MARKS;
}
