import * as vscode from 'vscode';
import { checkTermName } from '../../core/terms/termName';
import type { Taxonomy } from '../../core/report/termFields';
import { translate } from '../../workspace/ui/translate';
import type { Term } from '../../workspace/terms/termFiles';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';

/** Lets the user choose one of the terms that reports use, the most used first. */
export async function pickTerm(
  index: WorkspaceIndex,
  taxonomy: Taxonomy,
  placeHolder: string,
  without: readonly string[] = [],
): Promise<Term | undefined> {
  const left = new Set(without);
  const items = index.ready().then(() =>
    index
      .of(taxonomy)
      .counts()
      .filter(({ name }) => !left.has(name))
      .map(({ name, count }) => ({ label: name, description: usedIn(count) })),
  );
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: false });
  return chosen && { taxonomy, name: chosen.label };
}

/** Asks for a term's new name, and tells while it is typed what it will do. */
export async function askName(index: WorkspaceIndex, { taxonomy, name }: Term): Promise<string | undefined> {
  await index.ready();
  const answer = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('New name of “{0}” in all reports', name),
    value: name,
    validateInput: (value) => {
      const to = value.trim();
      const problem = checkTermName(to);
      if (problem) {
        return { message: translate(problem), severity: vscode.InputBoxValidationSeverity.Error };
      }
      const count = to === name ? 0 : index.of(taxonomy).countOf(to);
      return count > 0
        ? { message: existing(to, count), severity: vscode.InputBoxValidationSeverity.Warning }
        : undefined;
    },
  });
  return answer?.trim();
}

function existing(name: string, count: number): string {
  return count === 1
    ? vscode.l10n.t('“{0}” is used in 1 report: the two will be merged.', name)
    : vscode.l10n.t('“{0}” is used in {1} reports: the two will be merged.', name, count);
}

function usedIn(count: number): string {
  return count === 1 ? vscode.l10n.t('1 report') : vscode.l10n.t('{0} reports', count);
}
