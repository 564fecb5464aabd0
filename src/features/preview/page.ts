import * as vscode from 'vscode';

/** The folders that the preview's page may load from: its script and its style sheets. */
export function resourceRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview'), vscode.Uri.joinPath(extension, 'media')];
}

/**
 * The page's frame. It holds nothing of any note: the script builds all that is shown, from messages. No script runs but
 * the one with the nonce, and nothing is loaded but the style sheets.
 */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = globalThis.crypto.randomUUID();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', 'preview.js'));
  const styles = ['preview-base.css', 'preview.css'].map((name) => {
    const uri = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', name));
    return `<link rel="stylesheet" href="${attribute(uri.toString())}">`;
  });
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.join('\n')}
<title>${attribute(vscode.l10n.t('Conference Notes'))}</title>
</head>
<body>
<main id="preview"></main>
<script nonce="${nonce}" src="${attribute(script.toString())}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
