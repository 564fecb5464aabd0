import type { ListNode } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Range } from '../../text';
import { subject } from '../shared/names';
import type { Fix, RuleContext, RuleFinding } from '../rule';
import type { Change } from './changedValue';
import { findingAt, isTag } from '../shared/fields';
import type { TermField } from '../shared/fields';
import { removeItem } from '../../write/removeItem';
import type { Written } from '../../write/written';

/** Jekyll makes categories of nothing, and both of text without letters; else it is left out. */
export function emptyItem(
  context: RuleContext,
  name: TermField,
  list: ListNode,
  item: Written,
  change: Change | null,
): RuleFinding[] {
  const { report, site } = context;
  const generator = subject(site.generator);
  const isJekyll = site.generator.terms.singular === 'wins';
  const text = item.node?.kind === 'scalar' && !change ? item.node.text : null;
  const isKept =
    (isJekyll && (text !== null || !isTag(name))) ||
    (text !== null && site.generator.terms.keyOf(text, site.version) !== '');
  const removal = removeItem(report, list, item);
  const isWord = /[a-z]/i.test(item.source);
  const fixes: Fix[] = [
    ...(isWord && change ? change.fixes : []),
    ...(removal ? [{ title: say('Remove it'), preferred: !isWord, edits: [removal] }] : []),
  ];
  // There may be no letter to mark.
  const range = item.range.end > item.range.start ? item.range : markOf(report.text, list, item);
  const message = isKept
    ? isTag(name)
      ? say('{0} will make a tag without a name of this.', generator)
      : say('{0} will make a category without a name of this.', generator)
    : change
      ? say('{0} will drop this: {1}.', generator, change.cause)
      : say('{0} will drop this: it is empty.', generator);
  return [findingAt(context, isKept || isWord ? 'warning' : 'info', message, range, fixes)];
}

/** The dash or the comma before an item of nothing. */
function markOf(text: string, { flow, range }: ListNode, item: Written): Range {
  const start = Math.max(range.start, text.lastIndexOf(flow ? ',' : '-', item.range.start - 1));
  return { start, end: start + 1 };
}
