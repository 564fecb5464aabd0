import * as vscode from 'vscode';
import type { CheckedReport } from '../../workspace/reports/findings';
import { fixEdit } from '../../workspace/edits/fixEdit';
import { readPreviewSettings } from '../../workspace/settings';
import type { HostMessage, ScriptMessage } from '../../webview/protocol';
import { fixOf } from './findingsView';
import { Follow } from './follow';
import { emptyMessage, reportMessage } from './hostMessages';
import { takeAlong } from './lazyTakeAlong';
import { findImages, openLink } from './linkedFiles';
import { readScriptMessage } from './messages';
import { Page } from './page';
import { Patience } from './patience';
import { changesOf } from './previewEvents';
import { reveal } from './reveal';
import type { PreviewDeps } from './deps';

export { pageOptions } from './page';

/** How long changes are gathered before the preview is made anew, in milliseconds. */
const DELAY = 100;

/** How many renderings are remembered: a new one may be on its way to the page when a button is pressed. */
const RECENT = 8;

/** What the page shows at the moment. */
interface Shown {
  readonly checked: CheckedReport;
  /** The number of the rendering, by which the page names what it shows. */
  readonly edition: number;
}

/** One preview: a panel and the report that it shows. Which report that is, others say by `show`. */
export class Preview implements vscode.Disposable {
  readonly #subscriptions: readonly { dispose(): unknown }[];
  readonly #page: Page;
  readonly #follow: Follow;
  #uri: vscode.Uri | null;
  #locked: boolean;
  /** The script listens: not before its first message, and no longer once the panel was hidden. */
  #listening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #patience = new Patience(() => {
    this.#renderNow();
  });
  #shown: Shown | null = null;
  /** The last renderings, the newest first: a button is pressed on the one that the page still has. */
  #recent: readonly Shown[] = [];
  /** Counts the renderings; only the newest is posted. */
  #rendering = 0;

  constructor(
    readonly panel: vscode.WebviewPanel,
    readonly deps: PreviewDeps,
    /** The report to begin with; null where there is none. */
    uri: vscode.Uri | null,
    locked: boolean,
  ) {
    this.#uri = uri;
    this.#locked = locked;
    this.#page = new Page(panel.webview, deps.extensionUri);
    this.#follow = new Follow({
      uri: () => this.#uri,
      post: (message) => {
        this.#post(message);
      },
    });
    this.#subscriptions = [
      this.#follow,
      panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = readScriptMessage(value);
        this.#inBackground(message ? this.#receive(message) : this.#drop());
      }),
      panel.onDidChangeViewState(() => {
        // A hidden page is thrown away; when it is shown again its script starts anew and says so.
        this.#listening &&= panel.visible;
      }),
      changesOf(deps, () => this.#uri, {
        changed: () => {
          this.#patience.changed();
          this.#schedule();
        },
        stale: () => {
          this.#schedule();
        },
        moved: (uri) => {
          this.show(uri);
        },
      }),
    ];
    if (uri) {
      this.#entitle();
    }
    this.#renderNow();
  }

  get uri(): vscode.Uri | null {
    return this.#uri;
  }

  /** It stays with its report, whatever is edited. */
  get locked(): boolean {
    return this.#locked;
  }

  lock(locked: boolean): void {
    this.#locked = locked;
    this.#entitle();
    this.#renderNow();
  }

  /** Shows a report from now on; at once where the panel is visible. */
  show(uri: vscode.Uri): void {
    if (uri.toString() !== this.#uri?.toString()) {
      this.#uri = uri;
      this.#entitle();
      this.#renderNow();
    }
  }

  /** The report's document, opened again where it was closed; null where it is gone. */
  async document(): Promise<vscode.TextDocument | null> {
    const uri = this.#uri;
    const key = uri?.toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key) ?? null;
    if (!uri || open || uri.scheme === 'untitled') {
      return open;
    }
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch (error) {
      this.deps.log.debug('Preview: the report cannot be opened.', error);
      return null;
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
    this.#patience.stop();
    this.#timer = undefined;
    this.#inBackground(this.#render());
  }

  async #render(): Promise<void> {
    const edition = ++this.#rendering;
    const detected = this.#uri && (await this.deps.sites.siteOf(this.#uri));
    if (edition !== this.#rendering) {
      return;
    }
    // The script of a page that is loaded says that it is ready, and that leads here again.
    this.#page.load(this.#uri, detected);
    const isWanted = () => edition === this.#rendering && this.#listening;
    if (!isWanted()) {
      return;
    }
    const document = await this.document();
    const version = document?.version;
    const checked = document ? await this.deps.findings.of(document) : null;
    if (!isWanted()) {
      return;
    }
    if (document && (document.isClosed || document.version !== version)) {
      // What was read is stale. A change asks for a rendering of its own; of a closed report the last state stays.
      return;
    }
    if (this.#patience.waits(checked)) {
      return;
    }
    this.#shown = checked && { checked, edition };
    this.#recent = this.#shown ? [this.#shown, ...this.#recent].slice(0, RECENT) : [];
    this.#post(checked ? reportMessage(checked, edition, this.#locked) : emptyMessage(document !== null));
    this.#follow.start();
  }

  /** Also where it is hidden: its tab tells which report it has. */
  #entitle(): void {
    const name = this.#uri?.path.split('/').at(-1) ?? '';
    this.panel.title = this.#locked
      ? vscode.l10n.t('[Preview] {0}', name)
      : vscode.l10n.t('Preview {0}', name);
  }

  async #receive(message: ScriptMessage): Promise<void> {
    if (message.type === 'ready') {
      this.#listening = true;
      this.#page.isReady();
      this.#patience.forget();
      this.#renderNow();
      return;
    }
    // What is asked is about what was shown then; the preview may have moved on to another report.
    const shown = this.#shown;
    if (shown?.checked.open.uri.toString() !== message.uri) {
      return;
    }
    const { open } = shown.checked;
    switch (message.type) {
      case 'reveal': {
        const document = await this.document();
        if (document) {
          await reveal(document, message, this.panel.viewColumn);
        }
        break;
      }
      case 'previewScrolled':
        this.#follow.lead(message.start);
        break;
      case 'open':
        await openLink(message.href, open, this.panel.viewColumn);
        break;
      case 'run':
        await vscode.commands.executeCommand(`conferenceNotes.${message.action}`, open.uri);
        break;
      case 'fix':
        await this.#fix(message);
        break;
      case 'copy':
        (await takeAlong().copyPart(shown.checked, message.part, message.format)).forEach((answer) => {
          this.#post(answer);
        });
        break;
      case 'findImages': {
        const { remoteImages: remote } = readPreviewSettings(open.uri);
        const sources = { webview: this.panel.webview, remote };
        const addresses = await findImages(message.sources, open, sources);
        this.#post({ type: 'images', uri: message.uri, addresses });
        break;
      }
    }
  }

  /** Repairs the report, if its text is still the one that the button was shown for. */
  async #fix({ uri, edition, id }: { uri: string; edition: number; id: string }): Promise<void> {
    const meant = this.#recent.find((shown) => shown.edition === edition)?.checked;
    const isSame = meant?.open.uri.toString() === uri && meant.open.document.version === meant.open.version;
    if (!meant || !isSame) {
      this.#renderNow();
      return;
    }
    const { open, findings } = meant;
    const fix = fixOf(findings, id);
    const edit = fix && (await fixEdit(open, fix));
    const isDone = edit !== null && (await vscode.workspace.applyEdit(edit));
    if (!isDone) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('This fix cannot be made here: a file is in its way, or the report cannot be changed.'),
      );
    }
  }

  #drop(): Promise<void> {
    this.deps.log.debug('Preview: dropped a message that is none of its script.');
    return Promise.resolve();
  }

  #post(message: HostMessage): void {
    if (this.#listening) {
      void this.panel.webview.postMessage(message);
    }
  }

  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.deps.log.error('Preview:', error);
    });
  }

  dispose(): void {
    this.#listening = false;
    this.#rendering++;
    clearTimeout(this.#timer);
    this.#patience.stop();
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.panel.dispose();
  }
}
