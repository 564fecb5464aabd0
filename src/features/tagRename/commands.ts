import * as vscode from 'vscode';
import { TAXONOMIES } from '../../core/report/termFields';
import type { Taxonomy } from '../../core/report/termFields';
import { checkTermName } from '../../core/terms/termName';
import { applyEdits } from '../../workspace/edits/applyEdits';
import type { Reports } from '../../workspace/reports/reports';
import { termAt } from '../../workspace/terms/termFiles';
import type { Term } from '../../workspace/terms/termFiles';
import { translate } from '../../workspace/ui/translate';
import { askName, pickTerm } from './pick';
import { tellTakenBack } from './ask';
import { prepareRename } from './rename';
import type { RenameDeps } from './rename';

interface CommandDeps extends RenameDeps {
  readonly reports: Reports;
}

/** What a command was called with: names of one taxonomy, and the name to give them. */
interface Wanted {
  readonly taxonomy: Taxonomy;
  readonly names: readonly string[];
  readonly to: string | undefined;
}

/** Gives a term another name: that of the argument, under the cursor, or one to choose. */
export async function renameTag(deps: CommandDeps, argument: unknown): Promise<void> {
  const wanted = wantedOf(argument);
  const term =
    firstOf(wanted) ??
    (await termAtCursor(deps.reports)) ??
    (await pickTerm(deps.index, 'tags', vscode.l10n.t('Which tag is to have another name?')));
  const to = term && (wanted?.to ?? (await askName(deps.index, term)));
  if (term && to !== undefined && to !== term.name) {
    await apply(deps, term.taxonomy, [term.name], to);
  }
}

/**
 * Gives terms the name of another one.
 * @param selected further terms, as a tree gives them
 */
export async function mergeTags(deps: CommandDeps, argument: unknown, selected: unknown): Promise<void> {
  const wanted = withSelected(wantedOf(argument), selected);
  const first =
    firstOf(wanted) ??
    (await termAtCursor(deps.reports)) ??
    (await pickTerm(deps.index, 'tags', vscode.l10n.t('Which tag is to be merged into another?')));
  if (!first) {
    return;
  }
  const names = wanted && wanted.names.length > 0 ? wanted.names : [first.name];
  const placeHolder = vscode.l10n.t('Merge “{0}” into which tag?', names.join('”, “'));
  // Of several that were chosen one may be the one to keep.
  const without = names.length > 1 ? [] : names;
  const to = wanted?.to ?? (await pickTerm(deps.index, first.taxonomy, placeHolder, without))?.name;
  const from = names.filter((name) => name !== to);
  if (to !== undefined && from.length > 0) {
    await apply(deps, first.taxonomy, from, to);
  }
}

async function apply(
  deps: CommandDeps,
  taxonomy: Taxonomy,
  from: readonly string[],
  to: string,
): Promise<void> {
  const problem = checkTermName(to);
  if (problem) {
    void vscode.window.showWarningMessage(translate(problem));
    return;
  }
  const own = vscode.window.activeTextEditor?.document.uri;
  const prepared = await prepareRename(deps, { taxonomy, from, to }, { own });
  if (!prepared) {
    return;
  }
  const applied = await applyEdits(prepared.files, prepared.edit);
  if (!applied.isDone) {
    tellTakenBack(applied);
    return;
  }
  // Not awaited: the command is done, whether or not anyone answers.
  void vscode.window.showInformationMessage(
    prepared.changed === 1
      ? vscode.l10n.t('“{0}” is “{1}” now in 1 report.', from.join('”, “'), to)
      : vscode.l10n.t('“{0}” is “{1}” now in {2} reports.', from.join('”, “'), to, prepared.changed),
  );
}

async function termAtCursor(reports: Reports): Promise<Term | undefined> {
  const editor = vscode.window.activeTextEditor;
  const open = editor && (await reports.get(editor.document));
  return (open && termAt(open, editor.selection.active)) ?? undefined;
}

function firstOf(wanted: Wanted | null): Term | undefined {
  const name = wanted?.names[0];
  return wanted && name !== undefined ? { taxonomy: wanted.taxonomy, name } : undefined;
}

/** Reads what another part of the editor passes; null for anything else. */
function wantedOf(argument: unknown): Wanted | null {
  if (typeof argument !== 'object' || argument === null) {
    return null;
  }
  const { taxonomy, name, names, to } = argument as Record<string, unknown>;
  const known = TAXONOMIES.find((one) => one === taxonomy);
  const all = [name, ...(Array.isArray(names) ? (names as unknown[]) : [])];
  return known
    ? {
        taxonomy: known,
        names: all.filter((one) => typeof one === 'string'),
        to: typeof to === 'string' ? to : undefined,
      }
    : null;
}

function withSelected(wanted: Wanted | null, selected: unknown): Wanted | null {
  const more = (Array.isArray(selected) ? (selected as unknown[]) : [])
    .map(wantedOf)
    .filter((other) => other?.taxonomy === wanted?.taxonomy)
    .flatMap((other) => other?.names ?? []);
  return wanted && { ...wanted, names: [...new Set([...wanted.names, ...more])] };
}
