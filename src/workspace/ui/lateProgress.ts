import * as vscode from 'vscode';

/** Work that takes no longer than this shows no progress, in milliseconds. */
const PATIENCE = 1000;

/** Says how much of the work is done, from 0 to 1. */
export type ReportShare = (share: number) => void;

/**
 * Does some work, and shows its progress, with a way to stop it, once it takes long.
 * @param outer stops the work, too
 */
export async function withLateProgress<Result>(
  title: string,
  outer: vscode.CancellationToken | undefined,
  work: (token: vscode.CancellationToken, report: ReportShare) => Promise<Result>,
): Promise<Result> {
  const source = new vscode.CancellationTokenSource();
  const link = outer?.onCancellationRequested(() => {
    source.cancel();
  });
  let show: ReportShare = () => undefined;
  const running = work(source.token, (share) => {
    show(share);
  });
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => {
        source.cancel();
      });
      let shown = 0;
      show = (share) => {
        // Each step crosses to the window: a hundred of them will do.
        const percent = Math.floor(share * 100);
        if (percent > shown) {
          progress.report({ increment: percent - shown });
          shown = percent;
        }
      };
      // Whether it failed is told to whoever asked for it.
      await running.then(undefined, () => undefined);
    });
  }, PATIENCE);
  try {
    return await running;
  } finally {
    clearTimeout(timer);
    link?.dispose();
    source.dispose();
  }
}

/** Resolves when a token is cancelled. */
export function cancelled(token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => {
      resolve();
    });
  });
}
