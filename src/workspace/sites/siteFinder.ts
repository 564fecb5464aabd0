import * as vscode from 'vscode';
import { generators } from '../../core/generators';
import type { GeneratorName } from '../../core/generators/generator';
import { say } from '../../core/message';
import type { Message } from '../../core/message';
import { once } from '../../core/once';
import type { SiteFiles } from '../../core/generators/siteFiles';
import { chooseSite, placeFolder } from '../../core/sites/findSite';
import type { FoundSite } from '../../core/sites/findSite';
import { fingerprint } from '../../core/sites/fingerprint';
import { pathFrom, SiteSearch } from '../../core/sites/siteSearch';
import type { OpenSite } from '../../core/sites/siteSearch';
import { readSettings } from '../settings';
import type { DetectedSite, FolderSite, Sites } from './sites';

/** How far up a file that was opened without a folder is looked from. */
const LEVELS_WITHOUT_WORKSPACE = ['..', '..', '..', '..'];

/** Files whose change may change a site, or what it says of its reports. */
const WATCHED = `**/{${[
  ...new Set(
    Object.values(generators)
      .flatMap(({ layout }) => [...layout.siteFiles, ...layout.versionFiles, ...layout.placeFiles])
      .filter((path) => !path.endsWith('/'))
      .map((path) => path.slice(path.lastIndexOf('/') + 1)),
  ),
].join(',')}}`;

/** Folders whose files do. */
const WATCHED_FOLDERS = Object.values(generators)
  .flatMap(({ layout }) => [
    ...(layout.placeFolders ?? []),
    ...layout.versionFiles.filter((path) => path.endsWith('/')).map((folder) => folder.slice(0, -1)),
  ])
  .map((folder) => `**/${folder}/**`);

/**
 * Finds sites by walking from a file's folder up to its workspace folder; what a folder was found to be is kept until
 * one of the files that tell it changes.
 */
