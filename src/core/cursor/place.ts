import { valueContext } from './context';
import type { ValueContext } from './valueContext';
import { tagFieldOf } from '../report/termFields';
import { headerAround } from './header';
import { jsonName } from './jsonName';
import { lineName } from './lineName';
import type { NamePlace } from './namePlace';

/** A cursor in the value of a field, or where that is to be written. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly context: ValueContext;
}

export type FieldPlace = NamePlace | ValuePlace;

/**
 * Tells what of a field is being written at a cursor. Works on the text, not on a parsed tree, as the header is unfinished
 * then. Reads no more than the header.
 * @param text the file, or its start up to some lines behind the cursor
 * @param offset the cursor, as a UTF-16 offset in `text`
 * @param takesList tells whether a field holds a list
 * @returns null outside of the header's fields, in nested ones, and in the values of tags, which are completed by themselves
 */
export function fieldPlace(
  text: string,
  offset: number,
  takesList: (name: string) => boolean = () => false,
): FieldPlace | null {
  const name = namePlace(text, offset);
  if (name) {
    return name;
  }
  const context = valueContext(text, offset, {
    // What has a point in its name lies in a table.
    named: (field) => (field.includes('.') || tagFieldOf(field) !== null ? null : field),
    takesList,
    separator: () => null,
  });
  return context && { kind: 'value', context };
}

/** The same for names alone. */
export function namePlace(text: string, offset: number): NamePlace | null {
  const header = headerAround(text, offset);
  if (!header) {
    return null;
  }
  return header.format === 'json' ? jsonName(text, offset, header) : lineName(text, offset, header);
}
