import * as vscode from 'vscode';
import type { CardFormat } from '../../core/card/card';
import { card } from '../../core/card/lazy';
import type { HostMessage } from '../../webview/protocol';
import type { CopiedPart } from '../../webview/reportView';
import type { CheckedReport, Findings } from '../../workspace/reports/findings';
import { translate } from '../../workspace/ui/translate';
import { cardInput, partAs } from './copyView';
import { headerView } from './headerView';

/** Puts a part of a report on the clipboard; gives what the page has to be told of that. */
export async function copyPart(
  { open }: CheckedReport,
  part: CopiedPart,
  format: CardFormat,
): Promise<readonly HostMessage[]> {
  const copied = partAs(part, format, cardInput(inputOf(open)));
  await vscode.env.clipboard.writeText(copied);
  const notice = copied === '' ? vscode.l10n.t('There is nothing to copy.') : vscode.l10n.t('Copied.');
  return [
    { type: 'notice', text: notice },
    ...(format === 'html' ? [{ type: 'clipboard', html: copied } as const] : []),
  ];
}

/** Asks in which form, and puts a part of a report on the clipboard. */
export async function copyAs(
  findings: Findings,
  uri: vscode.Uri | undefined,
  part: CopiedPart,
): Promise<void> {
  const checked = await reportAt(findings, uri);
  if (!checked) {
    return;
  }
  const input = cardInput(inputOf(checked.open));
  const choices = FORMATS.map((format) => ({ ...choiceOf(format, partAs(part, format, input)), format }));
  if (choices.every(({ copied }) => copied === '')) {
    void vscode.window.showInformationMessage(
      part === 'excerpt'
        ? vscode.l10n.t('This report has no excerpt to copy.')
        : vscode.l10n.t('This report has no key take-aways to copy.'),
    );
    return;
  }
  const chosen = await vscode.window.showQuickPick(choices, {
    title: part === 'excerpt' ? vscode.l10n.t('Copy excerpt as') : vscode.l10n.t('Copy key take-aways as'),
    placeHolder: vscode.l10n.t('Select a format'),
  });
  if (chosen) {
    await vscode.env.clipboard.writeText(chosen.copied);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copied.'), STATUS_TIME);
  }
}

/** Asks where to, and writes the report's card as a page that stands alone. */
export async function exportCard(findings: Findings, uri: vscode.Uri | undefined): Promise<void> {
  const checked = await reportAt(findings, uri);
  if (!checked) {
    return;
  }
  const input = inputOf(checked.open);
  const language = vscode.env.language;
  const { title, facts } = headerView(input, { translate, language });
  const page = card().cardPage(cardInput(input), { translate, language, title, facts });
  const target = await vscode.window.showSaveDialog({
    defaultUri: pageBeside(checked.open),
    filters: { [vscode.l10n.t('Web page')]: ['html'] },
    title: vscode.l10n.t('Export report card'),
  });
  if (!target) {
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(page));
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The report card cannot be written: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
    return;
  }
  const open = vscode.l10n.t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Exported as {0}.', name), open);
  if (answer === open) {
    await vscode.env.openExternal(target);
  }
}

const FORMATS: readonly CardFormat[] = ['markdown', 'text', 'html'];

/** How long the status bar says that something was copied, in milliseconds. */
const STATUS_TIME = 3000;

function choiceOf(format: CardFormat, copied: string): vscode.QuickPickItem & { readonly copied: string } {
  const labels = {
    markdown: vscode.l10n.t('Markdown'),
    text: vscode.l10n.t('Plain text'),
    html: vscode.l10n.t('HTML'),
  };
  const description = vscode.l10n.t('{0} characters', card().postLength(copied).characters);
  return { label: labels[format], description, detail: copied.replace(/\s+/g, ' ').slice(0, 120), copied };
}

function inputOf({ report, site, forecast }: CheckedReport['open']) {
  return { report, site: site.site, siteReason: site.reason, forecast, findings: [], rawHtml: true };
}

async function reportAt(findings: Findings, uri: vscode.Uri | undefined): Promise<CheckedReport | null> {
  const checked = uri ? await findings.of(await vscode.workspace.openTextDocument(uri)) : null;
  if (!checked) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a report first: a Markdown file that starts with front matter.'),
    );
  }
  return checked;
}

/** Where a page is offered to be written: beside the site, not in it, which would publish it. */
function pageBeside({ uri, site }: CheckedReport['open']): vscode.Uri {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const root = site.root ?? vscode.workspace.getWorkspaceFolder(uri)?.uri ?? uri;
  return vscode.Uri.joinPath(root, '..', `${name}.html`);
}
