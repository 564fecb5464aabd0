import type { Rule } from '../rule';

/** A value that a comment cuts short. */
export const cutValue: Rule = {
  code: 'cut-value',
  severity: 'warning',
  check() {
    return [];
  },
};
