import * as vscode from 'vscode';

/** For what VS Code announces no event for. */
const interval = 100;

/**
 * Waits until `probe` gives something true, looking again whenever VS Code announces a change.
 *
 * @param what is awaited, in words: the sentence "… did not happen" must read well
 * @param limit in milliseconds
 * @returns what the probe gave
 * @throws when the limit is reached; tells what the probe gave or threw last
 */
export async function until<T>(
  probe: () => T | PromiseLike<T>,
  what: string,
  limit = 15_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + limit;
  let last: unknown;
  do {
    const change = nextChange();
    try {
      const value = await probe();
      if (value) {
        return value;
      }
      last = value;
    } catch (error) {
      last = error;
    }
    await change;
  } while (Date.now() < deadline);
  throw new Error(
    `Within ${String(limit / 1000)} s, this did not happen: ${what}. At last there was: ${describeValue(last)}`,
  );
}

/** Resolves at the next change of anything that a test waits for, at the latest after a short interval. */
function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      for (const listener of listeners) {
        listener.dispose();
      }
      resolve();
    };
    const timer = setTimeout(done, interval);
    const listeners = [
      vscode.languages.onDidChangeDiagnostics(done),
      vscode.workspace.onDidChangeTextDocument(done),
      vscode.window.onDidChangeActiveTextEditor(done),
      vscode.window.tabGroups.onDidChangeTabs(done),
      vscode.extensions.onDidChange(done),
    ];
  });
}

function describeValue(value: unknown): string {
  return value instanceof Error ? value.message : JSON.stringify([value]);
}
