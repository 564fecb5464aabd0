import * as vscode from 'vscode';
import { namesTargets, withTargets } from '../../core/links/targets';
import type { Report } from '../../core/report/report';
import { KeptFiles } from '../../core/sites/keptFiles';
import { filesBelow } from './siteFinder';
import type { DetectedSite } from './sites';

/** How long files have to be at rest before reports are read again, in milliseconds: a switch of branches changes many. */
const REST = 300;

/**
 * Looks up what reports name of their sites. What was listed and read for it is kept until any file of the workspace changes,
 * and the files are followed from the first report on that names something.
 */
export class Targets implements vscode.Disposable {
  /** Fires when what was looked up may be other. */
  readonly onDidChange: vscode.Event<void>;

  readonly #changes = new vscode.EventEmitter<void>();
  /** By the root of the site. */
  readonly #files = new Map<string, KeptFiles>();
  #watcher: vscode.Disposable | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.onDidChange = this.#changes.event;
  }

  /** The site of a report, with what the site has of what the report names. */
  async of(report: Report, detected: DetectedSite): Promise<DetectedSite> {
    const files = this.filesFor(report.text, detected);
    return files
      ? { ...detected, site: await withTargets(report, detected.site, files, Date.now()) }
      : detected;
  }

  /** The files of a report's site; null where the report stands in none, or names nothing. */
  filesFor(text: string, { root, site }: DetectedSite): KeptFiles | null {
    if (!root || !namesTargets(text, site)) {
      return null;
    }
    this.#watch();
    const key = root.toString();
    let files = this.#files.get(key);
    if (!files) {
      files = new KeptFiles(filesBelow(root));
      this.#files.set(key, files);
    }
    return files;
  }

  #watch(): void {
    if (this.#watcher) {
      return;
    }
    const watcher = vscode.workspace.createFileSystemWatcher('**');
    const forget = () => {
      if (this.#files.size > 0) {
        this.#files.clear();
        clearTimeout(this.#rest);
        this.#rest = setTimeout(() => {
          this.#changes.fire();
        }, REST);
      }
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidRenameFiles(forget),
    );
  }

  dispose(): void {
    clearTimeout(this.#rest);
    this.#watcher?.dispose();
    this.#changes.dispose();
  }
}
