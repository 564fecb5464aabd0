import { say } from '../../../message';
import type { TextEdit } from '../../../text';
import { yamlQuoted } from '../../../write/edits';
import { fix, insert, remove } from './cause';
import type { SyntaxCause } from './cause';
import { flowListAt } from './flowList';
import type { FlowItem, FlowList } from './flowList';
import type { HeaderLine, HeaderSpot } from './yamlLine';

function inName(name: string, named: SyntaxCause['cause'], plain: SyntaxCause['cause']) {
  return name ? named : plain;
}

/** The list in brackets that starts on a line. */
function listOn({ value, valueRange, number }: HeaderLine, { report, last }: HeaderSpot): FlowList | null {
  if (!value.startsWith('[')) {
    return null;
  }
  const whole = flowListAt(report.text, valueRange.start, valueRange.end);
  if (whole.end < valueRange.end || whole.isClosed) {
    return whole;
  }
  // It may go on below, up to the next field.
  const rest = report.text.slice(valueRange.start, report.lines.rangeOf(last).end);
  const next = number < last ? /\n[\w.-]+[ \t]*:/.exec(rest)?.index : undefined;
  return flowListAt(report.text, valueRange.start, valueRange.start + (next ?? rest.length));
}

/** `[aws, cloud` with no bracket that closes it before the next field, or the next item of the list that it is in. */
export function unclosedBracket(
  { name, value, valueRange, start, isItem }: HeaderLine,
  { report }: HeaderSpot,
): SyntaxCause | null {
  if (!value.startsWith('[') || value.includes(']')) {
    return null;
  }
  const rest = report.fence.kind === 'closed' ? report.text.slice(start, report.fence.fence.header.end) : '';
  const next = isItem ? /\n(?:[ \t]*-[ \t]|[\w.-]+[ \t]*:)/ : /\n[\w.-]+[ \t]*:/;
  const upToNextField = rest.slice(0, next.exec(rest)?.index ?? rest.length);
  if (upToNextField.includes(']')) {
    return null;
  }
  // A bracket of another kind closes nothing, and is no part of a word that opens none.
  const isOther = value.endsWith('}') || (/[)］】）]$/.test(value) && !/[(［【（]/.test(value));
  const written = upToNextField.trimEnd();
  const end = start + written.replace(isOther ? /[)}］】）]$/ : /,$/, '').length;
  const edits = [{ range: { start: end, end: start + written.length }, newText: ']' }];
  return {
    cause: inName(name, say('the list in `{0}` is not closed', name), say('the list is not closed')),
    range: valueRange,
    fixes: [fix(say('Close the list with `]`'), edits)],
  };
}

/** `[aws, cloud]]`. */
export function strayBracket(
  { name, value, valueRange }: HeaderLine,
  { report }: HeaderSpot,
): SyntaxCause | null {
  const list = value.startsWith('[') ? flowListAt(report.text, valueRange.start, valueRange.end) : null;
  const rest = list?.isClosed ? report.text.slice(list.end, valueRange.end) : '';
  if (!list || !/^[\])}]+$/.test(rest)) {
    return null;
  }
  return {
    cause: inName(
      name,
      say('there is a bracket too many in `{0}`', name),
      say('there is a bracket too many'),
    ),
    range: { start: list.end, end: valueRange.end },
    fixes: [fix(say('Remove `{0}`', rest), [remove(list.end, valueRange.end)])],
  };
}

