import type { Rule } from '../rule';

/** A field that does not fit your JSON Schema. */
export const schema: Rule = {
  code: 'schema',
  severity: 'warning',
  check() {
    return [];
  },
};
