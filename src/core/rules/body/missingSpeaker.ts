import type { Rule } from '../rule';

/** A talk without a speaker, where others have one. */
export const missingSpeaker: Rule = {
  code: 'missing-speaker',
  severity: 'hint',
  check() {
    return [];
  },
};
