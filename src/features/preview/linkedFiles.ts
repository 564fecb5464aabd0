import * as vscode from 'vscode';
import { destinationOf, destinationPlace } from '../../core/links/destinations';
import type { DestinationPlace } from '../../core/links/destinationPlace';
import type { OpenReport } from '../../workspace/reports/reports';
import { isOpenable } from './messages';
import { imageFolder } from './page';
import { columnFor } from './reveal';

/** What decides where images are loaded from. */
export interface ImageSources {
  readonly webview: vscode.Webview;
  /** Images may be fetched from the web. */
  readonly remote: boolean;
}

/**
 * Finds where images of a report may be loaded from.
 * @param sources their addresses in the note
 * @returns by these; null for an image that is not there, or may not be loaded
 */
export async function findImages(
  sources: readonly string[],
  report: OpenReport,
  { webview, remote }: ImageSources,
): Promise<Record<string, string | null>> {
  const place = placeOf(report);
  const folder = imageFolder(report.uri, report.site);
  const found = await Promise.all(
    sources.map(async (source): Promise<[string, string | null]> => {
      const destination = destinationOf(source, place, 'image');
      if (destination.kind !== 'file' && destination.kind !== 'remote') {
        return [source, null];
      }
      const file = folder && (await firstFile(destination.candidates, report, folder));
      if (file) {
        return [source, webview.asWebviewUri(file).toString()];
      }
      const isFetched = remote && destination.kind === 'remote' && destination.url.startsWith('https:');
      return [source, isFetched ? destination.url : null];
    }),
  );
  // A source may be called like something that every object has.
  return Object.assign(Object.create(null), Object.fromEntries(found)) as Record<string, string | null>;
}

/**
 * Opens a link of a report: what is in the web or a mail outside the editor, a file of the workspace in it.
 * @param avoid the preview's own column, which the file should not cover
 */
export async function openLink(
  href: string,
  report: OpenReport,
  avoid: vscode.ViewColumn | undefined,
): Promise<void> {
  const destination = destinationOf(href, placeOf(report), 'link');
  switch (destination.kind) {
    case 'file': {
      const folder = rootOf(report);
      const file = folder && (await firstFile(destination.candidates, report, folder));
      if (file) {
        await vscode.commands.executeCommand('vscode.open', file, { viewColumn: columnFor(file, avoid) });
      } else {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('There is no file for the link {0}.', JSON.stringify(href)),
        );
      }
      break;
    }
    case 'mail':
    case 'remote':
      if (isOpenable(destination.url)) {
        await vscode.env.openExternal(vscode.Uri.parse(destination.url, true));
      }
      break;
    case 'anchor':
    case 'unsafe':
      break;
  }
}

function placeOf({ report, site, forecast }: OpenReport): DestinationPlace {
  return destinationPlace(report.path, site.site, forecast.url);
}

/** Where the paths of a report's site start; null for a report that has no file. */
function rootOf({ uri, site }: OpenReport): vscode.Uri | null {
  return site.root ?? vscode.workspace.getWorkspaceFolder(uri)?.uri ?? null;
}

/**
 * The first of some files that is there.
 * @param paths from the site's root
 * @param folder in which it must be
 */
async function firstFile(
  paths: readonly string[],
  report: OpenReport,
  folder: vscode.Uri,
): Promise<vscode.Uri | null> {
  const root = rootOf(report);
  for (const path of root ? paths : []) {
    const file = root && vscode.Uri.joinPath(root, path);
    if (file && file.path.startsWith(`${folder.path.replace(/\/$/, '')}/`) && (await isFile(file))) {
      return file;
    }
  }
  return null;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
