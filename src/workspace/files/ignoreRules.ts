import ignore from 'ignore';

/**
 * Reads a `.gitignore`.
 * @returns tells of the path of a file, from the folder of the `.gitignore`, whether git ignores it
 */
export function ignoreRules(text: string): (path: string) => boolean {
  // Where git looks at the case, something else may have the other name; where it does not, too much is read.
  const rules = ignore({ ignorecase: false }).add(text);
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}
