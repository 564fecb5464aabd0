import type { Site } from '../generators/generator';
import type { Forecast } from '../generators/forecast';
import { typeOf } from '../generators/scalars';
import type { Report } from '../report/report';

/** What one report tells the others of its site. */
export interface ReportFacts {
  /** From the site's root, with forward slashes. */
  readonly path: string;
  /** Null where it has none, or where it is made of the file's name. */
  readonly title: string | null;
  /** When it is dated, in milliseconds since 1970; null where that is not known. */
  readonly time: number | null;
  /** Null where the report will not be published. */
  readonly url: string | null;
  /** The names of its fields, as the generator compares them, each once. */
  readonly fields: readonly string[];
  /** The values of the fields that hold names or words. */
  readonly values: readonly (readonly [field: string, value: string])[];
}

/** The fields whose values are worth using again in another report: names and words, no sentences. */
const SHARED_FIELDS: ReadonlySet<string> = new Set([
  'author', 'authors', 'city', 'conference', 'country', 'event', 'events', 'lang', 'language', 'layout', 'location', 'place', 'presenter', 'series', 'speaker', 'speakers', 'theme', 'toc', 'track', 'type', 'venue', 'year',
]); // prettier-ignore

/** Longer ones are sentences (UTF-16 code units). */
const MAX_VALUE = 80;

/** How many values of one report are looked at: a field with more is no list of names. */
const MAX_VALUES = 30;

/** Tells whether the values of a field are kept for other reports. */
export function isShared(field: string): boolean {
  return SHARED_FIELDS.has(field.toLowerCase());
}

/** Reads what a report tells the others; the body is not looked at. */
export function factsOf(report: Report, site: Site, forecast: Forecast): ReportFacts {
  const { foldsKeys } = report.generator;
  const plain = site.generator.plainReader(site.version);
  const names = new Set<string>();
  const values: [string, string][] = [];
  for (const { key } of report.fields) {
    const name = foldsKeys ? key.name?.toLowerCase() : key.name;
    if (name === undefined || name === null || names.has(name)) {
      continue;
    }
    names.add(name);
    if (isShared(name)) {
      const value = report.field(name)?.value ?? null;
      const items = value?.kind === 'list' ? value.items : [value];
      for (const item of items.slice(0, MAX_VALUES)) {
        const typed = item?.kind === 'scalar' ? typeOf(item, plain) : null;
        const text = typed && typed.type !== 'null' ? String(typed.value).trim() : '';
        if (text !== '' && text.length <= MAX_VALUE) {
          values.push([name, text]);
        }
      }
    }
  }
  return {
    path: report.path,
    title: report.field('title') ? forecast.title : null,
    time: timeOf(forecast.date),
    url: forecast.outcome === 'published' ? forecast.url : null,
    fields: [...names],
    values,
  };
}

function timeOf(date: string | null): number | null {
  const time = date === null ? NaN : Date.parse(date);
  return Number.isNaN(time) ? null : time;
}
