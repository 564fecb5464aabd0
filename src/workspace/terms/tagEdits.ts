import * as vscode from 'vscode';
import type { Taxonomy } from '../../core/report/termFields';
import { renameTerm } from '../../core/terms/renameTerm';
import type { FileEdits } from '../edits/editWatch';
import { closedRange, openDocument, readHeader } from '../reports/headers';
import type { Header } from '../reports/headers';
import { inLanes } from '../files/lanes';
import { MARKDOWN_GLOB } from '../files/markdownFiles';
import { readOnlyBySettings } from '../files/readOnlyFiles';
import type { Sites } from '../sites/sites';
import { withPlainEnds } from '../files/textOfFile';
import { translate } from '../ui/translate';

/** Which names go, and which one comes. */
export interface TagRenaming {
  readonly taxonomy: Taxonomy;
  readonly from: readonly string[];
  readonly to: string;
}

/** A report that uses a name and cannot be changed. */
export interface TagProblem {
  readonly uri: vscode.Uri;
  /** A part of a sentence, in the user's language. */
  readonly reason: string;
}

/** What is to be done to one file. */
interface Outcome {
  readonly edits: readonly vscode.TextEdit[];
  /** Why there are none though the file uses the name; null for any other file. */
  readonly reason: string | null;
  /** Of the open document; null for a closed file. */
  readonly version: number | null;
  /** The front matter that the edits were made for. */
  readonly head: string;
}

/**
 * The edits that rename a term in many reports. A report is changed whole or not at all. Files that change while this
 * lives are noticed: `refresh` reads them again.
 */
export class TagEdits implements vscode.Disposable {
  readonly #files = new Map<string, vscode.Uri>();
  readonly #outcomes = new Map<string, Outcome>();
  /** The keys of files that changed since they were read. */
  readonly #stale = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];
  /** The keys of files that the user's settings make read-only; null until it is asked for. */
  #readOnly: Promise<ReadonlySet<string>> | null = null;

  constructor(
    readonly sites: Sites,
    readonly renaming: TagRenaming,
    files: readonly vscode.Uri[],
  ) {
    files.forEach((uri) => this.#files.set(uri.toString(), uri));
    const watcher = vscode.workspace.createFileSystemWatcher(MARKDOWN_GLOB, true, false, false);
    const mark = (uri: vscode.Uri) => {
      if (this.#files.has(uri.toString())) {
        this.#stale.add(uri.toString());
      }
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(mark),
      watcher.onDidDelete(mark),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        // Changes that were not saved are gone now.
        mark(uri);
      }),
    ];
  }

  /** How many files are looked at. */
  get size(): number {
    return this.#files.size;
  }

  /** How many reports will be changed. */
  get changed(): number {
    return this.#changes().length;
  }

  get problems(): TagProblem[] {
    return [...this.#outcomes].flatMap(([key, { reason }]) => {
      const uri = this.#files.get(key);
      return uri && reason !== null ? [{ uri, reason }] : [];
    });
  }

  /**
   * Reads the files.
   * @param onRead called after each of them
   */
  async read(token: vscode.CancellationToken, onRead: () => void = () => undefined): Promise<void> {
    await this.#readAll([...this.#files.values()], token, onRead);
    // What changed meanwhile is read once more; a file that never rests is left to the editor, which knows versions.
    await this.refresh(token);
  }

  /**
   * Reads again what has changed since it was read; true if anything had. Of closed files changes are announced late: these are
   * compared.
   */
  async refresh(token: vscode.CancellationToken): Promise<boolean> {
    await inLanes(
      this.#changes().filter(({ version }) => version === null),
      async ({ uri, head }) => {
        if (!(await this.#isSame(uri, head))) {
          this.#stale.add(uri.toString());
        }
      },
      () => token.isCancellationRequested,
    );
    const stale = [...this.#files].filter(([key, uri]) => this.#isStale(key, uri)).map(([, uri]) => uri);
    await this.#readAll(stale, token);
    return stale.length > 0;
  }

  async #isSame(uri: vscode.Uri, head: string): Promise<boolean> {
    try {
      return (await readHeader(uri, this.sites))?.report.text === head;
    } catch {
      return false;
    }
  }

  /** The edits of each file. */
  toFileEdits(): FileEdits[] {
    return this.#changes().map(({ uri, edits, head }) => ({ uri, edits, head: withPlainEnds(head) }));
  }

  /** All edits as one. */
  toWorkspaceEdit(metadata: vscode.WorkspaceEditEntryMetadata): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    for (const { uri, edits } of this.#changes()) {
      edit.set(
        uri,
        edits.map((one): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [one, metadata]),
      );
    }
    return edit;
  }

  #changes(): (Outcome & { readonly uri: vscode.Uri })[] {
    return [...this.#outcomes].flatMap(([key, outcome]) => {
      const uri = this.#files.get(key);
      return uri && outcome.edits.length > 0 ? [{ ...outcome, uri }] : [];
    });
  }

  #isStale(key: string, uri: vscode.Uri): boolean {
    const outcome = this.#outcomes.get(key);
    return (
      this.#stale.has(key) ||
      (outcome !== undefined && outcome.version !== (openDocument(uri)?.version ?? null))
    );
  }

  async #readAll(
    files: readonly vscode.Uri[],
    token: vscode.CancellationToken,
    onRead: () => void = () => undefined,
  ): Promise<void> {
    const read = async (uri: vscode.Uri) => {
      const key = uri.toString();
      this.#stale.delete(key);
      this.#outcomes.set(key, await this.#outcomeOf(uri));
      onRead();
    };
    await inLanes(files, read, () => token.isCancellationRequested);
  }

  async #outcomeOf(uri: vscode.Uri): Promise<Outcome> {
    const none = { edits: [], reason: null, version: openDocument(uri)?.version ?? null, head: '' };
    try {
      const header = await readHeader(uri, this.sites);
      return header ? await this.#renamed(header) : none;
    } catch (error) {
      // One that is gone uses nothing.
      const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      return isGone ? none : { ...none, reason: vscode.l10n.t('it cannot be read') };
    }
  }

  async #renamed({ uri, report, site, version }: Header): Promise<Outcome> {
    const { taxonomy, from, to } = this.renaming;
    const { edits, problem } = renameTerm(report, site.site, taxonomy, from, to);
    const none = { edits: [], version, head: report.text };
    if (problem || edits.length === 0) {
      return { ...none, reason: problem && translate(problem) };
    }
    if (version === null && report.text.includes('\uFFFD')) {
      // The editor may read the file in another encoding, and have other columns.
      return { ...none, reason: vscode.l10n.t('it is not UTF-8') };
    }
    this.#readOnly ??= readOnlyBySettings();
    if ((await this.#readOnly).has(uri.toString()) || (await isReadOnly(uri))) {
      return { ...none, reason: vscode.l10n.t('it is read-only') };
    }
    const toEditor = ({ range, newText }: (typeof edits)[number]) =>
      new vscode.TextEdit(closedRange(report, range), newText);
    return { edits: edits.map(toEditor), reason: null, version, head: report.text };
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') {
    return false;
  }
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return true;
  }
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // An open document may be ahead of its file.
    return false;
  }
}
