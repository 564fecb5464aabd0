import { ownText } from '../ownText';

/** A tag with the number of reports that use it. */
export interface Tag {
  readonly name: string;
  readonly count: number;
}

/** What the index keeps of a file. */
interface IndexedFile {
  readonly key: string;
  readonly tags: readonly IndexedTag[];
  readonly time: number | null;
}

/** One tag, shared by all files that use it. */
class IndexedTag implements Tag {
  /** In no order. */
  files: IndexedFile[] = [];
  #latest: number | undefined;

  readonly name: string;

  constructor(name: string) {
    this.name = ownText(name);
  }

  get count(): number {
    return this.files.length;
  }

  /** When the newest of its files is dated; -Infinity where none has a date. */
  get latest(): number {
    return (this.#latest ??= this.files.reduce(
      (latest, { time }) => Math.max(latest, time ?? -Infinity),
      -Infinity,
    ));
  }

  add(file: IndexedFile): void {
    // A list that grows takes room for sixteen more at once; most tags never have so many.
    if (this.files.length < FEW) {
      this.files = this.files.concat([file]);
    } else {
      this.files.push(file);
    }
    this.#latest = undefined;
  }

  remove(file: IndexedFile): void {
    const at = this.files.indexOf(file);
    const last = this.files.pop();
    if (last && last !== file) {
      this.files[at] = last;
    }
    this.#latest = undefined;
  }

  replace(file: IndexedFile, by: IndexedFile): void {
    this.files[this.files.indexOf(file)] = by;
    this.#latest = undefined;
  }
}

/** Up to so many files a list has no more room than it needs. */
const FEW = 8;

/** Up to so many tags are moved to their new place one by one; for more, all are sorted anew. */
const MAX_MOVES = 64;

/** So many files tell which tags are used together. */
const MAX_LOOKED_AT = 500;

/** The golden ratio, whose multiples spread evenly between whole numbers. */
const GOLDEN = 0.618_033_988_749_895;

const NO_TAGS: readonly IndexedTag[] = [];
const NO_FILES: readonly IndexedFile[] = [];

/**
 * Which reports use which tags. A file costs one short list, and a place in the list of each of its tags.
 * A tag that appears twice in one file counts once.
 */
export class TagIndex {
  readonly #files = new Map<string, IndexedFile>();
  readonly #tags = new Map<string, IndexedTag>();
  /** By use, then by name; null while it is not worth keeping up to date. */
  #sorted: IndexedTag[] | null = null;

  /** The number of files that use any tag. */
  get fileCount(): number {
    return this.#files.size;
  }

  /** The number of different tags. */
  get size(): number {
    return this.#tags.size;
  }

