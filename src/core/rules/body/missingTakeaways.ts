import type { Rule } from '../rule';

/** A report without take-aways. */
export const missingTakeaways: Rule = {
  code: 'missing-takeaways',
  severity: 'hint',
  check() {
    return [];
  },
};
