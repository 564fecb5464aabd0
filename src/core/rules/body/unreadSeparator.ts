import type { Rule } from '../rule';

/** An excerpt separator that Jekyll does not look for. */
export const unreadSeparator: Rule = {
  code: 'unread-separator',
  severity: 'warning',
  check() {
    return [];
  },
};
