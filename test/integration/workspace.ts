// The copy of the sample sites (examples/) that the suite runs in; a test may change it.
import * as vscode from 'vscode';
import { until } from './wait';

export const extensionId = 'conference-notes.conference-notes';

/** @param path relative to examples/, like `jekyll/_posts/2024-05-01-some-day.md` */
export function sampleUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('No folder is open: the suite needs the sample sites.');
  }
  return vscode.Uri.joinPath(folder.uri, ...path.split('/'));
}

/** Writes a file into the copy, with its folders. */
export async function writeSample(path: string, text: string): Promise<vscode.Uri> {
  const uri = sampleUri(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file in the editor. */
export async function openSample(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sampleUri(path)));
}

/** Closes every editor; unsaved changes are dropped. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until(
    () => vscode.window.tabGroups.all.every((group) => group.tabs.length === 0),
    'all editors are closed',
  );
}
