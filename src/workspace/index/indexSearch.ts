import * as vscode from 'vscode';
import type { FoundFile } from '../../core/index/readingCache';
import { FileQueue } from './fileQueue';
import type { HeaderReader } from './headerReader';
import type { IgnoredFiles } from '../files/ignoredFiles';
import type { IndexCache } from './indexCache';
import type { IndexContents } from './indexContents';
import { withLateProgress } from './indexProgress';
import { IndexScan } from './indexScan';
import type { ScanTarget } from './indexScan';
import { findMarkdown } from '../files/markdownFiles';
import type { Sites } from '../sites/sites';

/** Among the folders to be searched: all of the workspace. */
const ALL = '';

interface Deps {
  readonly contents: IndexContents;
  readonly reader: HeaderReader;
  readonly sites: Sites;
  readonly cache: IndexCache;
  readonly ignored: IgnoredFiles;
  readonly log: vscode.LogOutputChannel;
  /** Files that are to be read. */
  readonly queue: FileQueue;
  /** All files have been read before: what is kept from the last session is older than what is in memory. */
  readonly hasAll: () => boolean;
  /** Has a file read when it has rested. */
  readonly readLater: (uri: vscode.Uri) => void;
  /** All has been read. */
  readonly onDone: () => void;
}

/** Finds the files of the index, in all of the workspace or in a folder that has appeared, and has them read. */
export class IndexSearch implements vscode.Disposable {
  readonly #folders: FileQueue;
  /** Files that were noticed to change since a scan has begun: what that reads of them may be too old. */
  readonly #touched = new Set<string>();
  #stop = new vscode.CancellationTokenSource();
  #disposed = false;

  constructor(readonly deps: Deps) {
    this.#folders = new FileQueue((key) =>
      key === ALL ? this.#scan() : this.#search(vscode.Uri.parse(key, true)),
    );
  }

  /** Folders wait to be searched, or are being searched. */
  get isBusy(): boolean {
    return this.#folders.isBusy;
  }

  /** Resolves once all folders are searched. */
  idle(): Promise<void> {
    return this.#folders.idle();
  }

  /** A file has changed. */
  touch(key: string): void {
    this.#touched.add(key);
  }

  /** Has all of the workspace searched; what a search that goes on would read may be wrong by now. */
  all(delay: number): void {
    this.#stop.cancel();
    this.#folders.add(ALL, delay);
  }

  /** Has a folder searched. */
  folder(key: string, delay: number): void {
    this.#folders.add(key, delay);
  }

  /** Reads all files; those that are gone are forgotten. */
  async #scan(): Promise<void> {
    this.#stop.dispose();
    this.#stop = new vscode.CancellationTokenSource();
    const { token } = this.#stop;
    const { contents, reader, sites, queue } = this.deps;
    this.#touched.clear();
    queue.again();
    const { cache, ignored } = this.deps;
    const [kept, listed] = await Promise.all([
      this.deps.hasAll() ? new Map<string, FoundFile>() : cache.load(),
      this.#find(token),
      ignored.load(),
    ]);
    if (!listed || token.isCancellationRequested) {
      return;
    }
    const found = listed.filter((uri) => !ignored.has(uri));
    this.#readMissing(found);
    const scan = new IndexScan(reader, sites, this.#target(), token);
    await withLateProgress(scan.run(found, kept), scan);
    // What is left of it is gone.
    if (kept.size > 0) {
      contents.markUnkept();
    }
    this.deps.onDone();
  }

  /** Files that a search does not find are gone, or it does not look there: reading them will tell. */
  #readMissing(found: readonly vscode.Uri[]): void {
    const { stamps } = this.deps.contents;
    if (stamps.size > 0) {
      const keys = new Set(found.map((uri) => uri.toString()));
      for (const key of stamps.keys()) {
        if (!keys.has(key)) {
          this.deps.queue.add(key);
        }
      }
    }
  }

  #target(): ScanTarget {
    const { contents } = this.deps;
    const isOld = (key: string) => this.#disposed || this.#touched.has(key);
    return {
      read: (key, reading, at) => {
        if (!isOld(key)) {
          contents.put(key, reading, at);
        }
      },
      keep: (key, file, root) => {
        if (!isOld(key)) {
          contents.keep(key, file, root);
        }
      },
    };
  }

  async #find(token: vscode.CancellationToken, folder?: vscode.Uri): Promise<vscode.Uri[] | null> {
    try {
      return await findMarkdown(token, folder);
    } catch (error) {
      this.deps.log.warn(`Tags: the workspace cannot be searched: ${String(error)}`);
      return null;
    }
  }

  /** Has the files of a new folder read. */
  async #search(uri: vscode.Uri): Promise<void> {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (type === vscode.FileType.Directory) {
        (await this.#find(this.#stop.token, uri))?.forEach(this.deps.readLater);
      }
    } catch {
      // It is gone again.
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#stop.cancel();
    this.#stop.dispose();
    this.#folders.dispose();
  }
}
