import * as vscode from 'vscode';
import { say } from '../../core/message';
import type { Message } from '../../core/message';
import type { FieldSchema } from '../../core/rules/rule';
import { readSchema } from '../../core/schema';
import type { SchemaReading } from '../../core/schema/reading';
import { readSettings } from '../settings';
import type { Sites } from '../sites/sites';
import { translate } from '../ui/translate';

/** A larger file is no schema that people write (bytes). */
const MAX_SIZE = 1_000_000;

/**
 * The JSON Schemas that the user's settings point to, read once and again where their files change. One that cannot be used is
 * told of once, until it is changed. In a workspace that is not trusted none is used: a schema's patterns can
 * keep the editor waiting.
 */
export class Schemas implements vscode.Disposable {
  /** By address; null where there is no such file. */
  readonly #read = new Map<string, Promise<SchemaReading | null>>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #told = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly sites: Sites,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscriptions = [
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('conferenceNotes.schema')) {
          this.#told.clear();
          this.#changed.fire();
        }
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#changed.fire();
      }),
    ];
  }

  /** The schema for a report; undefined where the settings name none, or none that can be used. */
  async of(uri: vscode.Uri): Promise<FieldSchema | undefined> {
    const path = readSettings(uri).schema.trim();
    if (path === '' || !vscode.workspace.isTrusted) {
      return undefined;
    }
    const places = await this.#placesOf(uri, path);
    for (const place of places) {
      const reading = await this.#readingOf(place);
      if (reading?.problem) {
        this.#tell(place, path, reading.problem);
      }
      if (reading) {
        return reading.schema ?? undefined;
      }
    }
    // A note that lies in no folder may be far from the sites that the setting is meant for.
    if (places[0]) {
      this.#tell(places[0], path, say('there is no such file'));
    }
    return undefined;
  }

  /** Where a path may lead from a report: from its workspace folder first, then from its site's root. */
  async #placesOf(uri: vscode.Uri, path: string): Promise<vscode.Uri[]> {
    if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) {
      return uri.scheme === 'file' ? [vscode.Uri.file(path)] : [uri.with({ path })];
    }
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const { root } = await this.sites.siteOf(uri);
    const places = [folder, root].flatMap((base) =>
      base ? [vscode.Uri.joinPath(base, ...path.split(/[\\/]+/))] : [],
    );
    return places.filter((place, index) => place.toString() !== places[index - 1]?.toString());
  }

  #readingOf(place: vscode.Uri): Promise<SchemaReading | null> {
    const key = place.toString();
    let known = this.#read.get(key);
    if (!known) {
      // Also where it is missing: it may come.
      this.#watch(place);
      known = this.#load(place);
      this.#read.set(key, known);
    }
    return known;
  }

  async #load(place: vscode.Uri): Promise<SchemaReading | null> {
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(place);
    } catch (error) {
      this.log.debug(`Could not read ${place.toString(true)}: ${String(error)}`);
      return null;
    }
    if (bytes.length > MAX_SIZE) {
      return { schema: null, problem: say('it is too large') };
    }
    const reading = readSchema(new TextDecoder().decode(bytes));
    if (reading.schema) {
      this.log.info(`Schema: ${place.toString(true)}`);
    }
    return reading;
  }

  #watch(place: vscode.Uri): void {
    const key = place.toString();
    if (this.#watchers.has(key)) {
      return;
    }
    const name = place.path.slice(place.path.lastIndexOf('/') + 1);
    const pattern = new vscode.RelativePattern(
      vscode.Uri.joinPath(place, '..'),
      name.replace(/[*?[\]{}]/g, '?'),
    );
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const forget = () => {
      this.#read.delete(key);
      this.#told.delete(key);
      this.#changed.fire();
    };
    this.#watchers.set(
      key,
      vscode.Disposable.from(
        watcher,
        watcher.onDidChange(forget),
        watcher.onDidCreate(forget),
        watcher.onDidDelete(forget),
      ),
    );
  }

  /** Once for each state of the file: reports are checked at every pause in typing. */
  #tell(place: vscode.Uri, path: string, problem: Message): void {
    const key = place.toString();
    if (this.#told.has(key)) {
      return;
    }
    this.#told.add(key);
    const text = vscode.l10n.t('The schema `{0}` cannot be used: {1}.', path, translate(problem));
    this.log.warn(text);
    void this.#show(text, place);
  }

  async #show(text: string, place: vscode.Uri): Promise<void> {
    const reading = await this.#read.get(place.toString());
    const action = reading ? vscode.l10n.t('Open schema') : vscode.l10n.t('Open settings');
    const chosen = await vscode.window.showWarningMessage(text, action);
    if (chosen && reading) {
      await vscode.window.showTextDocument(place);
    } else if (chosen) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'conferenceNotes.schema');
    }
  }

  dispose(): void {
    this.#changed.dispose();
    vscode.Disposable.from(...this.#subscriptions, ...this.#watchers.values()).dispose();
  }
}
