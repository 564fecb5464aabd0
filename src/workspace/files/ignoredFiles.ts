import * as vscode from 'vscode';
import { ignoreRules } from './lazy';

/** Drafts are the writer's own, and often left out of what is shared. */
const DRAFT = /(?:^|\/)_drafts\//;

/**
 * The files that git ignores, by the `.gitignore` at the top of each workspace folder: they are made from others, or foreign.
 * Nobody else is asked, and no such file deeper down is read: either would take longer than what it saves.
 */
export class IgnoredFiles {
  readonly #rules = new Map<string, (path: string) => boolean>();

  /** Reads the rules anew. Never rejects. */
  async load(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const texts = await Promise.all(
      folders.map(async ({ uri }) => [uri.toString(), await textOf(uri)] as const),
    );
    this.#rules.clear();
    for (const [key, text] of texts) {
      if (text !== null) {
        this.#rules.set(key, ignoreRules().ignoreRules(text));
      }
    }
  }

  /** Tells whether git ignores a file, as far as the rules are loaded. */
  has(uri: vscode.Uri): boolean {
    if (this.#rules.size === 0) {
      return false;
    }
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const isIgnored = folder && this.#rules.get(folder.uri.toString());
    const path = vscode.workspace.asRelativePath(uri, false);
    return isIgnored !== undefined && !DRAFT.test(path) && isIgnored(path);
  }
}

/** @returns null where there is none */
async function textOf(folder: vscode.Uri): Promise<string | null> {
  try {
    const file = vscode.Uri.joinPath(folder, '.gitignore');
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
