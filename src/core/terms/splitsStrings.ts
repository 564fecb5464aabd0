import type { Generator } from '../generators/generator';
import type { TagField } from '../report/termFields';

/** Tells whether a generator makes several tags of one string in a field: of the plural ones, if at all. */
export function splitsStrings(generator: Generator, field: TagField): boolean {
  return generator.terms.splitsStrings && (field === 'tags' || field === 'categories');
}
