import * as vscode from 'vscode';
import { isMarkdown } from '../../workspace/documents';
import { panel } from './lazy';
import { readSavedState } from './messages';
import type { Preview, PreviewDeps } from './panel';

const VIEW_TYPE = 'conferenceNotes.preview';

/**
 * Registers the preview: its command, and its return after a reload. There is one; it follows the report that is edited.
 * @returns disposing it closes the preview
 */
export function registerPreview(deps: PreviewDeps): vscode.Disposable {
  let preview: Preview | undefined;

  const adopt = (webviewPanel: vscode.WebviewPanel): Preview => {
    const { Preview } = panel();
    const adopted = new Preview(webviewPanel, deps);
    preview?.dispose();
    preview = adopted;
    webviewPanel.onDidDispose(() => {
      adopted.dispose();
      preview = preview === adopted ? undefined : preview;
    });
    return adopted;
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('conferenceNotes.openPreview', (resource?: unknown) => {
      const uri = resource instanceof vscode.Uri ? resource : activeMarkdown();
      if (preview) {
        preview.panel.reveal(preview.panel.viewColumn, true);
      } else {
        adopt(createPanel());
      }
      if (uri) {
        preview?.show(uri);
      }
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: (webviewPanel, state: unknown) => {
        const uri = activeMarkdown() ?? savedUri(state);
        const restored = adopt(webviewPanel);
        if (uri) {
          restored.show(uri);
        }
        return Promise.resolve();
      },
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      // Looking at something else, the preview itself included, leaves the report where it is.
      if (editor && isMarkdown(editor.document)) {
        preview?.show(editor.document.uri);
      }
    }),
    new vscode.Disposable(() => preview?.dispose()),
  );
}

function createPanel(): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  return vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Report preview'), place, {
    enableFindWidget: true,
  });
}

function activeMarkdown(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isMarkdown(document) ? document.uri : undefined;
}

function savedUri(state: unknown): vscode.Uri | undefined {
  const saved = readSavedState(state);
  try {
    return saved ? vscode.Uri.parse(saved.uri, true) : undefined;
  } catch {
    return undefined;
  }
}
