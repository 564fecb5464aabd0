import * as vscode from 'vscode';
import { readPreviewSettings } from '../../workspace/settings';
import type { CursorMoved, EditorScrolled } from '../../webview/protocol';

/** What follows an editor, and leads it. */
export interface Follower {
  /** The report that is shown. */
  uri(): vscode.Uri | null;
  post(message: CursorMoved | EditorScrolled): void;
}

/** How long after an editor was scrolled from here it tells of that, in milliseconds. */
const ECHO = 150;

/** Keeps a preview and the editors of its report at the same place. */
export class Follow implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  /** When an editor was last scrolled from here: what it tells of that is no news. */
  #ledAt = 0;

  constructor(readonly follower: Follower) {
    this.#subscriptions = [
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const uri = this.#isMine(textEditor) ? this.follower.uri() : null;
        const first = visibleRanges[0];
        if (!uri || !first || Date.now() - this.#ledAt < ECHO) {
          return;
        }
        if (readPreviewSettings(uri).followsEditor) {
          const start = textEditor.document.offsetAt(first.start);
          this.follower.post({ type: 'editorScrolled', uri: uri.toString(), start });
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.#isMine(textEditor)) {
          this.#tellCursor(textEditor);
        }
      }),
    ];
  }

  /** Tells where the cursor is, to a preview that shows the report anew. */
  start(): void {
    const editor = this.#editors()[0];
    if (editor) {
      this.#tellCursor(editor);
    }
  }

  /**
   * Scrolls the editors of the report.
   * @param start UTF-16 offset of what is to stand at the top
   */
  lead(start: number): void {
    const uri = this.follower.uri();
    if (!uri || !readPreviewSettings(uri).leadsEditor) {
      return;
    }
    for (const editor of this.#editors()) {
      const { line } = editor.document.positionAt(start);
      if (editor.visibleRanges[0]?.start.line !== line) {
        this.#ledAt = Date.now();
        editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
      }
    }
  }

  #tellCursor({ document, selection }: vscode.TextEditor): void {
    this.follower.post({
      type: 'cursor',
      uri: document.uri.toString(),
      at: document.offsetAt(selection.active),
    });
  }

  #editors(): readonly vscode.TextEditor[] {
    return vscode.window.visibleTextEditors.filter((editor) => this.#isMine(editor));
  }

  #isMine({ document }: vscode.TextEditor): boolean {
    return document.uri.toString() === this.follower.uri()?.toString();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
