/** A value with the number of reports that have it. */
export interface CountedValue {
  readonly value: string;
  readonly count: number;
}
