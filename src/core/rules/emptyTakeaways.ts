import { say } from '../message';
import { lineEndOf } from '../text';
import type { Rule } from './rule';

/** A take-aways heading with nothing below it. */
export const emptyTakeaways: Rule = {
  code: 'empty-takeaways',
  severity: 'warning',
  check({ report }) {
    return report.emptyTakeawaySections.map((section) => {
      const lineEnd = lineEndOf(report.text);
      const next =
        report.text.slice(section.headingRange.end, section.content.end).trim() === ''
          ? section.content.end
          : section.headingRange.end;
      return {
        message: say('Readers will see the heading “{0}” with nothing below it.', section.heading),
        range: section.headingRange,
        fixes: [
          {
            title: say('Remove the heading “{0}”', section.heading),
            preferred: false,
            edits: [
              {
                range: { start: section.headingRange.start, end: next },
                newText: next === report.text.length ? '' : section.content.end === next ? '' : lineEnd,
              },
            ],
          },
        ],
      };
    });
  },
};
