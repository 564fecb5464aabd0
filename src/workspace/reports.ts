import * as vscode from 'vscode';
import type { Forecast } from '../core/generators/generator';
import { Report } from '../core/report/report';
import type { Range } from '../core/text';
import { invalidUtf8 as findInvalidUtf8 } from '../core/utf8';
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
  /** Counts the times that all readings became void. */
  #generation = 0;
  readonly #subscriptions: vscode.Disposable[];

  constructor(readonly sites: Sites) {
    this.#subscriptions = [
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#forget(document.uri.toString());
      }),
      sites.onDidChange(() => {
        this.#forgetAll();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('conferenceNotes')) {
          this.#forgetAll();
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
    const generation = this.#generation;
    const site = await this.sites.siteOf(document.uri);
    const isStale = () => document.isClosed || document.version !== version;
    if (isStale()) {
      return null;
    }
    const invalidUtf8 = await invalidBytes(document);
    if (isStale()) {
      return null;
    }
    if (generation !== this.#generation) {
      // The site that was looked up is no longer what it was.
      return this.get(document);
    }
    const open = this.#parse(document, site, invalidUtf8);
    this.#read.set(key, open);
    this.#versions.set(key, version);
    return open;
  }

  #parse(
    document: vscode.TextDocument,
    site: DetectedSite,
    invalidUtf8: Range | undefined,
  ): OpenReport | null {
    const text = document.getText();
    // In a known site what lies elsewhere is a page, an include or a readme: other rules hold there.
    if ((site.root && !site.inContentFolder) || !isReport(text, site.inContentFolder)) {
      return null;
    }
    const { takeawayHeadings } = readSettings(document.uri);
    const report = new Report(text, site.path, site.site.generator, {
      takeawayHeadings,
      inherited: site.site.surroundings?.inherited,
      invalidUtf8,
    });
    const forecast = site.site.generator.forecast(report, site.site, Date.now());
    return { document, version: document.version, report, site, forecast };
  }

  #forgetAll(): void {
    this.#generation++;
    this.#read.clear();
  }

  #forget(key: string): void {
    this.#read.delete(key);
    this.#versions.delete(key);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

/**
 * Finds where a document's file is not UTF-8. The editor has replaced such bytes; the file itself is read only where the
 * text holds what they are replaced with, and only as long as the document is what is on disk.
 */
async function invalidBytes(document: vscode.TextDocument): Promise<Range | undefined> {
  if (document.isDirty || document.isUntitled || !document.getText().includes('\uFFFD')) {
    return undefined;
  }
  try {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    // The editor takes a byte order mark out of the text.
    return findInvalidUtf8(hasMark ? bytes.subarray(3) : bytes);
  } catch {
    return undefined;
  }
}
