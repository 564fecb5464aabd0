import * as vscode from 'vscode';
import type { CauseCode, Forecast } from '../../core/generators/generator';
import type { OpenReport, Reports } from '../../workspace/reports';
import { translate } from '../../workspace/translate';
import { PAUSE } from '../../workspace/typing';
import type { HostMessage } from '../../webview/protocol';
import { readScriptMessage } from './messages';
import { pageOf, resourceRoots } from './page';
import { reveal } from './reveal';
import { viewOf } from './viewModel';

/** How long changes are gathered before the preview is made anew, in milliseconds. */
const DELAY = 100;

/** Why front matter is not read: what half a word in it leads to. */
const UNREAD: ReadonlySet<CauseCode> = new Set([
  'no-front-matter',
  'unclosed-fence',
  'invalid-fence',
  'syntax',
  'not-a-map',
  'duplicate-field',
]);

/** What a preview needs from the extension. */
export interface PreviewDeps {
  readonly extensionUri: vscode.Uri;
  readonly reports: Reports;
  readonly log: vscode.LogOutputChannel;
}

/**
 * One preview: a panel and the report that it shows. Which report that is, others say by `show`; so a preview could as
 * well be locked to one, and there could be several.
 */
export class Preview implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  #uri: vscode.Uri | null = null;
  /** The script listens: not before its first message, and no longer once the panel was hidden. */
  #listening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Waits for a pause, to show front matter that cannot be read at the moment. */
  #pause: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;
  /** The report that is shown as its generator read it. */
  #shownAsRead: string | undefined;
  /** Counts the renderings; only the newest is posted. */
  #rendering = 0;
  readonly #deps: PreviewDeps;

  constructor(
    readonly panel: vscode.WebviewPanel,
    deps: PreviewDeps,
  ) {
    const { webview } = panel;
    this.#deps = deps;
    webview.options = { enableScripts: true, localResourceRoots: resourceRoots(deps.extensionUri) };
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(message).catch((error: unknown) => {
          deps.log.error('Preview:', error);
        });
      }),
      panel.onDidChangeViewState(() => {
        // A hidden page is thrown away; when it is shown again its script starts anew and says so.
        this.#listening &&= panel.visible;
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document.uri.toString() === this.#uri?.toString()) {
          this.#changedAt = Date.now();
          this.#schedule();
        }
      }),
      // Also the way in which a document's language changes.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (uri.toString() === this.#uri?.toString()) {
          this.#schedule();
        }
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('conferenceNotes', this.#uri ?? undefined)) {
          this.#schedule();
        }
      }),
      deps.reports.sites.onDidChange(() => {
        this.#schedule();
      }),
    ];
    // Last, for the script may answer at once.
    webview.html = pageOf(webview, deps.extensionUri);
  }

  /** Shows a report from now on; at once where the panel is visible. */
  show(uri: vscode.Uri): void {
    if (uri.toString() !== this.#uri?.toString()) {
      this.#uri = uri;
      this.#renderNow();
    }
  }

  /** Makes the preview anew in a moment; changes until then are seen together. Typing on does not put it off. */
  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#renderNow();
    }, DELAY);
  }

  #renderNow(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#pause);
    this.#timer = undefined;
    this.#render().catch((error: unknown) => {
      this.#deps.log.error('Preview:', error);
    });
  }

  async #render(): Promise<void> {
    const rendering = ++this.#rendering;
    if (!this.#listening) {
      return;
    }
    const document = await this.#document();
    const version = document?.version;
    const open = document ? await this.#deps.reports.get(document) : null;
    if (!this.#isCurrent(rendering)) {
      return;
    }
    if (document && (document.isClosed || document.version !== version)) {
      // What was read is stale. A change asks for a rendering of its own; of a closed report the last state stays.
      return;
    }
    const isRead = open !== null && !isUnread(open.forecast);
    const rest = PAUSE - (Date.now() - this.#changedAt);
    if (open && !isRead && this.#shownAsRead === open.document.uri.toString() && rest > 0) {
      // In the middle of a word front matter is often broken: what was shown stays until the writer pauses.
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => {
        this.#renderNow();
      }, rest);
      return;
    }
    this.#shownAsRead = isRead ? open.document.uri.toString() : undefined;
    this.panel.title = open ? titleOf(open.document.uri) : vscode.l10n.t('Report preview');
    await this.panel.webview.postMessage(open ? reportMessage(open) : emptyMessage(document !== null));
  }

  /** Tells whether a rendering is still wanted: none has begun since, and somebody sees it. */
  #isCurrent(rendering: number): boolean {
    return rendering === this.#rendering && this.#listening;
  }

  /** The report's document, opened again where it was closed; null where it is gone. */
  async #document(): Promise<vscode.TextDocument | null> {
    const uri = this.#uri;
    const open = findDocument(uri);
    if (!uri || open || uri.scheme === 'untitled') {
      return open;
    }
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch (error) {
      this.#deps.log.debug('Preview: the report cannot be opened.', error);
      return null;
    }
  }

  async #receive(value: unknown): Promise<void> {
    const message = readScriptMessage(value);
    switch (message?.type) {
      case 'ready':
        this.#listening = true;
        this.#shownAsRead = undefined;
        this.#renderNow();
        break;
      case 'reveal': {
        // The click was on what was shown when it happened; the preview may have moved on to another report.
        const document = message.uri === this.#uri?.toString() ? await this.#document() : null;
        if (document) {
          await reveal(document, message, this.panel.viewColumn);
        }
        break;
      }
      case 'open':
        await vscode.env.openExternal(vscode.Uri.parse(message.href, true));
        break;
      case 'run':
        await vscode.commands.executeCommand(`conferenceNotes.${message.action}`, this.#uri ?? undefined);
        break;
      default:
        this.#deps.log.debug('Preview: dropped a message that is none of its script.');
    }
  }

  dispose(): void {
    this.#listening = false;
    clearTimeout(this.#timer);
    clearTimeout(this.#pause);
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.panel.dispose();
  }
}

function isUnread({ cause }: Forecast): boolean {
  return cause !== null && UNREAD.has(cause.code);
}

function findDocument(uri: vscode.Uri | null): vscode.TextDocument | null {
  const key = uri?.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key) ?? null;
}

function titleOf({ path }: vscode.Uri): string {
  return vscode.l10n.t('Preview {0}', path.slice(path.lastIndexOf('/') + 1));
}

function reportMessage({ document, version, report, site, forecast }: OpenReport): HostMessage {
  const input = { report, site: site.site, siteReason: site.reason, forecast };
  const view = viewOf(input, { translate, language: vscode.env.language });
  return { type: 'report', uri: document.uri.toString(), version, view };
}

function emptyMessage(hasDocument: boolean): HostMessage {
  return {
    type: 'empty',
    heading: hasDocument ? vscode.l10n.t('This file is not a report') : vscode.l10n.t('No report is open'),
    text: hasDocument
      ? vscode.l10n.t('A report is a Markdown file that starts with front matter.')
      : vscode.l10n.t('Open a Markdown file with front matter to see its excerpt and key take-aways here.'),
  };
}
