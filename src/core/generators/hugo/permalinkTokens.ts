import { atLeast } from '../versions';
import { goFormat, isLayout, MONTHS, WEEKDAYS, weekdayOf, yearDayOf } from './goFormat';
import type { GoTime } from './goFormat';
import { joinPath } from './goPath';

/** What the tokens of permalinks stand for, of one page; null where that is not known. */
export interface TokenValues {
  readonly date: () => GoTime | null;
  /** The first section. */
  readonly section: string;
  /** The current section and those above it, the outermost first. */
  readonly sections: readonly string[];
  /** Their slugs or titles, as parts of an address. */
  readonly sectionSlugs: () => readonly (string | null)[];
  /** All as parts of an address. */
  readonly title: () => string | null;
  readonly slug: () => string;
  readonly fileName: () => string;
  readonly contentName: () => string;
}

const DATES: ReadonlySet<string> = new Set([
  'year', 'month', 'monthname', 'day', 'weekday', 'weekdayname', 'yearday',
]); // prettier-ignore

/** The other tokens, with the version that brought them. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['section', '0'],
  ['sections', '0'],
  ['title', '0'],
  ['slug', '0'],
  ['slugorfilename', '0'],
  ['filename', '0'],
  ['contentbasename', '0.144'],
  ['slugorcontentbasename', '0.144'],
  ['sectionslug', '0.149'],
  ['sectionslugs', '0.149'],
]);

/** Tokens of which a slice can be taken, likewise. */
const SLICED: ReadonlyMap<string, string> = new Map([
  ['sections', '0'],
  ['sectionslugs', '0.149'],
]);

/** Whether a version knows a token, written without its colon (resources/page/permalinks.go, callback). */
export function isToken(token: string, version: string): boolean {
  const since = OTHERS.get(token) ?? SLICED.get(/^(\w+)\[/.exec(token)?.[1] ?? '');
  return (since !== undefined && atLeast(version, since)) || DATES.has(token) || isLayout(token);
}

/** What a token stands for; null where that is not known. */
export function tokenValue(token: string, values: TokenValues, version: string): string | null {
  const [, sliced = '', slice] = /^(\w+)(\[.+\])$/.exec(token) ?? [];
  const since = SLICED.get(sliced);
  if (slice !== undefined && since !== undefined && atLeast(version, since)) {
    const parts = sliced === 'sections' ? values.sections : values.sectionSlugs();
    return joined(sliceOf(parts, slice));
  }
  switch (token) {
    case 'section':
      return values.section;
    case 'sections':
      return values.sections.join('/');
    case 'title':
      return values.title();
    case 'slug':
      return values.slug() || values.title();
    case 'filename':
      return values.fileName();
    case 'slugorfilename':
      return values.slug() || values.fileName();
    case 'contentbasename':
      return values.contentName();
    case 'slugorcontentbasename':
      return values.slug() || values.contentName();
    case 'sectionslug':
      return joined(values.sectionSlugs().slice(0, 1));
    case 'sectionslugs':
      return joined(values.sectionSlugs());
    default: {
      const time = values.date();
      return time && dateValue(token, time);
    }
  }
}

function dateValue(token: string, time: GoTime): string | null {
  const { clock } = time;
  switch (token) {
    case 'year':
      return String(clock.year);
    case 'month':
      return String(clock.month).padStart(2, '0');
    case 'monthname':
      return MONTHS[clock.month - 1] ?? '';
    case 'day':
      return String(clock.day).padStart(2, '0');
    case 'weekday':
      return String(weekdayOf(clock));
    case 'weekdayname':
      return WEEKDAYS[weekdayOf(clock)] ?? '';
    case 'yearday':
      return String(yearDayOf(clock));
    default:
      return goFormat(time, token);
  }
}

function joined(parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? joinPath(...known) : null;
}

/** The parts that a slice such as `[1:]`, `[0]` or `[last]` takes (toSliceFunc). */
function sliceOf<T>(parts: readonly T[], slice: string): readonly T[] {
  const [low = '', high] = slice.slice(1, -1).trim().toLowerCase().split(':');
  const index = (text: string, outside: number | null): number | null => {
    const number = /^[-+]?\d+$/.test(text) ? Math.max(0, Number(text)) : 0;
    const wanted = text === 'last' ? parts.length - 1 : number;
    return wanted < parts.length ? wanted : outside;
  };
  const first = low === '' ? 0 : index(low, null);
  if (first === null) {
    return [];
  }
  if (high === undefined) {
    return parts.slice(first, first + 1);
  }
  const end = high === '' ? parts.length : index(high, parts.length);
  return parts.slice(first, end ?? parts.length);
}
