import * as vscode from 'vscode';
import type { OpenReport, Reports } from '../../workspace/reports/reports';
import { translate } from '../../workspace/ui/translate';
import { selectGenerator } from './selectGenerator';

interface Deps {
  readonly reports: Reports;
}

/** Shows the site, generator and version of the active report in the language status, with a way to choose another. */
export function registerSiteStatus({ reports }: Deps): vscode.Disposable {
  const status = new SiteStatus(reports);
  void status.update();
  return vscode.Disposable.from(
    status,
    vscode.window.onDidChangeActiveTextEditor(() => void status.update()),
    // Typing can make a report of a note; nothing else of the status changes while one types.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!status.isShown && document === vscode.window.activeTextEditor?.document) {
        void status.update();
      }
    }),
    reports.sites.onDidChange(() => void status.update()),
    vscode.commands.registerCommand('conferenceNotes.selectGenerator', () => selectGenerator(reports)),
  );
}

class SiteStatus implements vscode.Disposable {
  #item: vscode.LanguageStatusItem | undefined;

  constructor(readonly reports: Reports) {}

  /** Whether the item is shown for the active document already. */
  get isShown(): boolean {
    return this.#item !== undefined;
  }

  async update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const version = document?.version;
    const open = document ? await this.reports.get(document) : null;
    // A later change or another editor brings its own update.
    if (document !== vscode.window.activeTextEditor?.document || document?.version !== version) {
      return;
    }
    if (open) {
      this.#show(open);
    } else {
      this.#item?.dispose();
      this.#item = undefined;
    }
  }

  #show({ site }: OpenReport): void {
    this.#item ??= vscode.languages.createLanguageStatusItem('conferenceNotes.site', {
      language: 'markdown',
    });
    const { generator, version } = site.site;
    this.#item.name = vscode.l10n.t('Conference Notes: site generator');
    this.#item.text = generator.isKnown ? `${generator.title} ${version}` : vscode.l10n.t('No site found');
    // One line has room for little: the whole reason is told where another generator is chosen.
    const reason = translate(site.reason);
    this.#item.detail =
      site.root && !site.isChosen ? `${nameOf(site.root)}/${site.configFile ?? ''}` : reason;
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
    this.#item.command = {
      command: 'conferenceNotes.selectGenerator',
      title: vscode.l10n.t('Select generator'),
    };
    this.#item.accessibilityInformation = { label: `${this.#item.text}. ${reason}` };
  }

  dispose(): void {
    this.#item?.dispose();
  }
}

/** A site's folder as people call it: by its path below the workspace, or by the name of the workspace's folder. */
function nameOf(root: vscode.Uri): string {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === root.toString());
  return folder?.name ?? vscode.workspace.asRelativePath(root, false);
}
