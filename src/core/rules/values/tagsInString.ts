import type { ListNode, Node, ScalarNode } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { quoteTag } from '../../write/quote';
import { lineEndOf, lineStart } from '../../text';
import type { Range } from '../../text';
import { subject } from '../shared/names';
import { areValuesUsed } from '../shared/fields';

const FIELDS = ['tags', 'categories'];

/** Several tags written as one string. */
export const tagsInString: Rule = {
  code: 'tags-in-string',
  severity: 'warning',
  check(context) {
    // What other tools make of a string differs from one to the next; and what cannot be read may mean anything.
    const isRead = areValuesUsed(context) && context.report.frontMatter?.problems.length === 0;
    return context.site.generator.isKnown && isRead
      ? FIELDS.flatMap((name) => checkField(context, name))
      : [];
  },
};

function checkField(context: RuleContext, name: string): RuleFinding[] {
  const value = context.report.field(name)?.value;
  if (value?.kind === 'scalar') {
    const found = checkString(context, value);
    const { frontMatter, text } = context.report;
    // What is written elsewhere is to be changed there.
    const isAlias = frontMatter?.format === 'yaml' && text[value.range.start] === '*';
    return isAlias ? found.map((finding) => ({ ...finding, fixes: [] })) : found;
  }
  return value?.kind === 'list' ? value.items.flatMap((item) => checkItem(context, value, item)) : [];
}

/** A comma between tags, also one of another script. */
const COMMA = /[,，、]/;
const MARK = /[,;，、；]/;

/** `- markdown, packer, docs`: one item that was meant as three. */
function checkItem({ report, site }: RuleContext, list: ListNode, item: Node | null): RuleFinding[] {
  if (item?.kind !== 'scalar' || !COMMA.test(item.text)) {
    return [];
  }
  const tags = split(unbracketed(item.text), COMMA);
  const dash = report.text.slice(lineStart(report.text, item.range.start), item.range.start);
  const between = list.flow ? ', ' : lineEndOf(report.text) + dash;
  const newText = tags
    .map((tag) => quoteTag(tag, report.frontMatter?.format ?? 'yaml', 'none'))
    .join(between);
  const message = say('{0} will make one tag of this: `{1}`.', subject(site.generator), item.text);
  const isAlone = list.items.length === 1;
  // `"Washington, D.C."` may be one tag on purpose, and any that stands beside tags that are one.
  const isPlain = item.style === 'plain';
  const areWords = isPlain && tags.every((tag) => /^[\p{Ll}\p{Lo}\d][\p{Ll}\p{Lo}\d-]*$/u.test(tag));
  if (tags.length < 2 || (!isAlone && !areWords)) {
    return [];
  }
  const title = isAlone
    ? say('Write a list of {0} tags', tags.length)
    : say('Make {0} tags of it', tags.length);
  const fix = { title, preferred: isPlain && isAlone, edits: [{ range: item.range, newText }] };
  // With an anchor before it an item is not taken apart.
  const canBe = list.flow || /^[ \t]*-[ \t]+$/.test(dash);
  return [{ message, range: item.range, fixes: canBe && tags.every(isName) ? [fix] : [] }];
}

/** No address can be made of what has neither letters nor digits. */
function isName(tag: string): boolean {
  return /[\p{L}\p{N}]/u.test(tag);
}

/** `js, harbour]`, `(js, harbour)`: brackets that belong to no tag. */
function unbracketed(text: string): string {
  const inner =
    /^[[({（［【]([^[\](){}（）［］【】]*)[\])}）］】]$|^([^[\](){}（）［］【】]*)[\]］】]$|^[［【]([^[\](){}（）［］【】]*)$/.exec(
      text.trim(),
    );
  return inner ? (inner[1] ?? inner[2] ?? inner[3] ?? '') : text;
}

function checkString({ report, site }: RuleContext, value: ScalarNode): RuleFinding[] {
  const { text } = value;
  const dashes = /^-\S/.test(text);
  const commas = MARK.test(text);
  if (value.style === 'bare' || value.style === 'block' || (!dashes && !commas && !/\s/.test(text.trim()))) {
    return [];
  }
  const format = report.frontMatter?.format ?? 'yaml';
  const bare = unbracketed(text);
  const tags = dashes
    ? split(bare.replace(/^-+/, ''), /[,;，、；]|\s-+/)
    : split(bare, commas ? MARK : /\s+/);
  const list =
    linesOfDashes(report.text, value.range) ??
    `[${tags.map((tag) => quoteTag(tag, format, 'none')).join(', ')}]`;
  if (tags.length === 0 || (tags.length === 1 && !dashes)) {
    return [];
  }
  if (!site.generator.terms.splitsStrings) {
    const message = say('{0} will make one tag of this: `{1}`.', subject(site.generator), text);
    // Words without commas may be one tag on purpose: `data science`.
    return commas || dashes || bare !== text
      ? [finding(message, value.range, list, tags)]
      : tags.length > 2
        ? [{ ...finding(message, value.range, list, tags, false), severity: 'hint' }]
        : [];
  }
  // Blanks alone are Jekyll's own way of writing several tags.
  if (!commas && !dashes && bare === text) {
    return [];
  }
  const made = text.trim().split(/\s+/);
  const message = say(
    '{0} splits this at spaces only: the tags will be {1}.',
    site.generator.title,
    made.map((tag) => `\`${tag}\``).join(' '),
  );
  return [finding(message, value.range, list, tags)];
}

/**
 * Items on lines of their own that lack the blank behind their dash, with it, and all as far in as the first one; null where
 * they are something else.
 */
function linesOfDashes(text: string, { start, end }: Range): string | null {
  const lead = text.slice(lineStart(text, start), start);
  const lines = text.slice(start, end).split('\n');
  const isList =
    lines.length > 1 &&
    lead.trim() === '' &&
    lines.every((line) => {
      const tag = /^[ \t]*-([^\s-].*)$/.exec(line.trimEnd())?.[1];
      return tag !== undefined && !/[,;]/.test(tag) && quoteTag(tag, 'yaml', 'none') === tag;
    });
  return isList
    ? lines.map((line, at) => (at > 0 ? lead : '') + line.trimStart().replace('-', '- ')).join('\n')
    : null;
}

function finding(
  message: Message,
  range: ScalarNode['range'],
  newText: string,
  tags: readonly string[],
  preferred = true,
): RuleFinding {
  return {
    message,
    range,
    fixes: tags.every(isName)
      ? [{ title: say('Write a list of {0} tags', tags.length), preferred, edits: [{ range, newText }] }]
      : [],
  };
}

function split(text: string, at: RegExp): string[] {
  return text
    .split(at)
    .map((tag) => tag.trim().replace(/^(["'])([^"']+)\1$|^[“”„‟‘‚«»]([^"'“”„‟‘’‚«»]+)[“”‟‘’«»]$/, '$2$3'))
    .filter(Boolean);
}
