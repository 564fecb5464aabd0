import * as vscode from 'vscode';
import type { Reports } from '../../workspace/reports/reports';
import type { Sites } from '../../workspace/sites/sites';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import { tagRename } from './lazy';
import type { TagRenameProvider } from './provider';

interface Deps {
  readonly sites: Sites;
  readonly reports: Reports;
  readonly index: WorkspaceIndex;
  readonly log: vscode.LogOutputChannel;
}

/** Renames a tag, category or keyword in all reports, and merges one into another. */
export function registerTagRename(deps: Deps): vscode.Disposable {
  let made: TagRenameProvider | undefined;
  const provider = () => {
    made ??= new (tagRename().TagRenameProvider)(deps);
    return made;
  };
  return vscode.Disposable.from(
    new vscode.Disposable(() => made?.dispose()),
    vscode.languages.registerRenameProvider(
      { language: 'markdown' },
      {
        prepareRename: (document, position) => provider().prepareRename(document, position),
        provideRenameEdits: (...wanted) => provider().provideRenameEdits(...wanted),
      },
    ),
    vscode.commands.registerCommand('conferenceNotes.renameTag', (argument: unknown) =>
      tagRename().renameTag(deps, argument),
    ),
    vscode.commands.registerCommand('conferenceNotes.mergeTags', (argument: unknown, selected: unknown) =>
      tagRename().mergeTags(deps, argument, selected),
    ),
  );
}
