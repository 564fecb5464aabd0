import type { ListNode } from '../../frontMatter/tree';
import type { Report } from '../../report/report';
import { lineStart } from '../../text';
import type { TextEdit } from '../../text';
import type { Written } from '../../write/written';

/**
 * What puts the dashes of an item's further lines below that of its first.
 * @returns null where no further line starts with a dash, or one does not
 */
export function dashedLines({ text }: Report, list: ListNode, { node, range }: Written): TextEdit[] | null {
  const source = text.slice(range.start, range.end);
  if (node?.kind !== 'scalar' || node.style !== 'plain' || !source.includes('\n')) {
    return null;
  }
  const start = lineStart(text, list.range.start);
  const indent = text.slice(start, list.range.start);
  const edits: TextEdit[] = [];
  for (const match of source.matchAll(/\n([ \t]*)(-[ \t]+\S)?/g)) {
    if (!match[2] || /\S/.test(indent)) {
      return null;
    }
    const at = range.start + match.index + 1;
    edits.push({ range: { start: at, end: at + (match[1] ?? '').length }, newText: indent });
  }
  return edits;
}
