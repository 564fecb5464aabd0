import { say } from '../../message';
import type { Section } from '../../report/sections';
import type { TextEdit } from '../../text';
import type { Rule, RuleContext, RuleFinding } from '../rule';

/** The level of a line in bold, which is no heading to any generator. */
const BOLD = 7;

/** A heading that goes down by more than one level. The first heading may be of any level. */
export const headingJump: Rule = {
  code: 'heading-jump',
  severity: 'info',
  check({ report, forecast }: RuleContext): RuleFinding[] {
    if (forecast.outcome !== 'published' && forecast.outcome !== 'hidden') {
      return [];
    }
    const headings = report.sections.filter(({ level }) => level < BOLD);
    return headings.flatMap((heading, index): RuleFinding[] => {
      const above = headings[index - 1];
      const marks = marksOf(report.text, heading);
      if (!above || heading.level <= above.level + 1 || !marks) {
        return [];
      }
      const message = say(
        'This heading skips a level: it is of level {0}, below one of level {1}.',
        heading.level,
        above.level,
      );
      const raised = headingsTo(headings, index);
      const edits = raised.flatMap((each): TextEdit[] => {
        const range = marksOf(report.text, each);
        const level = each.level - heading.level + above.level + 1;
        return range ? [{ range, newText: '#'.repeat(level) }] : [];
      });
      const title =
        raised.length === 1
          ? say('Make this heading one of level {0}', above.level + 1)
          : say('Raise this heading and the {0} that follow it', raised.length - 1);
      return [{ message, range: marks, fixes: [{ title, preferred: false, edits }] }];
    });
  },
};

/** A heading with those that follow and are not above it: they keep their places towards each other. */
function headingsTo(headings: readonly Section[], index: number): readonly Section[] {
  const { level } = headings[index] ?? { level: 0 };
  const next = headings.findIndex((other, at) => at > index && other.level < level);
  return headings.slice(index, next < 0 ? headings.length : next);
}

/** The `#` of a heading; undefined for one that is underlined, which is never deeper than level 2. */
function marksOf(text: string, { headingRange: { start, end } }: Section) {
  const [, indent = '', marks] = /^([ \t]*)(#+)/.exec(text.slice(start, end)) ?? [];
  return marks === undefined
    ? undefined
    : { start: start + indent.length, end: start + indent.length + marks.length };
}
