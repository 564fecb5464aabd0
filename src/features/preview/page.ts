import * as vscode from 'vscode';
import type { DetectedSite } from '../../workspace/sites/sites';
import { readPreviewSettings } from '../../workspace/settings';
import { frameOf, STYLES } from './frame';

/** The page in a webview: its frame, and what it may load. It holds nothing of any note; its script builds all that is shown. */
export class Page {
  /** What the page that is loaded may load; null before there is one. */
  #allowed: string | null = null;
  #isLoading = false;

  constructor(
    readonly webview: vscode.Webview,
    readonly extension: vscode.Uri,
  ) {}

  /** The script of the page says that it runs. */
  isReady(): void {
    this.#isLoading = false;
  }

  /**
   * Loads the page for a report, unless the one that is there will do. While it is being loaded no other takes its place: VS Code
   * (1.139) at times shows neither of two that follow each other at once. Its script says that it is ready, and that leads here
   * again.
   */
  load(uri: vscode.Uri | null, detected: DetectedSite | null): void {
    const folder = folderFor(uri, detected);
    const remote = readPreviewSettings(uri).remoteImages;
    const allowed = `${String(folder)} ${String(remote)}`;
    if (allowed !== this.#allowed && !this.#isLoading) {
      this.#allowed = allowed;
      this.#isLoading = true;
      const options = pageOptions(this.extension, uri, detected);
      if (keyOf(options) !== keyOf(this.webview.options)) {
        // This alone has VS Code load the page anew, and once more what follows.
        this.webview.options = options;
      }
      this.webview.html = pageOf(this.webview, this.extension, remote);
    }
  }
}

function folderFor(uri: vscode.Uri | null, detected: DetectedSite | null): vscode.Uri | null {
  return uri && detected ? imageFolder(uri, detected) : null;
}

/** What the page for a report may do. Besides our own folders it may load images from one. */
export function pageOptions(
  extension: vscode.Uri,
  uri: vscode.Uri | null,
  detected: DetectedSite | null,
): vscode.WebviewOptions {
  const folder = folderFor(uri, detected);
  return { enableScripts: true, localResourceRoots: [...ownFolders(extension), ...(folder ? [folder] : [])] };
}

function keyOf({ enableScripts, localResourceRoots = [] }: vscode.WebviewOptions): string {
  return JSON.stringify([enableScripts, localResourceRoots.map(String)]);
}

/** Where the script and the style sheets are. */
function ownFolders(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview'), vscode.Uri.joinPath(extension, 'media')];
}

/**
 * The folder with all images that a report can show: its site's, or where there is none its own.
 * @returns null for a report that has no file yet
 */
export function imageFolder(uri: vscode.Uri, { root }: DetectedSite): vscode.Uri | null {
  if (uri.scheme === 'untitled') {
    return null;
  }
  return root ?? vscode.Uri.joinPath(uri, '..');
}

function pageOf(webview: vscode.Webview, extension: vscode.Uri, remoteImages: boolean): string {
  const addressOf = (...path: string[]) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  return frameOf({
    script: addressOf('dist', 'webview', 'preview.js'),
    styles: STYLES.map((name) => addressOf('media', name)),
    source: webview.cspSource,
    remoteImages,
    nonce: globalThis.crypto.randomUUID(),
    language: vscode.env.language,
    title: vscode.l10n.t('Conference Notes'),
  });
}
