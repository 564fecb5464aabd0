import * as vscode from 'vscode';
import { findMarkdown, MARKDOWN_GLOB, mayBeFolder } from '../../workspace/files/markdownFiles';

/** What is done about what happens to files after all were checked. */
export interface FollowHandlers {
  /** A file has changed. */
  readonly changed: (uri: vscode.Uri) => void;
  /** A file has come into being, or into its place. */
  readonly arrived: (uri: vscode.Uri) => void;
  /** A file or folder is no longer there, and nothing in it. */
  readonly gone: (uri: vscode.Uri) => void;
}

/** Follows the files of the workspace, in folders that come and go, too. */
export function followFiles({ changed, arrived, gone }: FollowHandlers): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(MARKDOWN_GLOB, false, false, true);
  // Of a folder that is moved or deleted often only the folder itself is announced.
  const all = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  const source = new vscode.CancellationTokenSource();
  const lookInto = async (uri: vscode.Uri) => {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (type === vscode.FileType.Directory) {
        (await findMarkdown(source.token, uri)).forEach(arrived);
      }
    } catch {
      // It is gone again.
    }
  };
  const folderArrived = (uri: vscode.Uri) => {
    if (mayBeFolder(uri)) {
      void lookInto(uri);
    }
  };
  return vscode.Disposable.from(
    files,
    all,
    new vscode.Disposable(() => {
      source.cancel();
      source.dispose();
    }),
    files.onDidChange(changed),
    files.onDidCreate(arrived),
    all.onDidCreate(folderArrived),
    all.onDidDelete(gone),
    vscode.workspace.onDidRenameFiles(({ files: renamed }) => {
      renamed.forEach(({ oldUri, newUri }) => {
        gone(oldUri);
        folderArrived(newUri);
      });
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      removed.forEach(({ uri }) => {
        gone(uri);
      });
    }),
  );
}
