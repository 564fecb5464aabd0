import * as vscode from 'vscode';
import type { OtherReports } from '../core/sites/otherReports';
import { NO_HEADER, readHeader } from '../core/sites/readHeader';
import type { HeaderReading } from '../core/sites/readHeader';
import type { ReportFacts } from '../core/sites/reportFacts';
import { ReportIndexes } from '../core/sites/reportIndexes';
import type { Taxonomy } from '../core/tags/fields';
import type { TagIndex } from '../core/tags/tagIndex';
import { isMarkdown } from './documents';
import type { DetectedSite, Sites } from './sites';
import { startOf } from './fileStart';
import { findMarkdown, isExcluded, isIndexed, MARKDOWN_GLOB, mayBeFolder } from './markdownFiles';
import { FileQueue } from './fileQueue';

/** Of a longer open document, in lines, the rest is left out: a header is at its start. */
const MAX_LINES = 20_000;

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
  readonly #indexes = new ReportIndexes();
  readonly #queue: FileQueue;
  /** Folders that have appeared and are to be searched. */
  readonly #folders: FileQueue;
  readonly #known = new Set<string>();
  /** Open documents, by the key of their URI. */
  readonly #open = new Map<string, vscode.TextDocument>();
  readonly #stop = new vscode.CancellationTokenSource();
  #subscriptions: vscode.Disposable[] = [];
  #started: Promise<void> | undefined;
  #isReady = false;
  #changed = false;
  #disposed = false;

  constructor(
    readonly sites: Sites,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.onDidChange = this.#changes.event;
    this.#queue = new FileQueue(
      (key) => this.#read(key),
      () => {
        this.#announce();
      },
    );
    this.#folders = new FileQueue((key) => this.#search(vscode.Uri.parse(key, true)));
  }

  /** The key under which a file stands in the indexes. */
  static keyOf(uri: vscode.Uri): string {
    return uri.toString();
  }

  /** The tags, the categories or the keywords, as far as they have been read. */
  of(taxonomy: Taxonomy): TagIndex {
    return this.#indexes.of(taxonomy);
  }

  /** What the other reports of a report's site say, as far as they have been read. */
  othersOf(uri: vscode.Uri, site: DetectedSite): OtherReports {
    return this.#indexes.othersThan(WorkspaceIndex.keyOf(uri), rootOf(uri, site));
  }

  /** What a report says of itself, by its file's key; null for a file that is none, or was not read yet. */
  factsOf(key: string): ReportFacts | null {
    return this.#indexes.factsOf(key);
  }

  /** All files have been read once. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Starts reading, if that has not been done. */
  start(): void {
    void this.ready();
  }

  /** Starts reading and resolves when all files have been read once. Never rejects. */
  ready(): Promise<void> {
    return (this.#started ??= this.#startUp());
  }

  /** Resolves when everything that has been noticed so far has been read: for tests. */
  async settled(): Promise<void> {
    await this.ready();
    await this.#folders.idle();
    await this.#queue.idle();
  }

  async #startUp(): Promise<void> {
    if (this.#disposed) {
      return;
    }
    vscode.workspace.textDocuments.forEach((document) => {
      this.#open.set(WorkspaceIndex.keyOf(document.uri), document);
    });
    // Before the search, so that nothing that happens during it is missed.
    this.#subscriptions = this.#watch();
    const start = Date.now();
    await this.#scan();
    await this.#queue.idle();
    this.#isReady = true;
    const { fileCount, size } = this.of('tags');
    const took = Date.now() - start;
    this.log.info(
      `Tags: ${String(size)} in ${String(fileCount)} of ${String(this.#known.size)} Markdown files, ${String(took)} ms`,
    );
  }

  /** Finds all files and has them read; those that are gone are forgotten. */
  async #scan(): Promise<void> {
    const found = await this.#find();
    if (!found || this.#disposed) {
      return;
    }
    const keys = new Set(found.map((uri) => WorkspaceIndex.keyOf(uri)));
    for (const key of [...this.#known, ...keys]) {
      // One that is gone is read, too: that shows whether it is.
      this.#queue.add(key);
    }
  }

  async #find(folder?: vscode.Uri): Promise<vscode.Uri[] | null> {
    try {
      return await findMarkdown(this.#stop.token, folder);
    } catch (error) {
      this.log.warn(`Tags: the workspace cannot be searched: ${String(error)}`);
      return null;
    }
  }

  #watch(): vscode.Disposable[] {
    const files = vscode.workspace.createFileSystemWatcher(MARKDOWN_GLOB, false, false, true);
    // Of a folder that is deleted, moved or unpacked often only the folder itself is announced.
    const all = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    return [
      files,
      all,
      files.onDidCreate((uri) => {
        this.#later(uri);
      }),
      files.onDidChange((uri) => {
        this.#later(uri);
      }),
      all.onDidCreate((uri) => {
        this.#arrived(uri);
      }),
      all.onDidDelete((uri) => {
        this.#gone(uri);
      }),
      vscode.workspace.onDidRenameFiles(({ files: renamed }) => {
        renamed.forEach(({ oldUri, newUri }) => {
          this.#gone(oldUri);
          this.#arrived(newUri);
        });
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#open.set(WorkspaceIndex.keyOf(document.uri), document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isMarkdown(document)) {
          this.#open.set(WorkspaceIndex.keyOf(document.uri), document);
          this.#later(document.uri);
        }
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // Changes that were not saved are gone now.
        this.#open.delete(WorkspaceIndex.keyOf(document.uri));
        this.#later(document.uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#scan()),
      // Another generator may read the same files in another way.
      this.sites.onDidChange(() => {
        this.#known.forEach((key) => {
          this.#queue.add(key, DELAY);
        });
      }),
    ];
  }

  #later(uri: vscode.Uri): void {
    if (isIndexed(uri)) {
      this.#queue.add(WorkspaceIndex.keyOf(uri), DELAY);
    }
  }

  /** A file or folder was deleted or moved away. */
  #gone(uri: vscode.Uri): void {
    const key = WorkspaceIndex.keyOf(uri);
    if (this.#known.has(key)) {
      // Its document may live on for minutes without an editor; one with changes is about to be saved again.
      if (!this.#open.get(key)?.isDirty) {
        this.#open.delete(key);
      }
      this.#queue.add(key, DELAY);
    } else if (!isExcluded(uri)) {
      const folder = `${key}/`;
      for (const other of this.#known) {
        if (other.startsWith(folder)) {
          this.#queue.add(other, DELAY);
        }
      }
    }
  }

  /** A file or folder was created or moved here. */
  #arrived(uri: vscode.Uri): void {
    if (isIndexed(uri)) {
      this.#later(uri);
    } else if (mayBeFolder(uri)) {
      this.#folders.add(WorkspaceIndex.keyOf(uri), DELAY);
    }
  }

  /** Has the files of a new folder read. */
  async #search(uri: vscode.Uri): Promise<void> {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (type === vscode.FileType.Directory) {
        (await this.#find(uri))?.forEach((file) => {
          this.#later(file);
        });
      }
    } catch {
      // It is gone again.
    }
  }

  /** Reads one file and puts its tags in the place of the old ones. */
  async #read(key: string): Promise<void> {
    const uri = vscode.Uri.parse(key, true);
    try {
      if (isIndexed(uri)) {
        const site = await this.sites.siteOf(uri);
        this.#put(key, await this.#readingOf(uri, site), rootOf(uri, site));
      } else {
        this.#put(key, null, '');
      }
    } catch (error) {
      this.#put(key, null, '');
      if (!isFileNotFound(error)) {
        this.log.warn(`Tags: ${key} cannot be read: ${String(error)}`);
      }
    }
  }

  async #readingOf(uri: vscode.Uri, detected: DetectedSite): Promise<HeaderReading> {
    const { site, path, root, inContentFolder } = detected;
    const key = WorkspaceIndex.keyOf(uri);
    const bytes = this.#open.has(key) ? null : await vscode.workspace.fs.readFile(uri);
    // It may have been opened in the meantime.
    const document = this.#open.get(key);
    const text = document
      ? document.getText(new vscode.Range(0, 0, MAX_LINES, 0))
      : bytes && startOf(bytes, detected);
    const reading = text === null ? NO_HEADER : readHeader(text, path, site, Date.now());
    // In a known site what lies elsewhere is no report.
    return root && !inContentFolder ? { ...reading, facts: null } : reading;
  }

  /**
   * @param reading null for a file that is not there
   * @param root of its site
   */
  #put(key: string, reading: HeaderReading | null, root: string): void {
    if (this.#disposed) {
      return;
    }
    if (reading) {
      this.#known.add(key);
    } else {
      this.#known.delete(key);
    }
    this.#changed = this.#indexes.set(key, reading, root) || this.#changed;
  }

  #announce(): void {
    if (this.#changed) {
      this.#changed = false;
      this.#changes.fire();
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#stop.cancel();
    this.#stop.dispose();
    this.#queue.dispose();
    this.#folders.dispose();
    vscode.Disposable.from(...this.#subscriptions, this.#changes).dispose();
  }
}

/** The root of a file's site; where none was found, the workspace folder stands for one. */
function rootOf(uri: vscode.Uri, { root }: DetectedSite): string {
  return (root ?? vscode.workspace.getWorkspaceFolder(uri)?.uri ?? '').toString();
}

function isFileNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