  /**
   * Puts a file's tags in the place of those that it had.
   * @param time when the report is dated, in milliseconds since 1970; null where that is not known
   * @returns whether that changed anything
   */
  set(fileKey: string, names: readonly string[], time: number | null = null): boolean {
    const file = this.#files.get(fileKey);
    if (!file) {
      return names.length > 0 && this.#addFile(fileKey, eachOnce(names), time);
    }
    const before = file.tags;
    const after = new Set(names);
    const isSame = before.length === after.size && before.every(({ name }) => after.has(name));
    if (isSame && file.time === time) {
      return false;
    }
    const kept = new Set(before);
    const tags = [...after].map((name) => this.#tags.get(name) ?? new IndexedTag(name));
    const now: IndexedFile = { key: fileKey, tags, time };
    const gone = before.filter(({ name }) => !after.has(name));
    const added = tags.filter((tag) => !kept.has(tag));
    if (gone.length + added.length > MAX_MOVES) {
      this.#sorted = null;
    }
    gone.forEach((tag) => {
      this.#move(tag, () => {
        tag.remove(file);
      });
    });
    tags.forEach((tag) => {
      if (kept.has(tag)) {
        tag.replace(file, now);
      }
    });
    added.forEach((tag) => {
      this.#move(tag, () => {
        tag.add(now);
      });
    });
    if (tags.length === 0) {
      this.#files.delete(fileKey);
    } else {
      this.#files.set(fileKey, now);
    }
    return true;
  }

  /** Forgets a file. */
  delete(fileKey: string): boolean {
    return this.set(fileKey, []);
  }

  has(fileKey: string): boolean {
    return this.#files.has(fileKey);
  }

  /** The number of reports that use a tag. */
  countOf(name: string): number {
    return this.#tags.get(name)?.count ?? 0;
  }

  /** All tags, the most used first, then by name (by code unit). Valid until the next change; not to be kept. */
  counts(): readonly Tag[] {
    return (this.#sorted ??= [...this.#tags.values()].sort(compare));
  }

  /** The tags of a file, each once. */
  tagsOf(fileKey: string): readonly Tag[] {
    return this.#files.get(fileKey)?.tags ?? NO_TAGS;
  }

  /** The keys of the files that use a tag, the newest first; those without a date are last, by their keys. */
  filesOf(name: string): string[] {
    const files = [...(this.#tags.get(name)?.files ?? [])];
    const time = (file: IndexedFile) => file.time ?? -Infinity;
    return files
      .sort((a, b) => compareNumbers(time(b), time(a)) || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
  }

  /** When the newest report that uses a tag is dated, in milliseconds since 1970; -Infinity where that is not known. */
  latestOf(name: string): number {
    return this.#tags.get(name)?.latest ?? -Infinity;
  }

  /**
   * How many reports use a tag together with any of some others: by name, for those that any report does. Where there
   * are thousands, it is an estimate by some of them.
   * @param fileKey the file that does not count
   */
  usedWith(names: readonly string[], fileKey: string | null): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    const seen = new Set<IndexedFile>();
    const share = Math.ceil(MAX_LOOKED_AT / Math.max(1, names.length));
    for (const name of names.slice(0, MAX_LOOKED_AT)) {
      const files = this.#tags.get(name)?.files ?? NO_FILES;
      const step = Math.max(1, Math.ceil(files.length / share));
      for (let at = 0; at < files.length; at += step) {
        // Spread within each step, too: files that are alike may lie at equal distances.
        const file = files[at + Math.floor(step * ((at * GOLDEN) % 1))];
        if (file && file.key !== fileKey && !seen.has(file)) {
          seen.add(file);
          for (const tag of file.tags) {
            counts.set(tag.name, (counts.get(tag.name) ?? 0) + step);
          }
        }
      }
    }
    return counts;
  }

  /** Most files are new ones: of a large workspace all. */
  #addFile(key: string, names: readonly string[], time: number | null): true {
    const tags = names.map((name) => this.#tags.get(name) ?? new IndexedTag(name));
    const file: IndexedFile = { key, tags, time };
    if (tags.length > MAX_MOVES) {
      this.#sorted = null;
    }
    for (const tag of tags) {
      if (this.#sorted) {
        this.#move(tag, () => {
          tag.add(file);
        });
      } else {
        if (tag.count === 0) {
          this.#tags.set(tag.name, tag);
        }
        tag.add(file);
      }
    }
    this.#files.set(key, file);
    return true;
  }

  /** Changes how many files a tag has, and puts it where it belongs then. */
  #move(tag: IndexedTag, change: () => void): void {
    const isKnown = tag.count > 0;
    if (isKnown) {
      this.#sorted?.splice(this.#placeOf(tag), 1);
    }
    change();
    if (tag.count === 0) {
      this.#tags.delete(tag.name);
    } else {
      if (!isKnown) {
        this.#tags.set(tag.name, tag);
      }
      this.#sorted?.splice(this.#placeOf(tag), 0, tag);
    }
  }

  /** Where a tag stands among the sorted ones, or would. */
  #placeOf(tag: IndexedTag): number {
    const sorted = this.#sorted ?? [];
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = sorted[middle];
      if (other && compare(other, tag) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

function eachOnce(names: readonly string[]): readonly string[] {
  const isSmall = names.length <= FEW;
  return isSmall && names.every((name, at) => names.indexOf(name) === at) ? names : [...new Set(names)];
}

function compare(a: Tag, b: Tag): number {
  return b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** Unlike a difference, also for infinite ones. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
