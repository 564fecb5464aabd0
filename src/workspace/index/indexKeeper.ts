import * as vscode from 'vscode';
import type { CachedFile } from '../../core/index/readingCache';
import { stampOf } from '../files/fileStamps';
import type { FileStamps } from '../files/fileStamps';
import type { IndexCache, KeptSite } from './indexCache';
import { folderKey } from './indexScan';
import { inLanes } from '../files/lanes';
import type { Sites } from '../sites/sites';

/** How long after a change what was read is kept anew, in milliseconds: a day's writing is no reason to hurry. */
const DELAY = 60_000;

interface Deps {
  readonly cache: IndexCache;
  readonly sites: Sites;
  readonly stamps: FileStamps;
  /** What is to be kept of a file. */
  readonly readingOf: (key: string) => CachedFile['reading'];
  /** Files wait to be read. */
  readonly isBusy: () => boolean;
}

/** Sees to it that what was read is kept for the next session. */
export class IndexKeeper implements vscode.Disposable {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  /** Counts the changes: what was begun before one is not finished. */
  #changes = 0;
  #disposed = false;

  constructor(readonly deps: Deps) {}

  /** Something has changed that is to be kept, in a while. */
  changed(): void {
    this.#changes++;
    if (this.deps.cache.isPossible && !this.#disposed) {
      this.#timer ??= setTimeout(() => void this.save(), DELAY);
    }
  }

  /** Keeps what was read, now; if files wait to be read, later. Never rejects. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving;
    this.#saving = this.#save();
    await this.#saving;
  }

  /** Resolves when what is being kept is kept. */
  async saved(): Promise<void> {
    await this.#saving;
  }

  async #save(): Promise<void> {
    const { cache, stamps } = this.deps;
    const changes = this.#changes;
    const isStopped = () => this.#disposed || this.#changes !== changes || this.deps.isBusy();
    if (!cache.isPossible) {
      return;
    }
    await this.#askForTimes(isStopped);
    const sites = isStopped() ? [] : await this.#sites(stamps.settled());
    if (!isStopped()) {
      await cache.save(sites, (key) => {
        const stamp = stamps.of(key);
        return stamp === null ? null : { key, stamp, reading: this.deps.readingOf(key) };
      });
    } else if (!this.#disposed) {
      this.changed();
    }
  }

  /** Asks for the times of the files that were read since. */
  #askForTimes(isStopped: () => boolean): Promise<void> {
    const { stamps } = this.deps;
    const ask = async (key: string) => {
      try {
        stamps.settle(key, stampOf(await vscode.workspace.fs.stat(vscode.Uri.parse(key, true))));
      } catch {
        // It is gone, and about to be noticed.
      }
    };
    return inLanes(stamps.unasked(), ask, isStopped);
  }

  async #sites(keys: readonly string[]): Promise<KeptSite[]> {
    const sites = new Map<string, { root: string; fingerprint: string; keys: string[] }>();
    const folders = new Map<string, string[]>();
    for (const key of keys) {
      const folder = folderKey(key);
      let own = folders.get(folder);
      if (!own) {
        const { root, fingerprint } = await this.deps.sites.folderOf(vscode.Uri.parse(key, true));
        const site = sites.get(`${root}\n${fingerprint}`) ?? { root, fingerprint, keys: [] };
        sites.set(`${root}\n${fingerprint}`, site);
        own = site.keys;
        folders.set(folder, own);
      }
      own.push(key);
    }
    return [...sites.values()];
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
  }
}
