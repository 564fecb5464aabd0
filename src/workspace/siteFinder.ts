import * as vscode from 'vscode';
import { generators } from '../core/generators';
import type { GeneratorName, Site, SiteConfig } from '../core/generators/generator';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { readConfig } from '../core/sites/config';
import {
  generatorOfPath,
  isSiteFile,
  isInContentFolder,
  SITE_FILES,
  VERSION_FILES,
  versionIn,
} from '../core/sites/detect';
import { readSettings } from './settings';
import type { DetectedSite, Sites } from './sites';

/** What a folder was found to be. */
interface FoundSite {
  readonly root: vscode.Uri;
  readonly generator: GeneratorName;
  readonly configFile: string;
  readonly config: SiteConfig;
  readonly version: string | undefined;
  readonly versionFile: string | undefined;
}

/** How far up a file that was opened without a folder is looked from. */
const LEVELS_WITHOUT_WORKSPACE = 5;

/** Files whose change may change a site. */
const WATCHED =
  '**/{_config.yml,_config.yaml,hugo.toml,hugo.yaml,hugo.yml,hugo.json,config.toml,config.yaml,config.yml,config.json,Gemfile,Gemfile.lock,.hugo-version,netlify.toml,.tool-versions}';

/**
 * Finds sites by walking from a file's folder up to its workspace folder; what a folder was found to be is kept until
 * one of the files that tell it changes.
 */
export class SiteFinder implements Sites, vscode.Disposable {
  readonly #folders = new Map<string, Promise<FoundSite | null>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(readonly log: vscode.LogOutputChannel) {
    const watcher = vscode.workspace.createFileSystemWatcher(WATCHED);
    const forget = () => {
      this.#folders.clear();
      this.#changed.fire();
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
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
    const found = uri.scheme === 'untitled' ? null : await this.#findUpward(uri);
    const { generator, generatorVersion } = readSettings(uri);
    const path = pathFrom(found?.root ?? vscode.workspace.getWorkspaceFolder(uri)?.uri, uri);
    const name = generator === 'auto' ? (found?.generator ?? generatorOfPath(path)) : generator;
    const same = found?.generator === name ? found : null;
    return {
      site: siteFor(name, generatorVersion || same?.version, same?.config ?? {}),
      root: found?.root ?? null,
      path,
      // A site's folders stay what they are, whichever generator the user tries on them.
      inContentFolder: isInContentFolder(found?.generator ?? name, path),
      configFile: found?.configFile ?? null,
      isChosen: generator !== 'auto',
      reason: reasonOf(generator, found, name),
    };
  }

  async #findUpward(uri: vscode.Uri): Promise<FoundSite | null> {
    const top = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    let folder = vscode.Uri.joinPath(uri, '..');
    for (let level = 0; top !== undefined || level < LEVELS_WITHOUT_WORKSPACE; level++) {
      const found = await this.#lookInto(folder);
      const parent = vscode.Uri.joinPath(folder, '..');
      if (found || folder.path === top?.path || parent.path === folder.path) {
        return found;
      }
      folder = parent;
    }
    return null;
  }

  #lookInto(folder: vscode.Uri): Promise<FoundSite | null> {
    const key = folder.toString();
    let known = this.#folders.get(key);
    if (!known) {
      known = this.#inspect(folder).catch((error: unknown) => {
        this.log.warn(`Could not look for a site in ${folder.toString(true)}: ${String(error)}`);
        return null;
      });
      this.#folders.set(key, known);
    }
    return known;
  }

  async #inspect(folder: vscode.Uri): Promise<FoundSite | null> {
    for (const { name, generator } of SITE_FILES) {
      const text = await readText(vscode.Uri.joinPath(folder, name));
      if (text === null || !isSiteFile(name, text)) {
        continue;
      }
      const config = readConfig(generator, text, name);
      const { version, file } = await findVersion(folder, generator);
      this.log.info(
        `Site: ${generators[generator].title} ${version ?? '(version unknown)'} at ${folder.toString(true)}, from ${name}`,
      );
      return { root: folder, generator, configFile: name, config, version, versionFile: file };
    }
    return null;
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
    ? say('Found in `{0}`; the version is from `{1}`.', found.configFile, found.versionFile)
    : say('Found in `{0}`; the version is not known, so the newest is taken.', found.configFile);
}

async function findVersion(
  folder: vscode.Uri,
  generator: GeneratorName,
): Promise<{ version?: string; file?: string }> {
  for (const file of VERSION_FILES[generator]) {
    const text = await readText(vscode.Uri.joinPath(folder, file));
    const version = text === null ? undefined : versionIn(generator, file, text);
    if (version) {
      return { version, file };
    }
  }
  return {};
}

function siteFor(name: GeneratorName, version: string | undefined, config: SiteConfig): Site {
  const generator = generators[name];
  return { generator, version: version === undefined || version === '' ? generator.newest : version, config };
}

function pathFrom(root: vscode.Uri | undefined, uri: vscode.Uri): string {
  const base = root ? `${root.path.replace(/\/$/, '')}/` : '';
  return root && uri.path.startsWith(base) ? uri.path.slice(base.length) : uri.path.replace(/^\//, '');
}

/** A file's text; null where there is none. */
async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
