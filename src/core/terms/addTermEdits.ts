import type { Entry, Format, ListNode } from '../frontMatter/tree';
import type { Site } from '../generators/generator';
import { writtenItems } from '../write/written';
import type { Report } from '../report/report';
import { lineEnd } from '../frontMatter/fence';
import { insertField } from '../write/edits';
import { lineEndOf, lineStart } from '../text';
import type { TextEdit } from '../text';
import type { Quote } from '../write/quote';
import type { TagField, Taxonomy } from '../report/termFields';
import { splitsStrings } from './splitsStrings';
import { quoteTag } from '../write/quote';
import { termUses } from './termUses';

/** The fields that a term may stand in, the one to begin in new ones first. */
const FIELDS = {
  tags: ['tags', 'tag'],
  categories: ['categories', 'category'],
  keywords: ['keywords'],
} as const satisfies Record<Taxonomy, readonly TagField[]>;

/** All that is known of the term and of the report it is to be added to. */
interface Target {
  readonly report: Report;
  readonly format: Format;
  readonly name: string;
  /** The terms that the report has, wherever from. */
  readonly names: readonly string[];
  /** The quotes that most of the terms there have. */
  readonly quote: Quote;
}

/**
 * The ways in which a term could be added, the one that changes least first. Whether the generator then reads what is
 * meant is for the caller to find out.
 * @param names the terms that the report has
 */
export function* waysToAdd(
  report: Report,
  site: Site,
  taxonomy: Taxonomy,
  name: string,
  names: readonly string[],
): Generator<readonly TextEdit[], void> {
  const format = report.frontMatter?.format ?? 'yaml';
  const target: Target = { report, format, name, names, quote: usualQuote(report, site, taxonomy) };
  let isThere = false;
  for (const field of FIELDS[taxonomy]) {
    const entry = report.field(field);
    if (entry) {
      isThere = true;
      yield* waysInField(target, entry, site, field);
    }
  }
  // A second one of the same name would be an error, or hide the first.
  if (!isThere) {
    yield* waysWithNewField(target, FIELDS[taxonomy][0]);
  }
}

function usualQuote(report: Report, site: Site, taxonomy: Taxonomy): Quote {
  const quotes = termUses(report, site)
    .filter((use) => use.taxonomy === taxonomy && use.form === 'item')
    .map(({ quote }) => quote);
  const isUsual = (quote: Quote) => quotes.filter((other) => other === quote).length * 2 > quotes.length;
  return isUsual('single') ? 'single' : isUsual('double') ? 'double' : 'none';
}

