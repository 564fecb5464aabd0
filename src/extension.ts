import * as vscode from 'vscode';
import { registerConvertFrontMatter } from './features/convertFrontMatter';
import { registerDiagnostics } from './features/diagnostics';
import { registerDraftActions } from './features/draftActions';
import { registerFieldCompletion } from './features/fieldCompletion';
import { registerFieldHover } from './features/fieldHover';
import { registerIndexStatus } from './features/indexStatus';
import { registerMarkdownPreview } from './features/markdownPreview';
import type { MarkdownPreviewApi } from './features/markdownPreview';
import { registerMovedFiles } from './features/movedFiles';
import { registerPreview } from './features/preview';
import { registerQuickFixes } from './features/quickFixes';
import { registerSiteStatus } from './features/siteStatus';
import { registerTagCompletion } from './features/tagCompletion';
import { registerTagNavigation } from './features/tagNavigation';
import { registerTagRename } from './features/tagRename';
import { registerTagsView } from './features/tagsView';
import { registerTargetCompletion } from './features/targetCompletion';
import { registerWorkspaceCheck } from './features/workspaceCheck';
import { Findings } from './workspace/reports/findings';
import { IndexCache } from './workspace/index/indexCache';
import { Layouts } from './workspace/sites/layouts';
import { createLog } from './workspace/ui/log';
import { Reports } from './workspace/reports/reports';
import { Schemas } from './workspace/reports/schemas';
import { SiteFinder } from './workspace/sites/siteFinder';
import { Targets } from './workspace/sites/targets';
import { WorkspaceIndex } from './workspace/index/workspaceIndex';

/** Wires the parts together; VS Code calls it once, in the Node or in the web extension host. */
export function activate(context: vscode.ExtensionContext): MarkdownPreviewApi {
  const { extension, extensionUri, storageUri, subscriptions, workspaceState } = context;
  const log = createLog();
  const sites = new SiteFinder(log);
  const targets = new Targets();
  const reports = new Reports(sites, targets);
  const { version } = extension.packageJSON as { version: string };
  const index = new WorkspaceIndex(sites, new IndexCache(storageUri, version, log), log);
  const schemas = new Schemas(sites, log);
  const findings = new Findings(reports, index, schemas);
  const layouts = new Layouts(sites);
  const markdownPreview = registerMarkdownPreview({ reports, sites, log });
  subscriptions.push(
    log,
    sites,
    targets,
    reports,
    index,
    schemas,
    findings,
    layouts,
    markdownPreview,
    registerDiagnostics({ extensionUri, findings, log }),
    registerQuickFixes({ findings }),
    registerConvertFrontMatter({ reports }),
    registerDraftActions({ reports }),
    registerTagCompletion({ index, sites, log }),
    registerTargetCompletion({ sites, targets, log }),
    registerTagRename({ sites, reports, index, log }),
    registerTagNavigation({ sites, reports, index }),
    registerTagsView({ index, reports, log, state: workspaceState }),
    registerFieldCompletion({ sites, index, layouts, log }),
    registerFieldHover({ reports, index }),
    registerMovedFiles({ sites, reports, targets, index, log }),
    registerPreview({ extensionUri, sites, findings, log }),
    registerSiteStatus({ reports }),
    registerIndexStatus({ index }),
    registerWorkspaceCheck({ extensionUri, findings, log }),
    vscode.commands.registerCommand('conferenceNotes.showLog', () => {
      log.show();
    }),
  );
  return markdownPreview.api;
}
