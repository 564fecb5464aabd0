import type { Range } from '../text';

/** One thing to take home. */
export interface Takeaway {
  /** As it is written, without the bullet and without a label. */
  readonly markdown: string;
  /** Its lines, with what is nested in it; of a labelled one, from its label on. */
  readonly range: Range;
  /** The label that it stands behind, `Takeaway` as it is written; null for none. */
  readonly label: string | null;
  /** The items of the list within it. */
  readonly nested: readonly Takeaway[];
}

/** How take-aways are written: as a list, as headings, as paragraphs, or behind labels in the text. */
export type TakeawayForm = 'bullets' | 'headings' | 'paragraphs' | 'labels';
