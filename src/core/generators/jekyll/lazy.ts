import type { FieldKnowledge } from '../fieldHelp';
import type { TargetReader } from '../generator';
import type * as Fields from './jekyllFields';
import type * as Found from './jekyllTargets';

/** What there is to know of fields; only hovers and lists of suggestions ask for it. */
export function fieldKnowledge(version: string): FieldKnowledge {
  return (require('./jekyllFields') as typeof Fields).knowledge(version);
}

/** What finds the posts and files that tags name; few reports have such tags. */
export function targets(): TargetReader {
  return (require('./jekyllTargets') as typeof Found).jekyllTargets;
}
