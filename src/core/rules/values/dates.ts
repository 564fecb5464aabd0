import type { Entry, Node, ScalarNode } from '../../frontMatter/tree';
import type { DateReading, Site } from '../../generators/generator';
import { typeOf } from '../../generators/scalars';
import { clockIn, isCalendarDay } from '../../generators/timeZone';
import { say } from '../../message';
import { writtenValue } from '../../write/written';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { dayOfName, subject } from '../shared/names';

/** A date that every generator reads the same way. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[-+]\d{2}:?\d{2}))?)?$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface DatedField {
  readonly entry: Entry;
  readonly value: Node | null;
  readonly text: string;
  readonly reading: DateReading;
}

function datedFields({ report, site, forecast }: RuleContext): DatedField[] {
  // What cannot be read as a whole may mean anything, also in a draft; but a date that ends the build was read.
  const isRead = report.frontMatter?.problems.length === 0 && forecast.outcome !== 'build-error';
  if (
    forecast.outcome === 'bare' ||
    forecast.outcome === 'skipped' ||
    (!isRead && forecast.cause?.code !== 'date')
  ) {
    return [];
  }
  return site.generator.dateFields.flatMap((name): DatedField[] => {
    const entry = report.field(name);
    if (!entry) {
      return [];
    }
    const text = entry.value?.kind === 'scalar' ? entry.value.text : '';
    return [{ entry, value: entry.value, text, reading: site.generator.readDate(entry.value, site) }];
  });
}

/** A date that the generator cannot read, or that the calendar does not have. */
export const invalidDate: Rule = {
  code: 'invalid-date',
  severity: 'error',
  check(context): RuleFinding[] {
    const { site, forecast } = context;
    const findings = datedFields(context).flatMap(({ entry, value, text, reading }): RuleFinding[] => {
      const range = value?.range ?? entry.key.range;
      if (reading.kind === 'date' && reading.rolled && value?.kind === 'scalar') {
        const day = dayOf(reading.instant, site);
        const message = say(
          '{0} will date this post {1}: the calendar has no {2}.',
          subject(site.generator),
          day,
          text,
        );
        return [{ severity: 'warning', message, range, fixes: lastDay(value) }];
      }
      if (reading.kind !== 'invalid') {
        return [];
      }
      const written =
        value && value.kind !== 'scalar' ? context.report.text.slice(range.start, range.end) : text;
      const cause =
        written === ''
          ? say('`{0}` is empty', entry.key.name ?? '')
          : say('it cannot read `{0}` as a date', written);
      const fixes = fixesOf(context, entry, text);
      if (reading.outcome === 'build-error') {
        if (forecast.outcome !== 'build-error') {
          // On this site the field is no date, or another one comes before it.
          return [];
        }
        const message = say(
          '{0} will stop the build of the whole site: {1}.',
          subject(site.generator),
          cause,
        );
        return [{ message, range, fixes }];
      }
      // Where another field gives the date, nothing is lost; and a boolean says whether, not when.
      if (context.forecast.date !== null || isBoolean(context, value)) {
        return [];
      }
      const message = say('{0} will show this post without a date: {1}.', subject(site.generator), cause);
      return [{ severity: 'warning', message, range, fixes }];
    });
    // A site may have dates in fields of its own.
    const { cause, reason } = forecast;
    const isTold = findings.length > 0 || cause?.code !== 'date' || !cause.range || !reason;
    return isTold ? findings : [{ message: reason, range: cause.range, fixes: [] }];
  },
};

function isBoolean({ site }: RuleContext, value: Node | null): boolean {
  return (
    value?.kind === 'scalar' && typeOf(value, site.generator.plainReader(site.version)).type === 'boolean'
  );
}

/** The day of a moment where the site is, `YYYY-MM-DD`. */
function dayOf(instant: string, { config }: Site): string {
  const { year, month, day } = clockIn(Date.parse(instant), config.timeZone);
  return valid(year, month, day)[0] ?? instant.slice(0, 10);
}

/** Seconds since 1970 have nine digits or ten, from 1973 to 2286: written on purpose. */
const EPOCH = /^\d{9,10}$/;

/** A date that is read, but in a form that is easily read as another day. */
export const dateFormat: Rule = {
  code: 'date-format',
  severity: 'info',
  check(context): RuleFinding[] {
    const { site, report } = context;
    const named = dayOfName(report.path);
    return datedFields(context).flatMap(({ value, text, reading }): RuleFinding[] => {
      if (reading.kind !== 'date' || reading.rolled || value?.kind !== 'scalar' || ISO.test(text.trim())) {
        return [];
      }
      const day = dayOf(reading.instant, site);
      const fixes = isoForms(text);
      // The moment must stay: Jekyll takes an unquoted time with seconds for UTC, and one without for the site's own.
      const same = fixes.find((form) =>
        isSameMoment(site.generator.readDate({ ...value, text: form }, site), reading),
      );
      if (same) {
        const isNamed = named !== undefined && same.startsWith(named);
        if (!isNamed && fixes.some((form) => named !== undefined && form.startsWith(named))) {
          // `03/07/2019` in a file of 7 March: that the two differ is told of, with the day that was meant.
          return [];
        }
        const message = say(
          '{0} reads this as {1}; in that form everyone will.',
          subject(site.generator),
          day,
        );
        return [
          { message, range: value.range, fixes: [rewrite(value, same, isNamed || fixes.length === 1)] },
        ];
      }
      if (/^\d+$/.test(text) && !EPOCH.test(text) && site.generator.readsEpochs) {
        const message = say(
          '{0} will date this page {1}: it reads the number as seconds since 1970.',
          site.generator.title,
          day,
        );
        return [
          {
            severity: 'warning',
            message,
            range: value.range,
            fixes: fixes.map((form) => rewrite(value, form, false)),
          },
        ];
      }
      return [];
    });
  },
};

