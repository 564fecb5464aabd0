import type { Rule } from '../rule';

/** Text that a closing fence leaves in the body. */
export const textAfterFence: Rule = {
  code: 'text-after-fence',
  severity: 'warning',
  check() {
    return [];
  },
};
