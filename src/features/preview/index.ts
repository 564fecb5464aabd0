import * as vscode from 'vscode';
import { takeAlong } from './lazy';
import type { PreviewDeps } from './panel';
import { activeMarkdown, Previews, VIEW_TYPE } from './previews';
import { reveal } from './reveal';

/**
 * Registers the preview: its commands, and its return after a reload.
 * @returns disposing it closes all previews
 */
export function registerPreview(deps: PreviewDeps): vscode.Disposable {
  const previews = new Previews(deps);
  const command = (name: string, run: (resource?: unknown) => unknown) =>
    vscode.commands.registerCommand(`conferenceNotes.${name}`, run);
  /** The report that a command is about: the one that it names, or that is looked at. */
  const asked = (resource: unknown) =>
    resource instanceof vscode.Uri ? resource : (previews.active?.uri ?? activeMarkdown());
  return vscode.Disposable.from(
    previews,
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, previews),
    command('openPreview', (resource) => {
      previews.open(asked(resource));
    }),
    command('openLockedPreview', (resource) => {
      const uri = asked(resource);
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
    command('copyTakeaways', (resource) => takeAlong().copyAs(deps.findings, asked(resource), 'takeaways')),
    command('copyExcerpt', (resource) => takeAlong().copyAs(deps.findings, asked(resource), 'excerpt')),
    command('exportCard', (resource) => takeAlong().exportCard(deps.findings, asked(resource))),
  );
}