function fixesOf({ report, site, now }: RuleContext, entry: Entry, text: string): Fix[] {
  const value = entry.value;
  if (value?.kind === 'scalar' && text !== '') {
    const forms = isoForms(text.replace(/^[“”„‘’"]|[“”‘’"]$/g, '')).filter(
      (form) => site.generator.readDate({ ...value, text: form }, site).kind === 'date',
    );
    // Of `2019-13-01` the month may be wrong as well as the order.
    const isSwapped =
      /^\d{4}-(\d{1,2})-/.exec(text)?.[1]?.padStart(2, '0') !== forms[0]?.slice(5, 7) && /^\d{4}-/.test(text);
    return forms.map((form) => rewrite(value, form, forms.length === 1 && !isSwapped));
  }
  const fromName = dayOfName(report.path);
  const date = fromName ?? new Date(now).toISOString().slice(0, 10);
  const title = fromName
    ? say('Write the date {0} of the file name', date)
    : say('Write today’s date, {0}', date);
  if (value) {
    const { mark, range } = writtenValue(report, entry);
    // A type of its own before it would still be that of the date.
    const at = mark.startsWith('!') ? range : value.range;
    return value.kind === 'scalar'
      ? [{ title, preferred: fromName !== undefined, edits: [{ range: at, newText: `"${date}"` }] }]
      : [];
  }
  const colon = report.text.indexOf(':', entry.key.range.end);
  const at = {
    start: colon + 1,
    end: colon + 1 + (/^[ \t]*/.exec(report.text.slice(colon + 1))?.[0].length ?? 0),
  };
  const gap = report.text[at.end] === '#' ? ' ' : '';
  return colon < 0
    ? []
    : [{ title, preferred: fromName !== undefined, edits: [{ range: at, newText: ` ${date}${gap}` }] }];
}

function rewrite(value: Node, form: string, preferred: boolean): Fix {
  const isQuoted = value.kind === 'scalar' && (value.style === 'single' || value.style === 'double');
  const quote = isQuoted ? (value.style === 'single' ? "'" : '"') : '';
  return {
    title: say('Write {0}', form),
    preferred,
    edits: [{ range: value.range, newText: quote + form + quote }],
  };
}

/** The last day of a month that is too short for the day that is written. */
export function lastDay(value: ScalarNode): Fix[] {
  const match =
    /^(\d{4})-(\d{1,2})-\d{1,2}([T\s]+\d[\d:.]*(?:\s*[ap]m)?(?:\s*(?:Z|UTC|[+-]\d\d:?\d\d))?)?$/i.exec(
      value.text,
    );
  if (!match) {
    return [];
  }
  const [, year = '', month = '', rest = ''] = match;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return [rewrite(value, `${year}-${month.padStart(2, '0')}-${String(last)}${rest}`, false)];
}

function isSameMoment(form: DateReading, written: DateReading): boolean {
  return form.kind === 'date' && written.kind === 'date' && form.instant === written.instant && !form.rolled;
}

/** A time of day with what follows it: a zone by number, with or without its name, or UTC by name. */
const CLOCK =
  /(?:,? |T)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(?:([-+]\d{1,2})(?::?(\d{2}))?(?: [A-Z]{3,4})?|(Z|UTC|GMT))?$/;

/** The ISO dates that a text may mean: one where it is plain, two where day and month may be either. */
export function isoForms(text: string): string[] {
  const trimmed = text.replace(/\u00a0/g, ' ').trim();
  const time = CLOCK.exec(trimmed);
  if (!time) {
    // What is not understood as a whole (`10:00 pm`, `CEST`) is not rewritten: a part of it would be lost.
    return [...new Set(candidates(trimmed))];
  }
  const [, hour = '', minute = '', second = '00', zoneHour, zoneMinute = '00', utc] = time;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return [];
  }
  const zone = zoneHour ? zoneOf(zoneHour, zoneMinute) : utc ? 'Z' : '';
  const clock = `T${hour.padStart(2, '0')}:${minute}:${second}${zone}`;
  return [...new Set(candidates(trimmed.slice(0, time.index)))].map((form) => form + zoned(clock));
}

/** `+2` and `+0200` as `+02:00`, which every reader takes. */
function zoneOf(hour: string, minute: string): string {
  return `${hour.slice(0, 1)}${hour.slice(1).padStart(2, '0')}:${minute}`;
}

/** Without a zone a blank is what people write; Hugo's and Jekyll's readers take both. */
function zoned(clock: string): string {
  return /(?:Z|[-+]\d{2}:?\d{2})$/.test(clock) ? clock : clock.replace('T', ' ');
}

function candidates(day: string): string[] {
  const named =
    /^(?:[A-Za-z]+,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})$/.exec(
      day,
    );
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? named[3] ?? '').slice(0, 3).toLowerCase()) + 1;
    return valid(Number(named[5]), month, Number(named[1] ?? named[4]));
  }
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  if (yearFirst) {
    const [, year, month, date] = yearFirst.map(Number);
    const plain = valid(year, month, date);
    return plain.length > 0 ? plain : valid(year, date, month);
  }
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(day);
  if (yearLast) {
    const [, first, second, year] = yearLast.map(Number);
    return [...valid(year, second, first), ...valid(year, first, second)];
  }
  const short = /^(\d{2})-(\d{2})-(\d{2})$/.exec(day);
  return short ? valid(2000 + Number(short[1]), Number(short[2]), Number(short[3])) : [];
}

function valid(year = 0, month = 0, day = 0): string[] {
  const two = (value: number) => String(value).padStart(2, '0');
  return isCalendarDay(year, month, day)
    ? [`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`]
    : [];
}
