import type { Entry, ScalarNode } from '../frontMatter/tree';
import type { Site } from '../generators/generator';
import { clockIn } from '../generators/timeZone';
import type { TextEdit } from '../text';

const two = (value: number) => String(value).padStart(2, '0');

/**
 * The day of a moment where the site is, `2019-07-23`.
 * @param instant as text, a year of any length: `+020121-04-29T00:00:00Z`
 */
export function dayIn(instant: string | number, { config }: Pick<Site, 'config'>): string {
  const { year, month, day } = clockIn(millisecondsOf(instant), config.timeZone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A moment where the site is: its day, and its time where it is not midnight: `2019-07-23 10:30 (UTC)`. */
export function momentIn(instant: string | number, site: Pick<Site, 'config'>): string {
  const { timeZone = 'UTC' } = site.config;
  const { hour, minute, second } = clockIn(millisecondsOf(instant), timeZone);
  const day = dayIn(instant, site);
  return hour === 0 && minute === 0 && second === 0
    ? day
    : `${day} ${two(hour)}:${two(minute)} (${timeZone})`;
}

function millisecondsOf(instant: string | number): number {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}

/** Puts another text in the place of a date, with the quotes that it is written in. */
export function writeDate({ range, style, bare }: ScalarNode, text: string): TextEdit {
  // TOML's own dates need none, and JSON's are text.
  const quote = style === 'single' ? "'" : style === 'double' || (bare && bare.type !== 'date') ? '"' : '';
  return { range, newText: quote + text + quote };
}

/** The value of a field where it is written as a single value in the report itself. */
export function scalarOf(entry: Entry | undefined): ScalarNode | null {
  return entry?.value?.kind === 'scalar' ? entry.value : null;
}
