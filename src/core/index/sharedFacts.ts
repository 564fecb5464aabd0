import { ownText } from '../ownText';
import type { CountedValue } from './countedValue';

/** The name of a field and one of its values. */
type Pair = readonly [field: string, value: string];

/** Something that several reports have, in memory once. */
interface Shared<T> {
  readonly what: T;
  count: number;
}

/**
 * Lists of the names of fields: most reports of a site have one of a few. How many reports have a name is counted when it
 * is first asked for, and kept up to date from then on.
 */
export class SharedFields {
  readonly #lists = new Map<string, Shared<readonly string[]>>();
  #counts: Counts | null = null;

  /** Counts a report in. @returns the list that stands for the names */
  add(names: readonly string[]): readonly string[] {
    const text = JSON.stringify(names);
    let list = this.#lists.get(text);
    if (!list) {
      list = { what: names.map(ownText), count: 0 };
      this.#lists.set(text, list);
    }
    list.count++;
    this.#counts?.addAll(names, 1);
    return list.what;
  }

  /** Counts a report out. */
  remove(names: readonly string[]): void {
    const text = JSON.stringify(names);
    const list = this.#lists.get(text);
    if (list && --list.count === 0) {
      this.#lists.delete(text);
    }
    this.#counts?.addAll(names, -1);
  }

  /** How many reports have a name. */
  useOf(name: string): number {
    return this.#counted().of(name);
  }

  /** The names that stand above another in more reports than below it. */
  above(name: string): ReadonlySet<string> {
    const surplus = new Map<string, number>();
    for (const { what, count } of this.#lists.values()) {
      const at = what.indexOf(name);
      for (const [place, other] of at < 0 ? [] : what.entries()) {
        surplus.set(other, (surplus.get(other) ?? 0) + (place < at ? count : -count));
      }
    }
    return new Set([...surplus].flatMap(([other, more]) => (more > 0 ? [other] : [])));
  }

  /** All names, the most used first, then by code unit. */
  sorted(): readonly CountedValue[] {
    return this.#counted().sorted();
  }

  #counted(): Counts {
    if (!this.#counts) {
      this.#counts = new Counts();
      for (const { what, count } of this.#lists.values()) {
        this.#counts.addAll(what, count);
      }
    }
    return this.#counts;
  }
}

/** The values of the fields that hold names or words; counted as the fields are. */
export class SharedValues {
  readonly #pairs = new Map<string, Shared<Pair>>();
  #counts: Map<string, Counts> | null = null;

  /** Counts a report in. @returns the pairs that stand for its own, each once */
  add(values: readonly Pair[]): readonly Pair[] {
    if (values.length === 0) {
      return NO_VALUES;
    }
    const pairs: Pair[] = [];
    for (const [field, value] of values) {
      const text = textOf(field, value);
      let pair = this.#pairs.get(text);
      if (!pair) {
        pair = { what: [ownText(field), ownText(value)], count: 0 };
        this.#pairs.set(text, pair);
      } else if (pairs.includes(pair.what)) {
        continue;
      }
      pair.count++;
      pairs.push(pair.what);
      this.#count(pair.what, 1);
    }
    // A list that has grown has room for more, which takes more than what is in it.
    return pairs.slice();
  }

  /** Counts a report out. */
  remove(values: readonly Pair[]): void {
    for (const pair of values) {
      const text = textOf(...pair);
      const shared = this.#pairs.get(text);
      if (shared && --shared.count === 0) {
        this.#pairs.delete(text);
      }
      this.#count(pair, -1);
    }
  }

  /** The values of a field, the most used first, then by code unit. */
  sorted(field: string): readonly CountedValue[] {
    if (!this.#counts) {
      this.#counts = new Map();
      for (const { what, count } of this.#pairs.values()) {
        this.#count(what, count);
      }
    }
    return this.#counts.get(field)?.sorted() ?? [];
  }

  #count([field, value]: Pair, by: number): void {
    if (this.#counts) {
      let counts = this.#counts.get(field);
      if (!counts) {
        counts = new Counts();
        this.#counts.set(field, counts);
      }
      counts.add(value, by);
    }
  }
}

const NO_VALUES: readonly Pair[] = [];

/** A text of its own, and no sum of parts, which would keep the file's whole text in memory. */
function textOf(field: string, value: string): string {
  return JSON.stringify([field, value]);
}

/** In how many reports each text occurs. */
class Counts {
  readonly #counts = new Map<string, number>();
  #sorted: readonly CountedValue[] | null = null;

  of(value: string): number {
    return this.#counts.get(value) ?? 0;
  }

  add(value: string, by: number): void {
    const count = this.of(value) + by;
    this.#sorted = null;
    if (count > 0) {
      this.#counts.set(value, count);
    } else {
      this.#counts.delete(value);
    }
  }

  addAll(values: readonly string[], by: number): void {
    for (const value of values) {
      this.add(value, by);
    }
  }

  sorted(): readonly CountedValue[] {
    return (this.#sorted ??= [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)));
  }
}
