import type { FieldKnowledge } from '../fieldHelp';
import type * as Fields from './fieldHelp';

/** What there is to know of fields; only hovers and lists of suggestions ask for it. */
export function fieldKnowledge(): FieldKnowledge {
  return (require('./fieldHelp') as typeof Fields).knowledge();
}
