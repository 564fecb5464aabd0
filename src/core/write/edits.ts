import type { Entry } from '../frontMatter/tree';
import type { Report } from '../report/report';
import { lineEndOf, lineStart } from '../text';
import type { Range, TextEdit } from '../text';

/** Where the site's other reports have a field. */
export interface FieldHabits {
  /** How many of them have it. */
  fieldUse(name: string): number;
  /** The names of the fields that stand above it in more of them than below it. */
  fieldsAbove(name: string): ReadonlySet<string>;
}

/** Writes text as a string value in double quotes, in any of the formats. */
export function quoted(text: string): string {
  // YAML's and TOML's double quotes know JSON's escapes.
  return JSON.stringify(text);
}

/**
 * Writes text in YAML quotes, changing as little of it as can be: single quotes where it holds double ones or
 * backslashes, which then stay as they are.
 */
export function yamlQuoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/**
 * Adds a field at the top of the front matter.
 * @param value as it is to be written
 * @returns null where the front matter was not recognised, or holds something else than fields, if only `~`
 */
export function insertField(report: Report, name: string, value: string): TextEdit | null {
  const root = report.frontMatter?.root;
  if (report.fence.kind !== 'closed' || (root && root.kind !== 'map')) {
    return null;
  }
  const { format, header, open } = report.fence.fence;
  if (format !== 'json' && header.start === open.end) {
    // The header's first line is the fence's own.
    return null;
  }
  const lineEnd = lineEndOf(report.text);
  if (format !== 'json') {
    const newText = format === 'yaml' ? `${name}: ${value}${lineEnd}` : `${name} = ${value}${lineEnd}`;
    const first = report.fields[0];
    // Before the first field, whose comments stay above it, and in its indentation.
    const at = first && format === 'yaml' ? lineStart(report.text, first.range.start) : header.start;
    const indent = first && format === 'yaml' ? report.text.slice(at, first.range.start) : '';
    if (first && root?.flow) {
      return { range: { start: first.range.start, end: first.range.start }, newText: `${name}: ${value}, ` };
    }
    return { range: { start: at, end: at }, newText: (/^\s*$/.test(indent) ? indent : '') + newText };
  }
  const first = report.fields[0];
  if (!first) {
    return { range: { start: header.start + 1, end: header.start + 1 }, newText: `"${name}": ${value}` };
  }
  const gap = report.text.slice(header.start + 1, first.range.start);
  return {
    range: { start: first.range.start, end: first.range.start },
    newText: `"${name}": ${value},${gap || ' '}`,
  };
}

/** The fields with which most front matter begins. */
const FIRST_FIELDS: ReadonlySet<string> = new Set([
  'layout',
  'title',
  'subtitle',
  'date',
  'author',
  'authors',
]);

/**
 * Adds a field where the site's other reports have it; where none of them has, below those with which front matter begins.
 * Where no line of its own is free there, it goes to the top.
 * @param value as it is to be written
 * @returns null as `insertField` does
 */
export function placeField(
  { report, others }: { readonly report: Report; readonly others: FieldHabits },
  name: string,
  value: string,
): TextEdit | null {
  const edit = insertField(report, name, value);
  const { frontMatter, text } = report;
  if (
    !edit ||
    frontMatter?.format !== 'yaml' ||
    frontMatter.problems.length > 0 ||
    !edit.newText.endsWith('\n')
  ) {
    return edit;
  }
  const learnt = others.fieldUse(name) > 0 ? others.fieldsAbove(name) : FIRST_FIELDS;
  const last = report.fields.findLast(({ key }) => key.name !== null && learnt.has(key.name));
  const next = last && report.fields.find(({ range }) => range.start > last.range.start);
  if (!last) {
    return edit;
  }
  const lf = text.indexOf('\n', last.range.end - (text[last.range.end - 1] === '\n' ? 1 : 0));
  const at = lf + 1;
  // Behind it only a comment, and the next field on a line below.
  const isFree =
    lf >= 0 &&
    /^(?:[ \t]*:)?[ \t]*(?:[&!]\S*)?[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(last.range.end, at)) &&
    (next === undefined || next.range.start >= at) &&
    at <= report.body;
  return isFree ? { range: { start: at, end: at }, newText: edit.newText } : edit;
}

/** Takes a field out, with its line or lines where it stands alone on them. */
export function removeField(report: Report, entry: Entry): TextEdit {
  const { text } = report;
  const start = lineStart(text, entry.range.start);
  // YAML's way to write a long key: `? key`.
  const before = text.slice(start, entry.range.start);
  const isAlone = /^\s*(?:\?\s+)?$/.test(before);
  // A field of nothing ends with its name: the colon is still to come.
  const colon = entry.value ? 0 : (/^["']?[ \t]*:/.exec(text.slice(entry.range.end))?.[0].length ?? 0);
  const entryEnd = entry.range.end + colon;
  const lf = text.indexOf('\n', entryEnd);
  const end = lf < 0 ? text.length : lf + 1;
  const rest = text.slice(entryEnd, end);
  const isLast = /^\s*\}/.test(text.slice(entryEnd));
  if (isAlone && !isLast && /^[ \t]*,?[ \t]*(?:#.*)?\r?\n?$/.test(rest)) {
    return { range: { start, end }, newText: '' };
  }
  const comma = /^\s*,\s*/.exec(text.slice(entryEnd))?.[0].length ?? 0;
  // Of several in braces the last one takes along the comma before it.
  const dangling = isLast ? (/\s*,\s*$/.exec(text.slice(0, entry.range.start))?.[0].length ?? 0) : 0;
  return { range: { start: entry.range.start - dangling, end: entryEnd + comma }, newText: '' };
}

/** Replaces a stretch of text. */
export function replace(range: Range, newText: string): TextEdit {
  return { range, newText };
}
