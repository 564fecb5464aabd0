import * as vscode from 'vscode';
import { NO_HEADER, readHeader } from '../../core/index/readHeader';
import type { HeaderReading } from '../../core/index/readHeader';
import { startOf } from '../files/fileStart';
import type { DetectedSite, FolderSite, Sites } from '../sites/sites';

/** Of a longer open document, in lines, the rest is left out: a header is at its start. */
const MAX_LINES = 20_000;

/** What a file tells, and the root of its site. */
export interface FileReading {
  readonly reading: HeaderReading;
  readonly root: string;
}

/** What a file holds, not read yet for what it tells. */
export interface FetchedFile {
  readonly key: string;
  readonly root: string;
  readonly detected: DetectedSite;
  /** Null for an open document, whose text is at hand. */
  readonly bytes: Uint8Array | null;
}

/** Reads the front matter of files; what an open document says counts, not what is on disk. */
export class HeaderReader {
  /** @param open documents by the keys of their files */
  constructor(
    readonly sites: Sites,
    readonly open: ReadonlyMap<string, vscode.TextDocument>,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** @returns null for a file that is not there, or cannot be read */
  async read(uri: vscode.Uri, key: string): Promise<FileReading | null> {
    const file = await this.fetch(uri, key, this.sites.folderOf(uri));
    return file && this.readingOf(file);
  }

  /** The first half of `read`: what takes time, but little work. */
  async fetch(
    uri: vscode.Uri,
    key: string,
    folder: FolderSite | Promise<FolderSite>,
  ): Promise<FetchedFile | null> {
    try {
      const site = await folder;
      const place = await site.place();
      const document = this.open.get(key);
      if (document && !document.isDirty) {
        // Documents outlive their files, and nobody tells of each file of a folder that is gone: this throws, then.
        await vscode.workspace.fs.stat(uri);
      }
      const bytes = document ? null : await vscode.workspace.fs.readFile(uri);
      return { key, root: site.root, detected: place(uri), bytes };
    } catch (error) {
      this.#warn(key, error);
      return null;
    }
  }

  /** The second half of `read`, which waits for nothing. */
  readingOf(file: FetchedFile): FileReading | null {
    try {
      return { reading: this.#readingOf(file), root: file.root };
    } catch (error) {
      this.#warn(file.key, error);
      return null;
    }
  }

  #warn(key: string, error: unknown): void {
    if (!isFileNotFound(error)) {
      this.log.warn(`Tags: ${key} cannot be read: ${String(error)}`);
    }
  }

  #readingOf({ key, detected, bytes }: FetchedFile): HeaderReading {
    const { site, path, root, inContentFolder } = detected;
    // It may have been opened in the meantime.
    const document = this.open.get(key);
    const text = document
      ? document.getText(new vscode.Range(0, 0, MAX_LINES, 0))
      : bytes && startOf(bytes, detected.site);
    const reading = text === null ? NO_HEADER : readHeader(text, path, site, Date.now());
    // In a known site what lies elsewhere is no report.
    return root && !inContentFolder ? { ...reading, facts: null } : reading;
  }
}

/** The root of a file's site; where none was found, the workspace folder stands for one. */
export function rootOf(uri: vscode.Uri, { root }: Pick<DetectedSite, 'root'>): string {
  return (root ?? vscode.workspace.getWorkspaceFolder(uri)?.uri ?? '').toString();
}

function isFileNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
