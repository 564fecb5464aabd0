import type { Report } from '../report/report';
import type { Range } from '../text';
import type { Now, Site } from './generator';
import type { SiteFiles } from './siteLayout';

/** A page, post or file of the site that a report's text names by a tag or shortcode; without it there is no site. */
export interface WrittenTarget {
  /** `post_url`, `link`, `include_relative`, `ref`, `relref`. */
  readonly tag: string;
  /** As it is written, without quotes. */
  readonly text: string;
  /** Where that stands in the report. */
  readonly range: Range;
}

/** What a site has in the place of a written target. */
export interface Target {
  readonly exists: boolean;
  /** What was likely meant where there is none, as it is to be written; null where nothing is near. */
  readonly nearest: string | null;
}

/** The targets that were looked up, by `targetKey`; what is not among them is not known. */
export type Targets = ReadonlyMap<string, Target>;

/** Under which key a target was looked up. */
export function targetKey(tag: string, text: string): string {
  return `${tag} ${text}`;
}

/** What was likely meant by a target that is missing; null where that is not known, and where it is not missing. */
export function nearestTarget(targets: Targets | undefined, text: string): string | null {
  const missing = [...(targets ?? [])].find(([key, { exists }]) => !exists && key.endsWith(` ${text}`));
  return missing?.[1].nearest ?? null;
}

/** What is looked up for a report. */
export interface TargetSearch {
  readonly report: Report;
  readonly site: Site;
  readonly files: SiteFiles;
  readonly now: Now;
}

/** How a generator finds what reports name. */
export interface TargetReader {
  /** The targets that a report's body names, in their order; those that may do nothing where they stand are left out. */
  written(report: Report, site: Site): readonly WrittenTarget[];
  /** Finds out which of them the site has. */
  find(targets: readonly WrittenTarget[], search: TargetSearch): Promise<Targets>;
  /**
   * The target that is being written at an offset, closed or not; null where there is none.
   * @returns the tag, and the range of what is written of the target
   */
  at(report: Report, offset: number): WrittenTarget | null;
  /** All that a tag may name, as it is to be written in this report; in no order. */
  choices(tag: string, search: TargetSearch): Promise<readonly string[]>;
}
