import { ownText } from '../ownText';
import type { OtherReports } from './otherReports';
import type { CountedValue } from './countedValue';
import type { ReportFacts } from './reportFacts';
import { nearTo, sectionFolder } from './sectionHabits';
import type { Habit } from './sectionHabits';
import { SharedFields, SharedValues } from './sharedFacts';

/** Which reports say what, in one site. Values and lists of fields' names are shared by all reports that have them. */
export class ReportIndex {
  readonly #reports = new Map<string, ReportFacts>();
  readonly #fields = new SharedFields();
  readonly #values = new SharedValues();
  readonly #urls = new Places();
  readonly #titles = new Places();
  /** How many reports of a folder have something; counted when it is first asked for after a change. */
  readonly #having = new Map<Habit, Map<string, number>>();

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
    this.#having.clear();
    // Before the old ones go, so that what both have stays the same.
    const kept = facts && this.#share(key, facts);
    if (before) {
      this.#remove(before);
    }
    if (kept) {
      this.#reports.set(key, kept);
      this.#urls.add(kept.url, kept.path, 1);
      this.#titles.add(kept.title, kept.path, 1);
    } else if (before) {
      this.#reports.delete(key);
    }
    return before && kept ? !isSame(before, kept) : before !== undefined || kept !== null;
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
      fieldUse: (name) => this.#fields.useOf(name) - (ownFields.has(name) ? 1 : 0),
      fieldsAbove: (name) => this.#fields.above(name),
      fields: () => less(this.#fields.sorted(), (name) => ownFields.has(name)),
      values: (field) => {
        const ownValues = new Set(own?.values.flatMap(([name, value]) => (name === field ? [value] : [])));
        return less(this.#values.sorted(field), (value) => ownValues.has(value));
      },
      withUrl: (url) => others(this.#urls.of(url)),
      withTitle: (title) => others(this.#titles.of(title)),
      near: (path, what) => nearTo(path, this.#foldersWith(what, own)),
    };
  }

  /** The folders of all reports that have something, but one report. */
  #foldersWith(what: Habit, but: ReportFacts | undefined): string[] {
    let counts = this.#having.get(what);
    if (!counts) {
      counts = new Map();
      for (const facts of this.#reports.values()) {
        if (has(facts, what)) {
          const folder = sectionFolder(facts.path);
          counts.set(folder, (counts.get(folder) ?? 0) + 1);
        }
      }
      this.#having.set(what, counts);
    }
    const own = but && has(but, what) ? sectionFolder(but.path) : null;
    return [...counts].flatMap(([folder, count]) => (folder === own && count === 1 ? [] : [folder]));
  }

  /** Counts a report's fields and values in. */
  #share(key: string, { path, title, time, url, fields, values }: ReportFacts): ReportFacts {
    return {
      // A part of the key takes less than a text of its own.
      path: key.endsWith(path) ? key.slice(key.length - path.length) : path,
      title: title === null ? null : ownText(title),
      time,
      url: url === null ? null : ownText(url),
      fields: this.#fields.add(fields),
      values: this.#values.add(values),
    };
  }

  #remove({ path, title, url, fields, values }: ReportFacts): void {
    this.#urls.add(url, path, -1);
    this.#titles.add(title, path, -1);
    this.#fields.remove(fields);
    this.#values.remove(values);
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

function has({ title, time }: ReportFacts, what: Habit): boolean {
  return (what === 'title' ? title : time) !== null;
}

function isSame(a: ReportFacts, b: ReportFacts): boolean {
  return (
    a.path === b.path &&
    a.title === b.title &&
    a.time === b.time &&
    a.url === b.url &&
    isSameList(a.fields, b.fields, (name, other) => name === other) &&
    isSameList(a.values, b.values, (pair, other) => pair[0] === other[0] && pair[1] === other[1])
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSameItem: (a: T, b: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((item, at) => {
      const other = b[at];
      return other !== undefined && isSameItem(item, other);
    })
  );
}
