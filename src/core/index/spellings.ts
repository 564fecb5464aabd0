import type { CountedValue } from './countedValue';
import { isSlip } from '../spelling/slip';
import { pluralKeys, singularKeys, spellingKey } from '../spelling/spellingKey';

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

/** In how many reports a term stands that others may be a slip for. */
const MUCH_USED = 5;

/** A longer name is no word that people write twice (UTF-16 code units). */
const MAX_LENGTH = 100;

/**
 * The names of one taxonomy in one site, with how many reports use each. What a name costs is one entry, and another one where
 * its spelling is not its key, once anybody has asked for spellings.
 */
export class Spellings {
  readonly #counts = new Map<string, number>();
  /** The names that are not their own keys, by key; null until it is first needed. */
  #byKey: Map<string, readonly string[]> | null = null;
  /** The much used names with their keys, by the first letter and the length of the key. */
  readonly #muchUsed = new Map<string, Map<string, string>>();

  /** Counts a report in or out. */
  add(names: Iterable<string>, by: 1 | -1): void {
    for (const name of names) {
      const before = this.#counts.get(name) ?? 0;
      const count = before + by;
      if (count > 0) {
        this.#counts.set(name, count);
      } else {
        this.#counts.delete(name);
      }
      if (this.#byKey && (before === 0) !== count <= 0) {
        this.#list(this.#byKey, name, by);
      }
      if (by > 0 ? count === MUCH_USED : before === MUCH_USED) {
        this.#listMuchUsed(name, by);
      }
    }
  }

  /**
   * What all reports but one write.
   * @param own the names that this one uses, each once
   */
  without(own: ReadonlySet<string>): OtherSpellings {
    const count = (name: string) => (this.#counts.get(name) ?? 0) - (own.has(name) ? 1 : 0);
    const counted = (names: readonly string[]) =>
      names
        .map((value): CountedValue => ({ value, count: count(value) }))
        .filter((other) => other.count > 0)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return {
      count,
      alike: (name) => counted(this.#alike(name)),
      oneLetterFrom: (name) => counted(this.#oneLetterFrom(name)).filter((other) => other.count >= MUCH_USED),
    };
  }

  #alike(name: string): string[] {
    if (name.length > MAX_LENGTH) {
      return [];
    }
    const key = spellingKey(name);
    const plurals = pluralKeys(key).flatMap((plural) =>
      this.#namesOf(plural).filter((other) => singularKeys(other).includes(key)),
    );
    const singulars = singularKeys(name, key).flatMap((singular) => this.#namesOf(singular));
    return [...new Set([...this.#namesOf(key), ...plurals, ...singulars])].filter((other) => other !== name);
  }

  #oneLetterFrom(name: string): string[] {
    if (name.length > MAX_LENGTH) {
      return [];
    }
    const key = spellingKey(name);
    return [-1, 0, 1].flatMap((difference) => {
      const names = this.#muchUsed.get(placeOf(key, key.length + difference)) ?? [];
      return [...names].flatMap(([other, otherKey]) => (isSlip(key, otherKey) ? [other] : []));
    });
  }

  #namesOf(key: string): readonly string[] {
    if (!this.#byKey) {
      this.#byKey = new Map();
      for (const name of this.#counts.keys()) {
        this.#list(this.#byKey, name, 1);
      }
    }
    const others = this.#byKey.get(key) ?? [];
    return this.#counts.has(key) && spellingKey(key) === key ? [key, ...others] : others;
  }

  #list(byKey: Map<string, readonly string[]>, name: string, by: 1 | -1): void {
    const key = spellingKey(name);
    if (key === name) {
      return;
    }
    const names = byKey.get(key) ?? [];
    const after = by > 0 ? [...names, name] : names.filter((other) => other !== name);
    if (after.length > 0) {
      byKey.set(key, after);
    } else {
      byKey.delete(key);
    }
  }

  #listMuchUsed(name: string, by: 1 | -1): void {
    const key = spellingKey(name);
    const place = placeOf(key, key.length);
    const names = this.#muchUsed.get(place) ?? new Map<string, string>();
    if (by > 0) {
      names.set(name, key);
      this.#muchUsed.set(place, names);
    } else {
      names.delete(name);
    }
  }
}

function placeOf(key: string, length: number): string {
  return `${key[0] ?? ''}${String(length)}`;
}
