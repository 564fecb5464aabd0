import type { Rule } from '../rule';

/** Bytes that are not UTF-8. */
export const encoding: Rule = {
  code: 'encoding',
  severity: 'warning',
  check() {
    return [];
  },
};
