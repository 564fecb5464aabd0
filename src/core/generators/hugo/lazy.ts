import type { FieldKnowledge } from '../fieldHelp';
import type * as Addresses from './address';
import type { TargetReader } from '../targets';
import type * as Fields from './hugoFields';
import type * as Found from './hugoTargets';

/** What there is to know of fields; only hovers and lists of suggestions ask for it. */
export function fieldKnowledge(version: string): FieldKnowledge {
  return (require('./hugoFields') as typeof Fields).knowledge(version);
}

let made: typeof Addresses | undefined;

/** What makes addresses; asked for with the first page of a Hugo site. Kept: each page asks, and to require takes a while. */
export const addresses = () => (made ??= require('./address') as typeof Addresses);

/** What finds the pages that references name; few reports have references. */
export function targets(): TargetReader {
  return (require('./hugoTargets') as typeof Found).hugoTargets;
}
