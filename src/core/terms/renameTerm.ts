import type { Site } from '../generators/generator';
import { say } from '../message';
import type { Message } from '../message';
import { Report } from '../report/report';
import { applyEdits } from '../text';
import type { TextEdit } from '../text';
import type { Taxonomy } from '../report/termFields';
import { obstacleTo } from './renameObstacles';
import { renameUnread } from './renameUnread';
import { rewrittenStrings, rewrittenTerms } from './rewriteTerms';
import { termsOf } from './terms';
import { termUses } from './termUses';
import type { Renaming } from './renaming';

/** What becomes of a report when a term is renamed. */
export interface RenamedTerm {
  /** The smallest edits; none where the report does not use the term, or where `problem` says why it cannot change. */
  readonly edits: readonly TextEdit[];
  /** Why the term cannot be renamed in this report, as a part of a sentence; null where it can. */
  readonly problem: Message | null;
}

const UNCHANGED: RenamedTerm = { edits: [], problem: null };

/**
 * Renames a term in one report: only the term's own characters change; its quotes stay, or are added where the new name
 * needs them; where the report has the new name already, the old one is taken out, and the comment beside it stays. A
 * string of several terms becomes a list where it cannot hold the new name. What the generator will read afterwards is
 * looked at before any edit is given: all other terms are the same then. Where the front matter cannot be read as a whole, see
 * `renameUnread`.
 * @param from the names that go, as the generator reads them; to Hugo all spellings of a term are one
 * @param to the new name; see `checkTermName`
 */
export function renameTerm(
  report: Report,
  site: Site,
  taxonomy: Taxonomy,
  from: readonly string[],
  to: string,
): RenamedTerm {
  const renaming = renamingOf(site, from, to);
  const isChanged = (name: string) => name !== to && renaming.isOld(name);
  const header = headerOf(report);
  const before = header && readingOf(header, site, taxonomy);
  if (header?.frontMatter?.problems.length !== 0) {
    const rename = (other: Report) => renameTerm(other, site, taxonomy, from, to);
    const renamed = renameUnread(header ?? report, { taxonomy, isChanged, rename });
    if (renamed.edits.length > 0 || renamed.problem) {
      return renamed;
    }
  }
  if (!header || !before) {
    const { terms } = readingOf(report, site, taxonomy);
    return terms.some(isChanged) ? refused(obstacleTo(report, site, taxonomy)) : UNCHANGED;
  }
  if (!before.terms.some(isChanged) && !before.written.some(isChanged)) {
    return UNCHANGED;
  }
  if (header.frontMatter?.problems.length !== 0 || !before.written.some(isChanged)) {
    return refused(obstacleTo(header, site, taxonomy));
  }
  for (const rewrite of [rewrittenTerms, rewrittenStrings]) {
    const edits = rewrite(header, site, taxonomy, renaming);
    const after = edits && edits.length > 0 ? rereadAfter(header, edits) : null;
    if (edits && after && isRenamed(before, readingOf(after, site, taxonomy), renaming)) {
      return { edits, problem: null };
    }
  }
  return refused(obstacleTo(header, site, taxonomy) ?? say('`{0}` cannot be written there', to));
}

function refused(reason: Message | null): RenamedTerm {
  return { edits: [], problem: reason ?? say('it stands in a form that cannot be changed safely') };
}

function renamingOf({ generator, version }: Site, from: readonly string[], to: string): Renaming {
  const keyOf = (name: string) => generator.terms.keyOf(name, version);
  const names = new Set(from);
  const keys = new Set(from.map(keyOf));
  const key = keyOf(to);
  return {
    to,
    isOld: (name) => names.has(name) || keys.has(keyOf(name)),
    isNew: (name) => name === to || keyOf(name) === key,
  };
}

/** The report without its body, which has no part in this; null where it has no header that ends. */
function headerOf(report: Report): Report | null {
  if (report.fence.kind !== 'closed') {
    return null;
  }
  return report.body === report.text.length ? report : reread(report, report.text.slice(0, report.body));
}

function reread({ path, generator, options }: Report, text: string): Report {
  return new Report(text, path, generator, options);
}

/** The report after edits; null where other fields came of them, or none can be read any more. */
function rereadAfter(report: Report, edits: readonly TextEdit[]): Report | null {
  const after = reread(report, applyEdits(report.text, edits));
  const isSound =
    after.frontMatter?.problems.length === 0 &&
    after.body === after.text.length &&
    after.fields.length === report.fields.length &&
    after.fields.every(({ key }, at) => key.name === report.fields[at]?.key.name);
  return isSound ? after : null;
}

/** What a report is filed under. */
interface Reading {
  readonly outcome: string;
  /** As the generator reads it; empty where it does not get that far. */
  readonly terms: readonly string[];
  /** As it is written, in all fields. */
  readonly written: readonly string[];
  /** What is none of the taxonomy's, one text for comparing. */
  readonly rest: string;
}

function readingOf(report: Report, site: Site, taxonomy: Taxonomy): Reading {
  // The terms are the same at any moment.
  const forecast = site.generator.forecast(report, site, 0);
  const { [taxonomy]: terms, ...others } = termsOf(report, site, forecast);
  const uses = termUses(report, site);
  const isOurs = (use: { taxonomy: Taxonomy }) => use.taxonomy === taxonomy;
  return {
    outcome: forecast.outcome,
    terms,
    written: uses.filter(isOurs).map(({ name }) => name),
    rest: JSON.stringify([
      others,
      uses.filter((use) => !isOurs(use)).map(({ name, field }) => [field, name]),
    ]),
  };
}

/** Tells whether the new name stands for the old ones, at most once more than before, and all else is as it was. */
function isRenamed(before: Reading, after: Reading, renaming: Renaming): boolean {
  return (
    before.outcome === after.outcome &&
    before.rest === after.rest &&
    isReplaced(before.terms, after.terms, renaming) &&
    isReplaced(before.written, after.written, renaming)
  );
}

function isReplaced(before: readonly string[], after: readonly string[], renaming: Renaming): boolean {
  const { to, isOld, isNew } = renaming;
  const isOther = (name: string) => !isOld(name) && !isNew(name);
  const others = before.filter(isOther);
  const othersNow = after.filter(isOther);
  const isUsed = before.length > others.length;
  return (
    others.length === othersNow.length &&
    others.every((name, at) => name === othersNow[at]) &&
    !after.some((name) => isOld(name) && name !== to) &&
    after.some(isNew) === isUsed
  );
}
