import { parseBlocks } from '../markdown/markdown';
import type { BlockToken } from '../markdown/markdown';
import type { Lines, Range } from '../text';

/** A heading with all that it heads, up to the next heading of its level or above. */
export interface Section {
  /** As it is written, without `#` and blanks. */
  readonly heading: string;
  /** 1 to 6; 7 for a line in bold that stands for a heading. */
  readonly level: number;
  /** The section that this one is a part of. */
  readonly parent: Section | null;
  /** The heading's line. */
  readonly headingRange: Range;
  /** From behind the heading to the section's end. */
  readonly content: Range;
  readonly blocks: readonly Block[];
}

/** A block of a section's own text (not of the headings below it). */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'quote' | 'other' | 'heading';
  /** Lists inside lists are level 1 and up. */
  readonly depth: number;
  readonly range: Range;
  /** The first paragraph's Markdown as it is written; empty for code and the like. */
  readonly text: string;
}

/** A paragraph that is one line in bold, as people write headings. */
const BOLD_LINE = /^(\*\*|__)(?!\s)([^*_\n]+?)\1:?$|^(?:\*\*|__)(?!\s)([^*_\n]+?):(?:\*\*|__)$/;

/**
 * Splits a report's body into sections.
 * @param lines the whole file
 * @param body where the body starts
 * @param markdown the body, or what stands for it: as long, and with the same lines
 * @returns the sections in the order of their headings, sub-sections after the section that holds them
 */
export function sectionsOf(
  lines: Lines,
  body: number,
  markdown: string,
): { sections: Section[]; blocks: Block[] } {
  const bodyLine = lines.lineAt(body);
  const blocks = blocksOf(parseBlocks(markdown), lines, bodyLine, body);
  const headings = blocks.flatMap((block, index) => {
    const level = headingLevel(block);
    return level ? [{ block, index, level }] : [];
  });
  const ends = endsOf(headings.map(({ level }) => level));
  const sections: Section[] = [];
  const parents: Section[] = [];
  headings.forEach(({ block, index, level }, at) => {
    const next = headings[ends[at] ?? headings.length];
    while ((parents.at(-1)?.level ?? 0) >= level) {
      parents.pop();
    }
    const section: Section = {
      heading: headingText(block),
      level,
      parent: parents.at(-1) ?? null,
      headingRange: block.range,
      content: { start: block.range.end, end: next?.block.range.start ?? lines.text.length },
      blocks: blocks.slice(index + 1, next?.index ?? blocks.length),
    };
    parents.push(section);
    sections.push(section);
  });
  return { sections, blocks };
}

/** For each heading the index of the next one of its level or above; from the end, so that it takes one pass. */
function endsOf(headingLevels: readonly number[]): number[] {
  const ends: number[] = [];
  const nextOfLevel = new Array<number>(8).fill(headingLevels.length);
  for (let at = headingLevels.length - 1; at >= 0; at--) {
    const level = headingLevels[at] ?? 0;
    ends[at] = Math.min(...nextOfLevel.slice(0, level + 1));
    nextOfLevel[level] = at;
  }
  return ends;
}

const levels = new WeakMap<Block, number>();

function headingLevel(block: Block): number {
  const level = levels.get(block);
  if (level) {
    return level;
  }
  return block.kind === 'paragraph' && block.depth === 0 && BOLD_LINE.test(block.text) ? 7 : 0;
}

function headingText(block: Block): string {
  const bold = BOLD_LINE.exec(block.text);
  return (bold?.[2] ?? bold?.[3] ?? block.text).trim();
}

function blocksOf(tokens: BlockToken[], lines: Lines, firstLine: number, body: number): Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  let quote = 0;
  let pendingItem: { map: [number, number]; depth: number } | undefined;
  const rangeOf = (map: [number, number]): Range => {
    // Blocks may end in blank lines, which are not theirs.
    let last = map[1] - 1;
    while (last > map[0] && lines.textOf(firstLine + last).trim() === '') {
      last--;
    }
    return {
      start: Math.max(body, lines.startOf(firstLine + map[0])),
      end: Math.max(body, lines.rangeOf(firstLine + last).end),
    };
  };
  const add = (kind: Block['kind'], map: [number, number], text: string, at = depth) => {
    const block: Block = { kind, depth: at, range: rangeOf(map), text };
    blocks.push(block);
    return block;
  };
  const flushItem = (text: string) => {
    if (pendingItem) {
      add('item', pendingItem.map, text, pendingItem.depth);
      pendingItem = undefined;
    }
  };

  tokens.forEach((token, index) => {
    const map = token.map;
    switch (token.type) {
      case 'heading_open': {
        if (map && depth === 0 && quote === 0) {
          levels.set(
            add('heading', map, tokens[index + 1]?.content.trim() ?? ''),
            Number(token.tag.slice(1)),
          );
        }
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        flushItem('');
        depth++;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        depth--;
        break;
      case 'list_item_open':
        if (map && quote === 0) {
          pendingItem = { map, depth: depth - 1 };
        }
        break;
      case 'list_item_close':
        flushItem('');
        break;
      case 'blockquote_open':
        if (map && depth === 0 && quote === 0) {
          add('quote', map, '');
        }
        quote++;
        break;
      case 'blockquote_close':
        quote--;
        break;
      case 'inline':
        if (pendingItem) {
          flushItem(token.content);
        } else if (map && depth === 0 && quote === 0 && tokens[index - 1]?.type === 'paragraph_open') {
          add('paragraph', map, token.content);
        }
        break;
      case 'fence':
      case 'code_block':
      case 'html_block':
      case 'table_open':
        if (map && depth === 0 && quote === 0) {
          // A comment is no content: a section that holds one alone is empty.
          if (token.type !== 'html_block' || !/^<!--[\s\S]*-->\s*$/.test(token.content)) {
            add('other', map, '');
          }
        }
        break;
    }
  });
  return blocks;
}
