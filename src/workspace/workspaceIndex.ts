import * as vscode from 'vscode';
import type { OtherReports } from '../core/sites/otherReports';
import type { FoundFile } from '../core/sites/readingCache';
import type { ReportFacts } from '../core/sites/reportFacts';
import type { Taxonomy } from '../core/tags/fields';
import type { TagIndex } from '../core/tags/tagIndex';
import { FileQueue } from './fileQueue';
import { HeaderReader, rootOf } from './headerReader';
import type { IndexCache } from './indexCache';
import { IndexContents } from './indexContents';
import { IndexKeeper } from './indexKeeper';
import { withLateProgress } from './indexProgress';
import { IndexScan } from './indexScan';
import type { ScanTarget } from './indexScan';
import { watchFiles } from './indexWatch';
import type { WatchHandlers } from './indexWatch';
import { findMarkdown, isExcluded, isIndexed, mayBeFolder } from './markdownFiles';
import type { DetectedSite, Sites } from './sites';

/** How long a document or file must rest before it is read again, in milliseconds. */
const DELAY = 300;

/** Among the folders to be searched: all of the workspace. */
const ALL = '';

/**
 * The tags of all reports of the workspace, and what the reports of each site say. Nothing is read before `start` or
 * `ready` is called; from then on it follows what is typed, saved, created, deleted and renamed. What an open document
 * says counts, not what is on disk.
 */
export class WorkspaceIndex implements vscode.Disposable {
  /** Fires when reports have changed in what others may ask for, once for many changes at a time. */
  readonly onDidChange: vscode.Event<void>;

  readonly #changes = new vscode.EventEmitter<void>();
  readonly #contents = new IndexContents();
  readonly #reader: HeaderReader;
  readonly #keeper: IndexKeeper;
  /** Files that have changed and are to be read. */
  readonly #queue: FileQueue;
  /** Folders that have appeared and are to be searched. */
  readonly #folders: FileQueue;
  /** Files that were noticed to change since a scan has begun: what that reads of them may be too old. */
  readonly #touched = new Set<string>();
  #scanStop = new vscode.CancellationTokenSource();
  #subscriptions: vscode.Disposable[] = [];
  #started: Promise<void> | undefined;
  #isReady = false;
  #disposed = false;

