import * as vscode from 'vscode';
import { takeAlong } from './lazyTakeAlong';
import type { PreviewDeps } from './deps';
import { activeMarkdown, Previews, VIEW_TYPE } from './previews';
import { reveal } from './reveal';

/**
 * Registers the preview: its commands, and its return after a reload.
 * @returns disposing it closes all previews
 */
export function registerPreview(deps: PreviewDeps): vscode.Disposable {
  const previews = new Previews(deps);
  /** The report that a command is about: the one that it names, or that is looked at. */
  const asked = (resource: unknown) =>
    resource instanceof vscode.Uri ? resource : (previews.active?.uri ?? activeMarkdown());
  return vscode.Disposable.from(
    previews,
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, previews),
    vscode.commands.registerCommand('conferenceNotes.openPreview', (resource?: unknown) =>
      previews.open(asked(resource)),
    ),
    vscode.commands.registerCommand('conferenceNotes.openLockedPreview', async (resource?: unknown) => {
      const uri = asked(resource);
      if (uri) {
        await previews.openLocked(uri);
      }
    }),
    vscode.commands.registerCommand('conferenceNotes.preview.toggleLock', () => {
      previews.toggleLock();
    }),
    vscode.commands.registerCommand('conferenceNotes.preview.showSource', async () => {
      const preview = previews.active;
      const document = await preview?.document();
      if (preview && document) {
        await reveal(document, null, preview.panel.viewColumn);
      }
    }),
    vscode.commands.registerCommand('conferenceNotes.copyTakeaways', (resource?: unknown) =>
      takeAlong().copyAs(deps.findings, asked(resource), 'takeaways'),
    ),
    vscode.commands.registerCommand('conferenceNotes.copyExcerpt', (resource?: unknown) =>
      takeAlong().copyAs(deps.findings, asked(resource), 'excerpt'),
    ),
    vscode.commands.registerCommand('conferenceNotes.exportCard', (resource?: unknown) =>
      takeAlong().exportCard(deps.findings, asked(resource)),
    ),
  );
}
