import type { Rule } from '../rule';

/** A heading that skips a level. */
export const headingJump: Rule = {
  code: 'heading-jump',
  severity: 'info',
  check() {
    return [];
  },
};
