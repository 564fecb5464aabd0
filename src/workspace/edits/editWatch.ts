import * as vscode from 'vscode';
import { changeTo, textAfter } from './textChange';
import { textOnDisk, withPlainEnds } from '../files/textOfFile';

/** One file's part in a change of many. */
export interface FileEdits {
  readonly uri: vscode.Uri;
  /** The start of the text that the edits were made for, with all that they touch; with plain line ends. */
  readonly head: string;
  readonly edits: readonly vscode.TextEdit[];
}

/**
 * What became of a file's edits. `made`: in the text that they were made for. `torn`: in another one. `outdated`: in the right
 * one, but the file on disk has another by now. `gone`: the same, but the file is no longer there.
 */
export type EditState = 'waiting' | 'made' | 'torn' | 'outdated' | 'gone';

/** A file whose edits are watched. All texts have plain line ends. */
export class WatchedFile {
  state: EditState = 'waiting';
  /** What the document says; null where it is not open. */
  text: string | null = null;
  /** The document had changes that were not saved. */
  wasDirty = false;
  /** The document's text right before the edits, and right after them. */
  before = '';
  after = '';
  /** What the file says on disk, where that is another text than `before`. */
  onDisk: string | null = null;

  constructor(readonly file: FileEdits) {}

  /** The document says something else, or was opened. */
  sees(document: vscode.TextDocument, isChange: boolean): void {
    const text = withPlainEnds(document.getText());
    const before = this.text;
    this.text = text;
    if (this.state !== 'waiting') {
      return;
    }
    if (isChange && before !== null && text === textAfter(before, this.file.edits)) {
      this.before = before;
      this.after = text;
      this.state = before.startsWith(this.file.head) ? 'made' : 'torn';
    } else {
      // That a change made it so is told in an event of its own, right behind the one of the change.
      this.wasDirty = document.isDirty;
    }
  }

  /**
   * Compares the file on disk with the text that the edits were made for, if the document was that of the file. Where it has the
   * edited one already, the editor has saved it, and tells that late, or saves it once more.
   */
  async compare(document: vscode.TextDocument): Promise<void> {
    if (this.state === 'made' && !this.wasDirty && !document.isUntitled) {
      const onDisk = await textOnDisk(document);
      if (onDisk !== undefined && onDisk !== this.before && onDisk !== this.after) {
        this.state = onDisk === null ? 'gone' : 'outdated';
        this.onDisk = onDisk;
      }
    }
  }

  /** The text that the document must have in place of the edited one; null where that is right. */
  get repaired(): string | null {
    return this.state === 'torn' ? this.before : this.state === 'outdated' ? this.onDisk : null;
  }
}

/**
 * Watches the editor make edits of many files, from the moment that they are handed over. The editor makes them by lines and
 * columns, in whatever text a file has by then; before it saves a file, its text is compared with the one that the edits were
 * made for, and with the one on disk, and no wrong text is saved.
 */
export class EditWatch implements vscode.Disposable {
  /** Fires when something has happened to one of the files. */
  readonly onDidSee: vscode.Event<void>;

  readonly #seen = new vscode.EventEmitter<void>();
  readonly #files: ReadonlyMap<string, WatchedFile>;
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(files: readonly FileEdits[]) {
    this.onDidSee = this.#seen.event;
    this.#files = new Map(files.map((file) => [file.uri.toString(), new WatchedFile(file)]));
    vscode.workspace.textDocuments.forEach((document) => {
      this.#see(document, false);
    });
    this.#subscriptions = [
      this.#seen,
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#see(document, false);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.#see(document, contentChanges.length > 0);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        const file = this.#files.get(uri.toString());
        if (file) {
          file.text = null;
        }
      }),
      vscode.workspace.onWillSaveTextDocument((event) => {
        const file = this.#files.get(event.document.uri.toString());
        if (file && file.state !== 'waiting') {
          event.waitUntil(beforeSave(file, event.document));
        }
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (this.#files.has(uri.toString())) {
          this.#seen.fire();
        }
      }),
    ];
  }

  get files(): readonly WatchedFile[] {
    return [...this.#files.values()];
  }

  #see(document: vscode.TextDocument, isChange: boolean): void {
    const file = this.#files.get(document.uri.toString());
    if (file && !document.isClosed) {
      file.sees(document, isChange);
      if (isChange) {
        this.#seen.fire();
      }
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

/** What must be changed in a document before it is saved. */
async function beforeSave(file: WatchedFile, document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
  await file.compare(document);
  const { repaired } = file;
  // Where it says something else than the edits made of it, that was mended already, or someone goes on writing.
  return repaired !== null && file.text === file.after ? changeTo(file.after, repaired) : [];
}
