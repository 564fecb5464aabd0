import type { ListNode, MapNode, Node } from '../../frontMatter/tree';
import { say } from '../../message';
import { yamlQuoted } from '../../write/edits';
import { subject } from '../shared/names';
import type { Fix, RuleContext, RuleFinding } from '../rule';
import { findingAt, isTag, shortened } from '../shared/fields';
import type { TermField } from '../shared/fields';

/** A list or a map among the tags. Jekyll flattens lists of tags. */
export function nestedItem(
  context: RuleContext,
  name: TermField,
  list: ListNode,
  node: ListNode | MapNode,
): RuleFinding[] {
  const { site, forecast } = context;
  const { generator } = site;
  if (!generator.isKnown || (generator.terms.singular === 'wins' && node.kind === 'list' && isTag(name))) {
    return [];
  }
  const shown = generator.shownText(node, site.version);
  const title = subject(generator);
  const message =
    shown !== ''
      ? say('{0} will make `{1}` of this: it must be text.', title, shortened(shown))
      : name === 'tags' && forecast.terms.length === 0 && list.items.length > 1
        ? say('{0} will drop all these tags: one of them is no text.', title)
        : say('{0} will drop this: it is no text.', title);
  return [findingAt(context, 'warning', message, node.range, nestedFixes(context, list, node))];
}

function nestedFixes({ report }: RuleContext, list: ListNode, node: ListNode | MapNode): Fix[] {
  const source = report.text.slice(node.range.start, node.range.end);
  const isBracketed = /^[[{]/.test(source);
  if (node.kind === 'map') {
    // `- a: b`, `[?c]`: text that needs quotes; not `a、b: c`, which would be one name of several.
    return isBracketed || /["'\r\n,，、]/.test(source) || report.frontMatter?.format !== 'yaml'
      ? []
      : [quoteFix(node, source)];
  }
  // Behind a dash, without brackets, several would be one text with commas.
  const fits = list.flow ? node.items.length > 0 : node.items.length === 1;
  const isFlat = fits && node.items.every((item) => item?.kind === 'scalar');
  const { start, end } = node.range;
  return isFlat && isBracketed
    ? [
        {
          title: say('Take it out of the inner list'),
          preferred: true,
          edits: [
            { range: { start, end: start + 1 }, newText: '' },
            { range: { start: end - 1, end }, newText: '' },
          ],
        },
      ]
    : [];
}

function quoteFix({ range }: Node, source: string): Fix {
  const edits = [{ range, newText: yamlQuoted(source) }];
  return { title: say('Put it in quotes'), preferred: false, edits };
}
