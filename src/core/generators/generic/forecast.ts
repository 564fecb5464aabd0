import { grayMatter } from '../../frontMatter/lazyGrayMatter';
import { duplicateField } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Report } from '../../report/report';
import type { Cause, Forecast } from '../forecast';
import { parseIsoDate } from '../isoDate';
import type { Data } from '../scalars';
import { goYaml12 } from '../goYaml';
import { dataOf } from '../scalars';
import { plainData } from './plainData';

/** The values of a header, by field. */
type Fields = (name: string) => unknown;

/** What gray-matter makes of a file; what a tool does with it then is not known. */
export function forecastGeneric(report: Report): Forecast {
  if (!/^\uFEFF?---(?!-)/.test(report.text)) {
    const reason = say('There is no front matter: the whole file is text.');
    return {
      ...valuesOf(() => undefined),
      outcome: 'text',
      reason,
      cause: { code: 'no-front-matter', range: null },
    };
  }
  const reading = grayMatter().readWithGrayMatter(report.text);
  switch (reading.kind) {
    case 'thrown': {
      const reason = say('The site generator cannot read the front matter.');
      return { ...valuesOf(() => undefined), outcome: 'build-error', reason, cause: causeOf(report) };
    }
    case 'read': {
      const data = isRecord(reading.data) ? reading.data : {};
      return published(valuesOf((name) => (Object.hasOwn(data, name) ? data[name] : undefined)));
    }
    case 'unread':
      return published(valuesOf((name) => dataOf(report.value(name) ?? null, goYaml12)));
    case 'program':
      return published(valuesOf(() => undefined));
  }
}

function published(values: Omit<Forecast, 'outcome' | 'reason' | 'cause'>): Forecast {
  return { ...values, outcome: 'published', reason: null, cause: null };
}

function valuesOf(fields: Fields): Omit<Forecast, 'outcome' | 'reason' | 'cause'> {
  const title = plainData(fields('title'));
  const tags = plainData(fields('tags'));
  return {
    title: title === null || typeof title === 'object' ? null : String(title),
    date: instantOf(fields('date')),
    tags,
    terms: (Array.isArray(tags) ? tags : [tags]).filter(isTerm).map(String),
    categories: null,
    url: null,
  };
}

/** js-yaml has read unquoted dates; of others only ISO 8601 means the same to every tool. */
function instantOf(date: unknown): string | null {
  if (date instanceof Date) {
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
  }
  return typeof date === 'string' ? parseIsoDate(date, undefined) : null;
}

function causeOf({ fence, frontMatter, fields }: Report): Cause {
  if (fence.kind === 'unclosed') {
    return { code: 'unclosed-fence', range: fence.fence.open };
  }
  const [problem] = frontMatter?.problems ?? [];
  const duplicate = duplicateField(fields);
  return duplicate && !problem
    ? { code: 'duplicate-field', range: duplicate.key.range }
    : { code: 'syntax', range: problem?.range ?? null };
}

function isTerm(tag: Data): boolean {
  return tag !== null && typeof tag !== 'object';
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
