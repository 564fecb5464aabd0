import type { FieldKnowledge } from '../fieldHelp';
import type * as Addresses from './address';
import type * as Fields from './hugoFields';

/** What there is to know of fields; only hovers and lists of suggestions ask for it. */
export function fieldKnowledge(version: string): FieldKnowledge {
  return (require('./hugoFields') as typeof Fields).knowledge(version);
}

/** What makes addresses; asked for with the first page of a Hugo site. */
export const addresses = () => require('./address') as typeof Addresses;
