import * as vscode from 'vscode';

/** Opens the extension's log, which says what was found and why; nothing in it leaves the machine. */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel(vscode.l10n.t('Conference Notes'), { log: true });
}
