import * as vscode from 'vscode';
import type { FoundFile } from '../../core/index/readingCache';
import { stampOf } from '../files/fileStamps';
import type { FetchedFile, FileReading, HeaderReader } from './headerReader';
import { Breath, inLanes } from '../files/lanes';
import type { FolderSite, Sites } from '../sites/sites';

/** Takes what a scan finds. */
export interface ScanTarget {
  /**
   * A file was read.
   * @param reading null for one that is not there
   * @param at the moment before it was read
   */
  read(key: string, reading: FileReading | null, at: number): void;
  /** What was kept of a file still holds. */
  keep(key: string, file: FoundFile, root: string): void;
}

interface ScannedFile {
  readonly uri: vscode.Uri;
  readonly key: string;
  readonly folder: FolderSite;
}

/** A file that may be the same as when it was read. */
interface KnownFile extends ScannedFile {
  readonly known: FoundFile;
}

/** A file that is fetched, or is not there, and the moment before that. */
interface Fetched {
  readonly key: string;
  readonly file: FetchedFile | null;
  readonly at: number;
}

/**
 * So many files are fetched before they are read, one after the other: to go to and fro between the two for each file takes
 * longer than either.
 */
const BATCH = 32;

/** Reads many files, but for those of which what was kept still holds. */
export class IndexScan {
  /** How many files there are, and how many are done. */
  total = 0;
  done = 0;

  /** The folders in which, and below which, all must be read: a file that decides about them has changed. */
  readonly #changed = new Set<string>();
  readonly #unread: ScannedFile[] = [];
  readonly #breath = new Breath();

  constructor(
    readonly reader: HeaderReader,
    readonly sites: Sites,
    readonly target: ScanTarget,
    readonly token: vscode.CancellationToken,
  ) {}

  /** @param kept what is known of files from before; in the end, of those that are gone */
  async run(uris: readonly vscode.Uri[], kept: Map<string, FoundFile>): Promise<void> {
    this.total = uris.length;
    const folders = new Folders(uris);
    await this.#inLanes(folders.samples(), (uri) => folders.find(uri, this.sites));
    await this.#compare(uris, folders, kept);
    this.done = this.total - this.#unread.length;
    const fetched: Fetched[] = [];
    await this.#inLanes(this.#unread, async ({ uri, key, folder }) => {
      const at = Date.now();
      const file = await this.reader.fetch(uri, key, folder);
      if (fetched.push({ key, file, at }) >= BATCH) {
        this.#readAll(fetched.splice(0));
      }
    });
    this.#readAll(fetched);
  }

  #readAll(fetched: readonly Fetched[]): void {
    for (const { key, file, at } of fetched) {
      this.#tell(() => {
        this.target.read(key, file && this.reader.readingOf(file), at);
      });
    }
  }

  /** Takes over what still holds, and notes the files that must be read. */
  async #compare(uris: readonly vscode.Uri[], folders: Folders, kept: Map<string, FoundFile>): Promise<void> {
    const deciding: KnownFile[] = [];
    const others: KnownFile[] = [];
    for (const uri of uris) {
      const key = uri.toString();
      const folder = folders.of(key);
      const known = kept.get(key);
      if (folder && known) {
        kept.delete(key);
        (folder.decidesAboutFolder(nameOf(key)) ? deciding : others).push({ uri, key, folder, known });
      } else if (folder) {
        this.#mustRead({ uri, key, folder });
      }
      if (this.#breath.isDue) {
        await this.#breath.taken();
      }
    }
    const gone = new Folders([...kept.keys()].map((key) => vscode.Uri.parse(key, true)));
    await this.#inLanes(gone.samples(), (uri) => gone.find(uri, this.sites));
    for (const key of kept.keys()) {
      this.#noteChange(key, gone.of(key));
    }
    // What they decide must be known before any file is kept, and they decide about each other, too.
    const same: KnownFile[] = [];
    await this.#inLanes(deciding, (file) => this.#compareOne(file, (kept) => same.push(kept)));
    same.forEach((file) => {
      this.#keep(file);
    });
    await this.#inLanes(others, (file) =>
      this.#compareOne(file, (kept) => {
        this.#keep(kept);
      }),
    );
  }

  async #compareOne(file: KnownFile, onSame: (file: KnownFile) => void): Promise<void> {
    const { uri, known, folder } = file;
    if ((await this.#stampOf(uri)) === known.stamp && known.fingerprint === folder.fingerprint) {
      onSame(file);
    } else {
      this.#mustRead(file);
    }
  }

  /** Takes over what was kept of a file that is the same, unless others have changed how it is read. */
  #keep(file: KnownFile): void {
    const { key, known, folder } = file;
    if (this.#isBelowChanged(key) || this.reader.open.get(key)?.isDirty) {
      this.#unread.push(file);
    } else {
      this.#tell(() => {
        this.target.keep(key, known, folder.root);
      });
    }
  }

  /** A file is new or has changed. */
  #mustRead(file: ScannedFile): void {
    this.#unread.push(file);
    this.#noteChange(file.key, file.folder);
  }

  /** What is about to be read anew, or is gone, may have decided about others. */
  #noteChange(key: string, folder: FolderSite | undefined): void {
    if (folder?.decidesAboutFolder(nameOf(key))) {
      this.#changed.add(folderKey(key));
    }
  }

  /** Looks up a file's folders: all bundles of a site may have changed. */
  #isBelowChanged(key: string): boolean {
    if (this.#changed.size > 0) {
      for (let slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
        if (this.#changed.has(key.slice(0, slash + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** @returns undefined for a file that is not there */
  async #stampOf(uri: vscode.Uri): Promise<number | undefined> {
    try {
      return stampOf(await vscode.workspace.fs.stat(uri));
    } catch {
      return undefined;
    }
  }

  #inLanes<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
    return inLanes(things, work, () => this.token.isCancellationRequested);
  }

  #tell(tell: () => void): void {
    if (!this.token.isCancellationRequested) {
      this.done++;
      tell();
    }
  }
}

/** The folders of many files; these come folder by folder, so that the last one is nearly always the right one. */
class Folders {
  readonly #samples = new Map<string, vscode.Uri>();
  readonly #sites = new Map<string, FolderSite>();
  #last = '\n';
  #lastSite: FolderSite | undefined;

  constructor(uris: readonly vscode.Uri[]) {
    for (const uri of uris) {
      const key = uri.toString();
      if (!this.#isInLast(key)) {
        this.#last = folderKey(key);
        this.#samples.set(this.#last, uri);
      }
    }
    this.#last = '\n';
  }

  /** A file of each. */
  samples(): vscode.Uri[] {
    return [...this.#samples.values()];
  }

  /** Looks up what is known of a file's folder. */
  async find(uri: vscode.Uri, sites: Sites): Promise<void> {
    this.#sites.set(folderKey(uri.toString()), await sites.folderOf(uri));
  }

  /** What was found of a file's folder; undefined for one that was not looked up. */
  of(key: string): FolderSite | undefined {
    if (!this.#isInLast(key)) {
      this.#last = folderKey(key);
      this.#lastSite = this.#sites.get(this.#last);
    }
    return this.#lastSite;
  }

  #isInLast(key: string): boolean {
    return key.startsWith(this.#last) && !key.includes('/', this.#last.length);
  }
}

/** The start of the keys of all files in a file's folder and below. */
export function folderKey(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
