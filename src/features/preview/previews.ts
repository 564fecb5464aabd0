import * as vscode from 'vscode';
import { isMarkdown } from '../../workspace/files/documents';
import { panel as panelModule } from './lazy';
import { readSavedState } from './messages';
import type { Preview } from './panel';
import type { PreviewDeps } from './deps';

export const VIEW_TYPE = 'conferenceNotes.preview';

/** Whether the preview in front is locked, for the buttons above it. */
const LOCKED = 'conferenceNotes.previewLocked';

/**
 * All previews: any number that are locked to a report, and at most one that follows the report that is edited.
 */
export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #previews = new Set<Preview>();
  readonly #subscription: vscode.Disposable;
  /** The last one that was asked for is open: each must know those before it. */
  #opened: Promise<void> = Promise.resolve();

  constructor(readonly deps: PreviewDeps) {
    this.#subscription = vscode.window.onDidChangeActiveTextEditor((editor) => {
      // Looking at something else, the preview itself included, leaves the report where it is.
      if (editor && isMarkdown(editor.document)) {
        this.#following?.show(editor.document.uri);
      }
    });
  }

  /** The preview that has the focus. */
  get active(): Preview | undefined {
    return [...this.#previews].find(({ panel }) => panel.active);
  }

  get #following(): Preview | undefined {
    return [...this.#previews].find(({ locked }) => !locked);
  }

  /** Shows a report in the preview that follows the editor; opens it where there is none. */
  open(uri: vscode.Uri | undefined): Promise<void> {
    return this.#inTurn(async () => {
      const following = this.#following;
      if (!following) {
        await this.#create(uri, false);
        return;
      }
      following.panel.reveal(following.panel.viewColumn, true);
      if (uri) {
        following.show(uri);
      }
    });
  }

  /** Shows a report in a preview of its own, which stays with it. */
  openLocked(uri: vscode.Uri): Promise<void> {
    return this.#inTurn(async () => {
      const isIt = ({ locked, uri: shown }: Preview) => locked && String(shown) === String(uri);
      const own = [...this.#previews].find(isIt);
      if (own) {
        own.panel.reveal(own.panel.viewColumn, true);
      } else {
        await this.#create(uri, true);
      }
    });
  }

  #inTurn(open: () => Promise<void>): Promise<void> {
    return (this.#opened = this.#opened.then(open, open));
  }

  /** Makes a panel that may load what its first page needs: to change that loads the page anew. */
  async #create(uri: vscode.Uri | undefined, locked: boolean): Promise<void> {
    const detected = uri ? await this.deps.sites.siteOf(uri) : null;
    const { pageOptions } = panelModule();
    this.#adopt(createPanel(pageOptions(this.deps.extensionUri, uri ?? null, detected)), uri, locked);
  }

  /** Locks the preview that has the focus to its report, or lets it follow the editor again. */
  toggleLock(): void {
    const preview = this.active;
    if (!preview) {
      return;
    }
    if (preview.locked) {
      // One follows, or it would not be clear which one a report opens in.
      this.#following?.lock(true);
    }
    preview.lock(!preview.locked);
    this.#tell(preview);
  }

  /** Takes over a preview of an earlier window. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const saved = readSavedState(state);
    const locked = saved?.locked === true || this.#following !== undefined;
    const uri = (locked ? undefined : activeMarkdown()) ?? parsed(saved?.uri);
    this.#adopt(panel, uri, locked);
    return Promise.resolve();
  }

  #adopt(panel: vscode.WebviewPanel, uri: vscode.Uri | undefined, locked: boolean): void {
    const { Preview } = panelModule();
    const preview = new Preview(panel, this.deps, uri ?? null, locked);
    this.#previews.add(preview);
    panel.onDidChangeViewState(() => {
      if (panel.active) {
        this.#tell(preview);
      }
    });
    panel.onDidDispose(() => {
      this.#previews.delete(preview);
      preview.dispose();
    });
  }

  #tell({ locked }: Preview): void {
    void vscode.commands.executeCommand('setContext', LOCKED, locked);
  }

  dispose(): void {
    vscode.Disposable.from(this.#subscription, ...this.#previews).dispose();
    this.#previews.clear();
  }
}

function createPanel(options: vscode.WebviewOptions): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  return vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Report preview'), place, {
    ...options,
    enableFindWidget: true,
  });
}

/** The Markdown file that is being edited. */
export function activeMarkdown(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isMarkdown(document) ? document.uri : undefined;
}

function parsed(uri: string | undefined): vscode.Uri | undefined {
  try {
    return uri === undefined ? undefined : vscode.Uri.parse(uri, true);
  } catch {
    return undefined;
  }
}