function* waysInField(
  target: Target,
  entry: Entry,
  { generator, version }: Site,
  field: TagField,
): Generator<readonly TextEdit[], void> {
  const { report, name, format } = target;
  const { value } = entry;
  if (value?.kind === 'list') {
    yield* value.flow ? behindLastInBrackets(target, value) : behindLastDash(target, value);
    return;
  }
  if (value === null) {
    // Right behind the colon: a comment may follow.
    const colon = /^["']?[ \t]*:/.exec(report.text.slice(entry.range.end, entry.range.end + 100));
    if (colon) {
      yield [insertion(entry.range.end + colon[0].length, ` ${listOf(target, [name])}`)];
    }
    return;
  }
  if (value.kind === 'map' || value.style === 'block') {
    return;
  }
  const { range, style } = value;
  const isEmpty = generator.shownText(value, version).trim() === '';
  const between = field === 'keywords' ? ', ' : splitsStrings(generator, field) ? ' ' : null;
  if (!isEmpty && between !== null && style !== 'bare') {
    yield [insertion(style === 'plain' ? range.end : range.end - 1, between + name)];
  }
  if (!isEmpty && !report.text.slice(range.start, range.end).includes('\n')) {
    yield [insertion(range.start, '['), insertion(range.end, `, ${quoteTag(name, format, target.quote)}]`)];
  }
  yield [{ range, newText: listOf(target, [...target.names, name]) }];
}

function listOf({ format, quote }: Target, names: readonly string[]): string {
  return `[${names.map((name) => quoteTag(name, format, quote)).join(', ')}]`;
}

function* behindLastInBrackets(target: Target, list: ListNode): Generator<readonly TextEdit[], void> {
  const { report, name, format, quote } = target;
  const { text } = report;
  const written = quoteTag(name, format, quote);
  const last = writtenItems(report, list).at(-1);
  if (!last) {
    if (text[list.range.start] === '[') {
      yield [insertion(list.range.start + 1, written)];
    }
    return;
  }
  const before = text.slice(list.range.start + 1, last.range.start);
  const gap = /\s*$/.exec(before)?.[0] ?? '';
  const { end } = last.range;
  if (!gap.includes('\n')) {
    yield [insertion(end, `,${list.items.length > 1 ? gap : ' '}${written}`)];
    return;
  }
  // Each on a line of its own; a comment behind the last one stays with it.
  const line = gap.slice(gap.lastIndexOf('\n') + 1);
  const newLine = `${lineEndOf(text)}${line}${written}`;
  const [rest = '', comma = '', comment = ''] = /^[ \t]*(,?)[ \t]*(#[^\n\r]*)?/.exec(text.slice(end)) ?? [];
  if (comment === '') {
    yield [insertion(end, `,${newLine}`)];
  } else if (comma === '') {
    yield [insertion(end, ','), insertion(end + rest.length, newLine)];
  } else {
    yield [insertion(end + rest.length, `${newLine},`)];
  }
}

function* behindLastDash(target: Target, list: ListNode): Generator<readonly TextEdit[], void> {
  const { report, name, format, quote } = target;
  const { text } = report;
  const written = quoteTag(name, format, quote);
  const last = writtenItems(report, list).at(-1);
  const start = last && lineStart(text, last.range.start);
  const dash =
    start === undefined ? null : /^([ \t]*-)([ \t]*)/.exec(text.slice(start, lineEnd(text, start)));
  if (!last || start === undefined || !dash) {
    return;
  }
  const [all, before = '', gap = ''] = dash;
  const end = lineEnd(text, last.range.end);
  if (last.node === null && last.mark === '' && text.slice(start + all.length, end).trim() === '') {
    // An item of nothing, as a snippet leaves it, waits to be filled.
    yield [{ range: { start: start + before.length, end }, newText: ` ${written}` }];
  }
  yield [insertion(end, `${lineEndOf(text)}${before}${last.node === null ? ' ' : gap || ' '}${written}`)];
}

function* waysWithNewField(target: Target, field: TagField): Generator<readonly TextEdit[], void> {
  const { report, format, name, names } = target;
  const { text, fields } = report;
  const value = listOf(target, [...names, name]);
  // In TOML what follows a table belongs to it.
  const last = fields.findLast(({ value: other }) => format !== 'toml' || !isTable(other));
  const root = report.frontMatter?.root;
  if (last && format === 'json') {
    const first = fields[0] ?? last;
    const gap = /\s*$/.exec(text.slice(0, first.range.start))?.[0] ?? ' ';
    yield [insertion(last.range.end, `,${gap}"${field}": ${value}`)];
  } else if (last && root?.kind === 'map' && (format === 'toml' || !root.flow)) {
    const end = lineEnd(text, text.slice(0, last.range.end).trimEnd().length);
    const indent = /^[ \t]*/.exec(text.slice(lineStart(text, last.range.start)))?.[0] ?? '';
    const line = format === 'toml' ? `${field} = ${value}` : `${indent}${field}: ${value}`;
    yield [insertion(end, `${lineEndOf(text)}${line}`)];
  }
  const atTop = insertField(report, field, value);
  if (atTop) {
    yield [atTop];
  }
}

function isTable(value: Entry['value']): boolean {
  return value?.kind === 'map' || (value?.kind === 'list' && value.items[0]?.kind === 'map');
}

function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