/** `[#js, notes #42]`: the rest of the line is a comment, and with it the bracket. */
export function hashInList(line: HeaderLine, { report }: HeaderSpot): SyntaxCause | null {
  const { value, valueRange } = line;
  if (!value.startsWith('[') || !value.includes('#')) {
    return null;
  }
  const { items, end } = flowListAt(report.text, valueRange.start, valueRange.end);
  const cut = items.filter(({ text }) => /(?:^|\s)#\S/.test(text) && !/^["']/.test(text));
  const [first] = cut;
  if (!first || end < valueRange.end) {
    return null;
  }
  const edits = cut.map((item) => ({ range: rangeOf(item), newText: yamlQuoted(item.text) }));
  const title =
    cut.length === 1
      ? say('Quote the value: {0}', yamlQuoted(first.text))
      : say('Quote the {0} values with `#`', cut.length);
  return {
    cause: first.text.startsWith('#')
      ? say('`#` starts a comment')
      : say('`#` after a space starts a comment'),
    range: rangeOf(first),
    fixes: [fix(title, edits)],
  };
}

function rangeOf({ start, end }: FlowItem) {
  return { start, end };
}

/** `["aws" "cloud"]`, `["aws"，"cloud"]`: two values with no comma between them, or with one of another script. */
export function missingComma(line: HeaderLine, spot: HeaderSpot): SyntaxCause | null {
  const list = listOn(line, spot);
  const { text } = spot.report;
  const source = list ? text.slice(list.start, list.end) : '';
  const gaps = [
    ...source.matchAll(/(?<=["'])([ \t]*)([，、；;])?(\s*)(?=(["'])[^"'\n]*\4\s*(?:[,，、；;\]"']|$))/g),
  ];
  const edits = gaps.flatMap(({ index, 0: gap, 2: mark }): TextEdit[] => {
    const start = (list?.start ?? 0) + index;
    // The one before must be a whole value of its own.
    const before =
      source
        .slice(0, index)
        .split(/[,，、；;[]/)
        .at(-1)
        ?.trim() ?? '';
    if ((gap === '' && !mark) || !/^(["'])[^"']*\1$|^(["'])[^"']*\2\s+(["'])[^"']*\3$/.test(before)) {
      return [];
    }
    const at = start + gap.indexOf(mark ?? gap);
    return [
      {
        range: { start: at, end: at + (mark?.length ?? 0) },
        newText: mark && gap.trim() === gap ? ', ' : ',',
      },
    ];
  });
  const [first] = edits;
  return first
    ? {
        cause: say('a comma is missing between two values'),
        range:
          first.range.end > first.range.start
            ? first.range
            : { start: first.range.start - 1, end: first.range.start },
        fixes: [
          fix(edits.length === 1 ? say('Put a comma there') : say('Put commas between the values'), edits),
        ],
      }
    : null;
}

/** `[aws,, cloud]`, `[, aws]`: nothing stands before a comma. */
export function strayComma(line: HeaderLine, spot: HeaderSpot): SyntaxCause | null {
  const list = listOn(line, spot);
  const empty = (list?.items.slice(0, -1) ?? []).flatMap(({ text, start }, index) =>
    text === '' ? [{ start: list?.items[index + 1]?.start ?? start, at: start }] : [],
  );
  const [first] = empty;
  if (!list || !first) {
    return null;
  }
  const source = spot.report.text;
  const edits = empty.map(({ at }) => {
    const comma = source.indexOf(',', at);
    return remove(comma, comma + (/^[ \t]*/.exec(source.slice(comma + 1))?.[0].length ?? 0) + 1);
  });
  const at = source.indexOf(',', first.at);
  return {
    cause: say('there is nothing before this comma'),
    range: { start: at, end: at + 1 },
    fixes: [fix(say('Remove the comma'), edits)],
  };
}

/** `["aws, "cloud"]`, `["aws", "cloud]`: a value in a list whose quotes are not closed, or not opened. */
export function quoteInList({ value, valueRange }: HeaderLine): SyntaxCause | null {
  const inner = /^\[(.*)\]$/.exec(value)?.[1];
  if (inner === undefined || !/["']/.test(inner)) {
    return null;
  }
  const edits: TextEdit[] = [];
  let at = valueRange.start + 1;
  let broken: { start: number; end: number } | undefined;
  for (const part of inner.split(',')) {
    const text = part.trim();
    const start = at + part.length - part.trimStart().length;
    at += part.length + 1;
    const [, open = '', close = ''] = /^(["']?)[^"']*(["']?)$/.exec(text) ?? [];
    if (open === close || text.length < 2) {
      continue;
    }
    broken ??= { start, end: start + text.length };
    edits.push(open ? insert(start + text.length, open) : insert(start, close));
  }
  return broken
    ? {
        cause: say('the quote is not closed'),
        range: broken,
        fixes: [fix(edits.length > 1 ? say('Close the quotes') : say('Close the quote'), edits)],
      }
    : null;
}

/** `[@js, harbour]`: characters that cannot start a value. */
export function reservedInList(line: HeaderLine, spot: HeaderSpot): SyntaxCause | null {
  const list = listOn(line, spot);
  const kept = list?.items.filter(({ text }) => /^[@`%]|^[*&](?![\w-]+$)|^\?\s|^[>|!]/.test(text)) ?? [];
  const [first] = kept;
  if (!first) {
    return null;
  }
  const edits = kept.map((item) => ({
    range: rangeOf(item),
    newText: yamlQuoted(/^`[^`]*`$/.test(item.text) ? item.text.slice(1, -1) : item.text),
  }));
  return {
    cause: first.text.startsWith('`')
      ? say('the backtick needs quotes')
      : say('`{0}` needs quotes', first.text[0] ?? ''),
    range: rangeOf(first),
    fixes: [
      edits.length === 1
        ? fix(say('Quote the value: {0}', edits[0]?.newText ?? ''), edits)
        : fix(say('Quote these {0} values', edits.length), edits),
    ],
  };
}
