import * as vscode from 'vscode';
import { checkReport } from '../core/rules';
import type { Finding } from '../core/rules/rule';
import { Report } from '../core/report/report';
import type { OpenReport, ReadReport, Reports } from './reports';
import { readSettings } from './settings';
import type { WorkspaceIndex } from './workspaceIndex';

/** An open report with its findings; those that the user switched off are left out. */
export interface CheckedReport {
  readonly open: OpenReport;
  readonly findings: readonly Finding[];
}

/** Checks reports; open ones once for each reading of them. */
export class Findings implements vscode.Disposable {
  /** Fires when reports may have other findings though their text is the same. */
  readonly onDidChange: vscode.Event<void>;

  readonly #changes = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #checked = new WeakMap<OpenReport, CheckedReport>();

  constructor(
    readonly reports: Reports,
    readonly index: WorkspaceIndex,
  ) {
    this.onDidChange = this.#changes.event;
    const forget = () => {
      this.#checked = new WeakMap();
      this.#changes.fire();
    };
    // The reports listen to the same events and come first: they are older.
    this.#subscriptions = [
      reports.sites.onDidChange(forget),
      index.onDidChange(forget),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('conferenceNotes')) {
          forget();
        }
      }),
    ];
  }

  /** @returns null for a document that is no report, or that changed meanwhile */
  async of(document: vscode.TextDocument): Promise<CheckedReport | null> {
    const open = await this.reports.get(document);
    if (!open) {
      return null;
    }
    let checked = this.#checked.get(open);
    if (!checked) {
      // What the other reports say is read in the background; once it is known the report is checked again.
      this.index.start();
      checked = { open, findings: this.check(open) };
      this.#checked.set(open, checked);
    }
    return checked;
  }

  /**
   * Checks a report.
   * @param text what the report would be checked with in the place of its own text
   */
  check(read: ReadReport, text = read.report.text): Finding[] {
    const { uri, site } = read;
    const { report, forecast } = text === read.report.text ? read : reread(read, text);
    const { severity } = readSettings(uri);
    const others = this.index.othersOf(uri, site);
    return checkReport({ report, site: site.site, forecast, now: Date.now(), others }).flatMap(
      (finding): Finding[] => {
        const own = severity[finding.code] ?? 'default';
        if (own === 'off') {
          return [];
        }
        return [own === 'default' ? finding : { ...finding, severity: own }];
      },
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, this.#changes).dispose();
  }
}

function reread({ report: { path, generator, options }, site: { site } }: ReadReport, text: string) {
  const report = new Report(text, path, generator, options);
  return { report, forecast: site.generator.forecast(report, site, Date.now()) };
}
