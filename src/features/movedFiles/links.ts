import * as vscode from 'vscode';
import { listFolder } from '../../core/generators/siteFolder';
import { editsForMoves, nameOf } from '../../core/links/movedTargets';
import { closedRange, openDocument } from '../../workspace/reports/headers';
import { inLanes } from '../../workspace/files/lanes';
import { filesBelow } from '../../workspace/sites/siteFinder';
import type { DetectedSite } from '../../workspace/sites/sites';
import type { MovedFilesDeps } from './deps';

/** How long the move of a file may wait for the reports that name it, in milliseconds. */
const PATIENCE = 4000;

/** Of a folder with more files none is followed: each has to be looked for in each report. */
const MAX_MOVES = 500;

type Rename = vscode.FileWillRenameEvent['files'][number];

/** What is moved within one site. */
interface SiteMoves {
  readonly root: vscode.Uri;
  readonly detected: DetectedSite;
  readonly moves: Map<string, string>;
}

/**
 * The edits that have all reports name files by their new places. What cannot be found out in time stays as it is, and that is said.
 * @param renames files and folders that are about to be moved
 */
export async function linksAfter(
  deps: MovedFilesDeps,
  renames: readonly Rename[],
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const patience = AbortSignal.timeout(PATIENCE);
  const isStopped = () => patience.aborted || token.isCancellationRequested;
  try {
    const all = await movesBySite(deps, renames);
    const followed = all.filter(({ moves }) => moves.size <= MAX_MOVES);
    for (const site of followed) {
      await addEdits(deps, site, edit, isStopped);
    }
    if (patience.aborted || followed.length < all.length) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'Not all links could be looked through in time: some reports may still link to the old place.',
        ),
      );
    }
  } catch (error) {
    deps.log.error(`Links: they cannot be updated: ${String(error)}`);
  }
  return edit;
}

async function movesBySite({ sites }: MovedFilesDeps, renames: readonly Rename[]): Promise<SiteMoves[]> {
  const found = new Map<string, SiteMoves>();
  for (const { oldUri, newUri } of renames) {
    const detected = await sites.siteOf(oldUri);
    const { root } = detected;
    const from = root && pathBelow(root, oldUri);
    const to = root && pathBelow(root, newUri);
    if (!root || !from || !to || !detected.site.generator.targets) {
      continue;
    }
    const site = found.get(root.toString()) ?? { root, detected, moves: new Map<string, string>() };
    found.set(root.toString(), site);
    const { type } = await vscode.workspace.fs.stat(oldUri);
    if (type & vscode.FileType.Directory) {
      const { files } = await listFolder(`${from}/`, filesBelow(root), () => true);
      files.forEach((path) => site.moves.set(path, to + path.slice(from.length)));
    } else {
      site.moves.set(from, to);
    }
  }
  return [...found.values()];
}

async function addEdits(
  { reports, targets, index }: MovedFilesDeps,
  { root, detected, moves }: SiteMoves,
  edit: vscode.WorkspaceEdit,
  isStopped: () => boolean,
): Promise<void> {
  const tags = detected.site.generator.targetTags;
  const names = [...moves.keys()].map(nameOf);
  const uris = [...index.files].map((key) => vscode.Uri.parse(key));
  const inSite = uris.filter((uri) => pathBelow(root, uri) !== null);
  await inLanes(
    inSite,
    async (uri) => {
      const text = await textOf(uri);
      const lower = text.toLowerCase();
      // What is not UTF-8 may have other columns in the editor.
      if (!tags?.test(text) || !names.some((name) => lower.includes(name)) || text.includes('\uFFFD')) {
        return;
      }
      const read = await reports.readFile(uri);
      const files = read && targets.filesFor(read.report.text, read.site);
      if (!files) {
        return;
      }
      const search = { report: read.report, site: read.site.site, files, now: Date.now() };
      const edits = await editsForMoves(search, moves);
      if (edits.length > 0) {
        edit.set(
          uri,
          edits.map(({ range, newText }) => new vscode.TextEdit(closedRange(read.report, range), newText)),
        );
      }
    },
    isStopped,
  );
}

async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return openDocument(uri)?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // One that is gone names nothing.
    return '';
  }
}

/** A path from a site's root; null for what lies elsewhere. */
function pathBelow(root: vscode.Uri, uri: vscode.Uri): string | null {
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const isBelow = uri.scheme === root.scheme && uri.authority === root.authority && uri.path.startsWith(base);
  return isBelow ? uri.path.slice(base.length) : null;
}
