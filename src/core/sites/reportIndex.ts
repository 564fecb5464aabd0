import type { CountedValue, OtherReports } from './otherReports';
import type { ReportFacts } from './reportFacts';

/** Which reports say what, in one site. Names, values and lists of names are shared by all reports that have them. */
export class ReportIndex {
  readonly #reports = new Map<string, ReportFacts>();
  readonly #fields = new Counts();
  readonly #values = new Map<string, Counts>();
  readonly #urls = new Places();
  readonly #titles = new Places();
  readonly #known = new Known();

  /** The number of reports. */
  get size(): number {
    return this.#reports.size;
  }

  /**
   * Puts what a report says in the place of what it said before.
   * @param key of the report's file
   * @param facts null for a file that is gone, or no report
   * @returns whether that changed anything
   */
  set(key: string, facts: ReportFacts | null): boolean {
    const before = this.#reports.get(key);
    const kept = facts && this.#known.share(key, facts);
    if (before && kept && isSame(before, kept)) {
      return false;
    }
    if (before) {
      this.#count(before, -1);
      this.#reports.delete(key);
    }
    if (kept) {
      this.#reports.set(key, kept);
      this.#count(kept, 1);
    }
    return before !== undefined || facts !== null;
  }

  /** What a report says; null for one that is not known. */
  of(key: string): ReportFacts | null {
    return this.#reports.get(key) ?? null;
  }

  /** What all reports but one say, but for their terms. */
  othersThan(key: string): Omit<OtherReports, 'spellings'> {
    const own = this.#reports.get(key);
    const ownFields = new Set(own?.fields);
    const others = (paths: readonly string[]) => paths.filter((path) => path !== own?.path);
    const less = (counts: readonly CountedValue[], isOwn: (value: string) => boolean) =>
      counts.flatMap(({ value, count }): CountedValue[] => {
        const left = isOwn(value) ? count - 1 : count;
        return left > 0 ? [{ value, count: left }] : [];
      });
    return {
      count: this.#reports.size - (own ? 1 : 0),
      fieldUse: (name) => this.#fields.of(name) - (ownFields.has(name) ? 1 : 0),
      fields: () => less(this.#fields.sorted(), (name) => ownFields.has(name)),
      values: (field) => {
        const ownValues = new Set(own?.values.flatMap(([name, value]) => (name === field ? [value] : [])));
        return less(this.#values.get(field)?.sorted() ?? [], (value) => ownValues.has(value));
      },
      withUrl: (url) => others(this.#urls.of(url)),
      withTitle: (title) => others(this.#titles.of(title)),
    };
  }

  #count(facts: ReportFacts, by: 1 | -1): void {
    facts.fields.forEach((name) => {
      this.#fields.add(name, by);
    });
    facts.values.forEach(([field, value]) => {
      let counts = this.#values.get(field);
      if (!counts) {
        counts = new Counts();
        this.#values.set(field, counts);
      }
      counts.add(value, by);
    });
    this.#urls.add(facts.url, facts.path, by);
    this.#titles.add(facts.title, facts.path, by);
  }
}

/** What several reports say, so that each is in memory once. */
class Known {
  readonly #lists = new Map<string, readonly string[]>();
  readonly #pairs = new Map<string, readonly [field: string, value: string]>();

  share(key: string, { path, title, time, url, fields, values }: ReportFacts): ReportFacts {
    return {
      // A part of the key takes less than a text of its own.
      path: key.endsWith(path) ? key.slice(key.length - path.length) : path,
      title,
      time,
      url,
      fields: this.#list(fields),
      values: this.#pairsOf(values),
    };
  }

  #list(names: readonly string[]): readonly string[] {
    const text = names.join('\n');
    const known = this.#lists.get(text);
    if (known) {
      return known;
    }
    this.#lists.set(text, names);
    return names;
  }

  /** Each once. */
  #pairsOf(values: ReportFacts['values']): ReportFacts['values'] {
    if (values.length === 0) {
      return NO_VALUES;
    }
    const pairs = new Set<readonly [string, string]>();
    for (const pair of values) {
      const text = pair.join('\n');
      const known = this.#pairs.get(text) ?? pair;
      if (known === pair) {
        this.#pairs.set(text, pair);
      }
      pairs.add(known);
    }
    return [...pairs];
  }
}

const NO_VALUES: ReportFacts['values'] = [];

/** How often each text occurs. */
class Counts {
  readonly #counts = new Map<string, number>();
  #sorted: readonly CountedValue[] | null = null;

  of(value: string): number {
    return this.#counts.get(value) ?? 0;
  }

  add(value: string, by: 1 | -1): void {
    const count = this.of(value) + by;
    this.#sorted = null;
    if (count > 0) {
      this.#counts.set(value, count);
    } else {
      this.#counts.delete(value);
    }
  }

  /** The most frequent first, then by code unit. */
  sorted(): readonly CountedValue[] {
    return (this.#sorted ??= [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)));
  }
}

/** The paths of the reports that have something. Nearly always that is one: then it stands there without a list. */
class Places {
  readonly #paths = new Map<string, string | readonly string[]>();

  of(text: string): readonly string[] {
    const paths = this.#paths.get(text) ?? [];
    return typeof paths === 'string' ? [paths] : paths;
  }

  add(text: string | null, path: string, by: 1 | -1): void {
    if (text === null || text === '') {
      return;
    }
    if (by > 0 && !this.#paths.has(text)) {
      this.#paths.set(text, path);
      return;
    }
    const before = this.of(text);
    const after = by > 0 ? [...before, path] : before.filter((other) => other !== path);
    const [only] = after;
    if (only === undefined) {
      this.#paths.delete(text);
    } else {
      this.#paths.set(text, after.length === 1 ? only : after);
    }
  }
}

/** Of facts as they are kept: there equal names and values are the same ones. */
function isSame(a: ReportFacts, b: ReportFacts): boolean {
  return (
    a.path === b.path &&
    a.title === b.title &&
    a.time === b.time &&
    a.url === b.url &&
    a.fields === b.fields &&
    a.values.length === b.values.length &&
    a.values.every((pair, index) => pair === b.values[index])
  );
}
