import type { Rule } from '../rule';

/** Text that Jekyll leaves blank. */
export const liquidOutput: Rule = {
  code: 'liquid-output',
  severity: 'warning',
  check() {
    return [];
  },
};
