import type { Entry, Format } from '../frontMatter/tree';
import type { Site } from '../generators/generator';
import type { Report } from '../report/report';
import type { TextEdit } from '../text';
import type { Taxonomy } from '../report/termFields';
import { isPlainSafe, quoteTag } from '../write/quote';
import type { Renaming } from './renaming';
import { removeItems, removeWords } from './termRemoval';
import { termUses } from './termUses';
import type { TermUse } from './termUses';

/**
 * The edits that give the old names of a report the new one, or take them out where a field has it already.
 * @returns null where one of them cannot be changed in its place
 */
export function rewrittenTerms(
  report: Report,
  site: Site,
  taxonomy: Taxonomy,
  renaming: Renaming,
): TextEdit[] | null {
  return joined(
    fieldsOf(report, site, taxonomy, renaming).map(({ uses }) => inPlace(report, uses, renaming)),
  );
}

/** The same, with lists in the place of strings that hold terms: they hold any name. */
export function rewrittenStrings(
  report: Report,
  site: Site,
  taxonomy: Taxonomy,
  renaming: Renaming,
): TextEdit[] | null {
  return joined(
    fieldsOf(report, site, taxonomy, renaming).map(({ entry, uses }) =>
      uses.every(({ form }) => form === 'item')
        ? inPlace(report, uses, renaming)
        : asList(report, entry, uses, renaming),
    ),
  );
}

function joined(parts: readonly (TextEdit[] | null)[]): TextEdit[] | null {
  const edits = parts.filter((part) => part !== null);
  return edits.length === parts.length ? edits.flat() : null;
}

interface Field {
  readonly entry: Entry;
  /** All of the field's terms, in their order. */
  readonly uses: readonly TermUse[];
}

/** The fields that hold an old name. */
function fieldsOf(report: Report, site: Site, taxonomy: Taxonomy, { isOld, to }: Renaming): Field[] {
  const uses = termUses(report, site).filter((use) => use.taxonomy === taxonomy);
  return report.fields.flatMap((entry) => {
    const own = uses.filter(({ range }) => range.start >= entry.range.start && range.end <= entry.range.end);
    return own.some(({ name }) => name !== to && isOld(name)) ? [{ entry, uses: own }] : [];
  });
}

/** The one use that stays or is renamed; all other old ones go. */
function keptOf(uses: readonly TermUse[], { to, isOld, isNew }: Renaming): TermUse | undefined {
  return (
    uses.find(({ name }) => name === to) ??
    uses.find(({ name }) => isNew(name) && !isOld(name)) ??
    uses.find(({ name }) => isOld(name))
  );
}

function inPlace(report: Report, uses: readonly TermUse[], renaming: Renaming): TextEdit[] | null {
  const old = uses.filter(({ name }) => name !== renaming.to && renaming.isOld(name));
  const kept = keptOf(uses, renaming);
  const renamed = kept && old.includes(kept) ? renamedUse(report, kept, renaming.to) : [];
  const surplus = old.filter((use) => use !== kept);
  const list = surplus[0]?.item?.list;
  const removed = list
    ? removeItems(report, list, new Set(surplus.map(({ item }) => item?.written.node ?? null)))
    : removeWords(report, uses, new Set(surplus));
  return renamed && removed && [...renamed, ...removed];
}

/** @returns null where the string that the term is a part of cannot hold the new name */
function renamedUse(report: Report, use: TermUse, to: string): TextEdit[] | null {
  const { form, quote, range, inner } = use;
  const isPart = form === 'word' || range.start === inner.start;
  if (isPart && quote !== 'none') {
    return isVerbatim(to) ? [{ range: inner, newText: to }] : null;
  }
  if (form === 'word') {
    // The other words may need quotes or not: at the start of a string more is special than within it.
    return isPlainSafe(`x ${to}`) && isPlainSafe(`${to} x`) ? [{ range, newText: to }] : null;
  }
  const newText = quoteTag(to, formatOf(report), quote);
  const written = report.text.slice(range.start, range.end);
  const isSameQuote =
    quote !== 'none' && use.inner.start === range.start + 1 && written.at(0) === newText.at(0);
  return [
    isSameQuote
      ? { range: { start: range.start + 1, end: range.end - 1 }, newText: newText.slice(1, -1) }
      : { range, newText },
  ];
}

/** Tells whether a name is the same in quotes of any kind, so that it is found in them again. */
function isVerbatim(name: string): boolean {
  return !/["'\\]/.test(name);
}

function asList(
  report: Report,
  { value }: Entry,
  uses: readonly TermUse[],
  renaming: Renaming,
): TextEdit[] | null {
  const isSimple =
    value?.kind === 'scalar' &&
    !uses.some(({ inner, field }) => field !== 'keywords' && /[,;]/.test(report.text[inner.end] ?? ''));
  if (!isSimple) {
    return null;
  }
  const kept = keptOf(uses, renaming);
  const names = uses.flatMap((use) =>
    use === kept && renaming.isOld(use.name)
      ? [renaming.to]
      : use !== kept && renaming.isOld(use.name) && use.name !== renaming.to
        ? []
        : [use.name],
  );
  const newText = `[${names.map((name) => quoteTag(name, formatOf(report), 'none')).join(', ')}]`;
  return [{ range: value.range, newText }];
}

function formatOf({ frontMatter }: Report): Format {
  return frontMatter?.format ?? 'yaml';
}
