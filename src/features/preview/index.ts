import * as vscode from 'vscode';
import type { PreviewDeps } from './panel';
import { activeMarkdown, Previews, VIEW_TYPE } from './previews';
import { reveal } from './reveal';
import { registerTakeAlong } from './takeAlong';

/**
 * Registers the preview: its commands, and its return after a reload.
 * @returns disposing it closes all previews
 */
export function registerPreview(deps: PreviewDeps): vscode.Disposable {
  const previews = new Previews(deps);
  const command = (name: string, run: (resource?: unknown) => unknown) =>
    vscode.commands.registerCommand(`conferenceNotes.${name}`, run);
  return vscode.Disposable.from(
    previews,
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, previews),
    command('openPreview', (resource) => {
      previews.open(resource instanceof vscode.Uri ? resource : activeMarkdown());
    }),
    command('openLockedPreview', (resource) => {
      const uri = resource instanceof vscode.Uri ? resource : (activeMarkdown() ?? previews.active?.uri);
      if (uri) {
        previews.openLocked(uri);
      }
    }),
    command('preview.toggleLock', () => {
      previews.toggleLock();
    }),
    command('preview.showSource', async () => {
      const preview = previews.active;
      const document = await preview?.document();
      if (preview && document) {
        await reveal(document, null, preview.panel.viewColumn);
      }
    }),
    registerTakeAlong(deps, () => previews.active?.uri ?? activeMarkdown()),
  );
}
