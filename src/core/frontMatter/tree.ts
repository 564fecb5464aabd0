import type { Range } from '../text';

/** The formats in which front matter is written. */
export type Format = 'yaml' | 'toml' | 'json';

/** A value in front matter. All ranges are UTF-16 offsets in the whole file. */
export type Node = ScalarNode | ListNode | MapNode;

/** What a value that is written unquoted in TOML or JSON is; in YAML that is for the generator to decide. */
export type BareValue =
  | { readonly type: 'null'; readonly value: null }
  | { readonly type: 'boolean'; readonly value: boolean }
  | {
      readonly type: 'number';
      readonly value: number | bigint;
      /** Written with a point or an exponent; JSON knows no other numbers. */
      readonly float: boolean;
    }
  | { readonly type: 'date'; readonly value: string };

/** A single value: a string, number, boolean, date or nothing. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly range: Range;
  /** `plain`: unquoted YAML, whose type depends on who reads it; `bare`: unquoted TOML or JSON; else a string. */
  readonly style: 'plain' | 'bare' | 'single' | 'double' | 'block';
  /** The content as a string, unescaped and unfolded. */
  readonly text: string;
  /** The explicit YAML tag (`!!str`, `!foo`), if any. */
  readonly tag?: string;
  /** For `bare` values only. */
  readonly bare?: BareValue;
}

/** A list of values. */
export interface ListNode {
  readonly kind: 'list';
  readonly range: Range;
  /** Written `[a, b]` (TOML and JSON always are), not one item a line with a dash. */
  readonly flow: boolean;
  readonly items: readonly (Node | null)[];
}

/** A map; the root of every well-formed front matter is one. */
export interface MapNode {
  readonly kind: 'map';
  readonly range: Range;
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

/** A key with its value: at the top level, a field. */
export interface Entry {
  readonly key: Key;
  /** Null where nothing is written after the key. */
  readonly value: Node | null;
  /** From the key's first to the value's last character. */
  readonly range: Range;
}

/** A key as it is written. */
export interface Key {
  /** The key's content, unquoted; null where it is no scalar (YAML's `? [a, b]`). */
  readonly name: string | null;
  readonly range: Range;
  readonly quoted: boolean;
}

/** A place where the parser could not go on. */
export interface SyntaxProblem {
  /** The parser's own name for the problem. */
  readonly code: string;
  /** The parser's own reason, one sentence without a full stop. */
  readonly reason: string;
  readonly range: Range;
}

/** What a parser made of a header. */
export interface FrontMatter {
  readonly format: Format;
  /** Null for an empty header, or where nothing could be read. */
  readonly root: Node | null;
  /** Empty where the header is well-formed. */
  readonly problems: readonly SyntaxProblem[];
}

/** The fields of front matter: the entries of its top map. */
export function fieldsOf(frontMatter: FrontMatter | null): readonly Entry[] {
  return frontMatter?.root?.kind === 'map' ? frontMatter.root.entries : [];
}

/**
 * Of entries whose names are compared without regard to case the one that counts: readers fold keys one by one, so that
 * one that was not in small letters wins (Hugo 0.111 to 0.169, common/maps, PrepareParams).
 * @param folded the name in small letters
 */
export function foldedEntry(entries: readonly Entry[], folded: string): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of entries) {
    const { name } = entry.key;
    if (name?.toLowerCase() === folded && !isOutdone(entry, found, folded)) {
      found = entry;
    }
  }
  return found;
}

/** Tells whether an entry does not count beside one that stands before it, as it is in small letters and the other is not. */
export function isOutdone(entry: Entry, before: Entry | undefined, folded: string): boolean {
  return before !== undefined && before.key.name !== folded && entry.key.name === folded;
}

/** The first field whose name stood before. */
export function duplicateField(fields: readonly Entry[]): Entry | undefined {
  const seen = new Set<string>();
  return fields.find(({ key }) => {
    const twice = key.name !== null && seen.has(key.name);
    seen.add(key.name ?? '');
    return twice;
  });
}
