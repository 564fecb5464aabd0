import * as vscode from 'vscode';
import { generators } from '../../core/generators';
import { filesBelow } from './siteFinder';
import type { DetectedSite, Sites } from './sites';

/** The folders whose files are layouts, whichever the generator. */
const WATCHED = Object.values(generators).flatMap(({ layout }) =>
  layout.layoutFolders.map((folder) => `**/${folder}/**`),
);

/** The names of a site's layouts, listed when they are first asked for, and again once one came or went. */
export class Layouts implements vscode.Disposable {
  readonly #names = new Map<string, Promise<readonly string[]>>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(sites: Sites) {
    const forget = () => {
      this.#names.clear();
    };
    // What stands in a layout does not matter here.
    const watchers = WATCHED.map((glob) =>
      vscode.workspace.createFileSystemWatcher(glob, false, true, false),
    );
    this.#subscriptions = [
      sites.onDidChange(forget),
      ...watchers.flatMap((watcher) => [watcher, watcher.onDidCreate(forget), watcher.onDidDelete(forget)]),
    ];
  }

  of({ root, site }: DetectedSite): Promise<readonly string[]> {
    if (!root) {
      return Promise.resolve([]);
    }
    const key = `${site.generator.name} ${root.toString()}`;
    let names = this.#names.get(key);
    if (!names) {
      names = site.generator.layout.layoutNames(filesBelow(root)).catch(() => []);
      this.#names.set(key, names);
    }
    return names;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
