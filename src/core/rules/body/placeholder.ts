import type { Rule } from '../rule';

/** Text that was to be filled in. */
export const placeholder: Rule = {
  code: 'placeholder',
  severity: 'warning',
  check() {
    return [];
  },
};
