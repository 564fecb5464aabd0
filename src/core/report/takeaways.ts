import type { Range } from '../text';
import type { Block, Section } from './sections';
import { plainHeading } from './sections';

/** One thing to take home. */
export interface Takeaway {
  /** As it is written, without the bullet. */
  readonly markdown: string;
  readonly range: Range;
}

/** The take-aways of a report. */
export interface Takeaways {
  /** Null where they stand as labels (`Takeaway: …`) in the text. */
  readonly section: Section | null;
  readonly items: readonly Takeaway[];
}

/**
 * The headings that people give their take-aways, most trusted first. Counted over 43,000 posts and 687 raw notes:
 * one word is commoner than the hyphen, and conclusions and summaries often hold them where no better heading does.
 */
const HEADINGS: readonly RegExp[] = [
  /^(?:(?:the |my |our |some )?(?:key|main|major|overall|big|biggest|top|general|personal|final|quick|three|five)?(?: \d+)? ?)?take[- ]?aways?(?:(?: and|,| &) [\w ]+| from .+| of .+)?$/,
  /^(?:tl;? ?dr|highlights|(?:key |main )?(?:lessons|things|key things) learn(?:ed|t)|(?:key |my )?learnings|what (?:i|we) learn(?:ed|t)|key points|(?:wichtigste )?erkenntnisse)(?: (?:from|at|of) .+)?$/,
  /^(?:(?:in )?summary|(?:in )?conclusions?|final (?:thoughts|words)|closing thoughts|wrap(?:ping)?[- ]?up|what's next|next steps|action items|(?:mein |unser )?fazit|zusammenfassung)$/,
];

/** How many headings are trusted to mean take-aways and nothing else. */
const EXPLICIT = 1;

const LABEL = /^(?:\*\*|__)?(?:key )?take[- ]?aways?(?:(?:\*\*|__)?:|:(?:\*\*|__))\s+(?=\S)/i;

/**
 * Finds a report's take-aways: the section with the most trusted heading that holds any, else the labels in the text.
 * @param own further headings, as the user writes them; as trusted as the explicit ones
 */
export function findTakeaways(
  sections: readonly Section[],
  blocks: readonly Block[],
  own: readonly string[] = [],
): Takeaways {
  const ranked = sections
    .map((section) => ({ section, rank: rankOf(section, own) }))
    .filter(({ rank }) => rank >= 0)
    .map((candidate) => ({ ...candidate, ...itemsOf(candidate.section) }))
    .filter(({ items }) => items.length > 0)
    // Of headings that are trusted alike, one with bullets below it says more.
    .sort((a, b) => a.rank - b.rank || Number(b.areBullets) - Number(a.areBullets));
  const best = ranked[0];
  if (best) {
    return { section: best.section, items: best.items };
  }
  const labels = blocks.flatMap((block) => labelled(block));
  return { section: null, items: labels };
}

/** The sections that say they hold take-aways and hold nothing. */
export function emptyTakeawaySections(sections: readonly Section[], own: readonly string[] = []): Section[] {
  return sections.filter((section) => {
    const rank = rankOf(section, own);
    return (
      rank >= 0 &&
      rank < EXPLICIT &&
      section.blocks.every(
        (block) => block.kind !== 'other' && block.text.trim() === '' && block.kind !== 'quote',
      )
    );
  });
}

function rankOf(section: Section, own: readonly string[]): number {
  const heading = plainHeading(section.heading);
  return own.some((name) => plainHeading(name) === heading)
    ? 0
    : HEADINGS.findIndex((shape) => shape.test(heading));
}

/** Bullets first, then sub-headings, then paragraphs: what the section is made of. */
function itemsOf(section: Section): { items: Takeaway[]; areBullets: boolean } {
  const written = section.blocks.filter((block) => block.text.trim() !== '');
  const headings = written.filter((block) => block.kind === 'heading');
  const firstHeading = headings[0];
  const before = firstHeading
    ? written.filter((block) => block.range.start < firstHeading.range.start)
    : written;
  const bullets = before.filter((block) => block.kind === 'item' && block.depth === 0);
  const paragraphs = before.filter((block) => block.kind === 'paragraph');
  // A title such as “Takeaways from the summit” heads the whole report, talks and all.
  const isTitle = section.level === 1 && firstHeading !== undefined;
  const rest = isTitle ? [] : headings.length > 0 ? headings : paragraphs;
  const chosen = bullets.length > 0 ? bullets : rest;
  const items = chosen.map((block) => ({ markdown: block.text, range: block.range }));
  return { items, areBullets: bullets.length > 0 };
}

function labelled(block: Block): Takeaway[] {
  const label = LABEL.exec(block.text);
  return label ? [{ markdown: block.text.slice(label[0].length), range: block.range }] : [];
}
