import * as vscode from 'vscode';
import { isMarkdown } from '../files/documents';
import { MARKDOWN_GLOB } from '../files/markdownFiles';

/** What is done about what happens to files, documents and folders. */
export interface WatchHandlers {
  /** A file, or what a document says, has changed. */
  changed(uri: vscode.Uri): void;
  /** A file or folder was created, or moved here. */
  arrived(uri: vscode.Uri): void;
  /** A file or folder was deleted, or moved away. */
  gone(uri: vscode.Uri): void;
  /** The workspace has other folders. */
  foldersChanged(): void;
  /** Git may ignore other files. */
  rulesChanged(): void;
}

/**
 * Follows the workspace's files and documents.
 * @param open is kept up to date: the open documents by their URIs as text
 */
export function watchFiles(
  open: Map<string, vscode.TextDocument>,
  handlers: WatchHandlers,
): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(MARKDOWN_GLOB, false, false, true);
  // Of a folder that is deleted, moved or unpacked often only the folder itself is announced.
  const all = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  const rules = vscode.workspace.createFileSystemWatcher('**/.gitignore');
  const rulesChanged = (uri: vscode.Uri) => {
    // Those deeper down are not read.
    if (vscode.workspace.asRelativePath(uri, false) === '.gitignore') {
      handlers.rulesChanged();
    }
  };
  const changed = (uri: vscode.Uri) => {
    handlers.changed(uri);
  };
  vscode.workspace.textDocuments.forEach((document) => {
    open.set(document.uri.toString(), document);
  });
  return vscode.Disposable.from(
    files,
    all,
    rules,
    rules.onDidCreate(rulesChanged),
    rules.onDidChange(rulesChanged),
    rules.onDidDelete(rulesChanged),
    files.onDidCreate(changed),
    files.onDidChange(changed),
    all.onDidCreate((uri) => {
      handlers.arrived(uri);
    }),
    all.onDidDelete((uri) => {
      handlers.gone(uri);
    }),
    vscode.workspace.onDidRenameFiles(({ files: renamed }) => {
      renamed.forEach(({ oldUri, newUri }) => {
        handlers.gone(oldUri);
        handlers.arrived(newUri);
      });
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      open.set(document.uri.toString(), document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isMarkdown(document)) {
        open.set(document.uri.toString(), document);
        changed(document.uri);
      }
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      // Changes that were not saved are gone now.
      open.delete(document.uri.toString());
      changed(document.uri);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      handlers.foldersChanged();
    }),
  );
}
