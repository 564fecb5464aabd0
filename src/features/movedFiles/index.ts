import * as vscode from 'vscode';
import type { Reports } from '../../workspace/reports';
import { followsMoves } from '../../workspace/settings';
import type { Sites } from '../../workspace/sites';
import type { Targets } from '../../workspace/targets';
import type { WorkspaceIndex } from '../../workspace/workspaceIndex';
import { links } from './lazy';

/** What the update of links needs. */
export interface MovedFilesDeps {
  readonly sites: Sites;
  readonly reports: Reports;
  readonly targets: Targets;
  readonly index: WorkspaceIndex;
  readonly log: vscode.LogOutputChannel;
}

/** Has reports name files by their new places where these are renamed or moved in the editor, in the same step. */
export function registerMovedFiles(deps: MovedFilesDeps): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    const files = event.files.filter(({ oldUri }) => followsMoves(oldUri));
    if (files.length > 0) {
      event.waitUntil(links().linksAfter(deps, files, event.token));
    }
  });
}
