import { say } from '../../../message';
import { quoteTag } from '../../../write/quote';
import { everywhere, fix, insert } from './cause';
import type { SyntaxCause } from './cause';
import type { HeaderLine, HeaderSpot } from './yamlLine';

/** Fields that hold a list of words: nobody wants a dash in those. */
export const LISTS = /^(?:tags?|categor(?:y|ies)|keywords|authors|speakers|aliases|topics)$/i;

/** `tags: - aws - cloud`. */
export function dashesOnOneLine({ name, value, valueRange }: HeaderLine): SyntaxCause | null {
  if (!LISTS.test(name) || !/^-\s/.test(value)) {
    return null;
  }
  const tags = value
    .slice(1)
    .split(/\s-\s/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  const newText = `[${tags.map((tag) => quoteTag(tag, 'yaml', 'none')).join(', ')}]`;
  return {
    cause: say('a list on one line needs brackets'),
    range: valueRange,
    fixes:
      tags.length > 1 && !value.includes('#')
        ? [fix(say('Write a list of {0} tags', tags.length), [{ range: valueRange, newText }])]
        : [],
  };
}

/** `tags: "aws", "cloud"`. */
export function quotedWithoutBrackets({ name, value, valueRange }: HeaderLine): SyntaxCause | null {
  const quoted = /^(?:"[^"]*"|'[^']*')(?:\s*,\s*(?:"[^"]*"|'[^']*'))+(\s*,)?(\s*\])?$/.exec(value);
  if (!quoted || !LISTS.test(name)) {
    return null;
  }
  const end = valueRange.end - (quoted[1]?.length ?? 0) - (quoted[2]?.length ?? 0);
  return {
    cause: say('a list on one line needs brackets'),
    range: valueRange,
    fixes: [
      fix(say('Put the list in brackets'), [
        insert(valueRange.start, '['),
        { range: { start: end, end: valueRange.end }, newText: ']' },
      ]),
    ],
  };
}

/** `title: "Harbour",` as JSON has it, and `date: 2019-07-23;`: marks behind values, alike on all lines. */
export function markAtEnd({ value, valueRange }: HeaderLine, { report }: HeaderSpot): SyntaxCause | null {
  const mark = /^(?:".*"|'.*'|\[.*\])[ \t]*([,;])$/.exec(value)?.[1];
  if (mark === undefined) {
    return null;
  }
  const edits = everywhere(
    report,
    /(?<=^(?:[\w.-]+[ \t]*:[ \t]|[ \t]*-[ \t])[^\n]*\S)[ \t]*[,;](?=[ \t]*\r?$)/gm,
    () => '',
  );
  return {
    cause: say('nothing may stand behind the value'),
    range: { start: valueRange.end - 1, end: valueRange.end },
    fixes: [
      fix(
        edits.length === 1
          ? say('Remove the `{0}` at the end of the line', mark)
          : say('Remove the `{0}` at the end of {1} lines', mark, edits.length),
        edits,
      ),
    ],
  };
}

/** Items of a list that do not stand below each other: all of them get the place of the first. */
export function crookedItem(line: HeaderLine, { report, first }: HeaderSpot): SyntaxCause | null {
  const own = /^( *)-(?= )/.exec(line.text);
  if (!own) {
    return null;
  }
  let top: HeaderLine['text'] | undefined;
  for (let number = line.number - 1; number >= first; number--) {
    const above = /^( *)-(?= )/.exec(report.lines.textOf(number));
    if (!above) {
      break;
    }
    top = above[1];
  }
  const indent = own[1] ?? '';
  if (top === undefined || top === indent) {
    return null;
  }
  return {
    cause: say('this dash does not stand below the others'),
    range: { start: line.start, end: line.start + indent.length + 1 },
    fixes: [
      fix(say('Put it below the others'), [
        { range: { start: line.start, end: line.start + indent.length }, newText: top },
      ]),
    ],
  };
}
