import * as vscode from 'vscode';
import { NO_OTHER_REPORTS } from './core/sites/otherReports';
import { registerDiagnostics } from './features/diagnostics';
import { registerFieldCompletion } from './features/fieldCompletion';
import { registerFieldHover } from './features/fieldHover';
import { registerPreview } from './features/preview';
import { registerQuickFixes } from './features/quickFixes';
import { registerSiteStatus } from './features/siteStatus';
import { registerTagCompletion } from './features/tagCompletion';
import { Findings } from './workspace/findings';
import { Layouts } from './workspace/layouts';
import { createLog } from './workspace/log';
import type { Others } from './workspace/others';
import { Reports } from './workspace/reports';
import { SiteFinder } from './workspace/siteFinder';
import { WorkspaceTagIndex } from './workspace/tagIndex';

/** Wires the parts together; VS Code calls it once, in the Node or in the web extension host. */
export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const log = createLog();
  const sites = new SiteFinder(log);
  const reports = new Reports(sites);
  const findings = new Findings(reports);
  const others: Others = { of: () => NO_OTHER_REPORTS };
  const layouts = new Layouts(sites);
  const index = new WorkspaceTagIndex(sites, log);
  subscriptions.push(
    log,
    sites,
    reports,
    index,
    layouts,
    registerDiagnostics({ extensionUri, findings, log }),
    registerQuickFixes({ findings }),
    registerTagCompletion({ index, sites, log }),
    registerFieldCompletion({ sites, others, layouts, log }),
    registerFieldHover({ reports, others }),
    registerPreview({ extensionUri, reports, log }),
    registerSiteStatus({ reports }),
    vscode.commands.registerCommand('conferenceNotes.showLog', () => {
      log.show();
    }),
  );
}
