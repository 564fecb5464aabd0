import * as vscode from 'vscode';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';

interface Deps {
  readonly index: WorkspaceIndex;
}

/** The command that reads all reports anew, for a day on which the index seems to be wrong. */
export function registerIndexStatus({ index }: Deps): vscode.Disposable {
  return vscode.commands.registerCommand('conferenceNotes.rebuildIndex', async () => {
    await index.rebuild();
    const { size } = index.of('tags');
    // Not awaited: the command is done, whether or not anyone closes the message.
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Index rebuilt: Markdown files {0}, tags {1}.', index.fileCount, size),
    );
  });
}
