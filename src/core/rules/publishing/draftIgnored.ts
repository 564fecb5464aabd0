import type { Entry } from '../../frontMatter/tree';
import type { Forecast } from '../../generators/generator';
import { say } from '../../message';
import type { Report } from '../../report/report';
import { removeField } from '../edits';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';

/** A draft that is not hidden: Jekyll knows no such field, and new Hugo reads `yes` as text. */
export const draftIgnored: Rule = {
  code: 'draft-ignored',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { report, site, forecast } = context;
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
      return site.generator.readsDraft
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
    return [
      {
        message: say('{0} will publish this post: `draft` hides nothing here.', site.generator.title),
        range: entry.range,
        fixes: fixesOf(context, entry),
      },
    ];
  },
};

/** None of them is preferred: whether a post is live is not to be decided without a look. */
function fixesOf({ report, site }: RuleContext, entry: Entry): Fix[] {
  const rename = site.config.drafts ? null : site.generator.fileNames?.asDraft(report.path);
  const remove = removeField(report, entry);
  const hide = { range: entry.range, newText: 'published: false' };
  return [
    ...(report.field('published')
      ? []
      : [{ title: say('Hide the post with `published: false`'), preferred: false, edits: [hide] }]),
    ...(rename
      ? [{ title: say('Move the file to `{0}`', rename), preferred: false, edits: [remove], rename }]
      : []),
    { title: say('Remove `draft`: the post is to be published'), preferred: false, edits: [remove] },
  ];
}

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
