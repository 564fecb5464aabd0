import * as vscode from 'vscode';
import type { Finding, Severity } from '../../core/rules/rule';

/** What was found so far. */
export interface Tally extends Record<Severity, number> {
  reports: number;
  /** The reports in which anything was found. */
  withFindings: number;
  cancelled: boolean;
}

/** Adds a report's findings. */
export function count(tally: Tally, findings: readonly Finding[]): void {
  tally.reports++;
  if (findings.length > 0) {
    tally.withFindings++;
  }
  for (const { severity } of findings) {
    tally[severity]++;
  }
}

/** What was found, in a sentence; `isClean` where there is nothing to look at. */
export function summaryOf(tally: Tally): { text: string; isClean: boolean } {
  const { reports, error, warning, info, hint, withFindings } = tally;
  const remarks = info + hint;
  const isClean = withFindings === 0;
  const found = isClean
    ? vscode.l10n.t('{0} reports checked: nothing to remark.', reports)
    : vscode.l10n.t(
        '{0} reports checked: errors {1}, warnings {2}, remarks {3}, in {4} of them.',
        reports,
        error,
        warning,
        remarks,
        withFindings,
      );
  return {
    text: tally.cancelled ? vscode.l10n.t('Cancelled. {0}', found) : found,
    isClean,
  };
}
