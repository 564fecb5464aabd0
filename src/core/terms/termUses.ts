import type { Entry, ListNode } from '../frontMatter/tree';
import type { Generator, Site } from '../generators/generator';
import { writtenItems, writtenValue } from '../write/written';
import type { Written } from '../write/written';
import type { Report } from '../report/report';
import type { Range } from '../text';
import { splitsStrings } from './splitsStrings';
import { tagFieldOf, taxonomyOf } from '../report/termFields';
import type { Quote } from '../write/quote';
import type { TagField, Taxonomy } from '../report/termFields';

/** One place where a report says what it is filed under. */
export interface TermUse {
  readonly taxonomy: Taxonomy;
  readonly field: TagField;
  /** As the generator reads it, without blanks around it. */
  readonly name: string;
  /** What is written, with its quotes. */
  readonly range: Range;
  /** The same without the quotes. */
  readonly inner: Range;
  readonly quote: Quote;
  /** `item`: in a list, with brackets or dashes. `value`: as the field's whole value. `word`: as one of several in a string. */
  readonly form: 'item' | 'value' | 'word';
  /** The list, and how the item is written in it; for `item` only. */
  readonly item: { readonly list: ListNode; readonly written: Written } | null;
}

/** Where a string holds several terms. */
const WORDS = /\S+/g;
const BETWEEN_COMMAS = /[^\s,](?:[^,]*[^\s,])?/g;

/**
 * Finds where a report's tags, categories and keywords are written, in the order of the text. Left out are values that
 * stand elsewhere (aliases), what is no single value on one line, and fields that the generator does not read.
 */
export function termUses(report: Report, site: Site): TermUse[] {
  return report.fields.flatMap((entry) => {
    const field = tagFieldOf(entry.key.name ?? '');
    const isRead =
      field !== null &&
      report.field(foldedName(report, entry)) === entry &&
      isFieldRead(site, field, entry.key.name ?? '');
    return isRead ? usesIn(report, site, entry, field) : [];
  });
}

function foldedName({ generator }: Report, { key }: Entry): string {
  const name = key.name ?? '';
  return generator.foldsKeys ? name.toLowerCase() : name;
}

/** Tells whether the generator files reports by a field; keywords are a theme's affair. */
function isFieldRead(site: Site, field: TagField, name: string): boolean {
  const { foldsKeys, terms } = site.generator;
  if (!foldsKeys && name !== field) {
    return false;
  }
  const isSingular = field === 'tag' || field === 'category';
  return (
    !isSingular || terms.singular !== 'unread' || terms.taxonomiesOf(site.config)?.includes(field) === true
  );
}

function usesIn(report: Report, site: Site, entry: Entry, field: TagField): TermUse[] {
  const { value } = entry;
  if (value?.kind === 'list') {
    return writtenItems(report, value).flatMap((written) =>
      useOf(report, site, field, written, { list: value, written }),
    );
  }
  const written = writtenValue(report, entry);
  const pattern = field === 'keywords' ? BETWEEN_COMMAS : splitsStrings(site.generator, field) ? WORDS : null;
  return pattern ? wordsIn(report, field, written, pattern) : useOf(report, site, field, written, null);
}

function useOf(
  { text }: Report,
  { generator, version }: Site,
  field: TagField,
  { node, isAlias }: Written,
  item: TermUse['item'],
): TermUse[] {
  if (node?.kind !== 'scalar' || isAlias || node.style === 'block') {
    return [];
  }
  const { range } = node;
  const name = generator.shownText(node, version).trim();
  if (name === '' || text.slice(range.start, range.end).includes('\n')) {
    return [];
  }
  const quote = quoteOf(node.style);
  return [
    {
      taxonomy: taxonomyOf(field),
      field,
      name,
      range,
      inner: innerOf(range, quote),
      quote,
      form: item ? 'item' : 'value',
      item,
    },
  ];
}

/** The terms that are made of one string; none where what is written is not what is read, letter by letter. */
function wordsIn({ text }: Report, field: TagField, { node, isAlias }: Written, pattern: RegExp): TermUse[] {
  if (node?.kind !== 'scalar' || isAlias || node.style === 'block' || node.style === 'bare') {
    return [];
  }
  const quote = quoteOf(node.style);
  const inner = innerOf(node.range, quote);
  const source = text.slice(inner.start, inner.end);
  if (source !== node.text) {
    return [];
  }
  const words = [...source.matchAll(pattern)];
  return words.flatMap((match): TermUse[] => {
    // `aws, cloud`: the comma is no part of what was meant.
    const name = match[0].replace(/[,;]$/, '');
    const start = inner.start + match.index;
    const own = { start, end: start + name.length };
    const isAlone = words.length === 1;
    return name === ''
      ? []
      : [
          {
            taxonomy: taxonomyOf(field),
            field,
            name,
            range: isAlone && name.length === source.length ? node.range : own,
            inner: own,
            quote,
            form: isAlone ? 'value' : 'word',
            item: null,
          },
        ];
  });
}

function quoteOf(style: string): Quote {
  return style === 'double' || style === 'single' ? style : 'none';
}

function innerOf({ start, end }: Range, quote: Quote): Range {
  return quote === 'none' ? { start, end } : { start: start + 1, end: end - 1 };
}

/** Tells whether two names are one term to a generator: to Hugo `Data Science` and `data-science` are. */
export function isSameTerm(a: string, b: string, generator: Generator, version: string): boolean {
  return a === b || generator.terms.keyOf(a, version) === generator.terms.keyOf(b, version);
}

/** What names that may be one term have in common, whatever the generator: their letters and digits. */
export function looseKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
