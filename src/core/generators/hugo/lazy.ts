import type { FieldKnowledge } from '../fieldHelp';
import type * as Fields from './hugoFields';

/** What there is to know of fields; only hovers and lists of suggestions ask for it. */
export function fieldKnowledge(version: string): FieldKnowledge {
  return (require('./hugoFields') as typeof Fields).knowledge(version);
}
