import type { RuleContext } from '../rule';
import { cutOff } from './cutValue';
import { writtenValue } from '../../write/written';

/**
 * Tells whether what stands in the place of a title gets a finding of its own: a list or a map, a comment, or a name for
 * nothing (`title: &x`). Then no title is missing.
 */
export function isTitleTold({ report, forecast }: RuleContext): boolean {
  const entry = report.field('title');
  if (!entry) {
    return false;
  }
  const written = writtenValue(report, entry);
  const { node, mark } = written;
  return node
    ? node.kind !== 'scalar'
    : (mark !== '' && forecast.title !== '') || cutOff(report, written) !== null;
}
