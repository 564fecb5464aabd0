import { say } from '../../../message';
import type { TextEdit } from '../../../text';
import { everywhere, fix, insert, remove } from './cause';
import { flowListAt } from './flowList';
import type { FlowItem } from './flowList';
import type { TomlDetector } from './tomlLine';
import { CURLY, MAX_JOINED, tomlQuoted, write } from './tomlText';
import { LISTS } from './yamlItems';

/** `tags:` or `tags =` with items behind dashes below it, as YAML has them. */
export const dashedItems: TomlDetector = ({ text, start, number }, { report, last }) => {
  const [, name] = /^([\w-]+)[ \t]*[=:][ \t]*$/.exec(text) ?? [];
  const items: string[] = [];
  let end = start;
  for (let below = number + 1; below <= last; below++) {
    const item = /^[ \t]*-[ \t]+(.*?)[ \t\r]*$/.exec(report.lines.textOf(below))?.[1];
    if (item === undefined) {
      break;
    }
    items.push(/^(?:"[^"]*"|'[^']*')$/.test(item) ? item : tomlQuoted(item));
    end = report.lines.rangeOf(below).end;
  }
  return name === undefined || items.length === 0
    ? null
    : {
        cause: say('in TOML a list stands in brackets: `{0} = [ … ]`', name),
        range: { start, end: start + name.length },
        fixes: [
          fix(say('Put the list in brackets'), [
            { range: { start, end }, newText: `${name} = [${items.join(', ')}]` },
          ]),
        ],
      };
};

/** Marks behind values, as JSON and other languages have them. */
export const markBehind: TomlDetector = ({ value, valueRange, name }, { report }) => {
  const mark = name === '' ? undefined : /^(?:"[^"]*"|'[^']*'|\[.*\]|[\w:+-]+)[ \t]*([,;])$/.exec(value)?.[1];
  if (mark === undefined) {
    return null;
  }
  const edits = everywhere(report, /(?<=^[\w-]+[ \t]*=[^\n]*\S)[ \t]*[,;](?=[ \t]*\r?$)/gm, () => '');
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
};

/** A table in braces on several lines, which TOML has only from 1.1 on. */
export const bracesGoOn: TomlDetector = ({ name, value, number }, { report, last }) => {
  if (name === '' || !value.startsWith('{') || value.includes('}')) {
    return null;
  }
  const edits: TextEdit[] = [];
  for (let below = number + 1; below <= Math.min(last, number + MAX_JOINED); below++) {
    const text = report.lines.textOf(below);
    const end = report.lines.startOf(below) + (/^[ \t]*/.exec(text)?.[0].length ?? 0);
    edits.push({ range: { start: report.lines.rangeOf(below - 1).end, end }, newText: ' ' });
    if (text.includes('}')) {
      return {
        cause: say('what stands in braces must stand on one line'),
        range: report.lines.rangeOf(number + 1),
        fixes: [fix(say('Join the lines'), edits)],
      };
    }
  }
  return null;
};

/** `["aws", "cloud"` with no bracket that closes it. */
export const openList: TomlDetector = ({ name, value, valueRange, number }, { report, last }) => {
  if (name === '' || !value.startsWith('[')) {
    return null;
  }
  const rest = report.text.slice(valueRange.start, report.lines.rangeOf(last).end);
  const next = number < last ? /\n[\w-]+[ \t]*=|\n\[/.exec(rest)?.index : undefined;
  const written = rest.slice(0, next ?? rest.length).trimEnd();
  if (written.includes(']')) {
    return null;
  }
  const end = valueRange.start + written.replace(/[,)}］】）]$/, '').length;
  return {
    cause: say('the list in `{0}` is not closed', name),
    range: valueRange,
    fixes: [
      fix(say('Close the list with `]`'), [
        { range: { start: end, end: valueRange.start + written.length }, newText: ']' },
      ]),
    ],
  };
};

