import type { ListNode, ScalarNode } from '../../frontMatter/tree';
import { say } from '../../message';
import { yamlQuoted } from '../../write/edits';
import { subject } from '../shared/names';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { changeOf } from './changedValue';
import type { Change } from './changedValue';
import { cutOff } from './cutValue';
import { areValuesUsed, findingAt, isTag, isTermUsed, shortened, TERM_FIELDS } from '../shared/fields';
import type { TermField } from '../shared/fields';
import { emptyItem } from './emptyItem';
import { nestedItem } from './nestedItem';
import { quoteTag } from '../../write/quote';
import { removeItem } from '../../write/removeItem';
import { dashedLines } from './dashedLines';
import { writtenItems, writtenValue } from '../../write/written';
import type { Written } from '../../write/written';

/** A tag or category that is no text, is empty, or appears twice. */
export const tagValues: Rule = {
  code: 'tag-values',
  severity: 'warning',
  check(context) {
    return areValuesUsed(context)
      ? TERM_FIELDS.filter((name) => isTermUsed(context, name)).flatMap((name) => checkField(context, name))
      : [];
  },
};

function checkField(context: RuleContext, name: TermField): RuleFinding[] {
  const { report, site } = context;
  const entry = report.field(name);
  const value = entry?.value;
  if (!entry || !value || value.kind === 'map') {
    return [];
  }
  const isPlural = name === 'tags' || name === 'categories';
  if (value.kind === 'scalar') {
    const written = writtenValue(report, entry);
    if (isPlural && site.generator.terms.splitsStrings) {
      return checkDashes(context, written);
    }
    const change = changeOf(context, written);
    // Jekyll takes `tag: no` for none.
    const isNone = change?.kind === 'null' || (!isPlural && change?.shown === 'false');
    return change && !isNone ? changed(context, change, name) : checkDashes(context, written);
  }
  const seen = new Map<string, string>();
  return writtenItems(report, value).flatMap((item) => checkItem(context, name, value, item, seen));
}

function checkItem(
  context: RuleContext,
  name: TermField,
  list: ListNode,
  item: Written,
  seen: Map<string, string>,
): RuleFinding[] {
  const { report, site } = context;
  const { node } = item;
  if (item.isAlias || cutOff(report, item)) {
    return [];
  }
  if (node?.kind === 'map' || node?.kind === 'list') {
    return nestedItem(context, name, list, node);
  }
  const change = changeOf(context, item);
  if (change && change.kind !== 'null') {
    return changed(context, change, name);
  }
  if (!site.generator.isKnown) {
    return [];
  }
  if (!node || change || node.text.trim() === '') {
    return emptyItem(context, name, list, item, change);
  }
  return [
    ...notText(context, item, node),
    ...joined(context, list, item),
    ...blanks(context, list, node),
    ...curly(context, list, node),
    ...unnamed(context, node),
    ...twice(context, name, list, item, node.text, seen),
  ];
}

function changed(context: RuleContext, change: Change, name: TermField): RuleFinding[] {
  const generator = subject(context.site.generator);
  const { shown, cause } = change;
  const message =
    shown === ''
      ? say('{0} will drop this: {1}.', generator, cause)
      : isTag(name)
        ? say('{0} will make the tag “{1}” of this: {2}.', generator, shortened(shown), cause)
        : say('{0} will make the category “{1}” of this: {2}.', generator, shortened(shown), cause);
  // A category is a part of Jekyll's addresses, which not every character may be.
  const isUsable =
    isTag(name) || context.site.generator.terms.singular !== 'wins' || /^[\w .-]*$/.test(change.meant);
  return [findingAt(context, 'warning', message, change.range, isUsable ? change.fixes : [])];
}

/** What is shown as it is written, but is no text to a theme. */
function notText(context: RuleContext, { mark }: Written, node: ScalarNode): RuleFinding[] {
  const { report, site } = context;
  const { range } = node;
  if (site.generator.terms.singular !== 'wins' || node.style !== 'plain' || mark !== '') {
    return [];
  }
  const { type } = site.generator.plainReader(site.version)(node.text);
  if (type === 'string') {
    return [];
  }
  const source = report.text.slice(range.start, range.end);
  const message = say(
    'A theme that sorts tags or makes addresses of them will stop the build of the whole site: without quotes, `{0}` is no text.',
    source,
  );
  const edits = [{ range, newText: yamlQuoted(node.text) }];
  return [
    findingAt(context, 'info', message, range, [{ title: say('Put it in quotes'), preferred: false, edits }]),
  ];
}

/** `- a` and below it, further in, `- b`: one item for YAML. */
function joined(context: RuleContext, list: ListNode, item: Written): RuleFinding[] {
  const dashed = list.flow ? null : dashedLines(context.report, list, item);
  if (!dashed) {
    return [];
  }
  const message = say(
    '{0} will make one tag of these lines, `{1}`: each dash must stand below the first one.',
    subject(context.site.generator),
    shortened(item.source),
  );
  const fixes = [{ title: say('Align the dashes'), preferred: true, edits: dashed }];
  return [findingAt(context, 'warning', message, item.range, fixes)];
}

