import type * as vscode from 'vscode';
import type { FoundFile } from '../../core/index/readingCache';
import { ReportIndexes } from '../../core/index/reportIndexes';
import { FileStamps } from '../files/fileStamps';
import type { FileReading } from './headerReader';

/** What was read, of which files in which state, and what of that is news. */
export class IndexContents {
  readonly stamps = new FileStamps();
  /** Open documents, by the keys of their files. */
  readonly open = new Map<string, vscode.TextDocument>();
  /** The files whose front matter cannot be read: nobody knows what they are filed under. */
  readonly unread = new Set<string>();
  #indexes = new ReportIndexes();
  #hasChanged = false;
  #isUnkept = false;

  get indexes(): ReportIndexes {
    return this.#indexes;
  }

  /**
   * Takes what was read of a file.
   * @param file null for one that is not there
   * @param at the moment before it was read
   */
  put(key: string, file: FileReading | null, at: number): void {
    if (file?.reading.isUnread) {
      this.unread.add(key);
    } else {
      this.unread.delete(key);
    }
    if (file) {
      const { reading, root } = file;
      const lasts = reading.lasts && !this.open.get(key)?.isDirty;
      this.stamps.read(key, at, lasts);
      this.#isUnkept ||= lasts;
      this.#set(key, reading, root);
    } else {
      this.#isUnkept ||= this.stamps.has(key);
      this.stamps.delete(key);
      this.#set(key, null, '');
    }
  }

  /** Takes over what was kept of a file. */
  keep(key: string, file: FoundFile, root: string): void {
    this.unread.delete(key);
    this.stamps.keep(key, file.stamp);
    this.#set(key, file.reading(), root);
  }

  /** What is kept for the next session is not what is here. */
  markUnkept(): void {
    this.#isUnkept = true;
  }

  /** Forgets all. */
  clear(): void {
    this.#indexes = new ReportIndexes();
    this.stamps.clear();
    this.unread.clear();
    this.#hasChanged = true;
  }

  /** Tells whether others must be told of a change, once. */
  takeChanged(): boolean {
    const hasChanged = this.#hasChanged;
    this.#hasChanged = false;
    return hasChanged;
  }

  /** Tells whether there is something to keep for the next session, once. */
  takeUnkept(): boolean {
    const isUnkept = this.#isUnkept;
    this.#isUnkept = false;
    return isUnkept;
  }

  #set(...change: Parameters<ReportIndexes['set']>): void {
    this.#hasChanged = this.#indexes.set(...change) || this.#hasChanged;
  }
}
