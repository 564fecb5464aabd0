import * as vscode from 'vscode';
import { draftActions } from '../../core/rules/publishing/draftActions';
import { fixEdit } from '../../workspace/edits/fixEdit';
import { isInFrontMatter } from '../../workspace/reports/reports';
import type { OpenReport, Reports } from '../../workspace/reports/reports';
import { translate } from '../../workspace/ui/translate';

interface Deps {
  readonly reports: Reports;
}

/** Offers to publish a draft, or to make a draft of a report, where the cursor is in the front matter. */
export function registerDraftActions({ reports }: Deps): vscode.Disposable {
  const kind = vscode.CodeActionKind.RefactorMove;
  const provideCodeActions = async (
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, triggerKind }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> => {
    // Only when asked for: else a bulb would light up wherever the cursor is.
    const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const open = !isAsked || (only && !only.contains(kind)) ? null : await reports.get(document);
    return open && isInFrontMatter(open, range) ? actionsOf(open, kind) : [];
  };
  return vscode.languages.registerCodeActionsProvider(
    { language: 'markdown' },
    { provideCodeActions },
    { providedCodeActionKinds: [kind] },
  );
}

async function actionsOf(open: OpenReport, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  const { report, site, forecast } = open;
  const fixes = draftActions({ report, site: site.site, forecast, now: Date.now() });
  const actions = await Promise.all(
    fixes.map(async (fix) => {
      const edit = await fixEdit(open, fix);
      return edit && Object.assign(new vscode.CodeAction(translate(fix.title), kind), { edit });
    }),
  );
  return actions.filter((action) => action !== null);
}
