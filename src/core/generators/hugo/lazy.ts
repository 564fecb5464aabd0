import type { FieldKnowledge } from '../fieldHelp';
import type * as Addresses from './address';
import type * as Fields from './fieldHelp';

/** What there is to know of fields; only hovers and lists of suggestions ask for it. */
export function fieldKnowledge(version: string): FieldKnowledge {
  return (require('./fieldHelp') as typeof Fields).knowledge(version);
}

let made: typeof Addresses | undefined;

/** What makes addresses; asked for with the first page of a Hugo site. Kept: each page asks, and to require takes a while. */
export const addresses = () => (made ??= require('./address') as typeof Addresses);
