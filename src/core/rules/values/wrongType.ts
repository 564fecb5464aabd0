import type { Rule } from '../rule';

/** A value of a kind that its field does not take. */
export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'warning',
  check() {
    return [];
  },
};
