import * as vscode from 'vscode';
import { rules } from '../../core/rules/lazy';
import type { FieldSchema, Finding } from '../../core/rules/rule';
import { Report } from '../../core/report/report';
import type { OpenReport, ReadReport, Reports } from './reports';
import type { Schemas } from './schemas';
import { readSettings, SETTINGS_OF_FINDINGS } from '../settings';
import { vocabularyOf } from './vocabulary';
import type { WorkspaceIndex } from '../index/workspaceIndex';

/** Why findings may be others: what the other reports of the site say has changed, or anything else. */
export type Cause = 'others' | 'any';

/** A report with its findings; those that the user switched off are left out. */
export interface CheckedReport<Kind extends ReadReport = OpenReport> {
  readonly open: Kind;
  readonly schema: FieldSchema | undefined;
  readonly findings: readonly Finding[];
}

/** Tells whether a finding is one that depends on what the site's other reports say. */
export function asksOthers({ code }: Finding): boolean {
  return rules().ASKING_OTHERS.has(code);
}

/** Checks reports; open ones once for each reading of them. */
export class Findings implements vscode.Disposable {
  /** Fires when reports may have other findings though their text is the same. */
  readonly onDidChange: vscode.Event<Cause>;

  readonly #changes = new vscode.EventEmitter<Cause>();
  readonly #subscriptions: vscode.Disposable[];
  #checked = new WeakMap<OpenReport, CheckedReport>();

  constructor(
    readonly reports: Reports,
    readonly index: WorkspaceIndex,
    readonly schemas: Schemas,
  ) {
    this.onDidChange = this.#changes.event;
    const forget = (cause: Cause) => {
      this.#checked = new WeakMap();
      this.#changes.fire(cause);
    };
    const anyChanged = () => {
      forget('any');
    };
    // The reports listen to the same events and come first: they are older.
    this.#subscriptions = [
      reports.sites.onDidChange(anyChanged),
      reports.targets.onDidChange(anyChanged),
      index.onDidChange(() => {
        forget('others');
      }),
      schemas.onDidChange(anyChanged),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (SETTINGS_OF_FINDINGS.some((name) => change.affectsConfiguration(`conferenceNotes.${name}`))) {
          anyChanged();
        }
      }),
    ];
  }

  /** @returns null for a document that is no report, or that changed meanwhile */
  async of(document: vscode.TextDocument): Promise<CheckedReport | null> {
    const schema = await this.schemas.of(document.uri);
    const open = await this.reports.get(document);
    if (!open) {
      return null;
    }
    let checked = this.#checked.get(open);
    if (!checked || checked.schema !== schema) {
      // What the other reports say is read in the background; once it is known the report is checked again.
      this.index.start();
      checked = { open, schema, findings: this.#check(open, schema) };
      this.#checked.set(open, checked);
    }
    return checked;
  }

  /**
   * Checks a file, open or not.
   * @returns null for a file that is no report
   * @throws what `workspace.fs` throws for a file that cannot be read
   */
  async ofFile(uri: vscode.Uri): Promise<CheckedReport<ReadReport> | null> {
    const schema = await this.schemas.of(uri);
    const read = await this.reports.readFile(uri);
    return read && { open: read, schema, findings: this.#check(read, schema) };
  }

  /** The findings that a report would have with another text. */
  withText({ open, schema }: CheckedReport, text: string): Finding[] {
    const { path, generator, options } = open.report;
    const report = new Report(text, path, generator, options);
    const { site } = open.site;
    return this.#check(
      { ...open, report, forecast: site.generator.forecast(report, site, Date.now()) },
      schema,
    );
  }

  #check({ uri, report, site, forecast }: ReadReport, schema: FieldSchema | undefined): Finding[] {
    const settings = readSettings(uri);
    const { severity } = settings;
    const others = this.index.othersOf(uri, site);
    const vocabulary = vocabularyOf(settings);
    const beside = { now: Date.now(), others, schema, vocabulary };
    return rules()
      .checkReport({ report, site: site.site, forecast, ...beside })
      .flatMap((finding): Finding[] => {
        const own = severity[finding.code] ?? 'default';
        if (own === 'off') {
          return [];
        }
        return [own === 'default' ? finding : { ...finding, severity: own }];
      });
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, this.#changes).dispose();
  }
}
