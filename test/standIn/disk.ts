import { lstat, readFile, readdir, rename, rm, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a file system answers, by path. What is not there, or not allowed, is thrown with Node's code. */
export interface Disk {
  stat(path: string): Promise<DiskStat>;
  readFile(path: string): Promise<Uint8Array>;
  /** The names in a folder; those of folders have a `/` behind them. */
  names(path: string): Promise<string[]>;
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  createFolder(path: string): Promise<void>;
  delete(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
}

export interface DiskStat {
  readonly isFolder: boolean;
  readonly mtime: number;
  readonly size: number;
}

/** The machine's files, asked for as VS Code asks for them. */
export const nodeDisk: Disk = {
  stat: async (path) => {
    const own = await lstat(path);
    const { mtimeMs, size, ...kind } = own.isSymbolicLink() ? await stat(path) : own;
    return { isFolder: (kind.mode & 0o170000) === 0o040000, mtime: mtimeMs, size };
  },
  readFile: (path) => readFile(path),
  names: async (path) => {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => entry.name + (entry.isDirectory() ? '/' : ''));
  },
  writeFile: async (path, bytes) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  },
  createFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  delete: (path) => rm(path, { recursive: true }),
  rename: (from, to) => rename(from, to),
};

/** Files in memory. Every change is a newer one, as a real clock would tell. */
export class MemoryDisk implements Disk {
  /** Paths that may not be read. */
  readonly denied = new Set<string>();
  /** The paths of all files that were read, in order. */
  readonly reads: string[] = [];
  /** Called before a file is read: a test can change things at that moment. */
  beforeRead: ((path: string) => void) | undefined;
  /** Paths whose times are told last. */
  readonly slow = new Set<string>();
  readonly #files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  #clock = Date.UTC(2026, 0, 1);

  /** Writes a text at once. */
  write(path: string, text: string): void {
    this.#files.set(path, { bytes: new TextEncoder().encode(text), mtime: ++this.#clock });
  }

  /** Removes a file, or a folder with all in it, at once. */
  remove(path: string): void {
    for (const file of this.below(path)) {
      this.#files.delete(file);
    }
  }

  /** Moves a file or a folder at once; the files keep their times. */
  move(from: string, to: string): void {
    for (const path of this.below(from)) {
      const file = this.#files.get(path);
      this.#files.delete(path);
      if (file) {
        this.#files.set(to + path.slice(from.length), file);
      }
    }
  }

  /** The paths of a file, or of all files in a folder. */
  below(path: string): string[] {
    return [...this.#files.keys()].filter((file) => file === path || file.startsWith(`${path}/`));
  }

  async stat(path: string): Promise<DiskStat> {
    for (let turn = 0; this.slow.has(path) && turn < 100; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const file = this.#files.get(path);
    if (file) {
      return { isFolder: false, mtime: file.mtime, size: file.bytes.length };
    }
    if (this.below(path).length > 0) {
      return { isFolder: true, mtime: 0, size: 0 };
    }
    throw failure('ENOENT', path);
  }

  async readFile(path: string): Promise<Uint8Array> {
    this.beforeRead?.(path);
    this.reads.push(path);
    // A turn of the host's passes, as with real files.
    await new Promise((resolve) => setImmediate(resolve));
    const file = this.#files.get(path);
    if (!file || this.denied.has(path)) {
      throw failure(file ? 'EACCES' : 'ENOENT', path);
    }
    return file.bytes;
  }

  names(path: string): Promise<string[]> {
    const start = `${path.replace(/\/$/, '')}/`;
    const names = this.below(path).map((file) => /^[^/]+\/?/.exec(file.slice(start.length))?.[0] ?? '');
    return names.length > 0 ? Promise.resolve([...new Set(names)]) : Promise.reject(failure('ENOENT', path));
  }

  writeFile(path: string, bytes: Uint8Array): Promise<void> {
    this.#files.set(path, { bytes, mtime: ++this.#clock });
    return Promise.resolve();
  }

  createFolder(): Promise<void> {
    return Promise.resolve();
  }

  delete(path: string): Promise<void> {
    const isThere = this.below(path).length > 0;
    this.remove(path);
    return isThere ? Promise.resolve() : Promise.reject(failure('ENOENT', path));
  }

  rename(from: string, to: string): Promise<void> {
    this.move(from, to);
    return Promise.resolve();
  }
}

/** All files below a folder that fit; folders that cannot be read have none. */
export async function filesIn(
  disk: Disk,
  folder: string,
  fits: (path: string) => boolean,
): Promise<string[]> {
  const names = await disk.names(folder).catch(() => []);
  const found: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (!name.endsWith('/')) {
      if (fits(path)) {
        found.push(path);
      }
    } else if (fits(`${path}x.md`)) {
      found.push(...(await filesIn(disk, path.replace(/\/$/, ''), fits)));
    }
  }
  return found;
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
