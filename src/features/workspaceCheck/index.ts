import * as vscode from 'vscode';
import type { Finding } from '../../core/rules/rule';
import { diagnosticOf } from '../../workspace/reports/diagnostic';
import { FileQueue } from '../../workspace/index/fileQueue';
import { asksOthers } from '../../workspace/reports/findings';
import type { Findings } from '../../workspace/reports/findings';
import { findMarkdown } from '../../workspace/files/markdownFiles';
import type { ReadReport } from '../../workspace/reports/reports';
import { followFiles } from './follow';
import { count, summaryOf } from './summary';
import type { Tally } from './summary';

/** After so many milliseconds of work the editor gets a turn. */
const SLICE = 20;

/** How long after a change of other things a file is checked again, in milliseconds: changes come in many steps. */
const DELAY = 500;

/**
 * When other reports change, in as many files as this a new finding may come of it, and all are checked again; among more only
 * those that had such a finding are.
 */
const MAX_ALL = 1000;

/** How long after the last change of other reports they are, in milliseconds. */
const LONG_DELAY = 2500;

interface Deps {
  readonly extensionUri: vscode.Uri;
  readonly findings: Findings;
  readonly log: vscode.LogOutputChannel;
}

/**
 * The command that checks all reports of the workspace. What it finds in files that are not open stays in the list of
 * problems, and follows those files, until they are opened or checked again.
 */
export function registerWorkspaceCheck(deps: Deps): vscode.Disposable {
  const check = new WorkspaceCheck(deps);
  return vscode.Disposable.from(
    check,
    vscode.commands.registerCommand('conferenceNotes.checkAllReports', () => check.run()),
  );
}

