import type { Rule } from '../rule';

/** A time that moves the report to another day. */
export const dateShift: Rule = {
  code: 'date-shift',
  severity: 'warning',
  check() {
    return [];
  },
};
