import * as vscode from 'vscode';
import { addTerm } from '../../core/terms/addTerm';
import { editorRange } from '../../workspace/files/documents';
import { editorEdits } from '../../workspace/edits/fixEdit';
import type { Reports } from '../../workspace/reports/reports';
import { translate } from '../../workspace/ui/translate';
import type { TermNode } from './nodes';

/** Adds a tag to the report in the editor, or says why that cannot be. */
export async function insertTerm({ taxonomy, name }: TermNode, reports: Reports): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const open = editor && (await reports.get(editor.document));
  if (!open) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a report first: the tag is added to the one in the editor.'),
    );
    return;
  }
  const { document, report, site, version } = open;
  const { edits, problem } = addTerm(report, site.site, taxonomy, name);
  if (problem) {
    void vscode.window.showInformationMessage(translate(problem));
    return;
  }
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, editorEdits(document, edits));
  if (document.version !== version || !(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The report in the editor could not be changed.'));
    return;
  }
  const start = edits[0]?.range.start ?? 0;
  editor.revealRange(
    editorRange(document, { start, end: start }),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
