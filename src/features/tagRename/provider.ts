import * as vscode from 'vscode';
import { tagContext } from '../../core/cursor/context';
import { headerAround } from '../../core/cursor/header';
import { checkTermName } from '../../core/terms/termName';
import { isSameTerm } from '../../core/terms/termUses';
import { watchEdits } from '../../workspace/edits/applyEdits';
import { editorRange } from '../../workspace/files/documents';
import { headerText } from '../../workspace/reports/headerText';
import { isInFrontMatter } from '../../workspace/reports/reports';
import type { OpenReport, Reports } from '../../workspace/reports/reports';
import { termAt } from '../../workspace/terms/termFiles';
import { translate } from '../../workspace/ui/translate';
import { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import { tellTakenBack } from './ask';
import { prepareRename } from './rename';
import type { RenameDeps } from './rename';

interface ProviderDeps extends RenameDeps {
  readonly reports: Reports;
  readonly log: vscode.LogOutputChannel;
}

/** Renames a tag, category or keyword in all reports: what F2 does. */
export class TagRenameProvider implements vscode.RenameProvider, vscode.Disposable {
  /** The editor makes the edits itself, and does not ask whether the reports are still those that they were made for. */
  #watch: vscode.Disposable | undefined;

  constructor(readonly deps: ProviderDeps) {}

  /** Where no term is, other providers are asked: Markdown's own renames headings and links. */
  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    const open = await this.deps.reports.get(document);
    const use = open && termAt(open, position);
    if (use) {
      return { range: editorRange(document, use.range), placeholder: use.name };
    }
    const refusal = refusalAt(document, position, open);
    if (refusal === null) {
      return undefined;
    }
    if (mayBeTaken(document.lineAt(position).text)) {
      // What is thrown does not stop the editor's own Markdown, which takes `[aws]` for a link, and renames something else. So this
      // is ours, and refused once the name is given.
      const range = document.getWordRangeAtPosition(position) ?? new vscode.Range(position, position);
      return { range, placeholder: document.getText(range) || ' ' };
    }
    throw new Error(refusal);
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const open = await this.deps.reports.get(document);
    const use = open && termAt(open, position);
    // Nothing is thrown: the next provider would be asked, and Markdown's own takes `[aws]` for a link.
    const nothing = new vscode.WorkspaceEdit();
    if (!use) {
      const refusal = refusalAt(document, position, open);
      void (refusal !== null && vscode.window.showWarningMessage(refusal));
      return refusal === null ? undefined : nothing;
    }
    const to = newName.trim();
    const problem = checkTermName(to);
    if (problem) {
      void vscode.window.showWarningMessage(translate(problem));
      return nothing;
    }
    const { taxonomy, name } = use;
    const { generator, version } = open.site.site;
    const { index } = this.deps;
    const merges = () => {
      if (isSameTerm(name, to, generator, version)) {
        return 0;
      }
      const terms = index.of(taxonomy);
      // That this report has both is seen.
      const isOwn = terms.tagsOf(WorkspaceIndex.keyOf(document.uri)).some((tag) => tag.name === to);
      return terms.countOf(to) - (isOwn ? 1 : 0);
    };
    try {
      const renaming = { taxonomy, from: [name], to };
      const prepared = await prepareRename(this.deps, renaming, { own: document.uri, token, merges });
      if (!prepared) {
        return nothing;
      }
      this.#watch?.dispose();
      this.#watch = watchEdits(prepared.files, tellTakenBack);
      return prepared.edit;
    } catch (error) {
      this.deps.log.error(`Tags: “${name}” cannot be renamed: ${String(error)}`);
      void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was renamed: see the log.'));
      return nothing;
    }
  }
  dispose(): void {
    this.#watch?.dispose();
  }
}

/** Why nothing can be renamed at a place in a report's front matter that is no term; null for any other place. */
function refusalAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  open: OpenReport | null,
): string | null {
  const text = headerText(document, position);
  if (!open || text === null) {
    return null;
  }
  const offset = document.offsetAt(position);
  if (tagContext(text, offset)) {
    return open.report.frontMatter?.problems.length === 0
      ? vscode.l10n.t('This cannot be renamed: it is written in a form that cannot be changed safely.')
      : vscode.l10n.t(
          'This cannot be renamed: the front matter cannot be read. Mend what is marked in it first.',
        );
  }
  // Also what only its writer takes for front matter.
  return isInFrontMatter(open, new vscode.Range(position, position)) || headerAround(text, offset)?.closed
    ? vscode.l10n.t('Only tags, categories and keywords can be renamed here.')
    : null;
}

/** Tells whether the editor's own Markdown may find a link or a heading in a line. */
function mayBeTaken(line: string): boolean {
  return /[[\]<#]|:\/\//.test(line);
}
