import { say } from '../../../message';
import { yamlQuoted } from '../../../write/edits';
import { fix } from './cause';
import type { SyntaxCause } from './cause';
import type { HeaderLine } from './yamlLine';

/** What an editor or a word processor makes of a straight quote. */
const CURLY = '“”„‟‘’‚‛«»‹›＂＇';

/** `'It's here'`, `"AWS" report`. */
export function textAfterQuote(line: HeaderLine): SyntaxCause | null {
  const { name, value, valueRange } = line;
  if (name === '' && !line.isItem && line.indent === '') {
    // What stands at the start of a line is a field: its name may be in quotes, and in quotes the whole line is none.
    return null;
  }
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

/** `"Hello`, with no closing quote on its line, or with one of another kind: `"Hello”`, `"Hello'`. */
export function unclosedQuote({ name, value, valueRange }: HeaderLine): SyntaxCause | null {
  const quote = value[0];
  if ((quote !== '"' && quote !== "'") || value.includes(quote, 1)) {
    return null;
  }
  const isOther = value.length > 2 && /[“”„‟‘’‚‛«»‹›＂＇"']$/.test(value);
  const end = valueRange.end - (isOther ? 1 : 0);
  const edits = [{ range: { start: end, end: valueRange.end }, newText: quote }];
  return {
    cause: isOther
      ? say('another quote closes `{0}` than opens it', name || value.slice(0, 20))
      : name
        ? say('the quote in `{0}` is not closed', name)
        : say('the quote is not closed'),
    range: isOther ? { start: end, end: valueRange.end } : valueRange,
    fixes: [fix(say('Close the quote'), edits)],
  };
}

/** `“Harbour: boats”`: typographic quotes are letters like others, so that the colon counts. */
export function curlyAround({ value, valueRange }: HeaderLine): SyntaxCause | null {
  const inner = new RegExp(`^[${CURLY}]([^${CURLY}"']+)[${CURLY}]$`).exec(value)?.[1];
  if (inner === undefined) {
    return null;
  }
  const newText = yamlQuoted(inner);
  return {
    cause: say('`{0}` and `{1}` are no quotes here', value[0] ?? '', value.at(-1) ?? ''),
    range: valueRange,
    fixes: [fix(say('Write plain quotes: {0}', newText), [{ range: valueRange, newText }])],
  };
}

/** `"C:\Users"`, `"\d+"`: in double quotes a backslash starts a character's code. */
export function backslash({ name, value, valueRange }: HeaderLine): SyntaxCause | null {
  const inner = /^"([^"]*)"$/.exec(value)?.[1];
  const at =
    inner === undefined
      ? -1
      : inner.search(/\\(?![0abt\tnvfre "/\\N_LP\n]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})/i);
  if (inner === undefined || at < 0) {
    return null;
  }
  const newText = `'${inner.replaceAll("'", "''")}'`;
  const start = valueRange.start + 1 + at;
  const escape = inner.slice(at, at + 2);
  return {
    cause: name
      ? say('in double quotes, `{0}` in `{1}` stands for no character', escape, name)
      : say('in double quotes, `{0}` stands for no character', escape),
    range: { start, end: start + escape.length },
    fixes: [fix(say('Use single quotes'), [{ range: valueRange, newText }])],
  };
}
