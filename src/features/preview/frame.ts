/** The style sheets of the page, in media/. */
export const STYLES = ['preview-base.css', 'preview.css', 'prose.css'] as const;

/** What the page is made with. */
export interface Frame {
  /** Addresses. */
  readonly script: string;
  readonly styles: readonly string[];
  /** What a webview may load its files from, as the Content Security Policy names it. */
  readonly source: string;
  /** Images may be fetched from the web, too. */
  readonly remoteImages: boolean;
  /** Known to our script alone; another one each time. */
  readonly nonce: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
}

/**
 * The page's frame. It holds nothing of any note: the script builds all that is shown, from messages. No script runs but the
 * one with the nonce; nothing is loaded but the style sheets, and images.
 */
export function frameOf({ script, styles, source, remoteImages, nonce, language, title }: Frame): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `img-src ${source}${remoteImages ? ' https:' : ''}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${styles.map((style) => `<link rel="stylesheet" href="${attribute(style)}">`).join('\n')}
<title>${attribute(title)}</title>
</head>
<body>
<main id="preview"></main>
<p id="notice" role="status"></p>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
