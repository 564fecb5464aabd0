/*
 * What the workspace side asks of VS Code, over files in memory or on disk, for tests and the bench that need no editor.
 * Built in place of the module `vscode`. `host` is the other side: what the user and the file system do.
 */
import { URI, Utils } from 'vscode-uri';
import type { Disk } from './disk';
import { filesIn, MemoryDisk } from './disk';
import { Disposable, EventEmitter } from './events';

export { CancellationTokenSource, Disposable, EventEmitter } from './events';

export class Uri extends URI {
  static joinPath(uri: URI, ...parts: string[]): URI {
    return Utils.joinPath(uri, ...parts);
  }
}

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };

export class FileSystemError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

export class RelativePattern {
  constructor(
    readonly baseUri: URI,
    readonly pattern: string,
  ) {}
}

export class Range {
  constructor(
    readonly startLine: number,
    readonly startCharacter: number,
    readonly endLine: number,
    readonly endCharacter: number,
  ) {}

  get start() {
    return { line: this.startLine, character: this.startCharacter };
  }

  get end() {
    return { line: this.endLine, character: this.endCharacter };
  }
}

export class TextEdit {
  constructor(
    readonly range: Range,
    readonly newText: string,
  ) {}
}

/** An open document; `edit` and `close` are for tests. */
export class Document {
  version = 1;
  isDirty = false;
  isClosed = false;
  readonly isUntitled = false;
  readonly encoding = 'utf8';

  constructor(
    readonly uri: URI,
    public text: string,
    readonly languageId = 'markdown',
  ) {}

  /** All of it: no test has a document so long that a part is asked for. */
  getText(): string {
    return this.text;
  }

  edit(text: string): void {
    this.text = text;
    this.version++;
    this.isDirty = true;
    events.changed.fire({ document: this, contentChanges: [{ text }] });
  }

  close(): void {
    this.isClosed = true;
    state.documents.splice(state.documents.indexOf(this), 1);
    events.closed.fire(this);
  }
}

interface Folder {
  readonly uri: URI;
  readonly name: string;
  readonly index: number;
}

type FileEvent = 'create' | 'change' | 'delete';

class Watcher {
  readonly #events = {
    create: new EventEmitter<URI>(),
    change: new EventEmitter<URI>(),
    delete: new EventEmitter<URI>(),
  };
  readonly onDidCreate = this.#events.create.event;
  readonly onDidChange = this.#events.change.event;
  readonly onDidDelete = this.#events.delete.event;
  readonly #matches: RegExp;
  readonly #ignored: ReadonlySet<FileEvent>;

  constructor(glob: string, ...ignores: readonly boolean[]) {
    this.#matches = globPattern(glob);
    const kinds: readonly FileEvent[] = ['create', 'change', 'delete'];
    this.#ignored = new Set(kinds.filter((_kind, index) => ignores[index]));
    state.watchers.add(this);
  }

  tell(kind: FileEvent, uri: URI): void {
    if (!this.#ignored.has(kind) && this.#matches.test(uri.path)) {
      this.#events[kind].fire(uri);
    }
  }

  dispose(): void {
    state.watchers.delete(this);
    Object.values(this.#events).forEach((event) => {
      event.dispose();
    });
  }
}

const state = {
  disk: new MemoryDisk() as Disk,
  folders: [] as Folder[],
  documents: [] as Document[],
  settings: {} as Record<string, unknown>,
  watchers: new Set<Watcher>(),
  commands: new Map<string, (...args: unknown[]) => unknown>(),
  messages: [] as string[],
  progress: [] as string[],
};

const events = {
  opened: new EventEmitter<Document>(),
  changed: new EventEmitter<{ document: Document; contentChanges: readonly unknown[] }>(),
  closed: new EventEmitter<Document>(),
  saved: new EventEmitter<Document>(),
  renamed: new EventEmitter<{ files: readonly { oldUri: URI; newUri: URI }[] }>(),
  folders: new EventEmitter<unknown>(),
  configured: new EventEmitter<{ affectsConfiguration(section: string): boolean }>(),
  trusted: new EventEmitter<unknown>(),
};

/** What happens in the window and to the files. */
export const host = {
  /** Starts afresh, with a workspace of one folder or several. */
  open(disk: Disk, ...folders: readonly string[]): void {
    Object.assign(state, { disk, documents: [], settings: {}, messages: [], progress: [] });
    state.folders = folders.map((path, index) => ({ uri: URI.file(path), name: path, index }));
  },
  openDocument(path: string, text: string): Document {
    const document = new Document(URI.file(path), text);
    state.documents.push(document);
    events.opened.fire(document);
    return document;
  },
  /** The file system tells of something. */
  tell(kind: FileEvent, ...paths: readonly string[]): void {
    for (const path of paths) {
      [...state.watchers].forEach((watcher) => {
        watcher.tell(kind, URI.file(path));
      });
    }
  },
  /** The user has renamed something in the explorer. */
  tellRenamed(from: string, to: string): void {
    events.renamed.fire({ files: [{ oldUri: URI.file(from), newUri: URI.file(to) }] });
  },
  configure(name: string, value: unknown): void {
    state.settings[name] = value;
    events.configured.fire({
      affectsConfiguration: (section) => name === section || name.startsWith(`${section}.`),
    });
  },
  setFolders(...folders: readonly string[]): void {
    state.folders = folders.map((path, index) => ({ uri: URI.file(path), name: path, index }));
    events.folders.fire({});
  },
  run: (command: string) => state.commands.get(command)?.(),
  /** What was shown to the user, as messages and as progress. */
  get messages(): readonly string[] {
    return state.messages;
  },
  get progress(): readonly string[] {
    return state.progress;
  },
  get watcherCount(): number {
    return state.watchers.size;
  },
};

