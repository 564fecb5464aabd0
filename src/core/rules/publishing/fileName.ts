import { isCalendarDay } from '../../generators/timeZone';
import { say } from '../../message';
import type { Message } from '../../message';
import { dayIn, scalarOf } from '../../write/days';
import { topOf } from '../shared/places';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { fileOf, renameTo } from './dateMismatch';

/**
 * A file name that says no day, or none that the calendar has. Jekyll takes a file in `_posts` for a post by its name alone
 * (DATE_FILENAME_MATCHER in lib/jekyll/document.rb), and fails on a bad day where no `date` stands in for it.
 */
export const fileName: Rule = {
  code: 'file-name',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { report, site, forecast } = context;
    const { generator } = site;
    if (forecast.cause?.code === 'file-name') {
      if (/^[_.#~]/.test(fileOf(report.path))) {
        // Jekyll reads no such file anywhere (EntryFilter): it is none of the posts, and not meant as one.
        return [];
      }
      const [day, path] = dayOf(context) ?? [];
      const fixes = day && path ? rename(context, path, day) : [];
      const example = fileOf(fixes[0]?.rename ?? '') || '2019-07-23-slug.md';
      const message = say(
        'Jekyll will leave this post out: a file in `_posts` must be named like `{0}`.',
        example,
      );
      return [{ message, range: topOf(report), fixes }];
    }
    const name = generator.fileNames?.dayOf(report.path, site);
    if (!name || report.value('date') !== undefined) {
      return [];
    }
    if (name.reading.kind !== 'date') {
      const message = say(
        '{0} will stop the build of the whole site: the calendar has no {1}, with which the file name starts.',
        generator.title,
        name.written,
      );
      const isCause = forecast.cause?.code === 'date' && forecast.outcome === 'build-error';
      return isCause
        ? [{ severity: 'error', message, range: topOf(report), fixes: swapped(context, name.written) }]
        : [];
    }
    const isRead = forecast.outcome === 'published' || forecast.outcome === 'bare';
    if (!name.reading.rolled || !isRead) {
      return [];
    }
    const day = dayIn(name.reading.instant, site);
    const message = say(
      '{0} will date this post {1}: the calendar has no {2}, with which the file name starts.',
      generator.title,
      day,
      name.written,
    );
    return [{ message, range: topOf(report), fixes: renameTo(context, day) }];
  },
};

/** A day that a name starts with in another form: `2019_07_23-x.md`, `20190723 x.md`. */
const OTHER_FORM = /^(\d{4})([-_. ]?)(\d{1,2})\2(\d{1,2})(?!\d)[-_. ]*(?=[^./]*[^./\d\s][^./]*\.)/;

/** The day of a file that lacks one in its name, and the path without what stands for it there. */
function dayOf({ report, site }: RuleContext): readonly [day: string, path: string] | null {
  const name = fileOf(report.path);
  const [start = '', year = '', , month = '', day = ''] = OTHER_FORM.exec(name) ?? [];
  const isDay = isCalendarDay(Number(year), Number(month), Number(day));
  const rest = report.path.slice(0, -name.length) + (isDay ? name.slice(start.length) : name);
  const value = scalarOf(report.field('date'));
  const reading = value && site.generator.readDate(value, site);
  if (reading?.kind === 'date' && !reading.rolled) {
    return [dayIn(reading.instant, site), rest];
  }
  return isDay ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rest] : null;
}

/** Blanks in an address would be escaped: they become hyphens. */
function rename({ site }: RuleContext, path: string, day: string): Fix[] {
  const name = fileOf(path);
  const clean = path.slice(0, path.length - name.length) + name.trim().replace(/\s+/g, '-');
  const renamed = site.generator.fileNames?.withDay(clean, day);
  // Under the new name it must be a post.
  return renamed === undefined || !site.generator.fileNames?.dayOf(renamed, site)
    ? []
    : [{ title: titleOf(renamed), preferred: false, edits: [], rename: renamed }];
}

function titleOf(path: string): Message {
  return say('Rename the file to `{0}`', fileOf(path));
}

/** `2019-23-07` may have been meant as `2019-07-23`. */
function swapped(context: RuleContext, written: string): Fix[] {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written) ?? [];
  return isCalendarDay(Number(year), Number(day), Number(month))
    ? renameTo(context, `${year}-${day.padStart(2, '0')}-${month.padStart(2, '0')}`)
    : [];
}
