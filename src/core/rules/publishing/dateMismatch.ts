import { say } from '../../message';
import { forecastAfter } from '../shared/after';
import { dayIn, writeDate } from '../../write/days';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import type { PostDays } from './postDays';
import { postDays } from './postDays';

/**
 * A date that is not the one in the file name. Jekyll reads the name's, and then drops it for the field's (Document#merge_date!
 * in lib/jekyll/document.rb), in the address too.
 */
export const dateMismatch: Rule = {
  code: 'date-mismatch',
  severity: 'warning',
  check(context): RuleFinding[] {
    const days = postDays(context);
    const { site } = context;
    // A day that only the site's zone makes another one is told of by another rule.
    if (!days?.named || days.named === days.shown || days.named === days.written) {
      return [];
    }
    if (site.config.timeZone === undefined && days.isMoment && isNextDay(days.named, days.shown)) {
      // In the zone of the machine that builds the site it may well be the name's day.
      return [];
    }
    return [
      {
        message: say(
          '{0} will publish this post under {1}: `date` beats the file name’s {2}.',
          site.generator.title,
          days.shown,
          days.named,
        ),
        range: days.value.range,
        fixes: [...renameTo(context, days.shown), ...writeNamed(context, days, days.named)],
      },
    ];
  },
};

function isNextDay(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000;
}

/** Gives the file the name of another day. */
export function renameTo({ report, site }: RuleContext, day: string): Fix[] {
  const rename = site.generator.fileNames?.withDay(report.path, day);
  return rename === undefined || !/^[12]\d{3}-\d\d-\d\d$/.test(day)
    ? []
    : [{ title: say('Rename the file to `{0}`', fileOf(rename)), preferred: false, edits: [], rename }];
}

/** A path's last part. */
export function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Writes the file name's day; the time and its zone stay where they do not move it to another day. */
function writeNamed(context: RuleContext, { value }: PostDays, named: string): Fix[] {
  const { site } = context;
  const time = /^\s*\d{4}-\d{1,2}-\d{1,2}(?=[T\s])(.*)$/s.exec(value.text)?.[1] ?? '';
  const text = [named + time, named].find((form) => {
    const reading = site.generator.readDate({ ...value, text: form }, site);
    return reading.kind === 'date' && dayIn(reading.instant, site) === named;
  });
  if (text === undefined || value.style === 'block') {
    return [];
  }
  const edits = [writeDate(value, text)];
  const after = forecastAfter(context, { edits });
  if (after.outcome === context.forecast.outcome) {
    return [{ title: say('Write the day {0} of the file name', named), preferred: false, edits }];
  }
  const title = say('Write the day {0} of the file name, and have the post left out until then', named);
  return after.outcome === 'hidden' && after.cause?.code === 'future'
    ? [{ title, preferred: false, edits }]
    : [];
}