export class SiteFinder implements Sites, vscode.Disposable {
  /** By the workspace folder. */
  readonly #searches = new Map<string, SiteSearch<vscode.Uri>>();
  /** By the folders of reports. */
  readonly #folders = new Map<string, Promise<FolderSite>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(readonly log: vscode.LogOutputChannel) {
    const watcher = vscode.workspace.createFileSystemWatcher(WATCHED);
    const folders = WATCHED_FOLDERS.map((glob) => vscode.workspace.createFileSystemWatcher(glob));
    const forget = () => {
      this.#searches.clear();
      this.#folders.clear();
      this.#changed.fire();
    };
    // Of a folder that is moved or deleted often only the folder itself is announced.
    const all = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    const forgetBelow = (uri: vscode.Uri) => {
      if ([...this.#searches.values()].some((search) => search.knowsBelow(uri.path))) {
        forget();
      }
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      all,
      all.onDidCreate(forgetBelow),
      all.onDidDelete(forgetBelow),
      ...folders.flatMap((folder) => [
        folder,
        folder.onDidChange(forget),
        folder.onDidCreate(forget),
        folder.onDidDelete(forget),
      ]),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (
          change.affectsConfiguration('conferenceNotes.generator') ||
          change.affectsConfiguration('conferenceNotes.generatorVersion')
        ) {
          forget();
        }
      }),
    ];
  }

  async siteOf(uri: vscode.Uri): Promise<DetectedSite> {
    const place = await (await this.folderOf(uri)).place();
    return place(uri);
  }

  /** Looked up once for all of a folder's reports: an editor's settings are slow to ask. */
  folderOf(uri: vscode.Uri): Promise<FolderSite> {
    const file = uri.toString();
    const key = file.slice(0, file.lastIndexOf('/') + 1) || file;
    let folder = this.#folders.get(key);
    if (!folder) {
      folder = this.#readFolder(uri);
      this.#folders.set(key, folder);
    }
    return folder;
  }

  async #readFolder(uri: vscode.Uri): Promise<FolderSite> {
    const { generator: setting, generatorVersion } = readSettings(uri);
    const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const own = vscode.Uri.joinPath(uri, '..');
    const top = workspaceFolder ?? vscode.Uri.joinPath(own, ...LEVELS_WITHOUT_WORKSPACE);
    const found = uri.scheme === 'untitled' ? null : await this.#search(top).siteOf(own);
    const pathOf = pathsFrom(found?.root ?? workspaceFolder);
    const path = pathOf(uri);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const choice = {
      generator: setting === 'auto' ? undefined : setting,
      version: generatorVersion === '' ? undefined : generatorVersion,
    };
    const { generator, version, config } = chooseSite(found?.site ?? null, folder, choice);
    const reason = reasonOf(setting, found?.site ?? null, generator.name);
    return {
      // Where reports lie is told by the site that was found, whichever generator is chosen.
      fingerprint: [generator.name, version, ...[config, found?.site.config ?? {}].map(fingerprint)].join(
        ' ',
      ),
      root: (found?.root ?? workspaceFolder ?? '').toString(),
      decidesAboutFolder: (name) => generator.layout.decidesAboutFolder(name),
      place: once(async () => {
        const place = await placeFolder(found, folder, choice);
        return (report: vscode.Uri) => ({
          ...place(pathOf(report)),
          root: found?.root ?? null,
          configFile: found ? configFileOf(found) : null,
          isChosen: setting !== 'auto',
          reason,
        });
      }),
    };
  }

  /** What finds the sites below a folder. */
  #search(top: vscode.Uri): SiteSearch<vscode.Uri> {
    const key = top.toString();
    let search = this.#searches.get(key);
    if (!search) {
      search = new SiteSearch<vscode.Uri>(
        {
          key: ({ path }) => path,
          parent: (folder) => parentOf(folder, top),
          below: (folder, path) => vscode.Uri.joinPath(folder, path),
          files: filesBelow,
        },
        ({ site, root }) => {
          this.log.info(
            `Site: ${site.generator.title} ${site.version ?? '(version unknown)'} at ${root.toString(true)}, from ${site.siteFile}`,
          );
        },
      );
      this.#searches.set(key, search);
    }
    return search;
  }

  dispose(): void {
    this.#changed.dispose();
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

/** How the site was found, in a sentence. */
function reasonOf(setting: GeneratorName | 'auto', found: FoundSite | null, name: GeneratorName): Message {
  if (setting !== 'auto') {
    return say(
      '{0} is set in your settings.',
      setting === 'generic' ? say('Another generator') : generators[setting].title,
    );
  }
  if (!found) {
    return name === 'generic'
      ? say('No Jekyll or Hugo site was found around this file.')
      : say('The file lies where Jekyll keeps its posts.');
  }
  return found.versionFile
    ? say('Found in `{0}`; the version is from `{1}`.', found.siteFile, found.versionFile)
    : say('Found in `{0}`; the version is not known, so the newest is taken.', found.siteFile);
}

/** How the paths of files are told below a folder; without one, from the top. */
function pathsFrom(root: vscode.Uri | undefined): (uri: vscode.Uri) => string {
  return ({ path }) => (root ? pathFrom(root.path, path) : path.replace(/^\//, ''));
}

/** The folder around another one; null at the top. */
function parentOf(folder: vscode.Uri, top: vscode.Uri): vscode.Uri | null {
  const parent = vscode.Uri.joinPath(folder, '..');
  return folder.path === top.path || parent.path === folder.path ? null : parent;
}

/** The file by which a site was found, from its root. */
function configFileOf({ base, site }: OpenSite<vscode.Uri>): string {
  return base === '' ? site.siteFile : `${base.replace(/[^/]+/g, '..')}/${site.siteFile}`;
}

/** The files below a folder. What cannot be read is not there. */
export function filesBelow(root: vscode.Uri): SiteFiles {
  return {
    text: async (path) => {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, path)));
      } catch {
        return null;
      }
    },
    names: async (folder) => {
      try {
        const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, folder));
        return entries.map(([name, type]) => name + (type & vscode.FileType.Directory ? '/' : ''));
      } catch {
        return null;
      }
    },
  };
}
