import * as vscode from 'vscode';
import { followsMoves } from '../../workspace/settings';
import { links } from './lazy';
import type { MovedFilesDeps } from './deps';

/** Has reports name files by their new places where these are renamed or moved in the editor, in the same step. */
export function registerMovedFiles(deps: MovedFilesDeps): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    const files = event.files.filter(({ oldUri }) => followsMoves(oldUri));
    if (files.length > 0) {
      event.waitUntil(links().linksAfter(deps, files, event.token));
    }
  });
}