class WorkspaceCheck implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('conferenceNotes.closed');
  /** The files that were checked, by the keys of their URIs: these are followed. */
  readonly #checked = new Set<string>();
  /** The number of the last check of each of these: what an earlier one read, but tells later, is out of date. */
  readonly #checks = new Map<string, number>();
  /** The files that had findings which depend on other reports, likewise: these go and come back as the others change. */
  readonly #asking = new Set<string>();
  /** Files that are to be checked again. */
  readonly #later = new FileQueue((key) => this.#checkAgain(vscode.Uri.parse(key, true)));
  readonly #subscriptions: { dispose(): unknown }[] = [this.#collection, this.#later];
  #watches = false;
  #running: Promise<void> | undefined;

  constructor(readonly deps: Deps) {}

  /** A second call waits for the first: two at a time would say everything twice. */
  async run(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    this.#watch();
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking reports'),
      cancellable: true,
    };
    const result = await vscode.window.withProgress(options, (progress, token) =>
      this.#checkAll(progress, token),
    );
    const show = vscode.l10n.t('Show problems');
    const { text, isClean } = summaryOf(result);
    // Not awaited: the command is done, whether or not anyone answers.
    void vscode.window.showInformationMessage(text, ...(isClean ? [] : [show])).then((answer) => {
      if (answer === show) {
        void vscode.commands.executeCommand('workbench.actions.view.problems');
      }
    });
  }

  async #checkAll(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<Tally> {
    // Rules compare a report with the others of its site.
    const { index } = this.deps.findings;
    await Promise.race([index.upToDate(), cancelled(token)]);
    const listed = token.isCancellationRequested ? [] : await findMarkdown(token);
    const files = listed.filter((uri) => index.covers(uri));
    this.#collection.clear();
    this.#checked.clear();
    this.#checks.clear();
    this.#asking.clear();
    const tally: Tally = {
      reports: 0,
      error: 0,
      warning: 0,
      info: 0,
      hint: 0,
      withFindings: 0,
      cancelled: false,
    };
    let sliceEnd = Date.now() + SLICE;
    for (const uri of files) {
      if (token.isCancellationRequested) {
        break;
      }
      const findings = await this.#check(uri);
      if (findings) {
        count(tally, findings);
      }
      if (Date.now() > sliceEnd) {
        progress.report({
          message: vscode.l10n.t('{0} of {1} files', this.#checked.size, files.length),
          increment: 0,
        });
        await new Promise((resolve) => setTimeout(resolve, 0));
        sliceEnd = Date.now() + SLICE;
      }
    }
    return { ...tally, cancelled: token.isCancellationRequested };
  }

  /** @returns null for a file that is no report, or that cannot be read */
  async #check(uri: vscode.Uri): Promise<readonly Finding[] | null> {
    const key = uri.toString();
    const number = (this.#checks.get(key) ?? 0) + 1;
    this.#checked.add(key);
    this.#checks.set(key, number);
    try {
      const checked = await this.deps.findings.ofFile(uri);
      if (this.#checks.get(key) !== number) {
        return checked?.findings ?? null;
      }
      // Once asked about, it stays so: what is taken back may be true again.
      if (checked?.findings.some(asksOthers)) {
        this.#asking.add(key);
      }
      if (!checked) {
        this.#collection.delete(uri);
        return null;
      }
      this.#show(checked.open, checked.findings);
      return checked.findings;
    } catch (error) {
      this.#collection.delete(uri);
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
        this.deps.log.warn(`Could not check ${uri.toString(true)}: ${String(error)}`);
      }
      return null;
    }
  }

  /** An open report shows its findings itself. */
  #show({ uri, report }: ReadReport, findings: readonly Finding[]): void {
    const at = (offset: number) => {
      const { line, character } = report.lines.positionAt(offset);
      return new vscode.Position(line, character);
    };
    this.#collection.set(
      uri,
      isOpen(uri)
        ? []
        : findings.map((finding) =>
            diagnosticOf(
              finding,
              new vscode.Range(at(finding.range.start), at(finding.range.end)),
              this.deps.extensionUri,
            ),
          ),
    );
  }

  /** Follows the files from the first run on. */
  #watch(): void {
    if (this.#watches) {
      return;
    }
    this.#watches = true;
    const again = (uri: vscode.Uri) => {
      void this.#checkAgain(uri);
    };
    this.#subscriptions.push(
      followFiles({
        changed: again,
        arrived: (uri) => {
          if (this.deps.findings.index.covers(uri)) {
            this.#checked.add(uri.toString());
            this.#later.add(uri.toString(), DELAY);
          }
        },
        gone: (uri) => {
          this.#forget(uri.toString());
        },
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        this.#collection.delete(uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        again(uri);
      }),
      this.deps.findings.onDidChange((cause) => {
        const isAny = cause === 'any';
        (isAny ? this.#checked : this.#asking).forEach((key) => {
          this.#later.add(key, DELAY);
        });
        if (!isAny && this.#checked.size <= MAX_ALL) {
          this.#checked.forEach((key) => {
            if (!this.#asking.has(key)) {
              this.#later.add(key, LONG_DELAY);
            }
          });
        }
      }),
    );
  }

  /** Checks a file that was checked before; an open report shows its findings itself. */
  async #checkAgain(uri: vscode.Uri): Promise<void> {
    if (!this.#checked.has(uri.toString()) || isOpen(uri)) {
      return;
    }
    if (this.deps.findings.index.covers(uri)) {
      await this.#check(uri);
    } else {
      this.#forget(uri.toString());
    }
  }

  /** A file, or a folder with all that was checked in it, is gone. Its findings go at once; if it comes back, it is new. */
  #forget(gone: string): void {
    for (const key of this.#checked) {
      if (key === gone || key.startsWith(`${gone}/`)) {
        this.#collection.delete(vscode.Uri.parse(key, true));
        this.#checked.delete(key);
        this.#asking.delete(key);
        // What a check that is under way will tell is of no matter.
        this.#checks.set(key, (this.#checks.get(key) ?? 0) + 1);
      }
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => !document.isClosed && document.uri.toString() === uri.toString(),
  );
}

function cancelled(token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => {
      resolve();
    });
  });
}
