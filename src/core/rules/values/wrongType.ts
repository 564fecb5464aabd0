import type { Entry, ListNode, MapNode, Node } from '../../frontMatter/tree';
import { typeOf } from '../../generators/scalars';
import type { Value } from '../../generators/scalars';
import { say } from '../../message';
import { quoted, yamlQuoted } from '../../write/edits';
import { subject } from '../shared/names';
import { ignoredDraft } from '../publishing/draftIgnored';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { areValuesUsed, findingAt, shortened } from '../shared/fields';
import { writtenValue } from '../../write/written';

/** A value of a kind that its field does not take, so that the generator drops or misreads it. */
export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'warning',
  check(context) {
    const { site } = context;
    if (!areValuesUsed(context) || !site.generator.isKnown) {
      return [];
    }
    return [
      ...checkTitle(context),
      ...TEXTS.flatMap((name) => checkText(context, name)),
      ...['tags', 'tag', 'categories', 'category'].flatMap((name) => checkTerms(context, name)),
      ...checkSeparator(context),
      ...checkHiding(context),
    ];
  },
};

/** Fields of which Hugo takes text and nothing else; elsewhere a template may well want a list. */
const TEXTS = ['description', 'summary', 'slug', 'linktitle'];

function checkTitle(context: RuleContext): RuleFinding[] {
  const { report, site, forecast } = context;
  const value = report.field('title')?.value;
  // `{{ … }}` is a slip of another kind.
  if (!value || value.kind === 'scalar' || isOutputTag(context, value)) {
    return [];
  }
  const generator = subject(site.generator);
  const message =
    forecast.title === null || forecast.title === ''
      ? say('{0} will show this post without a title: `title` takes text.', generator)
      : say('{0} will call this post “{1}”: `title` takes text.', generator, shortened(forecast.title));
  return [findingAt(context, 'warning', message, value.range, asText(context, value))];
}

function isOutputTag({ report }: RuleContext, { kind, range }: Node): boolean {
  return kind === 'map' && report.text.startsWith('{{', range.start);
}

/** A list or map in brackets as the text that it may have been meant as. */
function asText({ report }: RuleContext, node: ListNode | MapNode): Fix[] {
  const source = report.text.slice(node.range.start, node.range.end);
  if (!node.flow || /[\r\n]/.test(source)) {
    return [];
  }
  const newText = report.frontMatter?.format === 'yaml' ? yamlQuoted(source) : quoted(source);
  return [{ title: say('Put it in quotes'), preferred: false, edits: [{ range: node.range, newText }] }];
}

function checkText(context: RuleContext, name: string): RuleFinding[] {
  const { report, site } = context;
  const entry = report.field(name);
  const value = entry?.value;
  // Jekyll itself reads none of them.
  if (!value || value.kind === 'scalar' || isEmpty(value) || !site.generator.foldsKeys) {
    return [];
  }
  const message = say(
    '{0} will show nothing for `{1}`: it takes text.',
    subject(site.generator),
    entry.key.name ?? name,
  );
  return [findingAt(context, 'warning', message, value.range, asText(context, value))];
}

function isEmpty(node: Node): boolean {
  return node.kind === 'list' ? node.items.length === 0 : node.kind === 'map' && node.entries.length === 0;
}

/** Tags or categories that are a map, or a number where only text and lists are read. */
function checkTerms(context: RuleContext, name: string): RuleFinding[] {
  const { report, site } = context;
  const { generator } = site;
  const isSingular = name === 'tag' || name === 'category';
  const entry = report.field(name);
  const value = entry?.value;
  if (!value || value.kind === 'list' || isEmpty(value) || (isSingular && !generator.terms.splitsStrings)) {
    return [];
  }
  if (value.kind === 'scalar') {
    const { type, value: data } = typeOf(value, generator.plainReader(site.version));
    // `tags: false` says that there are none. Whatever else is no text, Jekyll drops; Hugo makes a term of it.
    const isDropped = type !== 'string' && type !== 'null' && data !== false && generator.terms.splitsStrings;
    if (isSingular || !isDropped) {
      return [];
    }
  }
  const message = isSingular
    ? say('{0} will make one odd term of this: `{1}` takes a word.', subject(generator), name)
    : say(
        '{0} will find nothing here: `{1}` takes words or a list of them.',
        subject(generator),
        entry.key.name ?? name,
      );
  return [findingAt(context, 'warning', message, value.range, termFixes(context, entry, value, isSingular))];
}

function termFixes(
  { report }: RuleContext,
  entry: Entry,
  value: Exclude<Node, ListNode>,
  isSingular: boolean,
): Fix[] {
  const isYaml = report.frontMatter?.format === 'yaml';
  if (value.kind === 'scalar') {
    const source = report.text.slice(value.range.start, value.range.end);
    const edits = [{ range: value.range, newText: isYaml ? yamlQuoted(source) : quoted(source) }];
    return [{ title: say('Put it in quotes'), preferred: true, edits }];
  }
  // `{aws, cloud}`: a list in the wrong brackets.
  const isList =
    isYaml &&
    value.flow &&
    value.entries.every(({ key, value: inner }) => key.name !== null && inner === null);
  const { start, end } = value.range;
  return isList && !isSingular && report.text[start] === '{' && report.text[end - 1] === '}'
    ? [
        {
          title: say('Write a list'),
          preferred: true,
          edits: [
            // With the type before it: `!!set`.
            { range: { start: writtenValue(report, entry).range.start, end: start + 1 }, newText: '[' },
            { range: { start: end - 1, end }, newText: ']' },
          ],
        },
      ]
    : [];
}

