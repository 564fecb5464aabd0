import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import { baseName } from '../../report/report';
import { plainHeadingText } from '../../report/headingText';
import { insertField, quoted } from '../../write/edits';
import { forecastAfter } from '../shared/after';
import { topOf } from '../shared/places';
import type { Fix, Rule, RuleContext } from '../rule';
import { dayOfName, subject } from '../shared/names';
import { areValuesUsed } from '../shared/fields';
import { isTitleTold } from '../values/title';
import { isMisspelt } from './misspeltField';

/** Whether the front matter was read, so that a field can be missing from it. */
export function isRead({ report, forecast }: RuleContext): boolean {
  return (
    report.fence.kind === 'closed' &&
    report.frontMatter?.problems.length === 0 &&
    forecast.outcome !== 'bare' &&
    forecast.outcome !== 'build-error' &&
    forecast.outcome !== 'skipped' &&
    forecast.cause?.code !== 'not-a-map'
  );
}

function addField(report: Report, name: string, value: string, title: Message, preferred: boolean): Fix[] {
  const edit = insertField(report, name, value);
  return edit ? [{ title, preferred, edits: [edit] }] : [];
}

/** A report without a title. */
export const missingTitle: Rule = {
  code: 'missing-title',
  severity: 'warning',
  asksOthers: true,
  check(context) {
    const { report, site } = context;
    const entry = report.field('title');
    const value = entry?.value ?? report.options.inherited?.get('title');
    // Other tools have Markdown files of all kinds, and many need no title.
    if (
      !site.generator.isKnown ||
      !isRead(context) ||
      (value && context.forecast.title !== '') ||
      isMisspelt(context, 'title') ||
      // What stands there instead of a title gets a finding of its own.
      isTitleTold(context)
    ) {
      return [];
    }
    // The file's name stands in for a title that is missing, not for one that is empty: `""`.
    const given = entry?.value ? null : site.generator.titleFromFile(report.path);
    const known = context.forecast.title;
    if (known !== null && known !== '' && known !== given) {
      // From a place that shows no field of that name, such as a merge: `<<: *common`.
      return [];
    }
    const heading = report.sections.find((section) => section.level === 1) ?? report.sections[0];
    const proposal =
      (heading?.level === 1 ? plainHeadingText(heading.heading) : '') || titleOfName(report.path);
    const fixes: Fix[] =
      entry || proposal === ''
        ? []
        : addField(report, 'title', quoted(proposal), say('Add the title “{0}”', proposal), false).filter(
            // One that only this version of the generator reads may stand below.
            (fix) => !areValuesUsed(context) || (forecastAfter(context, fix).title ?? proposal) === proposal,
          );
    return [
      {
        // Jekyll makes a title of the file's name: readable, and often what is wanted. And a section may hold quotes.
        ...(given === null && context.others.near(report.path, 'title') !== 'elsewhere'
          ? {}
          : { severity: 'info' as const }),
        message:
          given === null
            ? say('{0} will publish this post without a title.', subject(site.generator))
            : say(
                '{0} will call this post “{1}”, after its file name: there is no `title`.',
                subject(site.generator),
                given,
              ),
        range: entry ? entry.key.range : topOf(report),
        fixes,
      },
    ];
  },
};

/** A report whose date the generator does not know. */
export const missingDate: Rule = {
  code: 'missing-date',
  severity: 'warning',
  asksOthers: true,
  check(context) {
    const { report, site, forecast, now, others } = context;
    // A field that cannot be read is told of elsewhere; when a report expires is not when it was written.
    const dated = site.generator.dateFields.some(
      (name) => !/^(?:expiry|unpublish)/.test(name) && report.field(name)?.value,
    );
    if (
      !isRead(context) ||
      dated ||
      site.generator.datesFromFile(report.path) ||
      forecast.date !== null ||
      isOrdered(context) ||
      isMisspelt(context, 'date')
    ) {
      return [];
    }
    const fromName = dayOfName(report.path);
    const date = fromName ?? new Date(now).toISOString().slice(0, 10);
    const title = fromName
      ? say('Add the date {0} of the file name', date)
      : say('Add today’s date, {0}', date);
    const empty = report.field('date');
    const format = report.frontMatter?.format ?? 'yaml';
    const value = format === 'json' ? `"${date}"` : date;
    return [
      {
        // A page of its own, such as that about the writer, needs none.
        ...(others.near(report.path, 'date') === 'elsewhere' ? { severity: 'info' as const } : {}),
        message: say(
          '{0} will put this post at the end of every list: it has no `date`.',
          subject(site.generator),
        ),
        range: empty ? empty.key.range : topOf(report),
        fixes: empty
          ? []
          : addField(report, 'date', value, title, fromName !== undefined).filter(
              // A site of Hugo's may take its dates from other fields.
              (fix) => !areValuesUsed(context) || forecastAfter(context, fix).date !== null,
            ),
      },
    ];
  },
};

/** Tells whether a report has its place in lists without a date. */
function isOrdered({ report, site: { generator } }: RuleContext): boolean {
  const { orderField } = generator;
  return (
    orderField !== undefined &&
    (report.field(orderField)?.value ?? report.options.inherited?.get(orderField) ?? null) !== null
  );
}

/** A title as a file's name says it: `Harbour days` for `2024-05-06-harbour-days.md`. */
export function titleOfName(path: string): string {
  // A bundle's name is its folder's.
  const words = baseName(path.replace(/\/_?index(?:\.[\w-]+)?\.\w+$/i, '.md'))
    .replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '')
    .split(/[-_\s]+/)
    .filter(Boolean);
  const title = words.join(' ');
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}
