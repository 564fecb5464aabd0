import { editDistance } from '../spelling/editDistance';
import { singularKeys, spellingKey } from '../spelling/spellingKey';

/** So many names are offered at most for one that is unknown. */
const MAX_OFFERED = 3;

/** The tags that a user wants, each with what else is written for it. */
export class Vocabulary {
  /** In the order in which they were given. */
  readonly names: readonly string[];
  /** There are no other tags than these. */
  readonly isClosed: boolean;
  readonly #names: ReadonlySet<string>;
  readonly #byAlias = new Map<string, string>();
  readonly #byKey = new Map<string, string>();

  /**
   * @param aliases by name. A name is never an alias; what is an alias of two belongs to the first
   * @param isClosed whether other tags are unwanted
   */
  constructor(aliases: ReadonlyMap<string, readonly string[]>, isClosed: boolean) {
    this.names = [...aliases.keys()];
    this.isClosed = isClosed;
    this.#names = new Set(this.names);
    for (const name of this.names) {
      setFirst(this.#byKey, spellingKey(name), name);
    }
    for (const [name, others] of aliases) {
      for (const other of others) {
        setFirst(this.#byAlias, other, name);
        setFirst(this.#byKey, spellingKey(other), name);
      }
    }
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /**
   * The name to write for what is written: for one of its aliases, and for all that differs from it or from them in case,
   * accents, blanks, hyphens and underscores only. Undefined where the vocabulary does not know it.
   */
  nameOf(written: string): string | undefined {
    return this.has(written)
      ? written
      : (this.#byAlias.get(written) ?? this.#byKey.get(spellingKey(written)));
  }

  /** The names that may be meant by one that is not known; the likeliest first, three at most. */
  nearest(unknown: string): string[] {
    const key = spellingKey(unknown);
    const singulars = singularKeys(unknown);
    const limit = key.length < 5 ? 1 : 2;
    return [...this.#byKey]
      .map(([other, name]) => {
        const isPlural = singulars.includes(other) || singularKeys(name).includes(key);
        return { name, distance: isPlural ? 0 : distanceOf(key, other, limit) };
      })
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance)
      .map(({ name }) => name)
      .filter((name, at, all) => all.indexOf(name) === at)
      .slice(0, MAX_OFFERED);
  }
}

/** How far names are from each other; one that holds the other, word by word or not, is near. */
function distanceOf(key: string, other: string, limit: number): number {
  const [short, long] = key.length < other.length ? [key, other] : [other, key];
  return short.length > 2 && long.includes(short) ? limit : editDistance(key, other, limit);
}

function setFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) {
    map.set(key, value);
  }
}

/**
 * Reads a vocabulary from settings, however they are written: what is no name is left out.
 * @param tags an object of names, each with a list of aliases
 * @param only whether there are to be no other tags
 * @returns undefined where there is no name: then every tag is welcome
 */
export function readVocabulary(tags: unknown, only: unknown): Vocabulary | undefined {
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) {
    return undefined;
  }
  const aliases = new Map<string, string[]>();
  for (const [name, others] of Object.entries(tags as Readonly<Record<string, unknown>>)) {
    if (name.trim() !== '') {
      const all: unknown[] = Array.isArray(others) ? others : [others];
      aliases.set(
        name.trim(),
        all.flatMap((other) => (typeof other === 'string' && other.trim() !== '' ? [other.trim()] : [])),
      );
    }
  }
  return aliases.size > 0 ? new Vocabulary(aliases, only === true) : undefined;
}
