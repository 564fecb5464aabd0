import type { SyntaxProblem } from '../../frontMatter/tree';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import { quoteTag } from '../../tags/quote';
import { yamlQuoted } from '../edits';
import { colonWithoutBlank, dashWithoutBlank, noBreakSpace, strayIndent, tabIndent } from './yamlBlanks';
import { fix, headerLine } from './yamlLine';
import type { Detector, HeaderLine, YamlCause } from './yamlLine';

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

const detectors: readonly Detector[] = [
  dashWithoutBlank,
  tabIndent,
  noBreakSpace,
  textAfterQuote,
  unclosedQuote,
  unclosedBracket,
  hashInList,
  dashesOnOneLine,
  reservedStart,
  colonInValue,
  colonWithoutBlank,
  strayIndent,
];

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

/** `[aws, cloud` with no bracket that closes it before the next field, or the next item of the list that it is in. */
function unclosedBracket(
  { name, value, valueRange, start, isItem }: HeaderLine,
  report: Report,
): YamlCause | null {
  if (!value.startsWith('[') || value.includes(']')) {
    return null;
  }
  const rest = report.fence.kind === 'closed' ? report.text.slice(start, report.fence.fence.header.end) : '';
  const next = isItem ? /\n(?:[ \t]*-[ \t]|[\w.-]+[ \t]*:)/ : /\n[\w.-]+[ \t]*:/;
  const upToNextField = rest.slice(0, next.exec(rest)?.index ?? rest.length);
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

/** `[aws, notes #42]`: the rest of the line is a comment, and with it the bracket. */
function hashInList({ value, valueRange }: HeaderLine): YamlCause | null {
  const hash = value.startsWith('[') ? (/\s#[^\s,\]]/.exec(value)?.index ?? -1) : -1;
  const before = value.slice(0, Math.max(0, hash));
  const length = value.slice(hash).search(/[,\]]/);
  if (hash < 0 || length < 0 || /["'\]]/.test(before)) {
    return null;
  }
  const item = value.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('[')) + 1, hash + length);
  const start = valueRange.start + hash + length - item.trimStart().length;
  const newText = yamlQuoted(item.trim());
  const range = { start, end: start + item.trim().length };
  return {
    cause: say('`#` after a space starts a comment'),
    range,
    fixes: [fix(say('Quote the value: {0}', newText), [{ range, newText }])],
  };
}

/** Fields that hold a list of words: nobody wants a dash in those. */
const LISTS = /^(?:tags|categories|keywords)$/i;

/** `tags: - aws - cloud`. */
function dashesOnOneLine({ name, value, valueRange }: HeaderLine): YamlCause | null {
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
  const dash = name !== '' && !LISTS.test(name) && /^-\s/.test(value);
  if (!reserved && !block && !anchor && !bracket && !dash) {
    return null;
  }
  const newText = yamlQuoted(value);
  return {
    cause: needsQuotes(first, name),
    range: valueRange,
    fixes: [fix(say('Quote the value: {0}', newText), [{ range: valueRange, newText }])],
  };
}

function needsQuotes(first: string, name: string): Message {
  if (first === '`') {
    return name ? say('the backtick in `{0}` needs quotes', name) : say('the backtick needs quotes');
  }
  return name ? say('`{0}` in `{1}` needs quotes', first, name) : say('`{0}` needs quotes', first);
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
