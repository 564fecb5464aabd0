import type { Rule } from '../rule';

/** An excerpt that is empty, only a heading, or the whole report. */
export const poorExcerpt: Rule = {
  code: 'poor-excerpt',
  severity: 'warning',
  check() {
    return [];
  },
};
