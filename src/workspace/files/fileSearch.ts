import * as vscode from 'vscode';
import { inLanes } from './lanes';

/** Where VS Code itself searches files. Elsewhere an extension has to, and where none does a search never answers. */
const SEARCHED: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** How long a search elsewhere may take, in milliseconds: others, over the network, answer within a few seconds. */
const PATIENCE = 4000;

/** How long folders are walked, in milliseconds; what was found by then counts. */
const WALK_LIMIT = 60_000;

/** How deep. */
const MAX_DEPTH = 12;

/** The schemes whose searches did not answer: they are asked no more. */
const silent = new Set<string>();

/** Tells whether VS Code itself searches the files of a folder. */
export function isSearchable({ scheme }: vscode.Uri): boolean {
  return SEARCHED.has(scheme);
}

/**
 * Searches files.
 * @param exclude a pattern of files to leave out
 * @returns null where nobody can search there
 */
export async function searchFiles(
  pattern: vscode.RelativePattern,
  exclude: string,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[] | null> {
  const { baseUri } = pattern;
  if (isSearchable(baseUri)) {
    return vscode.workspace.findFiles(pattern, exclude, undefined, token);
  }
  if (silent.has(baseUri.scheme)) {
    return null;
  }
  const source = new vscode.CancellationTokenSource();
  const link = token?.onCancellationRequested(() => {
    source.cancel();
  });
  const search = vscode.workspace.findFiles(pattern, exclude, undefined, source.token).then(
    (found) => found,
    () => null,
  );
  const found = await within(PATIENCE, search, () => {
    silent.add(baseUri.scheme);
    return null;
  });
  link?.dispose();
  source.cancel();
  source.dispose();
  return found;
}

/**
 * Lists files by reading one folder after the other, as long as that does not take too long.
 * @param fits tells by its name whether a file is wanted
 * @param isLookedInto tells by its name whether a folder is looked into
 */
export async function walkFolders(
  root: vscode.Uri,
  fits: (name: string) => boolean,
  isLookedInto: (name: string) => boolean,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  let isOver = false;
  const walk = async () => {
    let folders = [root];
    for (let depth = 0; depth <= MAX_DEPTH && folders.length > 0; depth++) {
      const below: vscode.Uri[] = [];
      const read = async (folder: vscode.Uri) => {
        for (const [name, type] of await entriesOf(folder)) {
          const uri = vscode.Uri.joinPath(folder, name);
          if (type === vscode.FileType.File && fits(name)) {
            found.push(uri);
            // A linked folder has another type: links may go round in circles.
          } else if (type === vscode.FileType.Directory && isLookedInto(name)) {
            below.push(uri);
          }
        }
      };
      await inLanes(folders, read, () => isOver || token.isCancellationRequested);
      folders = below;
    }
  };
  await within(WALK_LIMIT, walk(), () => {
    isOver = true;
  });
  // What is found too late is not added any more.
  return [...found];
}

/** A folder that cannot be read has no files. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Waits for something, but not for ever. */
async function within<T>(limit: number, work: PromiseLike<T>, onLate: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(onLate());
    }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
