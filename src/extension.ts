import * as vscode from 'vscode';

/** Wires the parts together; VS Code calls it once, in the Node or in the web extension host. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel(vscode.l10n.t('Conference Notes'), { log: true });
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('conferenceNotes.showLog', () => {
      log.show();
    }),
  );
}
