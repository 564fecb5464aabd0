import type { Range } from '../text';
import type { Block } from './sections';
import { plainHeading } from './headingText';
import { listItems } from './listItems';
import type { Takeaway } from './takeaway';

/** A label at the start of a line: a few words, perhaps in bold, and a colon. */
const LABEL =
  /^(?:\p{Extended_Pictographic}\uFE0F?\s*)?(\*\*|__|\*|_)?(?!\s)([\p{L}][\p{L}\p{N};,.'’ &-]{1,40}?)(?:\1\s?:|:\1)(?:\s+|$)/u;

const EXPLICIT =
  /^(?:(?:the |my |our )?(?:key|main|major|big|biggest|top|overall|personal|final|quick|one) ?)?take[- ]?aways?$/;

/** Labels that may hold them: counted over 687 raw notes, `Summary:` three times as often as `Takeaway:`. */
const OTHERS =
  /^(?:(?:in )?summary|tl;? ?dr|lessons? learn(?:ed|t)|key (?:points?|lessons?|learnings?)|learnings?|highlights?|action items?|conclusions?|bottom line|fazit|merke|zusammenfassung|erkenntnis(?:se)?)$/;

/** Labelled take-aways: behind labels that say so, and behind others. */
export interface Labelled {
  readonly explicit: readonly Takeaway[];
  readonly others: readonly Takeaway[];
}

/**
 * Finds take-aways behind labels: at the start of a line of a paragraph or of an item, with what follows on the line and on further
 * lines, or the list below.
 * @param text the whole file
 * @param own the user's own headings, which are labels too, as plainHeading gives them
 */
export function labelledTakeaways(
  blocks: readonly Block[],
  text: string,
  own: ReadonlySet<string>,
): Labelled {
  const explicit: Takeaway[] = [];
  const others: Takeaway[] = [];
  blocks.forEach((block, index) => {
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || !block.text.includes(':')) {
      return;
    }
    for (const { label, markdown, range } of labelsIn(block, text)) {
      const name = plainHeading(label);
      const found = own.has(name) || EXPLICIT.test(name) ? explicit : OTHERS.test(name) ? others : null;
      if (markdown !== '') {
        found?.push({ markdown, range, label, nested: [] });
      } else if (found) {
        found.push(...listBelow(blocks, index).map((item) => ({ ...item, label })));
      }
    }
  });
  return { explicit, others };
}

interface Piece {
  readonly label: string;
  readonly markdown: string;
  readonly range: Range;
}

/** The labels of a block's lines, each with the text up to the next one. */
function labelsIn({ text: content, range: block }: Block, text: string): Piece[] {
  const lines = content.split('\n');
  const labels = lines.map((line) => (line.includes(':') ? LABEL.exec(line.slice(0, 100)) : null));
  if (!labels.some(Boolean)) {
    return [];
  }
  const pieces: { label: string; lines: string[]; start: number; end: number }[] = [];
  const written = text.slice(block.start, block.end);
  let from = 0;
  lines.forEach((line, index) => {
    // A line whose blanks were read otherwise than they are written is taken to follow the one before it.
    const found = written.indexOf(line, from);
    const start = Math.max(from, found);
    const end = found < 0 ? start : found + line.length;
    from = end;
    const label = labels[index];
    const last = pieces.at(-1);
    if (label?.[2] !== undefined) {
      pieces.push({ label: label[2], lines: [line.slice(label[0].length)], start, end });
    } else if (last) {
      last.lines.push(line);
      last.end = end;
    }
  });
  return pieces.map(({ label, lines: own, start, end }) => ({
    label,
    markdown: own.join('\n').trim(),
    range: { start: block.start + start, end: block.start + end },
  }));
}

/** The list that stands right below a block, or within it where it is an item. */
function listBelow(blocks: readonly Block[], index: number): Takeaway[] {
  const block = blocks[index];
  const depth = block?.kind === 'item' ? block.depth + 1 : 0;
  let end = index + 1;
  for (let next = blocks[end]; next?.kind === 'item' && next.depth >= depth; next = blocks[end]) {
    end++;
  }
  return listItems(blocks.slice(index + 1, end), depth);
}
