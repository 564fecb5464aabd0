import * as vscode from 'vscode';
import { searchFiles } from './fileSearch';
import { EXCLUDE_GLOB } from './markdownFiles';

/**
 * The files that `files.readonlyInclude` makes read-only, by their URIs as text: the editor leaves them out of an edit and says
 * nothing.
 */
export async function readOnlyBySettings(): Promise<ReadonlySet<string>> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const ofFolders = await Promise.all(folders.map(readOnlyIn));
  return new Set(ofFolders.flat());
}

async function readOnlyIn(folder: vscode.WorkspaceFolder): Promise<string[]> {
  const files = vscode.workspace.getConfiguration('files', folder);
  const included = patternsOf(files.get('readonlyInclude'));
  if (included.length === 0) {
    return [];
  }
  const found = await Promise.all(included.map((pattern) => find(folder, pattern)));
  const excluded = await Promise.all(
    patternsOf(files.get('readonlyExclude')).map((pattern) => find(folder, pattern)),
  );
  const writable = new Set(excluded.flat());
  return found.flat().filter((key) => !writable.has(key));
}

/** The patterns of a setting that are switched on, whatever stands there. */
function patternsOf(setting: unknown): string[] {
  return typeof setting === 'object' && setting !== null
    ? Object.entries(setting).flatMap(([pattern, isOn]) => (isOn === true ? [pattern] : []))
    : [];
}

async function find(folder: vscode.WorkspaceFolder, pattern: string): Promise<string[]> {
  try {
    const files = await searchFiles(new vscode.RelativePattern(folder, pattern), EXCLUDE_GLOB);
    return (files ?? []).map((uri) => uri.toString());
  } catch {
    // A pattern that is none.
    return [];
  }
}
