import type { Rule } from '../rule';

/** A field that the generator does not use. */
export const ignoredField: Rule = {
  code: 'ignored-field',
  severity: 'warning',
  check() {
    return [];
  },
};
