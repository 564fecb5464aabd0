import * as vscode from 'vscode';
import { takesList } from '../../core/fields/known';
import { completeFields } from '../../core/complete/names';
import type { Item, NameItem } from '../../core/complete/names';
import { fieldPlace, namePlace } from '../../core/cursor/place';
import { completeValues } from '../../core/complete/values';
import type { ValueItem } from '../../core/complete/values';
import { editorRange, isMarkdown } from '../../workspace/files/documents';
import { openAtFirstLetter } from '../../workspace/reports/firstLetter';
import { headerText } from '../../workspace/reports/headerText';
import type { Layouts } from '../../workspace/sites/layouts';
import { markdownOf } from '../../workspace/ui/markdown';
import type { Sites } from '../../workspace/sites/sites';
import { translate } from '../../workspace/ui/translate';
import type { WorkspaceIndex } from '../../workspace/index/workspaceIndex';

export interface FieldCompletionDeps {
  readonly sites: Sites;
  readonly index: WorkspaceIndex;
  readonly layouts: Layouts;
  readonly log: vscode.LogOutputChannel;
}

/** What opens the suggestions by itself: the start of a value, of an item and of quotes, which also start JSON's names. */
const TRIGGERS = [' ', '[', ',', '"', "'"];

/** Opens the suggestions once more: the values follow the name. */
const VALUES: vscode.Command = { command: 'editor.action.triggerSuggest', title: '' };

/** Completes the names of fields, and the values of those that are no tags, which are completed by themselves. */
export function registerFieldCompletion(deps: FieldCompletionDeps): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      { language: 'markdown' },
      {
        provideCompletionItems: (document, position, _token, { triggerCharacter }) =>
          provide(deps, document, position, triggerCharacter),
      },
      ...TRIGGERS,
    ),
    openAtFirstLetter((text, offset) => namePlace(text, offset)?.typed ?? null),
  );
}

async function provide(
  { sites, index, layouts, log }: FieldCompletionDeps,
  document: vscode.TextDocument,
  position: vscode.Position,
  trigger: string | undefined,
): Promise<vscode.CompletionItem[] | undefined> {
  const text = isMarkdown(document) ? headerText(document, position) : null;
  const offset = document.offsetAt(position);
  // Blanks and commas are typed all over a report: whatever is no field must end here, at once.
  const first = text === null ? null : fieldPlace(text, offset);
  // A blank or a comma starts no name; where one may follow, the writer may have the body in mind.
  if (text === null || !first || (first.kind === 'name' && trigger !== undefined && trigger !== '"')) {
    return undefined;
  }
  try {
    const site = await sites.siteOf(document.uri);
    const reports = index.othersOf(document.uri, site);
    const place = fieldPlace(text, offset, (name) => takesList(name, site.site));
    if (place?.kind === 'name') {
      return completeFields(place, site.site, reports).map((item) => nameItem(document, item));
    }
    const values =
      place &&
      completeValues(place.context, site.site, {
        others: reports,
        layouts: await layouts.of(site),
        now: Date.now(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      });
    return values?.map((item) => valueItem(document, item));
  } catch (error) {
    log.warn(`Fields: no completion in ${document.uri.toString()}: ${String(error)}`);
    return undefined;
  }
}

function nameItem(document: vscode.TextDocument, item: NameItem): vscode.CompletionItem {
  const completion = completionItem(document, item, vscode.CompletionItemKind.Property);
  if (item.help) {
    completion.documentation = new vscode.MarkdownString(markdownOf(item.help.meaning));
  }
  if (item.opensValues) {
    completion.command = VALUES;
  }
  return completion;
}

function valueItem(document: vscode.TextDocument, item: ValueItem): vscode.CompletionItem {
  const completion = completionItem(document, item, vscode.CompletionItemKind.Value);
  if (item.note && item.count === 0) {
    completion.detail = translate(item.note);
  }
  return completion;
}

function completionItem(
  document: vscode.TextDocument,
  { label, count, range, newText, caret, filterText, sortText }: Item,
  kind: vscode.CompletionItemKind,
): vscode.CompletionItem {
  const completion = new vscode.CompletionItem(label, kind);
  if (count > 0) {
    completion.detail =
      count === 1 ? vscode.l10n.t('used in 1 report') : vscode.l10n.t('used in {0} reports', count);
  }
  // One range, not two for inserting and replacing: what is there is replaced as a whole.
  completion.range = editorRange(document, range);
  completion.filterText = filterText;
  completion.sortText = sortText;
  completion.insertText =
    caret === newText.length
      ? newText
      : new vscode.SnippetString()
          .appendText(newText.slice(0, caret))
          .appendTabstop(0)
          .appendText(newText.slice(caret));
  return completion;
}
