import * as vscode from 'vscode';
import { isSameTerm, termUses } from '../../core/terms/termUses';
import type { TermUse } from '../../core/terms/termUses';
import type { ReadReport, Reports } from '../../workspace/reports/reports';
import type { ReportNode, TermNode } from './nodes';

/** Opens a report with its tag selected; where the tag does not stand there in so many words, at its start. */
export async function openReport(
  { term, key }: ReportNode,
  reports: Reports,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const uri = vscode.Uri.parse(key, true);
  try {
    const read = await reports.readFile(uri);
    const use = read && useOf(term, read);
    const options: vscode.TextDocumentShowOptions = { preview: true };
    if (use) {
      const at = (offset: number) => {
        const { line, character } = read.report.lines.positionAt(offset);
        return new vscode.Position(line, character);
      };
      options.selection = new vscode.Range(at(use.inner.start), at(use.inner.end));
    }
    await vscode.window.showTextDocument(uri, options);
  } catch (error) {
    log.warn(`Tags: ${key} cannot be opened: ${String(error)}`);
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The report cannot be opened. It may have been moved or deleted.'),
    );
  }
}

function useOf({ taxonomy, name }: TermNode, { report, site: { site } }: ReadReport): TermUse | undefined {
  return termUses(report, site).find(
    (use) => use.taxonomy === taxonomy && isSameTerm(use.name, name, site.generator, site.version),
  );
}
