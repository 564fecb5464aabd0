import * as vscode from 'vscode';
import type { DetectedSite } from '../../workspace/sites';
import { previewSettings } from './settings';

/** The page in a webview: its frame, and what it may load. It holds nothing of any note; its script builds all that is shown. */
export class Page {
  /** What the page that is loaded may load; null before there is one. */
  #allowed: string | null = null;

  constructor(
    readonly webview: vscode.Webview,
    readonly extension: vscode.Uri,
  ) {}

  /** Loads the page for a report, unless the one that is there will do. */
  load(uri: vscode.Uri | null, detected: DetectedSite | null): void {
    const folder = uri && detected ? imageFolder(uri, detected) : null;
    const remote = previewSettings(uri).remoteImages;
    const allowed = `${String(folder)} ${String(remote)}`;
    if (allowed !== this.#allowed) {
      this.#allowed = allowed;
      this.webview.options = {
        enableScripts: true,
        localResourceRoots: [...ownFolders(this.extension), ...(folder ? [folder] : [])],
      };
      this.webview.html = pageOf(this.webview, this.extension, remote);
    }
  }
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

/** No script runs but the one with the nonce; nothing is loaded but the style sheets, and images of the site. */
function pageOf(webview: vscode.Webview, extension: vscode.Uri, remoteImages: boolean): string {
  const nonce = globalThis.crypto.randomUUID();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', 'preview.js'));
  const styles = ['preview-base.css', 'preview.css', 'prose.css'].map((name) => {
    const uri = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', name));
    return `<link rel="stylesheet" href="${attribute(uri.toString())}">`;
  });
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}${remoteImages ? ' https:' : ''}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${styles.join('\n')}
<title>${attribute(vscode.l10n.t('Conference Notes'))}</title>
</head>
<body>
<main id="preview"></main>
<p id="notice" class="unseen" role="status"></p>
<script nonce="${nonce}" src="${attribute(script.toString())}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
