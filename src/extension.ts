import * as vscode from 'vscode';
import { registerConvertFrontMatter } from './features/convertFrontMatter';
import { registerDiagnostics } from './features/diagnostics';
import { registerPreview } from './features/preview';
import { registerQuickFixes } from './features/quickFixes';
import { registerSiteStatus } from './features/siteStatus';
import { registerTagCompletion } from './features/tagCompletion';
import { Findings } from './workspace/findings';
import { createLog } from './workspace/log';
import { Reports } from './workspace/reports';
import { SiteFinder } from './workspace/siteFinder';
import { WorkspaceTagIndex } from './workspace/tagIndex';

/** Wires the parts together; VS Code calls it once, in the Node or in the web extension host. */
export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const log = createLog();
  const sites = new SiteFinder(log);
  const reports = new Reports(sites);
  const findings = new Findings(reports);
  const index = new WorkspaceTagIndex(sites, log);
  subscriptions.push(
    log,
    sites,
    reports,
    index,
    registerDiagnostics({ extensionUri, findings, log }),
    registerQuickFixes({ findings }),
    registerConvertFrontMatter({ reports }),
    registerTagCompletion({ index, sites, log }),
    registerPreview({ extensionUri, reports, log }),
    registerSiteStatus({ reports }),
    vscode.commands.registerCommand('conferenceNotes.showLog', () => {
      log.show();
    }),
  );
}
