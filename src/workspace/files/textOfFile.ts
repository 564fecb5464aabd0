import * as vscode from 'vscode';

/** A text with the editor's own line ends told as one: it unifies them when it opens a file. */
export function withPlainEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * What an open document's file says on disk, as the editor would read it, with plain line ends.
 * @returns null for a file that is not there; undefined where it cannot be told: it is in an encoding that only the editor
 *   knows, or cannot be read
 */
export async function textOnDisk({ uri, encoding }: vscode.TextDocument): Promise<string | null | undefined> {
  if (!encoding.startsWith('utf8')) {
    return undefined;
  }
  try {
    return withPlainEnds(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? null : undefined;
  }
}
