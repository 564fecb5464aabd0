import * as vscode from 'vscode';

export interface PreviewSettings {
  /** The preview shows what the editor shows. */
  readonly followsEditor: boolean;
  /** The editor shows what the preview shows. */
  readonly leadsEditor: boolean;
  /** The tags that a note has in its text are shown, once they are sanitised. */
  readonly rawHtml: boolean;
  /** Images may be fetched from the web; never before the user trusts the workspace. */
  readonly remoteImages: boolean;
}

/** The settings of the preview of one report. */
export function previewSettings(uri: vscode.Uri | null): PreviewSettings {
  const settings = vscode.workspace.getConfiguration('conferenceNotes.preview', uri);
  return {
    followsEditor: settings.get<boolean>('scrollPreviewWithEditor', true),
    leadsEditor: settings.get<boolean>('scrollEditorWithPreview', true),
    rawHtml: settings.get<boolean>('html', true),
    remoteImages: vscode.workspace.isTrusted && settings.get<boolean>('remoteImages', false),
  };
}
