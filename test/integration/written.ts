// Reports that one test writes. Left there, their tags and fields would be offered elsewhere.
import * as vscode from 'vscode';
import { closeAll, writeSample } from './workspace';

const written: vscode.Uri[] = [];

/** Writes a file into the copy of the sample sites, until `tidyUp`. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = await writeSample(path, text);
  written.push(uri);
  return uri;
}

/** Closes all editors and deletes what was written. */
export async function tidyUp(): Promise<void> {
  await closeAll();
  await Promise.all(
    written.splice(0).map((uri) => vscode.workspace.fs.delete(uri).then(undefined, () => undefined)),
  );
}

export function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`Got ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}.`);
  }
}
