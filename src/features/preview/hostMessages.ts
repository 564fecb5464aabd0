import * as vscode from 'vscode';
import type { HostMessage } from '../../webview/protocol';
import type { CheckedReport } from '../../workspace/reports/findings';
import { readPreviewSettings } from '../../workspace/settings';
import { translate } from '../../workspace/ui/translate';
import { viewOf } from './viewModel';

/**
 * Has the page show a report.
 * @param edition by which the page names what it shows
 */
export function reportMessage(
  { open, findings }: CheckedReport,
  edition: number,
  locked: boolean,
): HostMessage {
  const { uri, report, site, forecast } = open;
  const { rawHtml } = readPreviewSettings(uri);
  const input = { report, site: site.site, siteReason: site.reason, forecast, findings, rawHtml };
  const view = viewOf(input, { translate, language: vscode.env.language });
  return { type: 'report', uri: uri.toString(), edition, locked, view };
}

/** Has the page say that there is nothing to show. */
export function emptyMessage(hasDocument: boolean): HostMessage {
  return {
    type: 'empty',
    heading: hasDocument ? vscode.l10n.t('This file is not a report') : vscode.l10n.t('No report is open'),
    text: hasDocument
      ? vscode.l10n.t('A report is a Markdown file that starts with front matter.')
      : vscode.l10n.t('Open a Markdown file with front matter to see its excerpt and key take-aways here.'),
  };
}
