import * as vscode from 'vscode';
import type { Forecast } from '../core/generators/generator';
import { Report } from '../core/report/report';
import { isMarkdown, isReport } from './documents';
import { readSettings } from './settings';
import type { DetectedSite, Sites } from './sites';

/** An open report as one version of its document shows it. */
export interface OpenReport {
  readonly document: vscode.TextDocument;
  /** The document's version that `report` was read from. */
  readonly version: number;
  readonly report: Report;
  readonly site: DetectedSite;
  readonly forecast: Forecast;
}

/** Reads open documents, once for each version and site, and shares what was read. */
export class Reports implements vscode.Disposable {
  readonly #read = new Map<string, OpenReport | null>();
  readonly #versions = new Map<string, number>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(readonly sites: Sites) {
    this.#subscriptions = [
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#forget(document.uri.toString());
      }),
      sites.onDidChange(() => {
        this.#read.clear();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('conferenceNotes')) {
          this.#read.clear();
        }
      }),
    ];
  }

  /**
   * Reads a document as its site's generator does.
   * @returns null for a document that is no report, and for one that changed or closed while its site was looked up
   */
  async get(document: vscode.TextDocument): Promise<OpenReport | null> {
    if (!isMarkdown(document)) {
      return null;
    }
    const key = document.uri.toString();
    if (this.#versions.get(key) === document.version && this.#read.has(key)) {
      return this.#read.get(key) ?? null;
    }
    const version = document.version;
    const site = await this.sites.siteOf(document.uri);
    if (document.isClosed || document.version !== version) {
      return null;
    }
    const open = this.#parse(document, site);
    this.#read.set(key, open);
    this.#versions.set(key, version);
    return open;
  }

  #parse(document: vscode.TextDocument, site: DetectedSite): OpenReport | null {
    const text = document.getText();
    // In a known site what lies elsewhere is a page, an include or a readme: other rules hold there.
    if ((site.root && !site.inContentFolder) || !isReport(text, site.inContentFolder)) {
      return null;
    }
    const { takeawayHeadings } = readSettings(document.uri);
    const report = new Report(text, site.path, site.site.generator, { takeawayHeadings });
    const forecast = site.site.generator.forecast(report, site.site, Date.now());
    return { document, version: document.version, report, site, forecast };
  }

  #forget(key: string): void {
    this.#read.delete(key);
    this.#versions.delete(key);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}
