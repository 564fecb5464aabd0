import type { TargetReader } from '../generator';
import type * as Found from './hugoTargets';

/** What finds the pages that references name; few reports have references. */
export function targets(): TargetReader {
  return (require('./hugoTargets') as typeof Found).hugoTargets;
}
