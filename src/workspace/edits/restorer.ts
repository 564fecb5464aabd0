import * as vscode from 'vscode';
import type { WatchedFile } from './editWatch';
import { changeTo } from './textChange';
import { textOnDisk, withPlainEnds } from '../files/textOfFile';

/** Gives files back what they said before a change that went wrong. Made before the change: what is shown then is left open. */
export class Restorer {
  readonly #shown = shownFiles();
  readonly #editor = vscode.window.activeTextEditor;
  #hasShownOthers = false;

  /**
   * Takes a file's edits back, in its document and, where they were saved, on disk.
   * @returns whether the file says what it said before, or what it says on disk by now
   */
  async restore(file: WatchedFile): Promise<boolean> {
    try {
      return file.state === 'gone' ? await this.#remove(file) : await this.#putBack(file);
    } catch {
      // It cannot be opened, or saved, any more.
      return false;
    }
  }

  /** Shows what was shown before. */
  async finish(): Promise<void> {
    if (this.#hasShownOthers && this.#editor && !this.#editor.document.isClosed) {
      await vscode.window.showTextDocument(this.#editor.document, this.#editor.viewColumn);
    }
  }

  async #putBack(file: WatchedFile): Promise<boolean> {
    const { uri } = file.file;
    const wanted = file.onDisk ?? file.before;
    const document = await vscode.workspace.openTextDocument(uri);
    if (withPlainEnds(document.getText()) === file.after) {
      const edit = new vscode.WorkspaceEdit();
      edit.set(uri, changeTo(file.after, wanted));
      await vscode.workspace.applyEdit(edit);
    }
    if (document.isDirty && !file.wasDirty) {
      const onDisk = await textOnDisk(document);
      const isOwn = onDisk === undefined || onDisk === wanted || onDisk === file.after;
      // The editor refuses to save over a file that has changed since it was opened.
      if (file.state === 'outdated' || !isOwn || !(await document.save())) {
        await this.#discard(document);
        return true;
      }
    }
    return withPlainEnds(document.getText()) === wanted;
  }

  /** Of a file that was deleted meanwhile nothing is left; by saving, the editor may have written it anew. */
  async #remove({ file: { uri }, after }: WatchedFile): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(uri);
    if ((await textOnDisk(document)) === after) {
      await vscode.workspace.fs.delete(uri);
    }
    await this.#discard(document);
    return true;
  }

  /** Has a document say what is on disk: only of the one in the editor can that be asked. */
  async #discard(document: vscode.TextDocument): Promise<void> {
    this.#hasShownOthers = true;
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand(
      this.#shown.has(document.uri.toString())
        ? 'workbench.action.files.revert'
        : 'workbench.action.revertAndCloseActiveEditor',
    );
  }
}

/** The files that tabs show. */
function shownFiles(): ReadonlySet<string> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return new Set(
    tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : [])),
  );
}
