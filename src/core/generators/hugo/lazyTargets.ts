import type { TargetReader } from '../generator';
import type * as Found from './targets';

/** What finds the pages that references name; few reports have references. */
export function targets(): TargetReader {
  return (require('./targets') as typeof Found).hugoTargets;
}
