import { say } from '../../../message';
import type { TextEdit } from '../../../text';
import { isoForms } from '../../values/dates';
import { everywhere, fix, guess, remove } from './cause';
import type { TomlDetector, TomlLine } from './tomlLine';

export const CURLY = /^[“”„‟«»＂`‘’‚‛](.*)[“”„‟«»＂`‘’‚‛]$/;

/** Text in quotes of TOML's: those of one kind hold the other. */
export function tomlQuoted(text: string): string {
  return /["\\]/.test(text) && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

export function write({ valueRange }: Pick<TomlLine, 'valueRange'>, newText: string): TextEdit[] {
  return [{ range: valueRange, newText }];
}

/** A no-break space, or another blank that copied text brings. */
export const oddBlank: TomlDetector = ({ text, start }, { report }) => {
  const found = /[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/.exec(
    text.replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length)),
  );
  if (!found) {
    return null;
  }
  const edits = everywhere(report, /(?<=^[^"'#]*)[\u00a0\u2000-\u200b\u202f\u3000\ufeff]+/gm, () => ' ');
  const at = start + found.index;
  return {
    cause: say(
      'a character that looks like a space, U+{0}, stands where a space must',
      found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'),
    ),
    range: { start: at, end: at + 1 },
    fixes: [fix(edits.length > 1 ? say('Replace them with spaces') : say('Replace it with a space'), edits)],
  };
};

/** `"The "best" day"`, `'Harbour's end'`, `"C:\Users"`, and typographic quotes around a value. */
export const quotesInText: TomlDetector = (line) => {
  const { name, value, valueRange } = line;
  if (name === '' || /^("""|''')/.test(value)) {
    return null;
  }
  const curly = CURLY.exec(value)?.[1];
  if (curly !== undefined && !/["\\]/.test(curly)) {
    const newText = `"${curly}"`;
    return {
      cause: value.startsWith('`')
        ? say('the backtick in `{0}` is no quote', name)
        : say('`{0}` and `{1}` are no quotes here', value[0] ?? '', value.at(-1) ?? ''),
      range: valueRange,
      fixes: [fix(say('Write plain quotes: {0}', newText), write(line, newText))],
    };
  }
  const inner = /^(["'])(.*)\1$/.exec(value)?.[2];
  const quote = value[0] ?? '';
  if (inner === undefined) {
    return null;
  }
  if (quote === '"' && inner.includes('\\') && !/["']/.test(inner)) {
    const at = inner.search(/\\(?!["\\bfnrtu])/);
    const start = valueRange.start + 1 + Math.max(0, at);
    return at < 0
      ? null
      : {
          cause: say(
            'in double quotes, `{0}` in `{1}` stands for no character',
            inner.slice(at, at + 2),
            name,
          ),
          range: { start, end: start + 2 },
          fixes: [fix(say('Use single quotes'), write(line, `'${inner}'`))],
        };
  }
  if (!inner.includes(quote) || inner.includes(',')) {
    return null;
  }
  const newText = tomlQuoted(inner);
  return {
    cause: say('the quotes in `{0}` end too early', name),
    range: valueRange,
    fixes: [fix(say('Quote the whole value: {0}', newText), write(line, newText))],
  };
};

/** `"Harbour`, `"Harbour”`, `Harbour"`, `"""Harbour`. */
export const openText: TomlDetector = (line) => {
  const { name, value, valueRange } = line;
  const long = /^("""|''')(?!.*\1)/.exec(value)?.[1];
  const quote = long ?? /^(["'])(?!.*\1)/.exec(value)?.[1];
  if (name === '' || quote === undefined) {
    return null;
  }
  const isOther = value.length > 2 && /[“”„‟‘’‚‛«»＂"']$/.test(value);
  const end = valueRange.end - (isOther ? 1 : 0);
  return {
    cause: isOther
      ? say('another quote closes `{0}` than opens it', name)
      : say('the quote in `{0}` is not closed', name),
    range: isOther ? { start: end, end: valueRange.end } : valueRange,
    fixes: [fix(say('Close the quote'), [{ range: { start: end, end: valueRange.end }, newText: quote }])],
  };
};

/** Text in plain quotes that goes on in the next line. */
export const textGoesOn: TomlDetector = ({ name, value, number }, { report, last }) => {
  const quote = /^(["'])(?!.*\1)/.exec(value)?.[1];
  if (name === '' || quote === undefined) {
    return null;
  }
  const edits: TextEdit[] = [];
  for (let below = number + 1; below <= Math.min(last, number + MAX_JOINED); below++) {
    const text = report.lines.textOf(below);
    const end = report.lines.startOf(below) + (/^[ \t]*/.exec(text)?.[0].length ?? 0);
    edits.push({ range: { start: report.lines.rangeOf(below - 1).end, end }, newText: ' ' });
    if (text.includes(quote)) {
      const range = report.lines.rangeOf(number + 1);
      return text.trimEnd().endsWith(quote)
        ? {
            cause: say('this line belongs to `{0}`, whose text must stand on one line', name),
            range,
            fixes: [fix(say('Join the lines'), edits)],
          }
        : null;
    }
  }
  return null;
};

/** How many lines one value is spread over. */
export const MAX_JOINED = 20;

/** A date in a form that TOML does not have: `2019-7-23`, `23.07.2019`, or a day that the calendar has not. */
export const unreadDate: TomlDetector = (line) => {
  const { name, value, valueRange } = line;
  if (name === '' || !/^(?:\d|[A-Z][a-z]{2,8}\.? \d)/.test(value)) {
    return null;
  }
  const forms = isoForms(value).map((form) => form.replace(/^(\S{10}) (?=\d)/, '$1T'));
  const [, month = '', day = '', rest = ''] = /^(\d{4}-(?:0[1-9]|1[0-2]))-(\d{2})(.*)$/.exec(value) ?? [];
  if (forms.length === 0 && month !== '') {
    const [year = 0, number = 0] = month.split('-').map(Number);
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
    if (Number(day) <= last && day !== '00') {
      // What is wrong with it stands elsewhere.
      return null;
    }
    forms.push(`${month}-${String(last)}${rest}`);
  }
  const isPlain = forms.length === 1 && month === '';
  return forms.length === 0
    ? null
    : {
        cause: say('`{0}` is no date in a form that TOML has', value),
        range: valueRange,
        fixes: forms.map((form) => (isPlain ? fix : guess)(say('Write {0}', form), write(line, form))),
      };
};

/** `title = Harbour`, `draft = True`. */
export const unquotedText: TomlDetector = (line) => {
  const { name, value, valueRange } = line;
  if (name === '' || value === '' || /^["'[{]|^\d{4}-\d\d-\d\d/.test(value)) {
    return null;
  }
  const word = /^(true|yes|on)$/i.test(value) ? 'true' : /^(false|no|off)$/i.test(value) ? 'false' : null;
  if (word !== null) {
    return {
      cause: say('`{0}` is no value in TOML: `{1}` is', value, word),
      range: valueRange,
      fixes: [fix(say('Write `{0}`', word), write(line, word))],
    };
  }
  if (/^(?:null|nil|none|~)$/i.test(value)) {
    return {
      cause: say('TOML has no `{0}`', value),
      range: valueRange,
      fixes: [guess(say('Write an empty text'), write(line, '""'))],
    };
  }
  if (/^0\d+$/.test(value)) {
    const plain = String(Number(value));
    return {
      cause: say('a number cannot start with a zero'),
      range: valueRange,
      fixes: [
        guess(say('Write `{0}`', plain), write(line, plain)),
        guess(say('Put it in quotes'), write(line, `"${value}"`)),
      ],
    };
  }
  const newText = tomlQuoted(value.replace(/^[“”„]|["”“]$/g, ''));
  return {
    cause: say('text needs quotes in TOML'),
    range: valueRange,
    fixes: [fix(say('Quote the value: {0}', newText), write(line, newText))],
  };
};

/** `draft =`. */
export const emptyValue: TomlDetector = ({ name, value, start, number }, { report }) =>
  name === '' || value !== ''
    ? null
    : {
        cause: say('`{0}` has no value', name),
        range: { start, end: start + name.length },
        fixes: [
          guess(say('Remove the empty `{0}`', name), [remove(start, report.lines.startOf(number + 1))]),
        ],
      };
