import type { SyntaxProblem } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Range, TextEdit } from '../../text';
import { yamlQuoted } from '../edits';
import type { Fix } from '../rule';

/** What a writer did that broke the YAML: the parser only sees what it led to, often a line further on. */
export interface YamlCause {
  /** Fits behind a colon: "the colon in `title` needs quotes". */
  readonly cause: Message;
  readonly range: Range;
  readonly fixes: readonly Fix[];
}

/** A line of a header, taken apart. */
interface HeaderLine {
  readonly start: number;
  readonly text: string;
  readonly indent: string;
  readonly name: string;
  /** What stands behind `name:` or `- `, without the blanks around it. */
  readonly value: string;
  readonly valueRange: Range;
  readonly isItem: boolean;
}

type Detector = (line: HeaderLine, report: Report) => YamlCause | null;

/** How far above the parser's spot the cause is looked for. */
const LINES_ABOVE = 30;

/**
 * Finds what may have caused a syntax problem: the likeliest first, each on the problem's own line before those above it.
 * @returns nothing where no known shape is found; the parser's reason must do then
 */
export function* yamlCauses(report: Report, problem: SyntaxProblem): Generator<YamlCause> {
  if (report.fence.kind !== 'closed' || problem.code === 'BAD_ALIAS') {
    return;
  }
  const { lines } = report;
  const { header } = report.fence.fence;
  const first = lines.lineAt(header.start);
  const last = lines.lineAt(Math.max(header.start, header.end - 1));
  const spot = Math.min(lines.lineAt(problem.range.start), last);
  // An unclosed quote or bracket shows where the header ends, far from where it was opened.
  const order = [
    spot,
    ...range(spot - 1, Math.max(first, spot - LINES_ABOVE)),
    ...range(Math.min(last, spot + LINES_ABOVE), spot + 1),
  ];
  for (const detect of detectors) {
    for (const number of order) {
      const line = headerLine(report, number);
      const cause = line && detect(line, report);
      if (cause) {
        yield cause;
      }
    }
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}

function headerLine(report: Report, number: number): HeaderLine | null {
  const start = report.lines.startOf(number);
  const text = report.lines.textOf(number);
  const match = /^([ \t\u00a0]*)(?:(-[ \t]+))?(?:([\w.-]+)[ \t]*:(?:[ \t\u00a0]+|$))?(.*?)[ \t\r]*$/.exec(
    text,
  );
  if (!match || text.trim().startsWith('#')) {
    return null;
  }
  const [, indent = '', dash, name = '', value = ''] = match;
  const valueStart = start + text.lastIndexOf(value, text.trimEnd().length);
  return {
    start,
    text,
    indent,
    name,
    value,
    valueRange: {
      start: value === '' ? start : valueStart,
      end: value === '' ? start : valueStart + value.length,
    },
    isItem: dash !== undefined,
  };
}

const detectors: readonly Detector[] = [
  dashWithoutBlank,
  tabIndent,
  noBreakSpace,
  textAfterQuote,
  unclosedQuote,
  unclosedBracket,
  reservedStart,
  colonInValue,
  strayIndent,
];

/** YAML indents with blanks alone. */
function tabIndent({ start, indent }: HeaderLine): YamlCause | null {
  const tab = indent.indexOf('\t');
  if (tab < 0) {
    return null;
  }
  const at = { start, end: start + indent.length };
  const edits = [{ range: at, newText: indent.replaceAll('\t', '  ') }];
  return {
    cause: say('YAML is indented with spaces, not with tabs'),
    range: at,
    fixes: [fix(say('Replace the tab with spaces'), edits)],
  };
}

/** A no-break space, as copied text brings it, is no blank for YAML. */
function noBreakSpace({ start, text, indent }: HeaderLine): YamlCause | null {
  const match = /^[ \u00a0]*\u00a0|:\u00a0/.exec(text);
  if (!match) {
    return null;
  }
  const at = match[0].startsWith(':')
    ? { start: start + match.index + 1, end: start + match.index + 2 }
    : { start, end: start + indent.length };
  const edits = [{ range: at, newText: ' '.repeat(at.end - at.start) }];
  return {
    cause: say('a no-break space stands where a space must'),
    range: at,
    fixes: [fix(say('Replace it with a space'), edits)],
  };
}

/** `'It's here'`, `"AWS" report`. */
function textAfterQuote({ name, value, valueRange }: HeaderLine): YamlCause | null {
  const match = /^(["'])(.*?)\1(?!\1)(?=[^\s,\]}#])|^(["']).*?\3[ \t]+(?=[^\s#,\]}:])/.exec(value);
  if (!match || /^(["'])(?:(?!\1).|\\.|'')*\1\s*(?:#.*)?$/.test(value)) {
    return null;
  }
  const quote = value[0] ?? '';
  const inner = value.endsWith(quote) && value.length > 1 ? value.slice(1, -1) : value;
  const newText = yamlQuoted(quotesParts(value, quote) ? value : inner);
  return {
    cause: name ? say('the quotes in `{0}` end too early', name) : say('the quotes end too early'),
    range: valueRange,
    fixes: [fix(say('Quote the whole value: {0}', newText), [{ range: valueRange, newText }])],
  };
}

/** `"AWS" and "Azure"`: the first and the last quote belong to words of the value; those of `'It's here'` are around it. */
function quotesParts(value: string, quote: string): boolean {
  const second = value.indexOf(quote, 1);
  const last = value.lastIndexOf(quote, value.length - 2);
  return /[\s,;:.!?)-]/.test(value[second + 1] ?? '') && /[\s(-]/.test(value[last - 1] ?? '');
}

/** `"Hello`, with no closing quote on its line. */
function unclosedQuote({ name, value, valueRange }: HeaderLine): YamlCause | null {
  const quote = value[0];
  if ((quote !== '"' && quote !== "'") || value.includes(quote, 1)) {
    return null;
  }
  const edits = [{ range: { start: valueRange.end, end: valueRange.end }, newText: quote }];
  return {
    cause: name ? say('the quote in `{0}` is not closed', name) : say('the quote is not closed'),
    range: valueRange,
    fixes: [fix(say('Close the quote'), edits)],
  };
}

/** `[aws, cloud` with no bracket that closes it before the next field. */
function unclosedBracket({ name, value, valueRange, start }: HeaderLine, report: Report): YamlCause | null {
  if (!value.startsWith('[') || value.includes(']')) {
    return null;
  }
  const rest = report.fence.kind === 'closed' ? report.text.slice(start, report.fence.fence.header.end) : '';
  const upToNextField = rest.slice(0, /\n[\w.-]+[ \t]*:/.exec(rest)?.index ?? rest.length);
  if (upToNextField.includes(']')) {
    return null;
  }
  const end = start + upToNextField.trimEnd().replace(/,$/, '').length;
  const edits = [{ range: { start: end, end: start + upToNextField.trimEnd().length }, newText: ']' }];
  return {
    cause: name ? say('the list in `{0}` is not closed', name) : say('the list is not closed'),
    range: valueRange,
    fixes: [fix(say('Close the list with `]`'), edits)],
  };
}

/** `@reinvent`, `%done`, `*Notes* from`, `> notes`, `[Draft] Day 1`: characters that mean something to YAML at the start of a value. */
function reservedStart({ name, value, valueRange }: HeaderLine): YamlCause | null {
  const first = value[0] ?? '';
  const reserved =
    first === '`' ||
    first === '@' ||
    first === '%' ||
    (first === '*' && /^\*\S*[^\w\s-]|^\*\S+\s/.test(value));
  const block = (first === '>' || first === '|') && /^[>|]\s+[^#\s]/.test(value);
  const anchor = (first === '&' || first === '!') && /^[&!]\s/.test(value);
  const bracket = /^(?:\[[^[\]]*\]|\{[^{}]*\})[ \t]*[^\s#,\]}]/.test(value);
  const dash = name !== '' && /^-\s/.test(value);
  if (!reserved && !block && !anchor && !bracket && !dash) {
    return null;
  }
  const newText = yamlQuoted(value);
  return {
    cause: name ? say('`{0}` in `{1}` needs quotes', first, name) : say('`{0}` needs quotes', first),
    range: valueRange,
    fixes: [fix(say('Quote the value: {0}', newText), [{ range: valueRange, newText }])],
  };
}

/** `title: Day 1: keynotes`. */
function colonInValue({ name, value, valueRange, isItem }: HeaderLine): YamlCause | null {
  if ((name === '' && !isItem) || !/:(?:\s|$)/.test(value) || /^["'[{|>]/.test(value)) {
    return null;
  }
  const comment = /\s#.*$/.exec(value)?.[0].length ?? 0;
  const whole = { start: valueRange.start, end: valueRange.end - comment };
  const newText = yamlQuoted(value.slice(0, value.length - comment));
  return {
    cause: name ? say('the colon in `{0}` needs quotes', name) : say('the colon needs quotes'),
    range: whole,
    fixes: [fix(say('Quote the value: {0}', newText), [{ range: whole, newText }])],
  };
}

/** `-aws`, with no blank behind the dash. */
function dashWithoutBlank({ start, text }: HeaderLine, report: Report): YamlCause | null {
  const match = /^([ \t]*)-[^\s-]/.exec(text);
  if (!match || report.fence.kind !== 'closed') {
    return null;
  }
  // The items of one list are written alike: all of them get their blank.
  const { header } = report.fence.fence;
  const source = report.text.slice(header.start, header.end);
  const edits = [...source.matchAll(/^[ \t]*-(?=[^\s-])/gm)].map((dash) => {
    const at = header.start + dash.index + dash[0].length;
    return { range: { start: at, end: at }, newText: ' ' };
  });
  const at = { start: start + (match[1]?.length ?? 0), end: start + text.trimEnd().length };
  return {
    cause: say('a dash needs a space behind it'),
    range: at,
    fixes: [fix(say('Put a space behind each dash'), edits)],
  };
}

/** A field that stands further in than those around it. */
function strayIndent({ name, indent, start }: HeaderLine): YamlCause | null {
  if (name === '' || indent === '' || !/^ +$/.test(indent)) {
    return null;
  }
  const at = { start, end: start + indent.length };
  return {
    cause: say('`{0}` stands further in than the other fields', name),
    range: { start, end: start + indent.length + name.length },
    fixes: [fix(say('Move `{0}` to the start of the line', name), [{ range: at, newText: '' }])],
  };
}

function fix(title: Message, edits: readonly TextEdit[]): Fix {
  return { title, preferred: true, edits };
}