  constructor(
    readonly sites: Sites,
    readonly cache: IndexCache,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.onDidChange = this.#changes.event;
    this.#reader = new HeaderReader(sites, this.#contents.open, log);
    this.#queue = new FileQueue(
      (key) => this.#read(key),
      () => {
        this.#rest();
      },
    );
    this.#folders = new FileQueue((key) => (key === ALL ? this.#scan() : this.#search(uriOf(key))));
    this.#keeper = new IndexKeeper({
      cache,
      sites,
      stamps: this.#contents.stamps,
      readingOf: (key) => this.#contents.indexes.readingOf(key),
      isBusy: () => this.#queue.isBusy || this.#folders.isBusy,
    });
  }

  /** The key under which a file stands in the indexes. */
  static keyOf(uri: vscode.Uri): string {
    return uri.toString();
  }

  /** The tags, the categories or the keywords, as far as they have been read. Not to be kept: see `rebuild`. */
  of(taxonomy: Taxonomy): TagIndex {
    return this.#contents.indexes.of(taxonomy);
  }

  /** What the other reports of a report's site say, as far as they have been read. */
  othersOf(uri: vscode.Uri, site: DetectedSite): OtherReports {
    return this.#contents.indexes.othersThan(WorkspaceIndex.keyOf(uri), rootOf(uri, site));
  }

  /** What a report says of itself, by its file's key; null for a file that is none, or was not read yet. */
  factsOf(key: string): ReportFacts | null {
    return this.#contents.indexes.factsOf(key);
  }

  /** All files have been read once. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** The number of Markdown files that have been read, reports or not. */
  get fileCount(): number {
    return this.#contents.stamps.size;
  }

  /** Starts reading, if that has not been done. */
  start(): void {
    void this.ready();
  }

  /** Starts reading and resolves when all files have been read once. Never rejects. */
  ready(): Promise<void> {
    return (this.#started ??= this.#startUp());
  }

  /** Resolves when everything that has been noticed so far has been read, and kept if that has begun: for tests. */
  async settled(): Promise<void> {
    await this.ready();
    await this.#folders.idle();
    await this.#queue.idle();
    await this.#keeper.saved();
  }

  /** Forgets everything, what was kept for the next session too, and reads it anew. Never rejects. */
  async rebuild(): Promise<void> {
    await this.settled();
    await this.cache.drop();
    this.#contents.clear();
    this.#scanSoon(0);
    await this.settled();
  }

  async #startUp(): Promise<void> {
    if (this.#disposed) {
      return;
    }
    // Before the search, so that nothing that happens during it is missed.
    this.#subscriptions = [
      watchFiles(this.#contents.open, this.#handlers()),
      // Another generator may read the same files in another way.
      this.sites.onDidChange(() => {
        this.#scanSoon(DELAY);
      }),
    ];
    const start = Date.now();
    this.#scanSoon(0);
    await this.#folders.idle();
    await this.#queue.idle();
    this.#isReady = true;
    if (this.#contents.takeUnkept()) {
      void this.#keeper.save();
    }
    const { fileCount, size } = this.of('tags');
    const took = Date.now() - start;
    this.log.info(
      `Tags: ${String(size)} in ${String(fileCount)} of ${String(this.fileCount)} Markdown files, ${String(took)} ms`,
    );
  }

  #handlers(): WatchHandlers {
    return {
      changed: (uri) => {
        this.#later(uri);
      },
      arrived: (uri) => {
        if (isIndexed(uri)) {
          this.#later(uri);
        } else if (mayBeFolder(uri)) {
          this.#folders.add(WorkspaceIndex.keyOf(uri), DELAY);
        }
      },
      gone: (uri) => {
        this.#gone(uri);
      },
      foldersChanged: () => {
        this.#scanSoon(0);
      },
    };
  }

  #later(uri: vscode.Uri): void {
    if (isIndexed(uri)) {
      this.#readLater(WorkspaceIndex.keyOf(uri));
    }
  }

  #readLater(key: string): void {
    this.#touched.add(key);
    this.#queue.add(key, DELAY);
  }

  /** A file or folder was deleted or moved away. */
  #gone(uri: vscode.Uri): void {
    const key = WorkspaceIndex.keyOf(uri);
    if (this.#contents.stamps.has(key)) {
      // Its document may live on for minutes without an editor; one with changes is about to be saved again.
      if (!this.#contents.open.get(key)?.isDirty) {
        this.#contents.open.delete(key);
      }
      this.#readLater(key);
    } else if (!isExcluded(uri)) {
      const folder = `${key}/`;
      for (const other of this.#contents.stamps.keys()) {
        if (other.startsWith(folder)) {
          this.#readLater(other);
        }
      }
    }
  }

  /** What a scan that goes on would read may be wrong by now. */
  #scanSoon(delay: number): void {
    this.#scanStop.cancel();
    this.#folders.add(ALL, delay);
  }

  /** Reads all files; those that are gone are forgotten. */
  async #scan(): Promise<void> {
    this.#scanStop.dispose();
    this.#scanStop = new vscode.CancellationTokenSource();
    const { token } = this.#scanStop;
    this.#touched.clear();
    this.#queue.again();
    // Only at first: later what is in memory is newer.
    const kept = this.#isReady ? new Map<string, FoundFile>() : await this.cache.load();
    const found = await this.#find(token);
    if (!found || token.isCancellationRequested) {
      return;
    }
    this.#readMissing(found);
    const scan = new IndexScan(this.#reader, this.sites, this.#scanTarget(), token);
    await withLateProgress(scan.run(found, kept), scan);
    if (kept.size > 0) {
      this.#contents.markUnkept();
    }
    this.#rest();
  }

  /** Files that a search does not find are gone, or it does not look there: reading them will tell. */
  #readMissing(found: readonly vscode.Uri[]): void {
    if (this.#contents.stamps.size > 0) {
      const keys = new Set(found.map((uri) => WorkspaceIndex.keyOf(uri)));
      for (const key of this.#contents.stamps.keys()) {
        if (!keys.has(key)) {
          this.#queue.add(key);
        }
      }
    }
  }

  #scanTarget(): ScanTarget {
    const isOld = (key: string) => this.#disposed || this.#touched.has(key);
    return {
      read: (key, reading, at) => {
        if (!isOld(key)) {
          this.#contents.put(key, reading, at);
        }
      },
      keep: (key, file, root) => {
        if (!isOld(key)) {
          this.#contents.keep(key, file, root);
        }
      },
    };
  }

  async #find(token: vscode.CancellationToken, folder?: vscode.Uri): Promise<vscode.Uri[] | null> {
    try {
      return await findMarkdown(token, folder);
    } catch (error) {
      this.log.warn(`Tags: the workspace cannot be searched: ${String(error)}`);
      return null;
    }
  }

  /** Has the files of a new folder read. */
  async #search(uri: vscode.Uri): Promise<void> {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (type === vscode.FileType.Directory) {
        (await this.#find(this.#scanStop.token, uri))?.forEach((file) => {
          this.#later(file);
        });
      }
    } catch {
      // It is gone again.
    }
  }

  /** Reads one file and puts what it says in the place of what it said. */
  async #read(key: string): Promise<void> {
    const at = Date.now();
    const uri = uriOf(key);
    const file = isIndexed(uri) ? await this.#reader.read(uri, key) : null;
    if (!this.#disposed) {
      this.#contents.put(key, file, at);
    }
  }

  /** Nothing waits any more. */
  #rest(): void {
    if (this.#contents.takeChanged()) {
      this.#changes.fire();
    }
    if (this.#isReady && this.#contents.takeUnkept()) {
      this.#keeper.changed();
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#scanStop.cancel();
    this.#scanStop.dispose();
    this.#queue.dispose();
    this.#folders.dispose();
    this.#keeper.dispose();
    vscode.Disposable.from(...this.#subscriptions, this.#changes).dispose();
  }
}

function uriOf(key: string): vscode.Uri {
  return vscode.Uri.parse(key, true);
}