/** `"aws", "cloud"`, `aws, cloud`, `("aws", "cloud")`: a list without its brackets. */
export const brackets: TomlDetector = (line) => {
  const { name, value, valueRange } = line;
  const round = /^[({（［【](.*)[)}）］】]$/.exec(value)?.[1];
  const quoted = /^(?:"[^"]*"|'[^']*')(?:\s*,\s*(?:"[^"]*"|'[^']*'))+\s*\]?$/.test(value);
  const words = LISTS.test(name) && /^[^"'[\]{}]+,[^"'[\]{}]+$/.test(value);
  if (name === '' || (!quoted && !words && (round === undefined || round.includes('=')))) {
    return null;
  }
  const items = (round ?? value.replace(/\s*\]$/, ''))
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
  const newText = `[${items.map((item) => (/^(["']).*\1$/.test(item) ? item : tomlQuoted(item))).join(', ')}]`;
  return {
    cause: say('in TOML a list stands in brackets: `{0} = [ … ]`', name),
    range: valueRange,
    fixes: [fix(say('Put the list in brackets'), write(line, newText))],
  };
};

function itemsFrom(start: number, text: string, end: number): readonly FlowItem[] {
  return flowListAt(text, start, end).items;
}

/** `["aws" "cloud"]`, `["aws",, "cloud"]`, `["aws"，"cloud"]`. */
export const commas: TomlDetector = ({ value, valueRange, name, number }, { report, last }) => {
  if (name === '' || !value.startsWith('[')) {
    return null;
  }
  const rest = report.text.slice(valueRange.start, report.lines.rangeOf(Math.min(last, number + 60)).end);
  const source = rest.slice(0, rest.indexOf(']') + 1);
  const edits: TextEdit[] = [];
  const tokens = [...source.matchAll(/"[^"\n]*"|'[^'\n]*'|[,，、；;]+|[^\s"',，、；;[\]]+|#[^\n]*/g)].filter(
    ([token]) => !token.startsWith('#'),
  );
  for (const [index, token] of tokens.entries()) {
    const at = valueRange.start + token.index;
    const before = tokens[index - 1];
    const isMark = /^[,，、；;]/.test(token[0]);
    if (!isMark && before && !/^[,，、；;]/.test(before[0])) {
      edits.push(insert(valueRange.start + before.index + before[0].length, ','));
    } else if (isMark && token[0] !== ',') {
      edits.push({
        range: { start: at, end: at + token[0].length },
        newText: /\s/.test(report.text[at + token[0].length] ?? '') ? ',' : ', ',
      });
    } else if (isMark && !before) {
      edits.push(remove(at, at + 1));
    }
  }
  const [first] = edits;
  return first
    ? {
        cause: say('between two values of a list there must be one comma'),
        range:
          first.range.end > first.range.start
            ? first.range
            : { start: first.range.start - 1, end: first.range.start },
        fixes: [
          fix(edits.length === 1 ? say('Put a comma there') : say('Put commas between the values'), edits),
        ],
      }
    : null;
};

/** `[#js, "cloud"]`: the rest of the line is a comment. */
export const commentedItem: TomlDetector = ({ value, valueRange }, { report }) => {
  const items = value.startsWith('[') ? itemsFrom(valueRange.start, report.text, valueRange.end) : [];
  const cut = items.filter(({ text }) => text.startsWith('#'));
  const [first] = cut;
  if (!first) {
    return null;
  }
  const edits = items.flatMap((item) => quotedItem(item));
  return {
    cause: say('`#` starts a comment'),
    range: { start: first.start, end: first.end },
    fixes: [
      fix(
        edits.length === 1
          ? say('Quote the value: {0}', edits[0]?.newText ?? '')
          : say('Quote these {0} values', edits.length),
        edits,
      ),
    ],
  };
};

function quotedItem({ start, end, text }: FlowItem): TextEdit[] {
  const curly = CURLY.exec(text)?.[1];
  return text === '' || (curly === undefined && /^["'[{]|^[-+]?\d[\d.:TZ+-]*$|^(?:true|false)$/.test(text))
    ? []
    : [{ range: { start, end }, newText: tomlQuoted(curly ?? text.replace(/["']$/, '')) }];
}

/** `[js, cloud]`, `[“js”, “cloud”]`. */
export const unquotedItems: TomlDetector = ({ value, valueRange, name }, { report }) => {
  const items =
    value.startsWith('[') && name !== '' ? itemsFrom(valueRange.start, report.text, valueRange.end) : [];
  const edits = items.flatMap((item) => quotedItem(item));
  const [first] = edits;
  return first
    ? {
        cause: say('text in a list needs quotes'),
        range: first.range,
        fixes: [
          fix(
            edits.length === 1
              ? say('Quote the value: {0}', first.newText)
              : say('Quote these {0} values', edits.length),
            edits,
          ),
        ],
      }
    : null;
};
