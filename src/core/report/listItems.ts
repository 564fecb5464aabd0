import type { Range } from '../text';
import type { Block } from './sections';
import type { Takeaway } from './takeaway';

/** Lists in lists that are gone into. */
const MAX_NESTED = 4;

/** The items of all lists among some blocks, each with what is nested in it. */
export function listItems(blocks: readonly Block[], depth = 0): Takeaway[] {
  const items: { markdown: string; range: Range; label: null; nested: Takeaway[] }[] = [];
  let inner: Block[] = [];
  const close = () => {
    const last = items.at(-1);
    if (inner.length > 0) {
      last?.nested.push(...listItems(inner, depth + 1));
      inner = [];
    }
  };
  for (const block of blocks) {
    if (block.kind !== 'item') {
      continue;
    }
    if (block.depth > depth) {
      if (depth < MAX_NESTED) {
        inner.push(block);
      }
    } else if (block.text.trim() !== '') {
      close();
      items.push({ markdown: block.text, range: block.range, label: null, nested: [] });
    }
  }
  close();
  return items;
}
