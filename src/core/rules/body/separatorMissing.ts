import { say } from '../../message';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import { subject } from '../shared/names';
import { reportAfter } from '../shared/after';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { endAfterFirstParagraph } from '../shared/excerptFixes';

/** A separator that does not stand in the body to the letter, so that nothing is cut. */
export const separatorMissing: Rule = {
  code: 'separator-missing',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { report, site, forecast } = context;
    const separator = site.generator.separatorOf(report, site);
    if (!separator || !['published', 'hidden'].includes(forecast.outcome) || separator.text.trim() === '') {
      return [];
    }
    const declared = separator.declaredBy?.value;
    // That a list or a map is no separator, another rule tells.
    if (report.text.includes(separator.text, report.body) || (declared && declared.kind !== 'scalar')) {
      return [];
    }
    const near = nearMiss(report, separator.text);
    if (!near && !separator.declaredBy) {
      // The generator's or the site's own separator need not be used.
      return [];
    }
    const fixes: Fix[] = near
      ? [
          {
            title: say('Write `{0}`', separator.text),
            preferred: hasTextBefore(context, near, separator.text),
            edits: [{ range: near, newText: separator.text }],
          },
        ]
      : endAfterFirstParagraph(context);
    const range = near ?? separator.declaredBy?.value?.range ?? separator.declaredBy?.range;
    const { excerptField } = site.generator;
    if (!range || (excerptField !== null && report.field(excerptField)?.value)) {
      return [];
    }
    const message = near
      ? say(
          '{0} will not cut the excerpt here: it looks for `{1}` to the letter.',
          subject(site.generator),
          separator.text,
        )
      : site.generator.isKnown
        ? say(
            '{0} will show the whole post as its excerpt: `{1}` is not in the text.',
            subject(site.generator),
            separator.text,
          )
        : say('{0} will find no excerpt: `{1}` is not in the text.', subject(site.generator), separator.text);
    return [{ message, range, fixes }];
  },
};

/** Tells whether an excerpt that ends there has something to read: the separator may stand in the wrong place as well. */
function hasTextBefore(context: RuleContext, near: Range, separator: string): boolean {
  const { report, site } = context;
  return (
    report.blocks.some(({ kind, range }) => kind !== 'heading' && range.start < near.start) &&
    site.generator.excerpt(reportAfter(context, { edits: [{ range: near, newText: separator }] }), site)
      .text !== ''
  );
}

/** The same comment with other blanks or in another case; one in a code block is an example. */
export function nearMiss(report: Report, separator: string): Range | undefined {
  const word = /^<!--\s*(.+?)\s*-->$/.exec(separator)?.[1];
  if (!word) {
    return undefined;
  }
  const like = new RegExp(`<!--[ \\t]*${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[ \\t]*-{2,3}>`, 'gi');
  for (const match of report.text.slice(report.body).matchAll(like)) {
    const start = report.body + match.index;
    if (
      !report.blocks.some(
        (block) => block.kind === 'other' && block.range.start <= start && start < block.range.end,
      )
    ) {
      return { start, end: start + match[0].length };
    }
  }
  return undefined;
}
