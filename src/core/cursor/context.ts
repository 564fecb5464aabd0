import { isPlural, tagFieldOf } from '../report/termFields';
import type { TagContext, ValueContext, ValueFields } from './valueContext';
import type { TagField } from '../report/termFields';
import { headerAround } from './header';
import { jsonContext } from './jsonContext';
import { tomlContext } from './tomlContext';
import { yamlContext } from './yamlContext';

/**
 * Finds the tag that is being written at a cursor. Works on the text, not on a parsed tree: while one types, lists, quotes
 * and whole headers are unfinished. Reads no more than the header.
 * @param text the file, or its start up to some lines behind the cursor
 * @param offset the cursor, as a UTF-16 offset in `text`
 * @param splits tells whether the generator splits a field's string at blanks; keywords are split at commas
 * @returns null where no tag can stand, in comments for one
 */
export function tagContext(
  text: string,
  offset: number,
  splits: (field: TagField) => boolean = () => false,
): TagContext | null {
  return valueContext(text, offset, {
    named: tagFieldOf,
    takesList: isPlural,
    separator: (field) =>
      field === 'keywords' ? 'comma' : splits(field) && isPlural(field) ? 'blank' : null,
  });
}

/** The same for the values of any fields. */
export function valueContext<F extends string>(
  text: string,
  offset: number,
  fields: ValueFields<F>,
): ValueContext<F> | null {
  const header = headerAround(text, offset);
  switch (header?.format) {
    case 'yaml':
      return yamlContext(text, offset, header, fields);
    case 'toml':
      return tomlContext(text, offset, header, fields);
    case 'json':
      return jsonContext(text, offset, header, fields);
    default:
      return null;
  }
}
