import { say } from '../../message';
import type { Report } from '../../report/report';
import type { Rule, RuleFinding } from '../rule';

/** A report of so many talks has something to take home. */
const TALKS = 2;

/** No heading is longer (UTF-16 code units). */
const MAX_HEADING = 500;

/** Words of headings and labels below which take-aways stand, in whatever form. */
const SUMS_UP =
  /take[- ]?away|lesson|learn|conclu|summar|highlight|recap|wrap|thought|impression|verdict|opinion|tl;? ?dr|next steps|action items|in short|fazit|zusammenfassung|erkenntnis|eindr/i;

/** A label at the start of a paragraph or an item: `TL;DR: …`, `**Summary** …`. */
const LABEL = /^(?:(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)|[^:\n]{1,60}:)/;

/** A report of several talks that tells nowhere what to take home of them. */
export const missingTakeaways: Rule = {
  code: 'missing-takeaways',
  severity: 'hint',
  check({ report, forecast }): RuleFinding[] {
    if (forecast.outcome !== 'published' || sumsUp(report)) {
      return [];
    }
    const { talks } = report;
    const [first] = talks;
    // Without a name it may be another kind of text with sections of that name.
    if (!first || talks.length < TALKS || !talks.some(({ speakers }) => speakers.length > 0)) {
      return [];
    }
    const message = say('This report of {0} talks has no key take-aways.', talks.length);
    const title = report.field('title')?.value;
    return [
      {
        message,
        range: title?.range ?? report.lines.rangeOf(report.lines.lineAt(first.range.start)),
        fixes: [],
      },
    ];
  },
};

function sumsUp(report: Report): boolean {
  return (
    report.takeaways.items.length > 0 ||
    report.emptyTakeawaySections.length > 0 ||
    report.sections.some(({ heading }) => SUMS_UP.test(heading.slice(0, MAX_HEADING))) ||
    report.blocks.some(({ text }) => SUMS_UP.test(LABEL.exec(text)?.[0] ?? ''))
  );
}
