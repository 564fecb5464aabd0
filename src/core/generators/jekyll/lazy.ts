import type { FieldKnowledge } from '../fieldHelp';
import type { TargetReader } from '../generator';
import type * as Fields from './fieldHelp';
import type * as Found from './targets';

/** What there is to know of fields; only hovers and lists of suggestions ask for it. */
export function fieldKnowledge(version: string): FieldKnowledge {
  return (require('./fieldHelp') as typeof Fields).knowledge(version);
}

/** What finds the posts and files that tags name; few reports have such tags. */
export function targets(): TargetReader {
  return (require('./targets') as typeof Found).jekyllTargets;
}
