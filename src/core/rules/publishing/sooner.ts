import type { Entry } from '../../frontMatter/tree';
import { say } from '../../message';
import { dayIn, scalarOf, writeDate } from '../../write/days';
import { fileOf, renameTo } from './dateMismatch';
import { isPublishedBy } from './published';
import type { Fix, RuleContext } from '../rule';

/**
 * What gets a report published at the next build whose date is to come: the file name's day, or today.
 * @param entry the field with the date; undefined where the file's name, or the site, gives it
 */
export function sooner(context: RuleContext, entry: Entry | undefined): Fix[] {
  const { report, site, now } = context;
  const named = site.generator.fileNames?.dayOf(report.path, site);
  const today = dayIn(now, site);
  const value = scalarOf(entry);
  const fixes: Fix[] = [];
  if (value && value.style !== 'block') {
    if (named?.reading.kind === 'date') {
      const day = dayIn(named.reading.instant, site);
      const title = say('Write the day {0} of the file name', day);
      fixes.push({ title, preferred: false, edits: [writeDate(value, day)] });
    }
    const rename = named ? site.generator.fileNames?.withDay(report.path, today) : undefined;
    const edits = [writeDate(value, today)];
    fixes.push(
      rename === undefined || rename === report.path
        ? { title: say('Publish it now: write {0}', today), preferred: false, edits }
        : {
            title: say('Publish it now: write {0}, and rename the file to `{1}`', today, fileOf(rename)),
            preferred: false,
            edits,
            rename,
          },
    );
  } else if (!entry && named) {
    fixes.push(...renameTo(context, today));
  }
  return fixes.filter((fix) => isPublishedBy(context, fix));
}