/** `“js”`: quotes of a word processor are letters of the tag. */
function curly(context: RuleContext, { items }: ListNode, { text, range, style }: ScalarNode): RuleFinding[] {
  const inner = /^[“”„‟‘‚«»‹›＂＇`]([^“”„‟‘’‚«»‹›＂＇`]+)[“”‟‘’«»‹›＂＇`]$/.exec(text)?.[1]?.trim();
  if (!inner || style === 'block') {
    return [];
  }
  const newText = quoteTag(
    inner,
    context.report.frontMatter?.format ?? 'yaml',
    style === 'plain' ? 'none' : 'double',
  );
  const message = say(
    '{0} will make the quotes a part of this tag: `{1}`.',
    subject(context.site.generator),
    shortened(text),
  );
  const isThere = items.some((item) => item?.kind === 'scalar' && item.text === inner);
  const fix = {
    title: say('Write it without these quotes'),
    preferred: !isThere,
    edits: [{ range, newText }],
  };
  return [findingAt(context, 'warning', message, range, isThere ? [] : [fix])];
}

/** Blanks that quotes keep make another tag of it. */
function blanks(
  context: RuleContext,
  { items }: ListNode,
  { style, text, range }: ScalarNode,
): RuleFinding[] {
  const trimmed = text.trim();
  const { generator, version } = context.site;
  const isQuoted = style === 'single' || style === 'double';
  if (
    !isQuoted ||
    trimmed === text ||
    generator.terms.keyOf(trimmed, version) === generator.terms.keyOf(text, version)
  ) {
    return [];
  }
  const message = say(
    '{0} will tell this from `{1}`: there is a blank before or behind it.',
    subject(generator),
    trimmed,
  );
  const inner = context.report.text.slice(range.start + 1, range.end - 1);
  const isThere = items.some((item) => item?.kind === 'scalar' && item.text === trimmed);
  const isPlain = inner === text && !isThere;
  const quote = style === 'single' ? "'" : '"';
  const edits = [{ range, newText: quote + trimmed + quote }];
  return [
    findingAt(
      context,
      'info',
      message,
      range,
      isPlain ? [{ title: say('Remove the blanks'), preferred: true, edits }] : [],
    ),
  ];
}

/** A tag of which no address can be made has no page. */
function unnamed(context: RuleContext, { text, range }: ScalarNode): RuleFinding[] {
  const { generator, version } = context.site;
  if (generator.terms.keyOf(text, version) !== '') {
    return [];
  }
  const message = say('{0} will drop this: no address can be made of it.', subject(generator));
  return [findingAt(context, 'warning', message, range, [])];
}

/** Jekyll lists a post twice under a tag that it has twice; Hugo makes one of what differs little. */
function twice(
  context: RuleContext,
  name: TermField,
  list: ListNode,
  item: Written,
  text: string,
  seen: Map<string, string>,
): RuleFinding[] {
  const { report, site } = context;
  const key = site.generator.terms.keyOf(text, site.version);
  const first = seen.get(key);
  if (first === undefined || key === '') {
    seen.set(key, text);
    return [];
  }
  const isSame = first === text;
  const listsTwice = site.generator.terms.singular === 'wins';
  if (listsTwice && !isTag(name)) {
    return [];
  }
  const generator = subject(site.generator);
  const message = !isSame
    ? say('{0} will make one term of `{1}` and `{2}`.', generator, first, text)
    : listsTwice
      ? say('{0} will list this post twice under `{1}`: it stands here twice.', generator, text)
      : say('`{0}` stands here twice.', text);
  const removal = removeItem(report, list, item);
  const fixes = removal ? [{ title: say('Remove it'), preferred: isSame, edits: [removal] }] : [];
  return [findingAt(context, isSame && !listsTwice ? 'info' : 'warning', message, item.range, fixes)];
}

/** A list whose dashes stand behind no-break spaces, which to YAML are letters. */
function checkDashes(context: RuleContext, { node, range }: Written): RuleFinding[] {
  const source = context.report.text.slice(range.start, range.end);
  if (node?.kind !== 'scalar' || node.style !== 'plain' || !/^[ \u00a0]*-[ \u00a0]/.test(source)) {
    return [];
  }
  const message = say(
    '{0} will make text of this list: there is a no-break space beside the dash.',
    subject(context.site.generator),
  );
  const newText = source.replace(
    /(^|\n)([ \u00a0]*)-[ \u00a0]+/g,
    (_whole, before: string, indent: string) => `${before}${' '.repeat(indent.length)}- `,
  );
  const fixes = [{ title: say('Write plain spaces'), preferred: true, edits: [{ range, newText }] }];
  return [findingAt(context, 'warning', message, range, fixes)];
}
