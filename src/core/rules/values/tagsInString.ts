import type { ScalarNode } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { quoteTag } from '../../tags/quote';
import { lineEndOf, lineStart } from '../../text';
import { subject } from '../names';

const FIELDS = ['tags', 'categories'];

/** Several tags written as one string. */
export const tagsInString: Rule = {
  code: 'tags-in-string',
  severity: 'warning',
  check(context) {
    // What other tools make of a string differs from one to the next; and what cannot be read may mean anything.
    const isRead = context.report.frontMatter?.problems.length === 0;
    return context.site.generator.isKnown && isRead
      ? FIELDS.flatMap((name) => checkField(context, name))
      : [];
  },
};

function checkField(context: RuleContext, name: string): RuleFinding[] {
  const { report, site } = context;
  const value = report.field(name)?.value;
  if (value?.kind === 'scalar') {
    return checkString(context, value);
  }
  // `- markdown, packer, docs`: one item that was meant as three.
  if (value?.kind === 'list' && value.items.length === 1) {
    const item = value.items[0];
    if (item?.kind === 'scalar' && item.text.includes(',')) {
      const tags = split(item.text, /,/);
      const dash = report.text.slice(lineStart(report.text, item.range.start), item.range.start);
      const between = value.flow ? ', ' : lineEndOf(report.text) + dash;
      const newText = tags
        .map((tag) => quoteTag(tag, report.frontMatter?.format ?? 'yaml', 'none'))
        .join(between);
      const message = say('{0} will make one tag of this: `{1}`.', subject(site.generator), item.text);
      if (tags.length < 2) {
        return [];
      }
      // `"Washington, D.C."` may be one tag on purpose; and with an anchor before it an item is not taken apart.
      const preferred = item.style === 'plain';
      const found = finding(message, item.range, newText, tags.length, preferred);
      return [value.flow || /^[ \t]*-[ \t]+$/.test(dash) ? found : { ...found, fixes: [] }];
    }
  }
  return [];
}

function checkString({ report, site }: RuleContext, value: ScalarNode): RuleFinding[] {
  const { text } = value;
  const dashes = /^-\S/.test(text);
  const commas = /[,;]/.test(text);
  if (value.style === 'bare' || value.style === 'block' || (!dashes && !commas && !/\s/.test(text.trim()))) {
    return [];
  }
  const format = report.frontMatter?.format ?? 'yaml';
  const tags = dashes ? split(text.replace(/^-+/, ''), /[,;]|\s-+/) : split(text, commas ? /[,;]/ : /\s+/);
  const list =
    linesOfDashes(report.text.slice(value.range.start, value.range.end)) ??
    `[${tags.map((tag) => quoteTag(tag, format, 'none')).join(', ')}]`;
  if (tags.length === 0 || (tags.length === 1 && !dashes)) {
    return [];
  }
  if (!site.generator.splitsStrings) {
    const message = say('{0} will make one tag of this: `{1}`.', subject(site.generator), text);
    // Words without commas may be one tag on purpose: `data science`.
    return commas || dashes
      ? [finding(message, value.range, list, tags.length)]
      : tags.length > 2
        ? [{ ...finding(message, value.range, list, tags.length, false), severity: 'hint' }]
        : [];
  }
  // Blanks alone are Jekyll's own way of writing several tags.
  if (!commas && !dashes) {
    return [];
  }
  const made = text.trim().split(/\s+/);
  const message = say(
    '{0} splits this at spaces only: the tags will be {1}.',
    site.generator.title,
    made.map((tag) => `\`${tag}\``).join(' '),
  );
  return [finding(message, value.range, list, tags.length)];
}

/** Items on lines of their own that lack the blank behind their dash, with it; null where they are something else. */
function linesOfDashes(written: string): string | null {
  const lines = written.split('\n');
  const isList =
    lines.length > 1 &&
    lines.every((line) => {
      const tag = /^[ \t]*-([^\s-].*)$/.exec(line.trimEnd())?.[1];
      return tag !== undefined && !/[,;]/.test(tag) && quoteTag(tag, 'yaml', 'none') === tag;
    });
  return isList ? lines.map((line) => line.replace('-', '- ')).join('\n') : null;
}

function finding(
  message: Message,
  range: ScalarNode['range'],
  newText: string,
  count: number,
  preferred = true,
): RuleFinding {
  return {
    message,
    range,
    fixes: [{ title: say('Write a list of {0} tags', count), preferred, edits: [{ range, newText }] }],
  };
}

function split(text: string, at: RegExp): string[] {
  return text
    .split(at)
    .map((tag) => tag.trim().replace(/^(["'])([^"']+)\1$/, '$2'))
    .filter(Boolean);
}