/** Throws what VS Code's file systems throw. */
async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as { code?: string };
    const named = code === 'ENOENT' ? 'FileNotFound' : code === 'EACCES' ? 'NoPermissions' : 'Unknown';
    throw new FileSystemError(String(error), named);
  }
}

const fs = {
  stat: async (uri: URI) => {
    const { isFolder, mtime, size } = await asked(state.disk.stat(uri.fsPath));
    return { type: isFolder ? FileType.Directory : FileType.File, ctime: mtime, mtime, size };
  },
  readFile: (uri: URI) => asked(state.disk.readFile(uri.fsPath)),
  readDirectory: async (uri: URI) => {
    const names = await asked(state.disk.names(uri.fsPath));
    return names.map((name) =>
      name.endsWith('/') ? [name.slice(0, -1), FileType.Directory] : [name, FileType.File],
    );
  },
  writeFile: (uri: URI, bytes: Uint8Array) => asked(state.disk.writeFile(uri.fsPath, bytes)),
  createDirectory: (uri: URI) => asked(state.disk.createFolder(uri.fsPath)),
  delete: (uri: URI) => asked(state.disk.delete(uri.fsPath)),
  rename: (from: URI, to: URI) => asked(state.disk.rename(from.fsPath, to.fsPath)),
};

function folderOf(uri: URI): Folder | undefined {
  return state.folders
    .filter((folder) => uri.path === folder.uri.path || uri.path.startsWith(`${folder.uri.path}/`))
    .sort((a, b) => b.uri.path.length - a.uri.path.length)[0];
}

export const workspace = {
  fs,
  onDidOpenTextDocument: events.opened.event,
  onDidChangeTextDocument: events.changed.event,
  onDidCloseTextDocument: events.closed.event,
  onDidSaveTextDocument: events.saved.event,
  onDidRenameFiles: events.renamed.event,
  onDidChangeWorkspaceFolders: events.folders.event,
  onDidChangeConfiguration: events.configured.event,
  onDidGrantWorkspaceTrust: events.trusted.event,
  isTrusted: true,
  get textDocuments(): readonly Document[] {
    return state.documents;
  },
  get workspaceFolders(): readonly Folder[] {
    return state.folders;
  },
  getWorkspaceFolder: folderOf,
  asRelativePath: (uri: URI) => {
    const folder = folderOf(uri);
    return folder ? uri.path.slice(folder.uri.path.length + 1) : uri.path;
  },
  getConfiguration: (section: string) => ({
    get: (name: string, otherwise?: unknown) => state.settings[`${section}.${name}`] ?? otherwise,
  }),
  createFileSystemWatcher: (glob: string, ...ignores: boolean[]) => new Watcher(glob, ...ignores),
  findFiles: async (pattern: string | RelativePattern, exclude?: string | null) => {
    const wanted = globPattern(typeof pattern === 'string' ? pattern : pattern.pattern);
    const unwanted = exclude ? globPattern(exclude) : null;
    const roots = typeof pattern === 'string' ? state.folders.map(({ uri }) => uri) : [pattern.baseUri];
    const found = await Promise.all(
      roots.map((root) => {
        const fits = (path: string) => wanted.test(path) && !unwanted?.test(path.slice(root.fsPath.length));
        return filesIn(state.disk, root.fsPath, fits);
      }),
    );
    return [...new Set(found.flat())].map((path) => URI.file(path));
  },
};

export const window = {
  showInformationMessage: (text: string) => {
    state.messages.push(text);
    return Promise.resolve(undefined);
  },
  withProgress: <T>(
    { title }: { title: string },
    work: (progress: { report(step: { message?: string }): void }) => Promise<T>,
  ) => {
    state.progress.push(title);
    return work({ report: ({ message }) => message !== undefined && state.progress.push(message) });
  },
};

export const commands = {
  registerCommand: (name: string, run: (...args: unknown[]) => unknown) => {
    state.commands.set(name, run);
    return new Disposable(() => state.commands.delete(name));
  },
};

export const l10n = {
  t: (text: string, ...values: unknown[]) =>
    text.replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)])),
};

/** Of VS Code's globs: stars, and lists in braces. */
function globPattern(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|\*|\{|\}|,|[.+?^$()[\]|\\]/g, (part) => {
    switch (part) {
      case '**/':
        return '(?:.*/)?';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '{':
        return '(?:';
      case '}':
        return ')';
      case ',':
        return '|';
      default:
        return `\\${part}`;
    }
  });
  return new RegExp(`^/?(?:${source})$`);
}
