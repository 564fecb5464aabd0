import type * as vscode from 'vscode';
import type { Reports } from '../../workspace/reports/reports';
import type { Sites } from '../../workspace/sites/sites';
import type { Targets } from '../../workspace/sites/targets';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';

/** What the update of links needs. */
export interface MovedFilesDeps {
  readonly sites: Sites;
  readonly reports: Reports;
  readonly targets: Targets;
  readonly index: WorkspaceIndex;
  readonly log: vscode.LogOutputChannel;
}
