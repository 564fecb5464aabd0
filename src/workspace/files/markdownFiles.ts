import * as vscode from 'vscode';
import { isSearchable, searchFiles, walkFolders } from './fileSearch';

const EXTENSIONS = ['md', 'markdown', 'mkd', 'mdown'];

/** What is built or foreign: never reports of the user's. */
const EXCLUDED = ['node_modules', '_site', 'public', '.git', 'vendor'];

/** All Markdown files, for searching and watching. */
export const MARKDOWN_GLOB = `**/*.{${EXTENSIONS.join(',')}}`;

/** What is in folders that are never looked into, for searching. */
export const EXCLUDE_GLOB = `{${EXCLUDED.map((name) => `**/${name}/**`).join(',')}}`;
const excludedPath = new RegExp(`(?:^|/)(?:${EXCLUDED.map((name) => name.replace('.', '\\.')).join('|')})/`);
const markdownPath = new RegExp(`\\.(?:${EXTENSIONS.join('|')})$`, 'i');

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
  const roots = folder ? [folder] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (!folder && roots.every(isSearchable)) {
    return vscode.workspace.findFiles(MARKDOWN_GLOB, EXCLUDE_GLOB, undefined, token);
  }
  const found = new Map<string, vscode.Uri>();
  await Promise.all(
    roots.map(async (root) => {
      const pattern = new vscode.RelativePattern(root, MARKDOWN_GLOB);
      const searched = await searchFiles(pattern, EXCLUDE_GLOB, token);
      const isEmpty = searched === null || (searched.length === 0 && !isSearchable(root));
      const files =
        isEmpty && !token.isCancellationRequested
          ? await walkFolders(root, isMarkdownName, isLookedInto, token)
          : (searched ?? []);
      // One folder of the workspace may lie in another.
      files.forEach((uri) => found.set(uri.toString(), uri));
    }),
  );
  return [...found.values()];
}

const isMarkdownName = (name: string) => markdownPath.test(name);
const isLookedInto = (name: string) => !EXCLUDED.includes(name);
