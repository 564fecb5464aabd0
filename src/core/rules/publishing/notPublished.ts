import type { Entry } from '../../frontMatter/tree';
import { say } from '../../message';
import { reportAfter } from '../shared/after';
import { momentIn } from '../../write/days';
import { removeField } from '../../write/edits';
import { isMisspelt } from '../header/misspeltField';
import { topOf } from '../shared/places';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { isEmptyField } from './empty';
import { isPublishedBy } from './published';
import { sooner } from './sooner';

/**
 * A report that is read and left out though it does not say so: Jekyll's Publisher#publish? and reader.rb, Hugo's
 * hugolib/page__meta.go (shouldBuild). What a report says of itself in plain words is no finding; what the site says of it is an
 * information.
 */
export const notPublished: Rule = {
  code: 'not-published',
  severity: 'warning',
  asksOthers: true,
  check(context): RuleFinding[] {
    const { forecast } = context;
    if (forecast.outcome !== 'hidden' && forecast.outcome !== 'skipped') {
      return [];
    }
    switch (forecast.cause?.code) {
      case 'future':
        return [future(context)];
      case 'expired':
        return [expired(context)];
      case 'unpublished':
        return unpublished(context);
      case 'draft':
        return draft(context);
      case 'collection':
        return said(context, 'info');
      case 'not-rendered':
        return forecast.cause.range || !isContent(context) ? [] : said(context, 'info');
      case 'config':
        return isOwnFolder(context) ? [] : said(context, isContent(context) ? 'warning' : 'info');
      default:
        return [];
    }
  },
};

/** Tells whether the report lies where the site keeps reports, or in a folder that looks like a collection of Jekyll's. */
function isContent({ report, site }: RuleContext): boolean {
  return site.generator.layout.isContentPath(report.path, site.config) || /^_[^/]+\//.test(report.path);
}

/** Jekyll's folders for other things: what lies there is no report. */
function isOwnFolder({ report }: RuleContext): boolean {
  return /(?:^|\/)_(?:data|includes|layouts|plugins|sass|site)\//.test(report.path);
}

/** What the forecast says, of the file as a whole. */
function said({ report, forecast }: RuleContext, severity: 'warning' | 'info'): RuleFinding[] {
  return forecast.reason ? [{ severity, message: forecast.reason, range: topOf(report), fixes: [] }] : [];
}

/** The field that the forecast blames; undefined where it is none of the report's own. */
function blamed({ report, forecast }: RuleContext): Entry | undefined {
  const range = forecast.cause?.range;
  return range
    ? report.fields.find(
        (field) => field.value?.range.start === range.start || field.range.start === range.start,
      )
    : undefined;
}

function future(context: RuleContext): RuleFinding {
  const { report, site, forecast, now } = context;
  const entry = blamed(context);
  const reading = entry ? site.generator.readDate(entry.value, site) : null;
  const instant = reading?.kind === 'date' ? reading.instant : forecast.date;
  const name = entry?.key.name ?? 'date';
  const isNamed = !entry && site.generator.fileNames?.dayOf(report.path, site);
  const cause = isNamed
    ? say('the date of its file name is to come')
    : name.toLowerCase() === 'date'
      ? say('its date is to come')
      : say('`{0}` is a date to come', name);
  const until = instant !== null && Date.parse(instant) > now ? momentIn(instant, site) : null;
  return {
    message: site.generator.leftOut(cause, until),
    range: forecast.cause?.range ?? topOf(report),
    fixes: sooner(context, entry),
  };
}

function expired(context: RuleContext): RuleFinding {
  const { report, site, forecast } = context;
  const entry = blamed(context);
  const reading = entry ? site.generator.readDate(entry.value, site) : null;
  const cause =
    reading?.kind === 'date'
      ? say('its expiry date, {0}, has passed', momentIn(reading.instant, site))
      : say('its expiry date has passed');
  return {
    message: site.generator.leftOut(cause, null),
    range: forecast.cause?.range ?? topOf(report),
    fixes: entry ? without(context, entry) : [],
  };
}

/** Jekyll's `published`: nothing counts as false, though it says nothing. */
function unpublished(context: RuleContext): RuleFinding[] {
  const { report, site } = context;
  const entry = report.field('published');
  if (!entry) {
    const message = site.generator.leftOut(say('the site says `published: false` for it'), null);
    return [{ severity: 'info', message, range: topOf(report), fixes: [] }];
  }
  return isEmptyField(context, 'published') ? [empty(context, entry)] : [];
}

/** Hugo's `draft`; where that is missing, a `published` that says no, or nothing, makes a draft as well. */
function draft(context: RuleContext): RuleFinding[] {
  const { report, site, forecast } = context;
  // In Org mode, too, a draft says so itself.
  if (!site.generator.readsDraft || report.field('draft') || report.fence.kind !== 'closed') {
    return [];
  }
  const entry = report.field('published');
  if (entry) {
    return isEmptyField(context, 'published') ? [empty(context, entry)] : [];
  }
  const range = forecast.cause?.range;
  return range
    ? [{ message: site.generator.leftOut(say('`<<` makes it a draft'), null), range, fixes: [] }]
    : [
        {
          severity: 'info',
          message: site.generator.leftOut(say('its place in the site makes it a draft'), null),
          range: topOf(report),
          fixes: [],
        },
      ];
}

function empty(context: RuleContext, entry: Entry): RuleFinding {
  const cause = say('`published` without a value counts as false');
  return {
    message: context.site.generator.leftOut(cause, null),
    range: entry.range,
    fixes: without(context, entry),
  };
}

/** Takes the field out where that gets the report published, and leaves no other field that was meant as it. */
function without(context: RuleContext, entry: Entry): Fix[] {
  const name = entry.key.name ?? '';
  const edits = [removeField(context.report, entry)];
  const isOther = isMisspelt({ ...context, report: reportAfter(context, { edits }) }, name.toLowerCase());
  return !isOther && isPublishedBy(context, { edits })
    ? [{ title: say('Remove `{0}`: the post is to be published', name), preferred: false, edits }]
    : [];
}
