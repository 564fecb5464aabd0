/**
 * The version of Jekyll that a `Gemfile.lock` or a `Gemfile` tells.
 * @returns undefined where it tells none
 */
export function jekyllVersionIn(name: string, text: string): string | undefined {
  const written = text.replace(/^\s*#.*$/gm, '');
  const jekyll =
    name === 'Gemfile.lock'
      ? // What is used stands four blanks deep; deeper, what some gem would take.
        /^ {4}jekyll \((\d+\.\d+(?:\.\d+)?)/m.exec(written)?.[1]
      : /^\s*gem\s+["']jekyll["']\s*,\s*["'][=~>^\s]*v?(\d+\.\d+(?:\.\d+)?)/m.exec(written)?.[1];
  // The gem github-pages brings Jekyll 3.10.
  return jekyll ?? (/^\s*(?:gem\s+["'])?github-pages(?![\w-])/m.test(written) ? '3.10.0' : undefined);
}
