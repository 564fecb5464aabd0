import * as vscode from 'vscode';
import type { Finding, Fix } from '../../core/rules/rule';
import { editorRange } from '../../workspace/documents';
import type { Findings } from '../../workspace/findings';
import { translate } from '../../workspace/translate';

interface Deps {
  readonly findings: Findings;
}

/** Offers the fixes of findings as quick fixes. */
export function registerQuickFixes({ findings }: Deps): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new QuickFixes(findings), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

class QuickFixes implements vscode.CodeActionProvider {
  constructor(readonly findings: Findings) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) {
      return [];
    }
    const checked = await this.findings.of(document);
    if (!checked) {
      return [];
    }
    return checked.findings
      .filter((finding) => editorRange(document, finding.range).intersection(range))
      .flatMap((finding) =>
        finding.fixes.map((fix) => actionOf(document, finding, fix, context.diagnostics)),
      );
  }
}

function actionOf(
  document: vscode.TextDocument,
  finding: Finding,
  fix: Fix,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(translate(fix.title), vscode.CodeActionKind.QuickFix);
  action.isPreferred = fix.preferred;
  action.diagnostics = diagnostics.filter(
    (diagnostic) => typeof diagnostic.code === 'object' && diagnostic.code.value === finding.code,
  );
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    document.uri,
    fix.edits.map((edit) => new vscode.TextEdit(editorRange(document, edit.range), edit.newText)),
  );
  return action;
}
