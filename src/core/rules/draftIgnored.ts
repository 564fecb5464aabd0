import { say } from '../message';
import { removeField } from './edits';
import type { Rule } from './rule';

/** A draft that is not hidden: Jekyll knows no such field, and new Hugo reads `yes` as text. */
export const draftIgnored: Rule = {
  code: 'draft-ignored',
  severity: 'warning',
  check({ report, site, forecast }) {
    const entry = report.field('draft');
    const value = entry?.value;
    if (
      !entry ||
      value?.kind !== 'scalar' ||
      forecast.outcome !== 'published' ||
      site.generator.readsDraft === null
    ) {
      return [];
    }
    if (!/^(?:true|yes|on|y|t|1)$/i.test(value.text.trim())) {
      return [];
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
