import type { Attributes } from './attributes';
import type { Element } from './element';

export interface LinkDefinition {
  readonly href: string;
  readonly title: string | null;
}

/** What a document declares, wherever it does, and how much work it may still cause. */
export class Document {
  readonly links = new Map<string, LinkDefinition>();
  readonly footnotes = new Map<string, Element>();
  readonly abbreviations = new Map<string, string>();
  readonly attributeLists = new Map<string, Attributes>();
  /** The option `parse_block_html`. */
  parsesBlockHtml = false;
  /** Characters that nested blocks may still read again; then their text is taken as it is. */
  #blockWork: number;
  /** Steps that the parsing of spans may still take. What cannot be paid for stays text. */
  #spanWork: number;

  constructor(length: number) {
    this.#blockWork = 200_000 + 12 * length;
    this.#spanWork = 100_000 + length;
  }

  canReadBlocks(length: number): boolean {
    this.#blockWork -= length;
    return this.#blockWork > 0;
  }

  spend(steps: number): void {
    this.#spanWork -= steps;
  }

  /** Whether an attempt may be made that can turn out to be vain. */
  canTry(): boolean {
    return this.#spanWork > 0;
  }
}

/** normalize_link_id */
export function linkId(label: string): string {
  return label.replace(/[ \t\r\n\f\v]+/g, ' ').toLowerCase();
}
