import type { SyntaxProblem } from './tree';

/**
 * Tells whether libyaml, which reads documents one after the other, ends the first document early: where the first key
 * is indented and the next is not, the first map ends there. Readers that take the first document alone (Jekyll's, and
 * Hugo's before 0.152) drop the rest without a word.
 * @param header the header without its fences
 */
export function endsEarly(header: string, problems: readonly SyntaxProblem[]): boolean {
  const indent = /^(?:[ \t]*(?:#.*)?\r?\n)*( *)/.exec(header)?.[1] ?? '';
  return (
    indent !== '' && problems.length > 0 && problems.every((problem) => problem.code === 'UNEXPECTED_TOKEN')
  );
}
