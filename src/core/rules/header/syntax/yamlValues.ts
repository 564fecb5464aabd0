import type { Generator } from '../../../generators/generator';
import { say } from '../../../message';
import type { Message } from '../../../message';
import type { Report } from '../../../report/report';
import { lineEndOf } from '../../../text';
import type { TextEdit } from '../../../text';
import { yamlQuoted } from '../../../write/edits';
import { fix, guess } from './cause';
import type { SyntaxCause } from './cause';
import type { HeaderLine, HeaderSpot } from './yamlLine';
import { LISTS } from './yamlItems';

/** `@reinvent`, `%done`, `*Notes* from`, `> notes`, `[Draft] Day 1`: characters that mean something to YAML at the start of a value. */
export function reservedStart({ name, value, valueRange, isItem }: HeaderLine): SyntaxCause | null {
  const first = value[0] ?? '';
  const reserved =
    first === '`' ||
    first === '@' ||
    first === '%' ||
    first === ',' ||
    (first === '*' && /^\*\S*[^\w\s-]|^\*\S*\s/.test(value));
  const block = (first === '>' || first === '|') && /^[>|]\s+[^#\s]/.test(value);
  const mark = (first === '&' || first === '!' || first === '?') && /^[&!?]\s/.test(value);
  const bracket = /^(?:\[[^[\]]*\]|\{[^{}]*\}|\{\{[^{}]*\}\})[ \t]*[^\s#,\]}]/.test(value);
  const dash = name !== '' && !LISTS.test(name) && /^-\s/.test(value);
  if ((name === '' && !isItem) || (!reserved && !block && !mark && !bracket && !dash)) {
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
export function colonInValue({ name, value, valueRange, isItem }: HeaderLine): SyntaxCause | null {
  if ((name === '' && !isItem) || !/:(?:\s|$)/.test(value) || /^["'[{|>]/.test(value)) {
    return null;
  }
  const comment = /\s#.*$/.exec(value)?.[0].length ?? 0;
  // `- js: boats: more`: the item as a whole is text.
  const start = isItem && name !== '' ? valueRange.start - name.length - 2 : valueRange.start;
  const whole = { start, end: valueRange.end - comment };
  const newText = yamlQuoted(
    (start < valueRange.start ? `${name}: ` : '') + value.slice(0, value.length - comment),
  );
  return {
    cause: name && !isItem ? say('the colon in `{0}` needs quotes', name) : say('the colon needs quotes'),
    range: whole,
    fixes: [fix(say('Quote the value: {0}', newText), [{ range: whole, newText }])],
  };
}

/** `title: Harbour date: 2019-07-23 draft: true`: fields that lost their line ends, as pasted text does. */
export function fieldsOnOneLine(generator: Generator) {
  const known = new Set(generator.knownFields.map((field) => field.name));
  return ({ name, value, valueRange, indent }: HeaderLine, { report }: HeaderSpot): SyntaxCause | null => {
    if (name === '' || indent !== '' || /^["'[{|>]/.test(value)) {
      return null;
    }
    const others = [...value.matchAll(/(?<=\S)([ \t]*[,;])?[ \t]+(?=([a-z_]+):(?:[ \t]|$))/g)].filter(
      ({ 2: other = '' }) => known.has(other) && !report.field(other) && other !== name,
    );
    const [first] = others;
    if (!first) {
      return null;
    }
    const lineEnd = lineEndOf(report.text);
    const edits = others.map(({ 0: gap, index }): TextEdit => {
      const start = valueRange.start + index;
      return { range: { start, end: start + gap.length }, newText: lineEnd };
    });
    // One such word may be a part of the text: `title: What is the date: a history`.
    const isCertain =
      others.length > 1 || /(?:date: *\d{4}-\d|(?:draft|published): *(?:true|false)\b)/.test(value);
    const start = valueRange.start + first.index + first[0].length;
    const quoted = yamlQuoted(value);
    return {
      cause: say('`{0}` must stand on a line of its own', first[2] ?? ''),
      range: { start, end: start + (first[2] ?? '').length },
      fixes: [
        (isCertain ? fix : guess)(say('Put each field on a line of its own'), edits),
        guess(say('Quote the value: {0}', quoted), [{ range: valueRange, newText: quoted }]),
      ],
    };
  };
}

/** `*js` where nothing is called `js`: text, or a tag, that starts with `*`. */
export function starAlone(report: Report, at: number): SyntaxCause | null {
  const [source = ''] =
    /^\*[^\s,[\]{}]+(?:[ \t]+[^\s,[\]{}#][^,[\]{}\r\n#]*)?/.exec(report.text.slice(at, at + 200)) ?? [];
  const written = source.trimEnd();
  if (written === '' || /:(?:\s|$)/.test(report.text.slice(at, at + 200).split('\n', 1)[0] ?? '')) {
    return null;
  }
  const range = { start: at, end: at + written.length };
  const newText = yamlQuoted(written);
  return {
    cause: say('without quotes, `{0}` stands for a value of that name, and there is none', written),
    range,
    fixes: [fix(say('Quote the value: {0}', newText), [{ range, newText }])],
  };
}
