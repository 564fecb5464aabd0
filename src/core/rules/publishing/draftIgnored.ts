import type { Entry, ScalarNode } from '../../frontMatter/tree';
import type { Forecast } from '../../generators/forecast';
import { typeOf } from '../../generators/scalars';
import { say } from '../../message';
import type { Report } from '../../report/report';
import { forecastAfter } from '../shared/after';
import { removeField } from '../../write/edits';
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
      return site.generator.readsDraft ? [] : unhidden(context, value);
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
        message: say(
          '{0} will publish this post: `{1}` hides nothing here.',
          site.generator.title,
          entry.key.name ?? '',
        ),
        range: entry.range,
        fixes: fixesOf(context, entry),
      },
    ];
  },
};

/** A `published` that says no, but not as Jekyll reads it: in quotes, or 0. */
function unhidden({ site }: RuleContext, value: ScalarNode): RuleFinding[] {
  const { type } = typeOf(value, site.generator.plainReader(site.version));
  // What is false is published only where the site wants it so.
  if (type === 'boolean' || type === 'null' || site.config.unpublished) {
    return [];
  }
  const { title } = site.generator;
  const message =
    type === 'number'
      ? say('{0} will publish this post: it reads `{1}` as a number, not as false.', title, value.text)
      : say('{0} will publish this post: it reads `{1}` as text, not as false.', title, value.text);
  const edits = [{ range: value.range, newText: 'false' }];
  return [{ message, range: value.range, fixes: [{ title: say('Write `false`'), preferred: true, edits }] }];
}

/** None of them is preferred: whether a post is live is not to be decided without a look. */
function fixesOf(context: RuleContext, entry: Entry): Fix[] {
  const { report, site } = context;
  const remove = removeField(report, entry);
  const hide: Fix = {
    title: say('Hide the post with `published: false`'),
    preferred: false,
    edits: [{ range: entry.range, newText: 'published: false' }],
  };
  const rename = site.generator.fileNames?.asDraft(report.path) ?? undefined;
  const move: Fix[] =
    rename === undefined
      ? []
      : [{ title: say('Move the file to `{0}`', rename), preferred: false, edits: [remove], rename }];
  return [
    ...[...(report.field('published') ? [] : [hide]), ...move].filter(
      (fix) => forecastAfter(context, fix).outcome === 'hidden',
    ),
    {
      title: say('Remove `{0}`: the post is to be published', entry.key.name ?? ''),
      preferred: false,
      edits: [remove],
    },
  ];
}

/**
 * The field by which a writer meant to hide a report that is published all the same; undefined where there is none. Where
 * `draft` means nothing, its spelling does not matter.
 */
export function ignoredDraft(report: Report, forecast: Forecast): Entry | undefined {
  if (forecast.outcome !== 'published') {
    return undefined;
  }
  const says = (entry: Entry | undefined, words: RegExp) =>
    entry?.value?.kind === 'scalar' && words.test(entry.value.text.trim()) ? entry : undefined;
  const isAlike = ({ key }: Entry) => !report.generator.foldsKeys && /^drafts?$/i.test(key.name ?? '');
  return (
    says(report.field('draft') ?? report.fields.findLast(isAlike), /^(?:true|yes|on|y|t|1)$/i) ??
    says(report.field('published'), /^(?:false|no|off|0)$/i)
  );
}
