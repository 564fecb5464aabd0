import type { Rule } from '../rule';

/** Two reports with one address. */
export const sameUrl: Rule = {
  code: 'same-url',
  severity: 'warning',
  check() {
    return [];
  },
};
