import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { relative, resolve, sep } from 'node:path';
import { printable } from './pretty';
import type { Paint } from './pretty';

/**
 * The change of a file as a unified diff. Its paths are from the current folder, where `git apply` and `patch -p1` look
 * for them; with Git's own header `git apply` would look from the root of the repository.
 */
export function diffOf(file: string, before: string, after: string): string {
  const path = relative('.', resolve(file)).replaceAll(sep, '/');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** The same for people, without what a terminal would obey. */
export function prettyDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => {
      const text = printable(line);
      return /^(?:---|\+\+\+) /.test(text)
        ? paint('bold', text)
        : text.startsWith('@@')
          ? paint('info', text)
          : text.startsWith('+')
            ? paint('good', text)
            : text.startsWith('-')
              ? paint('error', text)
              : text;
    })
    .join('\n');
}
