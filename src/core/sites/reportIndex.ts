import type { CountedValue, OtherReports } from './otherReports';
import type { ReportFacts } from './reportFacts';

/** Which reports say what, in one site. Names and values are shared by all reports that have them. */
export class ReportIndex {
  readonly #reports = new Map<string, ReportFacts>();
  readonly #fields = new Counts();
  readonly #values = new Map<string, Counts>();
  readonly #urls = new Places();
  readonly #titles = new Places();
  readonly #known = new Map<string, string>();

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
    if (before && facts && isSame(before, facts)) {
      return false;
    }
    if (before) {
      this.#count(before, -1);
      this.#reports.delete(key);
    }
    if (facts) {
      const kept = this.#shared(facts);
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
    new Set(facts.values).forEach(([field, value]) => {
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

  /** The same texts as in other reports, so that each is in memory once. */
  #shared(facts: ReportFacts): ReportFacts {
    const values = new Map(
      facts.values.map(([field, value]) => [`${field}\n${value}`, [field, value] as const]),
    );
    return {
      ...facts,
      fields: facts.fields.map((name) => this.#one(name)),
      values: [...values.values()].map(([field, value]) => [this.#one(field), this.#one(value)]),
    };
  }

  #one(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) {
      return known;
    }
    this.#known.set(text, text);
    return text;
  }
}

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

/** The paths of the reports that have something. */
class Places {
  readonly #paths = new Map<string, readonly string[]>();

  of(text: string): readonly string[] {
    return this.#paths.get(text) ?? [];
  }

  add(text: string | null, path: string, by: 1 | -1): void {
    if (text === null || text === '') {
      return;
    }
    const before = this.of(text);
    const after = by > 0 ? [...before, path] : before.filter((other) => other !== path);
    if (after.length > 0) {
      this.#paths.set(text, after);
    } else {
      this.#paths.delete(text);
    }
  }
}

function isSame(a: ReportFacts, b: ReportFacts): boolean {
  const values = (facts: ReportFacts) => [...new Set(facts.values.map((pair) => pair.join('\n')))].join('\n');
  return (
    a.path === b.path &&
    a.title === b.title &&
    a.time === b.time &&
    a.url === b.url &&
    a.fields.join('\n') === b.fields.join('\n') &&
    values(a) === values(b)
  );
}
