import type { FieldKnowledge } from '../fieldHelp';
import type * as Fields from './jekyllFields';

/** What there is to know of fields; only hovers and lists of suggestions ask for it. */
export function fieldKnowledge(version: string): FieldKnowledge {
  return (require('./jekyllFields') as typeof Fields).knowledge(version);
}