/** Jekyll writes out a list, and looks for that. */
function checkSeparator(context: RuleContext): RuleFinding[] {
  const { report, site } = context;
  const value = report.field('excerpt_separator')?.value;
  const isRead = site.generator.knownFields.some(({ name }) => name === 'excerpt_separator');
  if (!value || value.kind === 'scalar' || !isRead) {
    return [];
  }
  const separator = site.generator.separatorOf(report, site)?.text ?? '';
  const message = say(
    '{0} will look for `{1}` in the text: `excerpt_separator` takes text.',
    subject(site.generator),
    shortened(separator),
  );
  const only = value.kind === 'list' && value.items.length === 1 ? value.items[0] : undefined;
  const inner = only?.kind === 'scalar' ? report.text.slice(only.range.start, only.range.end) : '';
  const isUsed = only?.kind === 'scalar' && report.text.includes(only.text, report.body);
  const edits = [{ range: value.range, newText: inner }];
  const fixes: Fix[] =
    inner !== '' && isUsed ? [{ title: say('Write {0}', inner), preferred: true, edits }] : [];
  return [findingAt(context, 'warning', message, value.range, fixes)];
}

/** A report that is published though what stands behind `draft` or `published` is neither yes nor no. */
function checkHiding(context: RuleContext): RuleFinding[] {
  const { report, site, forecast } = context;
  const { readsDraft, title } = site.generator;
  const name = readsDraft ? 'draft' : 'published';
  const entry = report.field(name);
  const isHiddenByNumber = forecast.cause?.code === 'draft' && isOddNumber(context, entry);
  const isShown =
    isHiddenByNumber ||
    (forecast.outcome === 'published' && !(readsDraft && site.config.drafts) && !site.config.unpublished);
  if (!entry?.value || !isShown || readsDraft === null || ignoredDraft(report, forecast) === entry) {
    return [];
  }
  const typed =
    entry.value.kind === 'scalar' ? typeOf(entry.value, site.generator.plainReader(site.version)) : null;
  if (typed && saysWhether(typed, entry)) {
    return [];
  }
  const message = isHiddenByNumber
    ? say('{0} will leave this page out: `draft` takes `true` or `false`.', title)
    : readsDraft
      ? say('{0} will publish this page: `draft` takes `true` or `false`.', title)
      : say('{0} will publish this post: `published` takes `true` or `false`.', title);
  const { value } = entry;
  const { lines } = report;
  // Below the field Hugo 0.111 takes even `...` for a value, and nothing may stand behind that.
  const isOnLine =
    (value.kind === 'scalar' ? value.style !== 'block' : value.flow) &&
    lines.lineAt(value.range.start) === lines.lineAt(entry.key.range.start);
  const write = (word: string): Fix[] =>
    isOnLine
      ? [
          {
            title: say('Write `{0}`', word),
            preferred: false,
            edits: [{ range: value.range, newText: word }],
          },
        ]
      : [];
  // `published: 2019-07-23` is published, as it was meant to be.
  const isDay = !readsDraft && typed !== null && typed.type !== 'string' && !isToCome(context, entry);
  const severity = isDay ? 'info' : 'warning';
  const fixes = isDay ? write('true') : [...write('true'), ...write('false')];
  const found = findingAt(context, severity, message, entry.value.range, fixes);
  // Such a page is hardly hidden on purpose.
  return [isHiddenByNumber ? { ...found, severity } : found];
}

/** A number that is neither 0 nor 1, for which Hugo takes each one but 0 as yes, from 0.112 on of those with a point, too. */
function isOddNumber({ site }: RuleContext, entry: Entry | undefined): boolean {
  if (entry?.value?.kind !== 'scalar') {
    return false;
  }
  const { type, value } = typeOf(entry.value, site.generator.plainReader(site.version));
  return type === 'number' && !['0', '1'].includes(String(value));
}

/** Tells whether a value says yes or no in one way or another, so that what happens is what it says. */
function saysWhether({ type, value }: Value, { key }: Entry): boolean {
  if (type === 'boolean' || type === 'null') {
    return true;
  }
  return key.name?.toLowerCase() === 'draft'
    ? /^(?:false|no|off|n|f|0)?$/i.test(String(value).trim())
    : /^(?:true|yes|on|y|t|1)$/i.test(String(value).trim());
}

function isToCome({ site, now }: RuleContext, { value }: Entry): boolean {
  const reading = site.generator.readDate(value, site);
  return reading.kind === 'date' && Date.parse(reading.instant) > now;
}
