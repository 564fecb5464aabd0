import * as vscode from 'vscode';
import type { OtherReports } from '../../core/index/otherReports';
import type { ReportFacts } from '../../core/index/reportFacts';
import type { Taxonomy } from '../../core/report/termFields';
import type { TagIndex } from '../../core/index/tagIndex';
import { FileQueue } from './fileQueue';
import { HeaderReader, rootOf } from './headerReader';
import { IgnoredFiles } from '../files/ignoredFiles';
import type { IndexCache } from './indexCache';
import { IndexContents } from './indexContents';
import { IndexKeeper } from './indexKeeper';
import { IndexSearch } from './indexSearch';
import { watchFiles } from './indexWatch';
import type { WatchHandlers } from './indexWatch';
import { isExcluded, isIndexed, mayBeFolder } from '../files/markdownFiles';
import type { DetectedSite, Sites } from '../sites/sites';

/** How long a document or file must rest before it is read again, in milliseconds. */
const DELAY = 300;

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
  readonly #ignored = new IgnoredFiles();
  readonly #reader: HeaderReader;
  readonly #keeper: IndexKeeper;
  /** Files that have changed and are to be read. */
  readonly #queue: FileQueue;
  readonly #search: IndexSearch;
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
    this.#search = new IndexSearch({
      contents: this.#contents,
      reader: this.#reader,
      sites,
      cache,
      ignored: this.#ignored,
      log,
      queue: this.#queue,
      hasAll: () => this.#isReady,
      readLater: (uri) => {
        this.#later(uri);
      },
      onDone: () => {
        this.#rest();
      },
    });
    this.#keeper = new IndexKeeper({
      cache,
      sites,
      stamps: this.#contents.stamps,
      readingOf: (key) => this.#contents.indexes.readingOf(key),
      isBusy: () => this.#queue.isBusy || this.#search.isBusy,
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

  /** The keys of the files whose front matter cannot be read: nobody knows what they are filed under. */
  get unread(): ReadonlySet<string> {
    return this.#contents.unread;
  }

  /** The keys of all Markdown files that have been read, reports or not. */
  get files(): Iterable<string> {
    return this.#contents.stamps.keys();
  }

  /** Tells whether a file may be a report of the workspace. What git ignores is not, once all files have been listed. */
  covers(uri: vscode.Uri): boolean {
    return isIndexed(uri) && !this.#ignored.has(uri);
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

  /**
   * Resolves when everything that has been noticed so far has been read, without waiting for files to rest: for what must not
   * miss any. Never rejects.
   */
  async upToDate(): Promise<void> {
    await this.ready();
    await this.#search.idle();
    this.#queue.now();
    await this.#queue.idle();
  }

  /** Resolves when everything that has been noticed so far has been read, and kept if that has begun: for tests. */
  async settled(): Promise<void> {
    await this.ready();
    await this.#search.idle();
    await this.#queue.idle();
    await this.#keeper.saved();
  }

  /** Forgets everything, what was kept for the next session too, and reads it anew. Never rejects. */
  async rebuild(): Promise<void> {
    await this.settled();
    await this.cache.drop();
    this.#contents.clear();
    this.#search.all(0);
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
        this.#search.all(DELAY);
      }),
    ];
    const start = Date.now();
    this.#search.all(0);
    await this.#search.idle();
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
        if (this.covers(uri)) {
          this.#later(uri);
        } else if (mayBeFolder(uri)) {
          this.#search.folder(WorkspaceIndex.keyOf(uri), DELAY);
        }
      },
      gone: (uri) => {
        this.#gone(uri);
      },
      foldersChanged: () => {
        this.#search.all(0);
      },
      rulesChanged: () => {
        this.#search.all(DELAY);
      },
    };
  }

  #later(uri: vscode.Uri): void {
    if (this.covers(uri)) {
      this.#readLater(WorkspaceIndex.keyOf(uri));
    }
  }

  #readLater(key: string): void {
    this.#search.touch(key);
    this.#queue.add(key, DELAY);
  }

  /** A file or folder was deleted or moved away. */
  #gone(uri: vscode.Uri): void {
    const key = WorkspaceIndex.keyOf(uri);
    if (this.#contents.stamps.has(key)) {
      this.#goneFile(key);
    } else if (!isExcluded(uri)) {
      const folder = `${key}/`;
      for (const other of this.#contents.stamps.keys()) {
        if (other.startsWith(folder)) {
          this.#goneFile(other);
        }
      }
    }
  }

  #goneFile(key: string): void {
    // Its document may live on for minutes without an editor; one with changes is about to be saved again.
    if (!this.#contents.open.get(key)?.isDirty) {
      this.#contents.open.delete(key);
    }
    this.#readLater(key);
  }

  /** Reads one file and puts what it says in the place of what it said. */
  async #read(key: string): Promise<void> {
    const at = Date.now();
    const uri = uriOf(key);
    const file = this.covers(uri) ? await this.#reader.read(uri, key) : null;
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
    this.#search.dispose();
    this.#queue.dispose();
    this.#keeper.dispose();
    vscode.Disposable.from(...this.#subscriptions, this.#changes).dispose();
  }
}

function uriOf(key: string): vscode.Uri {
  return vscode.Uri.parse(key, true);
}
