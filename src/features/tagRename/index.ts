import * as vscode from 'vscode';
import type { Reports } from '../../workspace/reports';
import type { Sites } from '../../workspace/sites';
import type { WorkspaceIndex } from '../../workspace/workspaceIndex';
import { mergeTags, renameTag } from './commands';
import { TagRenameProvider } from './provider';

interface Deps {
  readonly sites: Sites;
  readonly reports: Reports;
  readonly index: WorkspaceIndex;
  readonly log: vscode.LogOutputChannel;
}

/** Renames a tag, category or keyword in all reports, and merges one into another. */
export function registerTagRename(deps: Deps): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerRenameProvider({ language: 'markdown' }, new TagRenameProvider(deps)),
    vscode.commands.registerCommand('conferenceNotes.renameTag', (argument: unknown) =>
      renameTag(deps, argument),
    ),
    vscode.commands.registerCommand('conferenceNotes.mergeTags', (argument: unknown, selected: unknown) =>
      mergeTags(deps, argument, selected),
    ),
  );
}
