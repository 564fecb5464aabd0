import * as vscode from 'vscode';
import type { FoundFile } from '../core/sites/readingCache';
import { stampOf } from './fileStamps';
import type { FetchedFile, FileReading, HeaderReader } from './headerReader';
import { Breath, inLanes } from './lanes';
import type { SiteFingerprint, Sites } from './sites';

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
}

/** A file that may be the same as when it was read. */
interface KnownFile extends ScannedFile {
  readonly known: FoundFile;
  readonly site: SiteFingerprint;
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
  readonly #changed: string[] = [];
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
    await this.#compare(uris, kept);
    this.done = this.total - this.#unread.length;
    const fetched: Fetched[] = [];
    await this.#inLanes(this.#unread, async ({ uri, key }) => {
      const at = Date.now();
      const file = await this.reader.fetch(uri, key);
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
  async #compare(uris: readonly vscode.Uri[], kept: Map<string, FoundFile>): Promise<void> {
    const deciding: KnownFile[] = [];
    const others: KnownFile[] = [];
    const folders = new Folders(this.sites);
    const isFirst = kept.size === 0;
    for (const uri of uris) {
      const key = uri.toString();
      const known = kept.get(key);
      const site = isFirst ? undefined : (folders.known(key) ?? (await folders.find(uri, key)));
      if (site && known) {
        kept.delete(key);
        (site.decidesAboutFolder(nameOf(key)) ? deciding : others).push({ uri, key, known, site });
      } else {
        this.#mustRead({ uri, key }, site);
      }
      if (this.#breath.isDue) {
        await this.#breath.taken();
      }
    }
    for (const key of kept.keys()) {
      if (folders.known(key)?.decidesAboutFolder(nameOf(key))) {
        this.#changed.push(folderOf(key));
      }
    }
    // What they decide must be known before the others are compared.
    for (const files of [deciding, others]) {
      await this.#inLanes(files, (file) => this.#compareOne(file));
    }
  }

  async #compareOne(file: KnownFile): Promise<void> {
    const { uri, key, known, site } = file;
    const isSame = (await this.#stampOf(uri)) === known.stamp && known.fingerprint === site.text;
    const isDecided = this.#changed.some((folder) => key.startsWith(folder));
    if (isSame && !isDecided && !this.reader.open.get(key)?.isDirty) {
      this.#tell(() => {
        this.target.keep(key, known, site.root);
      });
    } else {
      this.#mustRead(file, isSame ? undefined : site);
    }
  }

  /** @param site of a file that has changed */
  #mustRead(file: ScannedFile, site: SiteFingerprint | undefined): void {
    this.#unread.push(file);
    if (site?.decidesAboutFolder(nameOf(file.key))) {
      this.#changed.push(folderOf(file.key));
    }
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

/** The sites of folders; files come folder by folder, so that the last one is nearly always the right one. */
class Folders {
  readonly #sites = new Map<string, SiteFingerprint>();
  #last = '\n';
  #lastSite: SiteFingerprint | undefined;

  constructor(readonly sites: Sites) {}

  /** The site of a file's folder; undefined for one that was not asked for. */
  known(key: string): SiteFingerprint | undefined {
    if (!key.startsWith(this.#last) || key.includes('/', this.#last.length)) {
      this.#last = folderOf(key);
      this.#lastSite = this.#sites.get(this.#last);
    }
    return this.#lastSite;
  }

  async find(uri: vscode.Uri, key: string): Promise<SiteFingerprint> {
    const site = await this.sites.fingerprintOf(uri);
    this.#sites.set(folderOf(key), site);
    this.#last = '\n';
    return site;
  }
}

/** The start of the keys of all files in a file's folder and below. */
export function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
