import * as vscode from 'vscode';
import type { Finding, RuleCode, Severity } from '../../core/rules/rule';
import { translate } from '../ui/translate';

/** What the editor shows as the source of our diagnostics. */
export const SOURCE = 'Conference Notes';

const LEVELS: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * A finding as the editor shows it.
 * @param extensionUri the extension's folder, where the page of the rule is
 */
export function diagnosticOf(
  finding: Finding,
  range: vscode.Range,
  extensionUri: vscode.Uri,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, translate(finding.message), LEVELS[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.code, target: pageOf(finding.code, extensionUri) };
  return diagnostic;
}

/** The page of a rule. */
export function pageOf(code: RuleCode, extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${code}.md`);
}

/** The code of one of our diagnostics; undefined for those of others. */
export function codeOf({ source, code }: vscode.Diagnostic): string | undefined {
  return source === SOURCE && typeof code === 'object' ? String(code.value) : undefined;
}
