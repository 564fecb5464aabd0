import * as vscode from 'vscode';
import type { PreviewDeps } from './deps';

/** What happens to the report of a preview. */
export interface ReportEvents {
  /** Its text was changed. */
  changed(): void;
  /** What is shown of it may be wrong though its text is the same. */
  stale(): void;
  /** Its file has another place. */
  moved(uri: vscode.Uri): void;
}

/**
 * Tells what happens to the report of a preview.
 * @param uriOf the report that is shown at the moment
 */
export function changesOf(
  { findings }: Pick<PreviewDeps, 'findings'>,
  uriOf: () => vscode.Uri | null,
  events: ReportEvents,
): vscode.Disposable {
  const isShown = (uri: vscode.Uri) => uri.toString() === uriOf()?.toString();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isShown(document.uri)) {
        events.changed();
      }
    }),
    // Also the way in which a document's language changes.
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (isShown(uri)) {
        events.stale();
      }
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const moved = files.find(({ oldUri }) => isShown(oldUri));
      if (moved) {
        events.moved(moved.newUri);
      }
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('conferenceNotes', uriOf() ?? undefined)) {
        events.stale();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      events.stale();
    }),
    // Settings and sites are among what its findings depend on.
    findings.onDidChange(() => {
      events.stale();
    }),
  );
}
