import type { CountedValue } from '../sites/otherReports';

/** How often a site's reports use a term, and how else they write it. */
export interface OtherSpellings {
  /** How many other reports use exactly this name. */
  count(name: string): number;
  /** The same term in other letters, as case, blanks, hyphens, accents and plurals go; the most used first. */
  alike(name: string): readonly CountedValue[];
  /** Much used terms that differ in one letter; the most used first. */
  oneLetterFrom(name: string): readonly CountedValue[];
}

export const NO_SPELLINGS: OtherSpellings = {
  count: () => 0,
  alike: () => [],
  oneLetterFrom: () => [],
};

/** The names of one taxonomy in one site, with how many reports use each. */
export class Spellings {
  readonly #counts = new Map<string, number>();

  /** Counts a report in or out. */
  add(names: Iterable<string>, by: 1 | -1): void {
    for (const name of names) {
      const count = (this.#counts.get(name) ?? 0) + by;
      if (count > 0) {
        this.#counts.set(name, count);
      } else {
        this.#counts.delete(name);
      }
    }
  }

  /**
   * What all reports but one write.
   * @param own the names that this one uses, each once
   */
  without(own: ReadonlySet<string>): OtherSpellings {
    return { ...NO_SPELLINGS, count: (name) => (this.#counts.get(name) ?? 0) - (own.has(name) ? 1 : 0) };
  }
}
