import * as vscode from 'vscode';
import { convertFrontMatter } from '../../core/convert';
import type { Format } from '../../core/frontMatter/tree';
import { editorRange } from '../../workspace/files/documents';
import { isInFrontMatter } from '../../workspace/reports/reports';
import type { OpenReport, Reports } from '../../workspace/reports/reports';
import { translate } from '../../workspace/ui/translate';

interface Deps {
  readonly reports: Reports;
}

/** Offers to write the front matter in the other formats that the generator reads, where the cursor is in it. */
export function registerConvertFrontMatter({ reports }: Deps): vscode.Disposable {
  const kind = vscode.CodeActionKind.RefactorRewrite;
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new Conversions(reports), {
    providedCodeActionKinds: [kind],
  });
}

class Conversions implements vscode.CodeActionProvider {
  /** The cursor moves more often than a report changes. */
  readonly #made = new WeakMap<OpenReport, vscode.CodeAction[]>();

  constructor(readonly reports: Reports) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, triggerKind }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    // Only when asked for: else a bulb would light up wherever the cursor is.
    const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    if (!isAsked || (only && !only.contains(vscode.CodeActionKind.RefactorRewrite))) {
      return [];
    }
    const open = await this.reports.get(document);
    if (!open || !isInFrontMatter(open, range)) {
      return [];
    }
    let actions = this.#made.get(open);
    if (!actions) {
      actions = actionsOf(open);
      this.#made.set(open, actions);
    }
    return actions;
  }
}

function actionsOf(open: OpenReport): vscode.CodeAction[] {
  const format = open.report.frontMatter?.format;
  return open.site.site.generator.formats
    .filter((target) => target !== format)
    .map((target) => actionOf(open, target));
}

function actionOf({ document, report, site }: OpenReport, target: Format): vscode.CodeAction {
  const name = target.toUpperCase();
  const conversion = convertFrontMatter(report, site.site, target, Date.now());
  const title =
    conversion.edit && conversion.losesComments
      ? vscode.l10n.t('Convert front matter to {0} (comments are lost)', name)
      : vscode.l10n.t('Convert front matter to {0}', name);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
  if (conversion.edit) {
    const { range, newText } = conversion.edit;
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(document.uri, [new vscode.TextEdit(editorRange(document, range), newText)]);
  } else {
    action.disabled = {
      reason: vscode.l10n.t(
        'The front matter cannot be converted to {0}: {1}.',
        name,
        translate(conversion.refusal),
      ),
    };
  }
  return action;
}
