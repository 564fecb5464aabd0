import type { Entry } from '../../frontMatter/tree';
import type { Forecast } from '../../generators/generator';
import { say } from '../../message';
import type { Report } from '../../report/report';
import { removeField } from '../edits';
import type { Rule, RuleFinding } from '../rule';

/** A draft that is not hidden: Jekyll knows no such field, and new Hugo reads `yes` as text. */
export const draftIgnored: Rule = {
  code: 'draft-ignored',
  severity: 'warning',
  check({ report, site, forecast }): RuleFinding[] {
    const entry = ignoredDraft(report, forecast);
    const value = entry?.value;
    if (!entry || value?.kind !== 'scalar' || site.generator.readsDraft === null) {
      return [];
    }
    if (entry.key.name === 'published') {
      const message = say(
        '{0} will publish this post: it reads `{1}` as text, not as false.',
        site.generator.title,
        value.text,
      );
      const edits = [{ range: value.range, newText: 'false' }];
      // Where the site publishes what is hidden, too, `false` would hide nothing either.
      return site.generator.readsDraft || site.config.unpublished
        ? []
        : [{ message, range: value.range, fixes: [{ title: say('Write `false`'), preferred: true, edits }] }];
    }
    if (site.generator.readsDraft) {
      if (site.config.drafts) {
        return [];
      }
      const format = report.frontMatter?.format;
      return [
        {
          message: say(
            '{0} will publish this page: it reads `{1}` as text, not as true.',
            site.generator.title,
            value.text,
          ),
          range: value.range,
          fixes: format
            ? [
                {
                  title: say('Write `true`'),
                  preferred: true,
                  edits: [{ range: value.range, newText: 'true' }],
                },
              ]
            : [],
        },
      ];
    }
    const publish = report.field('published');
    const hide = { range: entry.range, newText: 'published: false' };
    return [
      {
        message: say('{0} will publish this post: `draft` hides nothing here.', site.generator.title),
        range: entry.range,
        fixes: [
          ...(publish
            ? []
            : [{ title: say('Hide the post with `published: false`'), preferred: true, edits: [hide] }]),
          {
            title: say('Remove `draft`: the post is to be published'),
            preferred: false,
            edits: [removeField(report, entry)],
          },
        ],
      },
    ];
  },
};

/**
 * The field by which a writer meant to hide a report that is published all the same; undefined where there is none.
 */
export function ignoredDraft(report: Report, forecast: Forecast): Entry | undefined {
  if (forecast.outcome !== 'published') {
    return undefined;
  }
  const says = (name: string, words: RegExp) => {
    const entry = report.field(name);
    return entry?.value?.kind === 'scalar' && words.test(entry.value.text.trim()) ? entry : undefined;
  };
  return says('draft', /^(?:true|yes|on|y|t|1)$/i) ?? says('published', /^(?:false|no|off|0)$/i);
}
