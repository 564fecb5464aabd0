import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { Reports } from '../../workspace/reports/reports';
import { readPreviewSettings } from '../../workspace/settings';
import type { Sites } from '../../workspace/sites/sites';
import { marksOf } from './marks';
import { markReports } from './plugin';
import type { Marks } from './plugin';

interface Deps {
  readonly reports: Reports;
  readonly sites: Sites;
  readonly log: vscode.LogOutputChannel;
}

/** What VS Code's Markdown preview asks of an extension. */
export interface MarkdownPreviewApi {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** Marks the excerpt's end and the take-aways in VS Code's own Markdown preview, where the user does not switch that off. */
export function registerMarkdownPreview({
  reports,
  sites,
  log,
}: Deps): vscode.Disposable & { readonly api: MarkdownPreviewApi } {
  let isUsed = false;
  // It keeps what it has rendered until the text changes.
  const renderAnew = () => {
    if (isUsed) {
      refresh(log);
    }
  };
  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('conferenceNotes')) {
        renderAnew();
      }
    }),
    sites.onDidChange(renderAnew),
  );
  const api: MarkdownPreviewApi = {
    extendMarkdownIt: (md) =>
      markReports(md, (env) => {
        isUsed = true;
        return marksIn(env, reports, log);
      }),
  };
  return Object.assign(subscriptions, { api });
}

function refresh(log: vscode.LogOutputChannel): void {
  vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, (error: unknown) => {
    log.debug('Markdown preview: it cannot be rendered anew.', error);
  });
}

/** @param env as VS Code has it: `currentDocument` is the address of what is rendered */
function marksIn(env: unknown, reports: Reports, log: vscode.LogOutputChannel): Marks | null {
  const uri = uriIn(env);
  const document = uri && vscode.workspace.textDocuments.find(({ uri: open }) => open.toString() === uri);
  if (!document || !readPreviewSettings(document.uri).marksMarkdownPreview) {
    return null;
  }
  const open = reports.known(document);
  if (open === undefined) {
    // It cannot wait for what is not known yet: the preview is asked to render again then.
    reports.get(document).then(
      (read) => {
        if (read) {
          refresh(log);
        }
      },
      (error: unknown) => {
        log.debug('Markdown preview: the report cannot be read.', error);
      },
    );
    return null;
  }
  return open && marksOf(open.report, open.site.site, vscode.l10n.t('The excerpt ends here'));
}

function uriIn(env: unknown): string | null {
  const document =
    typeof env === 'object' && env !== null && 'currentDocument' in env ? env.currentDocument : null;
  return document instanceof vscode.Uri ? document.toString() : null;
}
