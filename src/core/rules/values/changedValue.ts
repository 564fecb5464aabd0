import type { Rule } from '../rule';

/** A value that the generator changes. */
export const changedValue: Rule = {
  code: 'changed-value',
  severity: 'warning',
  check() {
    return [];
  },
};
