import * as vscode from 'vscode';
import { generators } from '../../core/generators';
import type { GeneratorName } from '../../core/generators/generator';
import type { Reports } from '../../workspace/reports/reports';
import { translate } from '../../workspace/ui/translate';

interface Choice extends vscode.QuickPickItem {
  readonly generator: GeneratorName | 'auto';
  readonly version: string;
}

/** Lets the user choose the generator of the workspace; the choice is kept in its settings. */
export async function selectGenerator(reports: Reports): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const site = document ? await reports.sites.siteOf(document.uri) : undefined;
  const choices: Choice[] = [
    {
      label: vscode.l10n.t('Detect from the site'),
      detail:
        site && !site.isChosen
          ? translate(site.reason)
          : vscode.l10n.t('From `_config.yml`, `hugo.toml` and the like'),
      generator: 'auto',
      version: '',
    },
    { label: `Jekyll ${generators.jekyll.newest}`, generator: 'jekyll', version: generators.jekyll.newest },
    {
      label: 'Jekyll 3.10',
      description: vscode.l10n.t('as on GitHub Pages'),
      generator: 'jekyll',
      version: '3.10.0',
    },
    { label: `Hugo ${generators.hugo.newest}`, generator: 'hugo', version: generators.hugo.newest },
    {
      label: 'Hugo 0.151',
      description: vscode.l10n.t('and older: YAML 1.1, `yes` is true'),
      generator: 'hugo',
      version: '0.151.0',
    },
    {
      label: 'Hugo 0.133',
      description: vscode.l10n.t('and older: summaries are plain text'),
      generator: 'hugo',
      version: '0.133.0',
    },
    {
      label: vscode.l10n.t('Another generator'),
      detail: vscode.l10n.t('Only what every generator does is checked'),
      generator: 'generic',
      version: '',
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    placeHolder: vscode.l10n.t('Which generator builds this site? Kept in the settings of the workspace'),
  });
  if (chosen) {
    await save(document?.uri, chosen);
  }
}

async function save(uri: vscode.Uri | undefined, { generator, version }: Choice): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('conferenceNotes', uri ?? null);
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const target =
    folder && several
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.workspace.workspaceFolders
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  // Undefined takes the setting out again, so that detection leaves no trace.
  await configuration.update('generator', generator === 'auto' ? undefined : generator, target);
  await configuration.update('generatorVersion', version || undefined, target);
}
