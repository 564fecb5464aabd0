import type { Rule } from '../rule';

/** A date that is not the one in the file name. */
export const dateMismatch: Rule = {
  code: 'date-mismatch',
  severity: 'warning',
  check() {
    return [];
  },
};
