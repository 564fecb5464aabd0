import type { Message } from '../message';

/** What a field may hold; the first of several is what is written most. */
export type FieldType = 'text' | 'boolean' | 'date' | 'number' | 'list' | 'map';

/** The part of the forecast that tells what became of a field. */
export type Shown = 'title' | 'tags' | 'categories' | 'url';

/** What there is to know of a field that a generator, its themes or its plugins read. */
export interface FieldHelp {
  /** As the generator's manual writes it, `publishDate`. */
  readonly name: string;
  readonly types: readonly FieldType[];
  readonly meaning: Message;
  /** What holds where the field is missing; left out where that is nothing. */
  readonly fallback?: Message;
  readonly shows?: Shown;
  /** Not offered: another name of a field, or one that the generator does not read. */
  readonly isHidden?: true;
}

/** What is known of the fields of one generator. */
export interface FieldKnowledge {
  /** In the order in which most reports have them. */
  readonly fields: readonly FieldHelp[];
  /** How a time of day is written: `2026-11-26 10:00:00 +0100`, or RFC 3339. */
  readonly times: 'spaced' | 'rfc3339';
  /** What to say of every other field. */
  readonly unknown: Message;
}

/** Makes the entry of a field. */
export function field(
  name: string,
  types: FieldType | readonly FieldType[],
  meaning: Message,
  rest: Partial<FieldHelp> = {},
): FieldHelp {
  return { name, types: typeof types === 'string' ? [types] : types, meaning, ...rest };
}

/** Makes the entry of a field that is read as another, or not at all. */
export function hidden(name: string, types: FieldType | readonly FieldType[], meaning: Message): FieldHelp {
  return field(name, types, meaning, { isHidden: true });
}
