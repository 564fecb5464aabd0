import type { Block, Section } from './sections';
import { plainHeading } from './headingText';
import { labelledTakeaways } from './takeawayLabels';
import type { Takeaway, TakeawayForm } from './takeaway';
import { listItems } from './listItems';

/**
 * How much a heading or a label is trusted to mean take-aways: it is one of the user's own, it says so, it tells of highlights or
 * lessons, or it is a summary or a conclusion.
 */
export type TakeawayFamily = 'own' | 'explicit' | 'highlights' | 'conclusion';

/** The take-aways of a report. */
export interface Takeaways {
  /** The first section that they are from; null where they stand behind labels, or there are none. */
  readonly section: Section | null;
  /** All sections that they are from: each talk may have its own. */
  readonly sections: readonly Section[];
  /** Null where there are none. */
  readonly form: TakeawayForm | null;
  readonly family: TakeawayFamily | null;
  readonly items: readonly Takeaway[];
}

/**
 * The headings that people give their take-aways, most trusted first. Counted over 43,000 posts and 687 raw notes:
 * one word is commoner than the hyphen, and conclusions and summaries often hold them where no better heading does.
 */
const HEADINGS: readonly (readonly [family: TakeawayFamily, shape: RegExp])[] = [
  [
    'explicit',
    /^(?:(?:the |my |our |some )?(?:key|main|major|overall|big|biggest|top|general|personal|final|quick|three|five)?(?: \d+)? ?)?take[- ]?aways?(?:(?: and|,| &) [\w ]+| from .+| of .+)?$/,
  ],
  [
    'highlights',
    /^(?:tl;? ?dr|(?:my |the |personal )?highlights|(?:key |main )?(?:lessons|things|key things) learn(?:ed|t)|(?:key |my )?learnings|what (?:i|we)(?:'ve)? learn(?:ed|t)|key points|(?:wichtigste )?erkenntnisse)(?: (?:from|at|of) .+)?$/,
  ],
  [
    'conclusion',
    /^(?:(?:in )?summary|(?:in )?conclusions?|final (?:thoughts|words)|closing thoughts|wrap(?:ping)?[- ]?up|what's next|next steps|action items|(?:mein |unser )?fazit|zusammenfassung)$/,
  ],
];

/** A family by its trust: the user's own headings are as good as explicit ones. */
const TRUST: readonly TakeawayFamily[] = ['explicit', 'highlights', 'conclusion'];

const NONE: Takeaways = { section: null, sections: [], form: null, family: null, items: [] };

interface Candidate {
  readonly section: Section;
  readonly family: TakeawayFamily;
  readonly form: TakeawayForm;
  readonly items: readonly Takeaway[];
}

/**
 * Finds a report's take-aways: those of the most trusted headings, of all that are trusted alike and of one level; labels that say
 * take-away before a mere summary or conclusion, other labels where there is nothing else.
 * @param text the whole file
 * @param own further headings, as the user writes them; as trusted as the explicit ones
 */
export function findTakeaways(
  sections: readonly Section[],
  blocks: readonly Block[],
  text: string,
  own: readonly string[] = [],
): Takeaways {
  const names = new Set(own.map(plainHeading));
  const candidates = sections.flatMap((section) => candidateOf(section, names));
  const best = bestOf(candidates);
  if (best && best.family !== 'conclusion') {
    return fromSections(best, candidates);
  }
  const labels = labelledTakeaways(blocks, text, names);
  if (labels.explicit.length > 0) {
    return { ...NONE, form: 'labels', family: 'explicit', items: labels.explicit };
  }
  if (best) {
    return fromSections(best, candidates);
  }
  return labels.others.length > 0
    ? { ...NONE, form: 'labels', family: 'conclusion', items: labels.others }
    : NONE;
}

/** The sections that say they hold take-aways and hold nothing. */
export function emptyTakeawaySections(sections: readonly Section[], own: readonly string[] = []): Section[] {
  const names = new Set(own.map(plainHeading));
  return sections.filter((section) => {
    const family = familyOf(section, names);
    return (
      (family === 'own' || family === 'explicit') &&
      section.blocks.every(
        (block) => block.kind !== 'other' && block.text.trim() === '' && block.kind !== 'quote',
      )
    );
  });
}

function familyOf(section: Section, own: ReadonlySet<string>): TakeawayFamily | null {
  const heading = plainHeading(section.heading);
  return own.has(heading) ? 'own' : (HEADINGS.find(([, shape]) => shape.test(heading))?.[0] ?? null);
}

function candidateOf(section: Section, own: ReadonlySet<string>): Candidate[] {
  const family = familyOf(section, own);
  const held = family && itemsOf(section);
  return held && held.items.length > 0 ? [{ section, family, ...held }] : [];
}

const trustOf = (family: TakeawayFamily) => Math.max(0, TRUST.indexOf(family));

/** The report's title comes last: it heads all. */
const rankOf = ({ level }: Section) => (level === 1 ? 9 : level);

/** Of headings that are trusted alike, one with bullets below it says more, then one that is higher up. */
function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  const order = (a: Candidate, b: Candidate) =>
    trustOf(a.family) - trustOf(b.family) ||
    Number(b.form === 'bullets') - Number(a.form === 'bullets') ||
    (trustOf(a.family) === 0 ? rankOf(a.section) - rankOf(b.section) : 0);
  return [...candidates].sort(order)[0];
}

/** Each talk may end with take-aways of its own: then all of them are the report's. */
function fromSections(best: Candidate, candidates: readonly Candidate[]): Takeaways {
  const { section, form, family } = best;
  const together =
    trustOf(family) > 0
      ? [best]
      : candidates.filter(
          (other) =>
            trustOf(other.family) === 0 && other.form === form && other.section.level === section.level,
        );
  return {
    section: together[0]?.section ?? section,
    sections: together.map((each) => each.section),
    form,
    family,
    items: together.flatMap(({ items }) => items),
  };
}

/** Bullets first, then sub-headings, then paragraphs: what the section is made of. */
function itemsOf({ blocks, level }: Section): { items: readonly Takeaway[]; form: TakeawayForm } {
  const firstHeading = blocks.findIndex((block) => block.kind === 'heading');
  const before = firstHeading < 0 ? blocks : blocks.slice(0, firstHeading);
  const bullets = listItems(before);
  if (bullets.length > 0) {
    return { items: bullets, form: 'bullets' };
  }
  const written = (kind: Block['kind'], among: readonly Block[]) =>
    among
      .filter((block) => block.kind === kind && block.text.trim() !== '')
      .map(({ text, range }) => ({ markdown: text, range, label: null, nested: [] }));
  if (firstHeading < 0) {
    return { items: written('paragraph', before), form: 'paragraphs' };
  }
  // A title such as “Takeaways from the summit” heads the whole report, talks and all.
  return { items: level === 1 ? [] : written('heading', blocks), form: 'headings' };
}
