import * as vscode from 'vscode';
import { checkTermName } from '../../core/tags/termName';
import { isSameTerm } from '../../core/tags/termUses';
import { watchEdits } from '../../workspace/applyEdits';
import { editorRange } from '../../workspace/documents';
import { isInFrontMatter } from '../../workspace/reports';
import type { Reports } from '../../workspace/reports';
import { termAt } from '../../workspace/termFiles';
import { translate } from '../../workspace/translate';
import { WorkspaceIndex } from '../../workspace/workspaceIndex';
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
    if (open && isInFrontMatter(open, new vscode.Range(position, position))) {
      throw new Error(vscode.l10n.t('Only tags, categories and keywords can be renamed here.'));
    }
    return undefined;
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const open = await this.deps.reports.get(document);
    const use = open && termAt(open, position);
    if (!use) {
      return undefined;
    }
    // From here on nothing is thrown: the next provider would be asked, and Markdown's own takes `[aws]` for a link.
    const nothing = new vscode.WorkspaceEdit();
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
