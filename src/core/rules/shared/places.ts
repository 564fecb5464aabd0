import { say } from '../../message';
import type { MessageArg } from '../../message';
import type { Report } from '../../report/report';
import type { Range } from '../../text';

/** Where something is said of the front matter, or the file, as a whole: its first line, or the first brace of JSON. */
export function topOf({ fence, frontMatter }: Report): Range {
  if (fence.kind === 'closed' && fence.fence.format !== 'json') {
    return fence.fence.open;
  }
  const start = frontMatter?.root?.range.start ?? 0;
  return { start, end: frontMatter?.root ? start + 1 : start };
}

/** Names the first of several files, and tells how many more there are. */
export function filesOf(paths: readonly string[]): MessageArg {
  const [first = '', ...more] = paths;
  return more.length === 0 ? say('`{0}`', first) : say('`{0}` and {1} more', first, more.length);
}
