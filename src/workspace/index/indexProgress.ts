import * as vscode from 'vscode';

/** Work that is done within so many milliseconds is not worth a word. */
const PATIENCE = 1000;

/** How often the count is told, in milliseconds. */
const INTERVAL = 250;

/** Shows in the status bar how far reading has come, if it takes long. */
export async function withLateProgress(
  work: Promise<void>,
  counts: { readonly done: number; readonly total: number },
): Promise<void> {
  const show = async (progress: vscode.Progress<{ message?: string }>) => {
    const tell = () => {
      progress.report({ message: vscode.l10n.t('{0} of {1} files', counts.done, counts.total) });
    };
    tell();
    const interval = setInterval(tell, INTERVAL);
    await work.finally(() => {
      clearInterval(interval);
    });
  };
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading reports') };
    void vscode.window.withProgress(options, show);
  }, PATIENCE);
  await work.finally(() => {
    clearTimeout(timer);
  });
}
