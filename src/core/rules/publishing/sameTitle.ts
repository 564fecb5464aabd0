import type { Rule } from '../rule';

/** Two reports with one title. */
export const sameTitle: Rule = {
  code: 'same-title',
  severity: 'info',
  check() {
    return [];
  },
};
