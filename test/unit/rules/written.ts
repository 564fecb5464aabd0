import type { GeneratorName } from '../../../src/core/generators/generator';
import type { Range } from '../../../src/core/text';
import type { Recorded } from '../../conformance';

/**
 * What a writer wrote, read off the lines of a header without any of the readers that are to be tested: `title: x` says x.
 * What is written in another way than most people do is not looked at.
 */
interface Line {
  readonly name: string;
  /** The value as it stands there, without the blanks around it. */
  readonly value: string;
  /** The value's items where it is a list. */
  readonly items: readonly string[] | null;
  readonly range: Range;
}

/** Something that is written and did not come to be as it is written. */
export interface Change {
  readonly field: string;
  readonly what: string;
  /** The lines at which it is written. */
  readonly range: Range;
}

const FIELD = /^(?:["']?)([A-Za-z][\w-]*)(?:["']?)[ \t]*[:=](?:[ \t]+(.*?))?[ \t]*$/;

/** The fields between the first fence and the next line that is one. */
function linesOf(text: string): Line[] {
  const found: Line[] = [];
  const lines = text.replace(/^\uFEFF/, ' ').split(/(?<=\n)/);
  let at = 0;
  let isInside = false;
  for (const [index, whole] of lines.entries()) {
    const line = whole.replace(/\r?\n$/, '').replace(/^ (?=---|\+\+\+)/, '');
    const start = at;
    at += whole.length;
    if (/^(?:---|\+\+\+|\.\.\.)/.test(line)) {
      if (isInside) {
        break;
      }
      isInside = true;
      continue;
    }
    const [, name, value = ''] = (isInside ? FIELD.exec(line) : null) ?? [];
    if (name !== undefined) {
      const rest = lines.slice(index + 1);
      const more = rest.slice(0, lengthOfValue(value, rest));
      const range = { start, end: start + whole.length + more.join('').length };
      found.push({
        name: name.toLowerCase(),
        ...valueOf(
          value,
          more.map((other) => other.trim()),
        ),
        range,
      });
    }
  }
  return found;
}

/** How many of the lines below a field belong to it: those further in, items, and a list's up to its bracket. */
function lengthOfValue(value: string, lines: readonly string[]): number {
  const isOpen = value.startsWith('[') && !value.includes(']');
  const next = lines.findIndex((line) => (isOpen ? line.includes(']') : !/^(?:[ \t]+\S|-[ \t])/.test(line)));
  return next < 0 ? lines.length : next + (isOpen ? 1 : 0);
}

/** An item that is no list and no map. */
const ITEM = /^-(?:$|[ \t]+(?!-[ \t]|[\w ]+:(?:[ \t]|$))[^\s[{])/;

function valueOf(value: string, more: readonly string[]): Pick<Line, 'value' | 'items'> {
  const rows = more.map(withoutComment).filter((line) => line !== '');
  if (withoutComment(value) === '' && rows.length > 0 && rows.every((line) => ITEM.test(line))) {
    return { value: rows.join(' '), items: rows.map((line) => unquoted(line.replace(/^-[ \t]*/, ''))) };
  }
  const whole = [withoutComment(value), ...rows].join(' ').trim();
  const inner = /^\[([^{}]*)\]$/.exec(whole)?.[1];
  if (inner === undefined) {
    return { value: whole, items: null };
  }
  const pieces = inner.replace(/,\s*$/, '').split(/,(?=(?:[^"']|"[^"]*"|'[^']*')*$)/);
  return { value: whole, items: inner.trim() === '' ? [] : pieces.map((item) => unquoted(item.trim())) };
}

/** A number sign with a blank on either side begins a comment that is meant as one. */
function withoutComment(value: string): string {
  return /^["']/.test(value) ? value : value.replace(/(?:^|[ \t]+)#(?:[ \t].*)?$/, '').trim();
}

function unquoted(value: string): string {
  return /^"(?:[^"\\])*"$|^'(?:[^'])*'$/.test(value) ? value.slice(1, -1) : value;
}

/** What the lines alone do not tell: blocks, escapes, quotes over several lines, YAML's tags and aliases. */
function isPlainlyWritten(value: string, text: string): boolean {
  const anchor = /^&(\w+)/.exec(value)?.[1];
  return (
    !/^(?:[|>*]|!!|!<|![\w]+ ["']|"[^"]*$|'[^']*$)|["'].*\\|''|"{3}/.test(value) &&
    (anchor === undefined || !text.includes(`*${anchor}`))
  );
}

/** What of a published report is not as it is written. */
export function changesOf(text: string, recorded: Recorded, generator: GeneratorName): Change[] {
  const lines = linesOf(text);
  return lines.flatMap((line, index): Change[] => {
    const isDropped = lines.slice(index + 1).some(({ name }) => name === line.name);
    const change = isDropped ? 'dropped' : changeOf(line, text, recorded, generator);
    return change ? [{ field: line.name, what: change, range: line.range }] : [];
  });
}

/** Whether a report has a date that can be read in more than one way. */
export function hasOddDate(text: string): boolean {
  return linesOf(text).some(
    ({ name, value }) =>
      /date|published|lastmod|modified/.test(name) && value !== '' && !ISO.test(unquoted(value)),
  );
}

function changeOf(
  { name, value, items }: Line,
  text: string,
  recorded: Recorded,
  generator: GeneratorName,
): string | null {
  if (unquoted(value) === '' || !isPlainlyWritten(value, text)) {
    return null;
  }
  switch (name) {
    case 'title':
      return differs(blanks(recorded.title ?? ''), blanks(unquoted(value)));
    case 'tags':
    case 'tag': {
      if (name === 'tag' && value === 'false') {
        return null;
      }
      const written = items ?? (name === 'tag' ? [unquoted(value)] : wordsOf(value, generator));
      return generator === 'jekyll'
        ? differs(textsOf(recorded.tags), written)
        : differs(folded(recorded.terms ?? []), folded(written));
    }
    case 'categories':
    case 'category': {
      const written = items ?? (name === 'category' ? [unquoted(value)] : wordsOf(value, generator));
      const has = textsOf(recorded.categories);
      return generator !== 'jekyll' || written.every((category) => has.includes(category))
        ? null
        : `${String(has)}, not ${String(written)}`;
    }
    case 'date':
      return dateChange(unquoted(value), recorded.date ?? '');
    case 'draft':
      return /^["']?(?:true|yes|on|y|t|1)["']?$/i.test(value) ? 'published' : null;
    case 'published':
      return (generator === 'jekyll' ? /^["']?(?:false|no|off|0)["']?$/i : /^["']?false["']?$/i).test(value)
        ? 'published'
        : null;
    default:
      return null;
  }
}

function differs(is: string | readonly string[], written: string | readonly string[]): string | null {
  return String(is) === String(written) ? null : `${String(is)}, not ${String(written)}`;
}

function blanks(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)? ?(Z|[-+]\d{2}:?\d{2})?$/;

/** A date without a zone is compared with the clock where the site is, as the recording shows it. */
function dateChange(written: string, recorded: string): string | null {
  if (recorded === '' || recorded.startsWith('0001-')) {
    return 'dropped';
  }
  const [match, day = '', clock = '00:00', zone] = ISO.exec(written) ?? [];
  if (match === undefined) {
    return null;
  }
  if (zone === undefined) {
    return differs(recorded.slice(0, 16), `${day}T${clock}`);
  }
  const instant = Date.parse(`${day}T${clock}${zone.replace(/^(...)(\d\d)$/, '$1:$2')}`);
  return Math.abs(instant - Date.parse(recorded)) < 60_000 ? null : `${recorded}, not ${written}`;
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

/** Several tags in one string, as people mean it; blanks part them for Jekyll alone. */
function wordsOf(value: string, generator: GeneratorName): string[] {
  const text = unquoted(value);
  return (
    /[,;]/.test(text) ? text.split(/[,;]/) : generator === 'jekyll' ? text.split(/[ \t]+/) : [text]
  ).map((word) => word.trim());
}

/** Hugo makes one term of those that differ by case or hyphens, and none of nothing. */
function folded(terms: readonly string[]): string[] {
  return [...new Set(terms.map((term) => term.trim().toLowerCase().replace(/ /g, '-')))].sort();
}
