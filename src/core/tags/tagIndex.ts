/** A tag with the number of reports that use it. */
export interface Tag {
  readonly name: string;
  readonly count: number;
}

interface CountedTag extends Tag {
  count: number;
}

/** Up to so many tags are moved to their new place one by one; for more, all are sorted anew. */
const MAX_MOVES = 64;

const NO_TAGS: readonly CountedTag[] = [];

/**
 * Which reports use which tags. A file costs its key and one short list: each tag is one object, shared by all files.
 * A tag that appears twice in one file counts once.
 */
export class TagIndex {
  readonly #files = new Map<string, readonly CountedTag[]>();
  readonly #tags = new Map<string, CountedTag>();
  /** By use, then by name; null while it is not worth keeping up to date. */
  #sorted: CountedTag[] | null = null;

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
   * @returns whether that changed anything
   */
  set(fileKey: string, names: readonly string[]): boolean {
    const before = this.#files.get(fileKey) ?? NO_TAGS;
    const after = new Set(names);
    if (before.length === after.size && before.every(({ name }) => after.has(name))) {
      return false;
    }
    const gone = before.filter(({ name }) => !after.has(name));
    const kept = new Set(before.map(({ name }) => name));
    const added = [...after].filter((name) => !kept.has(name));
    if (gone.length + added.length > MAX_MOVES) {
      this.#sorted = null;
    }
    gone.forEach((tag) => {
      this.#count(tag, -1);
    });
    added.forEach((name) => {
      this.#count(this.#tags.get(name) ?? { name, count: 0 }, 1);
    });
    if (after.size === 0) {
      this.#files.delete(fileKey);
    } else {
      const tags = [...after].flatMap((name) => this.#tags.get(name) ?? []);
      this.#files.set(fileKey, tags);
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
    return this.#files.get(fileKey) ?? NO_TAGS;
  }

  /** The keys of the files that use a tag. Looks at every file: it is asked for seldom, and lists by tag would cost memory. */
  filesOf(name: string): string[] {
    const tag = this.#tags.get(name);
    return tag ? [...this.#files].flatMap(([key, tags]) => (tags.includes(tag) ? [key] : [])) : [];
  }

  #count(tag: CountedTag, change: 1 | -1): void {
    if (tag.count > 0) {
      this.#sorted?.splice(this.#placeOf(tag), 1);
    }
    tag.count += change;
    if (tag.count === 0) {
      this.#tags.delete(tag.name);
    } else {
      this.#tags.set(tag.name, tag);
      this.#sorted?.splice(this.#placeOf(tag), 0, tag);
    }
  }

  /** Where a tag stands among the sorted ones, or would. */
  #placeOf(tag: CountedTag): number {
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

function compare(a: Tag, b: Tag): number {
  return b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
