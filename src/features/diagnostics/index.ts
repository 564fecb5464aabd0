import * as vscode from 'vscode';
import { diagnosticOf } from '../../workspace/reports/diagnostic';
import { editorRange, isMarkdown } from '../../workspace/files/documents';
import type { CheckedReport, Findings } from '../../workspace/reports/findings';
import { Breath } from '../../workspace/files/lanes';
import { PAUSE } from '../../workspace/reports/typing';
import { keyOf, quieten } from './quiet';
import type { Typing } from './quiet';

/** How long after a change a report is checked, in milliseconds. */
const DEBOUNCE = 100;

interface Deps {
  readonly extensionUri: vscode.Uri;
  readonly findings: Findings;
  readonly log: vscode.LogOutputChannel;
}

/** What is going on in one document. */
interface Watched {
  check?: ReturnType<typeof setTimeout>;
  pause?: ReturnType<typeof setTimeout>;
  /** The lines of the last change, while the writer is at work on them. */
  edited?: vscode.Range;
  shown: ReadonlySet<string>;
}

/** Shows the findings of open reports as diagnostics: on open, after each change, until the document is closed. */
export function registerDiagnostics(deps: Deps): vscode.Disposable {
  const diagnostics = new Diagnostics(deps);
  for (const document of vscode.workspace.textDocuments) {
    diagnostics.opened(document);
  }
  return vscode.Disposable.from(
    diagnostics,
    vscode.workspace.onDidOpenTextDocument((document) => {
      diagnostics.opened(document);
    }),
    vscode.workspace.onDidChangeTextDocument((event) => {
      diagnostics.changed(event);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      diagnostics.closed(document);
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      diagnostics.settled(document);
    }),
    vscode.window.onDidChangeTextEditorSelection((event) => {
      diagnostics.moved(event);
    }),
    deps.findings.onDidChange(() => {
      void diagnostics.again();
    }),
  );
}

class Diagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('conferenceNotes');
  readonly #watched = new Map<string, Watched>();
  /** Counts the times that all reports were to be checked: a later one takes the place of an earlier one. */
  #round = 0;

  constructor(readonly deps: Deps) {}

  opened(document: vscode.TextDocument): void {
    if (isMarkdown(document)) {
      this.#watched.set(document.uri.toString(), { shown: new Set() });
      void this.#check(document);
    }
  }

  changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const watched = this.#watched.get(document.uri.toString());
    const first = contentChanges[0];
    if (!watched || !first) {
      return;
    }
    watched.edited = linesOf(contentChanges);
    clearTimeout(watched.check);
    clearTimeout(watched.pause);
    watched.check = setTimeout(() => void this.#check(document), DEBOUNCE);
    watched.pause = setTimeout(() => {
      this.settled(document);
    }, PAUSE);
  }

  /** The cursor left the line that is being written: nothing needs to wait any longer. */
  moved({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const edited = this.#watched.get(textEditor.document.uri.toString())?.edited;
    if (
      edited &&
      selections.every(({ active }) => active.line < edited.start.line || active.line > edited.end.line)
    ) {
      this.settled(textEditor.document);
    }
  }

  settled(document: vscode.TextDocument): void {
    const watched = this.#watched.get(document.uri.toString());
    if (watched) {
      clearTimeout(watched.check);
      clearTimeout(watched.pause);
      delete watched.edited;
      void this.#check(document);
    }
  }

  closed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const watched = this.#watched.get(key);
    clearTimeout(watched?.check);
    clearTimeout(watched?.pause);
    this.#watched.delete(key);
    this.#collection.delete(document.uri);
  }

  /** Checks all open reports, those in sight first: a rename in many leaves hundreds of them open. */
  async again(): Promise<void> {
    const round = ++this.#round;
    const inSight = new Set(vscode.window.visibleTextEditors.map(({ document }) => document));
    const breath = new Breath();
    for (const document of new Set([...inSight, ...vscode.workspace.textDocuments])) {
      if (breath.isDue) {
        await breath.taken();
      }
      if (round !== this.#round) {
        return;
      }
      if (this.#watched.has(document.uri.toString())) {
        await this.#check(document);
      }
    }
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const version = document.version;
    try {
      const checked = await this.deps.findings.of(document);
      const watched = this.#watched.get(document.uri.toString());
      // A later version, or the closing of the document, makes this result stale.
      if (!watched || document.isClosed || document.version !== version) {
        return;
      }
      this.#show(document, watched, checked);
    } catch (error) {
      this.deps.log.error(
        `Could not check ${document.uri.toString(true)}`,
        error instanceof Error ? error : String(error),
      );
    }
  }

  #show(document: vscode.TextDocument, watched: Watched, checked: CheckedReport | null): void {
    if (!checked) {
      watched.shown = new Set();
      this.#collection.delete(document.uri);
      return;
    }
    const { text } = checked.open.report;
    const typing = typingOf(document, watched, checked);
    const { now, isHalfWritten } = quieten(checked.findings, text, typing, watched.shown);
    if (isHalfWritten) {
      // The editor moves what is shown along with the text.
      return;
    }
    watched.shown = new Set(now.map((finding) => keyOf(finding, text)));
    this.#collection.set(
      document.uri,
      now.map((finding) =>
        diagnosticOf(finding, editorRange(document, finding.range), this.deps.extensionUri),
      ),
    );
  }

  dispose(): void {
    this.#round++;
    for (const { check, pause } of this.#watched.values()) {
      clearTimeout(check);
      clearTimeout(pause);
    }
    this.#watched.clear();
    this.#collection.dispose();
  }
}

function typingOf(document: vscode.TextDocument, watched: Watched, { open }: CheckedReport): Typing | null {
  if (!watched.edited) {
    return null;
  }
  const last = document.lineAt(Math.min(watched.edited.end.line, document.lineCount - 1));
  const edited = {
    start: document.offsetAt(new vscode.Position(watched.edited.start.line, 0)),
    end: document.offsetAt(last.range.end),
  };
  const body = open.report.fence.kind === 'closed' ? open.report.body : edited.end + 1;
  return { edited, header: edited.start < body ? { start: 0, end: body } : null };
}

/** The lines that changes touch, as they are after them. */
function linesOf(changes: readonly vscode.TextDocumentContentChangeEvent[]): vscode.Range {
  const first = Math.min(...changes.map((change) => change.range.start.line));
  const last = Math.max(
    ...changes.map((change) => change.range.start.line + change.text.split('\n').length - 1),
  );
  return new vscode.Range(first, 0, last, 0);
}
