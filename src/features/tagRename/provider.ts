import * as vscode from 'vscode';
import { checkTermName } from '../../core/tags/termName';
import { isSameTerm } from '../../core/tags/termUses';
import { editorRange } from '../../workspace/documents';
import { isInFrontMatter } from '../../workspace/reports';
import type { Reports } from '../../workspace/reports';
import { termAt } from '../../workspace/termFiles';
import { translate } from '../../workspace/translate';
import { prepareRename } from './rename';
import type { RenameDeps } from './rename';

/** Renames a tag, category or keyword in all reports: what F2 does. */
export class TagRenameProvider implements vscode.RenameProvider {
  constructor(readonly deps: RenameDeps & { readonly reports: Reports }) {}

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
    const to = newName.trim();
    const problem = checkTermName(to);
    if (problem) {
      throw new Error(translate(problem));
    }
    const { taxonomy, name } = use;
    const { generator, version } = open.site.site;
    await this.deps.index.ready();
    const merges = isSameTerm(name, to, generator, version) ? 0 : this.deps.index.of(taxonomy).countOf(to);
    const prepared = await prepareRename(
      this.deps,
      { taxonomy, from: [name], to },
      { own: document.uri, token, merges },
    );
    // Without edits nothing happens; without an answer the editor would go on to tell of a failure.
    return prepared?.edit ?? new vscode.WorkspaceEdit();
  }
}
