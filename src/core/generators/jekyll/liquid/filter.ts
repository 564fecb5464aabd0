import type { RubyValue } from '../ruby/values';

/** What filters ask the site. */
export interface FilterOptions {
  readonly zone: string | undefined;
  /** The moment of the build. */
  readonly now: number;
  /** The site's host and the path below it, for the filters that make addresses; both may be empty. */
  readonly address: readonly [origin: string, basePath: string];
  readonly version: string;
  /** Jekyll 3.x. */
  readonly isOld: boolean;
}

/** @throws FilterFailure where the real one ends the build */
export type Filter = (input: RubyValue, args: readonly RubyValue[], options: FilterOptions) => RubyValue;
