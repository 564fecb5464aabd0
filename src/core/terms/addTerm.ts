import type { Site } from '../generators/generator';
import { say } from '../message';
import type { Message } from '../message';
import { Report } from '../report/report';
import { applyEdits } from '../text';
import type { TextEdit } from '../text';
import { waysToAdd } from './addTermEdits';
import type { Taxonomy } from '../report/termFields';
import { TAXONOMIES } from '../report/termFields';
import { termsOf } from './terms';
import type { Terms } from './terms';
import { isSameTerm } from './termUses';

/** What becomes of a report that is to be filed under one term more. */
export interface AddedTerm {
  /** The smallest edits; none where `problem` says why the term is not added. */
  readonly edits: readonly TextEdit[];
  /** Why the term is not added: it is there already, or cannot be written. Null where it is. */
  readonly problem: Message | null;
}

/** What a report says of itself, whenever it is read. */
interface Reading {
  readonly terms: Terms;
  readonly rest: string;
}

/**
 * Adds a term to a report, in the field where the report has its terms, and as they are written there: to a list in
 * brackets or with dashes, to a string, or in a new field. The generator reads the old terms and the new one afterwards,
 * and nothing else in another way: what would be read differently is not offered.
 * @param name the new term, as the generator is to read it
 */
export function addTerm(report: Report, site: Site, taxonomy: Taxonomy, name: string): AddedTerm {
  if (!report.frontMatter || report.frontMatter.problems.length > 0) {
    return refused(say('The front matter of this report cannot be read.'));
  }
  const before = readingOf(report, site);
  const names = before.terms[taxonomy];
  if (names.some((term) => isSameTerm(term, name, site.generator, site.version))) {
    return refused(say('This report has that already.'));
  }
  const wanted: Reading = { ...before, terms: { ...before.terms, [taxonomy]: [...names, name] } };
  for (const edits of waysToAdd(report, site, taxonomy, name, names)) {
    const after = new Report(applyEdits(report.text, edits), report.path, report.generator, report.options);
    if (isSameReading(readingOf(after, site), wanted)) {
      return { edits, problem: null };
    }
  }
  return refused(say('That cannot be written into the front matter of this report.'));
}

function refused(problem: Message): AddedTerm {
  return { edits: [], problem };
}

function readingOf(report: Report, site: Site): Reading {
  // The moment decides whether the report is shown yet, not what it says.
  const forecast = site.generator.forecast(report, site, 0);
  const { outcome, title, date, reason } = forecast;
  const rest = [outcome, title, date, reason?.template, report.frontMatter?.problems.length];
  return { terms: termsOf(report, site, forecast), rest: JSON.stringify(rest) };
}

/** The order of terms tells readers nothing. */
function isSameReading(a: Reading, b: Reading): boolean {
  const sorted = ({ terms }: Reading) =>
    JSON.stringify(TAXONOMIES.map((taxonomy) => [...terms[taxonomy]].sort()));
  return a.rest === b.rest && sorted(a) === sorted(b);
}
