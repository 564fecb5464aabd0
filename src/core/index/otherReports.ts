import { NO_SPELLINGS } from './spellings';
import type { OtherSpellings } from './spellings';
import type { Taxonomy } from '../report/termFields';
import type { Habit, Near } from './sectionHabits';
import type { CountedValue } from './countedValue';

/** What the other reports of a site say, as far as they have been read. The report that asks is not among them. */
export interface OtherReports {
  /** How many there are. */
  readonly count: number;
  /** In how many of them a field stands; names are compared as the generator compares them. */
  fieldUse(name: string): number;
  /** The names of the fields that stand above a field in more of them than below it. */
  fieldsAbove(name: string): ReadonlySet<string>;
  /** The names of all fields that stand in any of them, the most used first. */
  fields(): readonly CountedValue[];
  /** The values of a field that holds names or words, such as `author` or `event`; the most used first. */
  values(field: string): readonly CountedValue[];
  /** The paths, from the site's root, of those that will be published at an address. */
  withUrl(url: string): readonly string[];
  /** The paths, from the site's root, of those with a title. */
  withTitle(title: string): readonly string[];
  /** Where those that have a title of their own, or a date, lie, seen from a path in the site. */
  near(path: string, what: Habit): Near;
  /** How they write their tags, categories or keywords. */
  spellings(taxonomy: Taxonomy): OtherSpellings;
}

/** No other report is known. */
export const NO_OTHER_REPORTS: OtherReports = {
  count: 0,
  fieldUse: () => 0,
  fieldsAbove: () => new Set(),
  fields: () => [],
  values: () => [],
  withUrl: () => [],
  withTitle: () => [],
  near: () => 'nowhere',
  spellings: () => NO_SPELLINGS,
};
