import * as vscode from 'vscode';
import { decodeReadings, encodeReadings } from '../../core/index/readingCache';
import type { CachedFile, FoundFile } from '../../core/index/readingCache';
import { Breath } from '../files/lanes';

/** So many files stand in one line: the host gets a turn after each. */
const FILES_IN_LINE = 1000;

/** What is to be kept of files that are read in one way. */
export interface KeptSite {
  readonly root: string;
  readonly fingerprint: string;
  readonly keys: readonly string[];
}

/** Where what was read of a workspace is kept until it is opened again. What cannot be read or written is not kept. */
export class IndexCache {
  readonly #folder: vscode.Uri | undefined;
  readonly #file: vscode.Uri | undefined;

  /**
   * @param folder where the workspace's data may be kept; undefined where there is none
   * @param writer stands for the program that reads headers
   */
  constructor(
    folder: vscode.Uri | undefined,
    readonly writer: string,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.#folder = folder;
    this.#file = folder && vscode.Uri.joinPath(folder, 'readings');
  }

  get isPossible(): boolean {
    return this.#file !== undefined;
  }

  /** What was kept, by the keys of the files. */
  async load(): Promise<Map<string, FoundFile>> {
    const files = new Map<string, FoundFile>();
    if (this.#file) {
      const breath = new Breath();
      for (const line of (await textOf(this.#file)).split('\n')) {
        for (const [key, file] of decodeReadings(line, this.writer)) {
          files.set(key, file);
        }
        if (breath.isDue) {
          await breath.taken();
        }
      }
    }
    return files;
  }

  /**
   * Keeps what was read in the place of what was kept before.
   * @param fileOf null for a file that is not to be kept after all
   */
  async save(sites: readonly KeptSite[], fileOf: (key: string) => CachedFile | null): Promise<void> {
    if (!this.#folder || !this.#file) {
      return;
    }
    const breath = new Breath();
    const lines: string[] = [];
    for (const { root, fingerprint, keys } of sites) {
      for (let at = 0; at < keys.length; at += FILES_IN_LINE) {
        const files = keys.slice(at, at + FILES_IN_LINE).flatMap((key) => fileOf(key) ?? []);
        lines.push(encodeReadings({ root, fingerprint, files }, this.writer));
        if (breath.isDue) {
          await breath.taken();
        }
      }
    }
    try {
      await vscode.workspace.fs.createDirectory(this.#folder);
      // Not in the place of the old one at once: the window may close meanwhile.
      const unfinished = vscode.Uri.joinPath(this.#folder, 'readings.new');
      await vscode.workspace.fs.writeFile(unfinished, new TextEncoder().encode(lines.join('\n')));
      await vscode.workspace.fs.rename(unfinished, this.#file, { overwrite: true });
    } catch (error) {
      this.log.warn(`Index: it cannot be kept: ${String(error)}`);
    }
  }

  /** Forgets what was kept. */
  async drop(): Promise<void> {
    if (this.#file) {
      try {
        await vscode.workspace.fs.delete(this.#file);
      } catch {
        // There was none.
      }
    }
  }
}

async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return '';
  }
}
