import type { Range } from '../text';

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
