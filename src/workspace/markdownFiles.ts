import * as vscode from 'vscode';

const EXTENSIONS = ['md', 'markdown', 'mkd', 'mdown'];

/** What is built or foreign: never reports of the user's. */
const EXCLUDED = ['node_modules', '_site', 'public', '.git', 'vendor'];

/** All Markdown files, for searching and watching. */
export const MARKDOWN_GLOB = `**/*.{${EXTENSIONS.join(',')}}`;

/** What is in folders that are never looked into, for searching. */
export const EXCLUDE_GLOB = `{${EXCLUDED.map((name) => `**/${name}/**`).join(',')}}`;
const excludedPath = new RegExp(`(?:^|/)(?:${EXCLUDED.map((name) => name.replace('.', '\\.')).join('|')})/`);
const markdownPath = new RegExp(`\\.(?:${EXTENSIONS.join('|')})$`, 'i');

/** How deep folders are walked where VS Code cannot search. */
const MAX_DEPTH = 12;

/** Tells whether a file may be a report of the workspace. */
export function isIndexed(uri: vscode.Uri): boolean {
  return (
    markdownPath.test(uri.path) &&
    vscode.workspace.getWorkspaceFolder(uri) !== undefined &&
    !excludedPath.test(vscode.workspace.asRelativePath(uri, false))
  );
}

/** Tells whether a path lies in a folder that is never looked into. */
export function isExcluded(uri: vscode.Uri): boolean {
  return excludedPath.test(`${vscode.workspace.asRelativePath(uri, false)}/`);
}

/** What files beside reports are named: images come by the thousand. */
const FILE =
  /\.(?:avif|bib|bmp|css|csv|gif|go|html?|ico|ics|jpe?g|js|json|lock|log|map|mjs|mov|mp[34]|pdf|php|png|pptx?|py|rb|s[ac]ss|sh|svg|swp|te?xt?|tiff?|tmp|toml|tsx?|wasm|webm|webp|woff2?|xml|ya?ml|zip)$/i;

/** Tells, from its name alone, whether something may be a folder with reports. */
export function mayBeFolder(uri: vscode.Uri): boolean {
  return !FILE.test(uri.path) && !markdownPath.test(uri.path) && !isExcluded(uri);
}

/**
 * Lists the Markdown files below a folder, or of all folders of the workspace. What `files.exclude` names is left out
 * where VS Code's search finds the files.
 */
export async function findMarkdown(
  token: vscode.CancellationToken,
  folder?: vscode.Uri,
): Promise<vscode.Uri[]> {
  const pattern = folder ? new vscode.RelativePattern(folder, MARKDOWN_GLOB) : MARKDOWN_GLOB;
  const found = await vscode.workspace.findFiles(pattern, EXCLUDE_GLOB, undefined, token);
  if (found.length > 0 || token.isCancellationRequested) {
    return found;
  }
  // In a virtual workspace there may be no search at all.
  const roots = folder ? [folder] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const walked: vscode.Uri[] = [];
  for (const root of roots.filter(({ scheme }) => scheme !== 'file')) {
    await walk(root, MAX_DEPTH, walked, token);
  }
  return walked;
}

async function walk(
  folder: vscode.Uri,
  depth: number,
  found: vscode.Uri[],
  token: vscode.CancellationToken,
): Promise<void> {
  if (token.isCancellationRequested) {
    return;
  }
  const entries = await readFolder(folder);
  for (const [name, type] of entries) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.File && markdownPath.test(name)) {
      found.push(uri);
      // A linked folder has another type: links may go round in circles.
    } else if (type === vscode.FileType.Directory && depth > 0 && !EXCLUDED.includes(name)) {
      await walk(uri, depth - 1, found, token);
    }
  }
}

/** A folder that cannot be read has no reports. */
async function readFolder(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
