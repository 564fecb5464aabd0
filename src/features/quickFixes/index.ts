import * as vscode from 'vscode';
import { fixAll, safeFix } from '../../core/rules/fixAll';
import type { Finding, Fix, TermRepair } from '../../core/rules/rule';
import { silenceEdit } from '../../core/rules/silence';
import { codeOf } from '../../workspace/reports/diagnostic';
import { editorRange } from '../../workspace/files/documents';
import type { CheckedReport, Findings } from '../../workspace/reports/findings';
import { editorEdits, fixEdit } from '../../workspace/edits/fixEdit';
import type { OpenReport } from '../../workspace/reports/reports';
import { translate } from '../../workspace/ui/translate';
import { WorkspaceIndex } from '../../workspace/index/workspaceIndex';

interface Deps {
  readonly findings: Findings;
}

/** All that can be repaired without a look; for `editor.codeActionsOnSave`. */
const fixAllKind = () => vscode.CodeActionKind.SourceFixAll.append('conferenceNotes');

/** Offers the fixes of findings: each one, all of one rule, all that are safe; and to silence a rule. */
export function registerQuickFixes({ findings }: Deps): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new QuickFixes(findings), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind()],
  });
}

class QuickFixes implements vscode.CodeActionProvider {
  constructor(readonly findings: Findings) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const wantsFixAll = only !== undefined && (only.contains(fixAllKind()) || fixAllKind().contains(only));
    const wantsQuickFixes = !only || only.contains(vscode.CodeActionKind.QuickFix);
    if (!wantsFixAll && !wantsQuickFixes) {
      return [];
    }
    const checked = await this.findings.of(document);
    if (!checked) {
      return [];
    }
    if (wantsFixAll) {
      return this.#fixAll(checked);
    }
    const here = checked.findings.filter((finding) =>
      editorRange(document, finding.range).intersection(range),
    );
    const fixes = await Promise.all(
      here.map((finding) =>
        Promise.all(finding.fixes.map((fix) => actionOf(checked, finding, fix, diagnostics))),
      ),
    );
    const byCode = [...new Map(here.map((finding) => [finding.code, finding])).values()];
    return [
      ...fixes.flat().filter((action) => action !== null),
      ...this.#everywhere(checked, here, diagnostics),
      ...byCode.flatMap((finding) => this.#fixAlike(checked, finding, diagnostics)),
      ...byCode.map((finding) => silence(checked, finding, diagnostics)),
    ];
  }

  /** Renames terms in all reports, each once, unless that reached into other sites: there a name may be the right one. */
  #everywhere(
    { open }: CheckedReport,
    findings: readonly Finding[],
    diagnostics: readonly vscode.Diagnostic[],
  ): vscode.CodeAction[] {
    const offered = new Set<string>();
    return findings.flatMap((finding) => {
      const { everywhere } = finding;
      if (!everywhere || offered.has(everywhere.name) || !this.#isOfOneSite(open, everywhere)) {
        return [];
      }
      offered.add(everywhere.name);
      return [renaming(open, finding, everywhere, diagnostics)];
    });
  }

  #isOfOneSite({ uri, site }: OpenReport, { taxonomy, name }: TermRepair): boolean {
    const { index } = this.findings;
    const own = WorkspaceIndex.keyOf(uri);
    const others = index
      .of(taxonomy)
      .filesOf(name)
      .filter((key) => key !== own);
    return others.length === index.othersOf(uri, site).spellings(taxonomy).count(name);
  }

  /** Repairs all that is safe to repair. */
  #fixAll(checked: CheckedReport): vscode.CodeAction[] {
    const { open, findings } = checked;
    if (!findings.some(safeFix)) {
      return [];
    }
    const edits = fixAll(open.report.text, (text) => this.findings.withText(checked, text));
    const action = new vscode.CodeAction(vscode.l10n.t('Fix all remarks that are safe to fix'), fixAllKind());
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(open.document.uri, editorEdits(open.document, edits));
    return [action];
  }

  /** Repairs everything that one rule found, where it found more than one thing. */
  #fixAlike(
    checked: CheckedReport,
    { code }: Finding,
    diagnostics: readonly vscode.Diagnostic[],
  ): vscode.CodeAction[] {
    const { open, findings } = checked;
    const alike = findings.filter((other) => other.code === code && safeFix(other));
    if (alike.length < 2) {
      return [];
    }
    const edits = fixAll(open.report.text, (text) =>
      this.findings.withText(checked, text).filter((other) => other.code === code),
    );
    const title = vscode.l10n.t('Fix all {0} of `{1}` in this file', alike.length, code);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = diagnostics.filter((diagnostic) => codeOf(diagnostic) === code);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(open.document.uri, editorEdits(open.document, edits));
    return [action];
  }
}

/** @returns null for a fix that cannot be made here */
async function actionOf(
  { open }: CheckedReport,
  finding: Finding,
  fix: Fix,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction | null> {
  const edit = await fixEdit(open, fix);
  if (!edit) {
    return null;
  }
  const action = new vscode.CodeAction(translate(fix.title), vscode.CodeActionKind.QuickFix);
  action.isPreferred = fix.preferred;
  action.edit = edit;
  action.diagnostics = diagnosticsOf(open, finding, diagnostics);
  return action;
}

function renaming(
  open: OpenReport,
  finding: Finding,
  { title, taxonomy, name, to }: TermRepair,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(translate(title), vscode.CodeActionKind.QuickFix);
  // All reports are read only once it is chosen.
  action.command = {
    command: 'conferenceNotes.renameTag',
    title: action.title,
    arguments: [{ taxonomy, name, to }],
  };
  action.diagnostics = diagnosticsOf(open, finding, diagnostics);
  return action;
}

function diagnosticsOf(
  { document }: OpenReport,
  { code, range }: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.Diagnostic[] {
  const place = editorRange(document, range);
  return diagnostics.filter((diagnostic) => codeOf(diagnostic) === code && diagnostic.range.isEqual(place));
}

function silence(
  { open: { document, report } }: CheckedReport,
  { code }: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const title = vscode.l10n.t('Silence `{0}` in this file', code);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics.filter((diagnostic) => codeOf(diagnostic) === code);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, editorEdits(document, [silenceEdit(report, code)]));
  return action;
}
