import { say } from '../../message';
import type { Rule } from '../rule';

/** A take-aways heading with nothing below it. */
export const emptyTakeaways: Rule = {
  code: 'empty-takeaways',
  severity: 'warning',
  check({ report }) {
    return report.emptyTakeawaySections.map((section) => {
      const { start } = section.headingRange;
      const { end } = section.content;
      const content = report.text.slice(section.headingRange.end, end);
      // Empty bullets go with their heading; a comment is the writer's and stays.
      const isBlank = /^(?:[ \t]*(?:[-*+]|\d+[.)])?[ \t]*(?:\r?\n|$))*$/.test(content);
      const title = say('Remove the heading “{0}”', section.heading);
      const range = { start, end: isBlank ? end : section.headingRange.end };
      return {
        message: say('Readers will see the heading “{0}” with nothing below it.', section.heading),
        range: section.headingRange,
        fixes: [{ title, preferred: false, edits: [{ range, newText: '' }] }],
      };
    });
  },
};
