import type { Rule } from '../rule';

/** A tag that is no text, is empty or appears twice. */
export const tagValues: Rule = {
  code: 'tag-values',
  severity: 'warning',
  check() {
    return [];
  },
};
