import type { Rule } from '../rule';

/** A report that is left out though it does not say so. */
export const notPublished: Rule = {
  code: 'not-published',
  severity: 'warning',
  check() {
    return [];
  },
};
