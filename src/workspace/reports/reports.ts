import * as vscode from 'vscode';
import type { Forecast } from '../../core/generators/forecast';
import { Report } from '../../core/report/report';
import type { Range } from '../../core/text';
import { invalidUtf8 as findInvalidUtf8 } from '../../core/utf8';
import { editorRange, isMarkdown, isReport } from '../files/documents';
import { readSettings } from '../settings';
import type { DetectedSite, Sites } from '../sites/sites';
import type { Targets } from '../sites/targets';

/** A report as its site's generator reads it. */
export interface ReadReport {
  readonly uri: vscode.Uri;
  readonly report: Report;
  readonly site: DetectedSite;
  readonly forecast: Forecast;
}

/** An open report as one version of its document shows it. */
export interface OpenReport extends ReadReport {
  readonly document: vscode.TextDocument;
  /** The document's version that `report` was read from. */
  readonly version: number;
}

/** Reads open documents, once for each version and site, and shares what was read. */
export class Reports implements vscode.Disposable {
  readonly #read = new Map<string, OpenReport | null>();
  readonly #versions = new Map<string, number>();
  /** What is being read at the moment: who asks meanwhile waits for the same. */
  readonly #pending = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly reading: Promise<OpenReport | null> }
  >();
  /** Counts the times that all readings became void. */
  #generation = 0;
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    readonly sites: Sites,
    readonly targets: Targets,
  ) {
    this.#subscriptions = [
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#forget(document.uri.toString());
      }),
      sites.onDidChange(() => {
        this.#forgetAll();
      }),
      targets.onDidChange(() => {
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
    const known = this.known(document);
    if (known !== undefined) {
      return known;
    }
    const { version } = document;
    const pending = this.#pending.get(document);
    if (pending?.version === version) {
      return pending.reading;
    }
    const reading = this.#readOpen(document).finally(() => {
      if (this.#pending.get(document)?.reading === reading) {
        this.#pending.delete(document);
      }
    });
    this.#pending.set(document, { version, reading });
    return reading;
  }

  async #readOpen(document: vscode.TextDocument): Promise<OpenReport | null> {
    const key = document.uri.toString();
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
      return this.#readOpen(document);
    }
    const read = await this.#readReport(document.uri, document.getText(), site, invalidUtf8);
    if (isStale()) {
      return null;
    }
    if (generation !== this.#generation) {
      return this.#readOpen(document);
    }
    const open = read && { ...read, document, version };
    this.#read.set(key, open);
    this.#versions.set(key, version);
    return open;
  }

  /** What is known of a document without waiting, as `get` would give it; undefined where that has not been read. */
  known(document: vscode.TextDocument): OpenReport | null | undefined {
    const key = document.uri.toString();
    return this.#versions.get(key) === document.version ? this.#read.get(key) : undefined;
  }

  /**
   * Reads a file as its site's generator does; what an open document says counts, not what is on disk.
   * @returns null for a file that is no report
   * @throws what `workspace.fs` throws for a file that cannot be read
   */
  async readFile(uri: vscode.Uri): Promise<ReadReport | null> {
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (document) {
      return this.get(document);
    }
    const site = await this.sites.siteOf(uri);
    const bytes = withoutMark(await vscode.workspace.fs.readFile(uri));
    const text = new TextDecoder().decode(bytes);
    return this.#readReport(uri, text, site, text.includes('\uFFFD') ? findInvalidUtf8(bytes) : undefined);
  }

  /** @returns null for a text that is no report */
  async #readReport(
    uri: vscode.Uri,
    text: string,
    detected: DetectedSite,
    invalidUtf8: Range | undefined,
  ): Promise<ReadReport | null> {
    // In a known site what lies elsewhere is a page, an include or a readme: other rules hold there.
    if ((detected.root && !detected.inContentFolder) || !isReport(text, detected.inContentFolder)) {
      return null;
    }
    const { takeawayHeadings } = readSettings(uri);
    const report = new Report(text, detected.path, detected.site.generator, {
      takeawayHeadings,
      inherited: detected.site.surroundings?.inherited,
      invalidUtf8,
    });
    const site = await this.targets.of(report, detected);
    return { uri, report, site, forecast: site.site.generator.forecast(report, site.site, Date.now()) };
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

/** Tells whether a range lies in a report's front matter, its fences included. */
export function isInFrontMatter({ document, report: { fence } }: OpenReport, range: vscode.Range): boolean {
  if (fence.kind !== 'closed') {
    return false;
  }
  const { open, header, close } = fence.fence;
  return editorRange(document, { start: open.start, end: close?.end ?? header.end }).contains(range);
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
    return findInvalidUtf8(withoutMark(bytes));
  } catch {
    return undefined;
  }
}

/** The editor takes a byte order mark out of the text. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}
