import type { Message } from '../../../message';
import type { Report } from '../../../report/report';
import type { Range, TextEdit } from '../../../text';
import type { Fix } from '../../rule';

/** What a writer did that broke the front matter: the parser only sees what it led to, often a line further on. */
export interface SyntaxCause {
  /** Fits behind a colon: "the colon in `title` needs quotes". */
  readonly cause: Message;
  readonly range: Range;
  readonly fixes: readonly Fix[];
  /** Nothing else is looked for. */
  readonly isCertain?: true;
}

/** A fix that is preferred: it is offered only where it mends the front matter. */
export function fix(title: Message, edits: readonly TextEdit[]): Fix {
  return { title, preferred: true, edits };
}

/** A fix that mends the front matter, though something else may have been meant. */
export function guess(title: Message, edits: readonly TextEdit[]): Fix {
  return { title, preferred: false, edits };
}

/** The edits that write something else for each match in the front matter; what is the same already is left out. */
export function everywhere(
  { fence, text }: Report,
  pattern: RegExp,
  write: (found: string, ...groups: string[]) => string,
): TextEdit[] {
  if (fence.kind !== 'closed') {
    return [];
  }
  const { start, end } = fence.fence.header;
  return [...text.slice(start, end).matchAll(pattern)].flatMap((match) => {
    const [found, ...groups] = match;
    const newText = write(found, ...groups);
    const at = start + match.index;
    return newText === found ? [] : [{ range: { start: at, end: at + found.length }, newText }];
  });
}

/** An edit that puts text in a place. */
export function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

/** An edit that takes a stretch of text out. */
export function remove(start: number, end: number): TextEdit {
  return { range: { start, end }, newText: '' };
}
