import { ms, row } from './row';

/** What the index of a workspace takes, and what it cannot do without; medians in milliseconds. */
export interface IndexTimes {
  /** To list the files, to read them, and to ask for their times, as many at one time as the index does. */
  readonly list: number;
  readonly read: number;
  readonly stat: number;
  /** The index without anything kept from before, and with all. */
  readonly cold: number;
  readonly warm: number;
}

/** What is told of a ratio. */
type Judge = (ratio: number, what: 'cold' | 'warm') => Parameters<typeof row>[2];

/** @param count of the reports */
export function showTimes(count: number, { list, read, stat, cold, warm }: IndexTimes, judge?: Judge): void {
  const of = `${count.toLocaleString('en')} reports: `;
  const ratio = (what: 'cold' | 'warm', beside: string, value: number) => {
    row(`${of}  beside ${beside}`, `${value.toFixed(2)}×`, judge?.(value, what));
  };
  row(`${of}listing them`, ms(list));
  row(`${of}reading them`, ms(read));
  row(`${of}their file times`, ms(stat));
  row(`${of}cold index`, ms(cold));
  ratio('cold', 'listing and reading', cold / (list + read));
  row(`${of}warm start`, ms(warm));
  ratio('warm', 'listing and file times', warm / (list + stat));
}
