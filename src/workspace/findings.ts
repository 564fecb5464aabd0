import * as vscode from 'vscode';
import { checkReport } from '../core/rules';
import type { Finding, Severity } from '../core/rules/rule';
import type { OpenReport, Reports } from './reports';
import { readSettings } from './settings';

/** An open report with its findings; those that the user switched off are left out. */
export interface CheckedReport {
  readonly open: OpenReport;
  readonly findings: readonly Finding[];
}

const LEVELS: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The editor's word for a severity. */
export function editorSeverity(severity: Severity): vscode.DiagnosticSeverity {
  return LEVELS[severity];
}

/** Checks open reports, once for each reading of them. */
export class Findings {
  readonly #checked = new WeakMap<OpenReport, CheckedReport>();

  constructor(readonly reports: Reports) {}

  /** @returns null for a document that is no report, or that changed meanwhile */
  async of(document: vscode.TextDocument): Promise<CheckedReport | null> {
    const open = await this.reports.get(document);
    if (!open) {
      return null;
    }
    let checked = this.#checked.get(open);
    if (!checked) {
      checked = { open, findings: this.#check(open) };
      this.#checked.set(open, checked);
    }
    return checked;
  }

  #check({ document, report, site, forecast }: OpenReport): Finding[] {
    const { severity } = readSettings(document.uri);
    return checkReport({ report, site: site.site, forecast, now: Date.now() }).flatMap(
      (finding): Finding[] => {
        const own = severity[finding.code] ?? 'default';
        if (own === 'off') {
          return [];
        }
        return [own === 'default' ? finding : { ...finding, severity: own }];
      },
    );
  }
}
