import * as vscode from 'vscode';
import { codeSpan } from '../../core/markdown/codeSpan';
import type { FieldHover } from '../../core/fields/fieldHover';
import { hover as lazyHover } from '../../core/fields/lazy';
import { editorRange } from '../../workspace/files/documents';
import { markdownOf } from '../../workspace/ui/markdown';
import type { Reports } from '../../workspace/reports/reports';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';

export interface FieldHoverDeps {
  readonly reports: Reports;
  readonly index: WorkspaceIndex;
}

/** Shows of a field what it means to the site's generator, and what that made of it. */
export function registerFieldHover({ reports, index }: FieldHoverDeps): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      async provideHover(document, position) {
        const open = await reports.get(document);
        if (!open) {
          return undefined;
        }
        const { report, site, forecast } = open;
        const subject = { report, site: site.site, forecast, others: index.othersOf(document.uri, site) };
        const hover = lazyHover().fieldHover(subject, document.offsetAt(position));
        return hover && new vscode.Hover(contentOf(hover), editorRange(document, hover.range));
      },
    },
  );
}

/** Neither trusted nor with HTML, as names and values are what stands in the note. */
function contentOf({ name, meaning, type, fallback, reading, uses }: FieldHover): vscode.MarkdownString {
  const head = [
    `**${codeSpan(name)}**`,
    ...(type ? [markdownOf(type)] : []),
    ...(fallback ? [vscode.l10n.t('without it: {0}', markdownOf(fallback))] : []),
  ];
  const parts = [
    head.join(' · '),
    markdownOf(meaning),
    ...(reading ? [markdownOf(reading)] : []),
    ...(uses ? [markdownOf(uses)] : []),
  ];
  return new vscode.MarkdownString(parts.join('\n\n'));
}
