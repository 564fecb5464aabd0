import * as vscode from 'vscode';
import { completeTags } from '../../core/tags/complete';
import type { TagItem } from '../../core/tags/complete';
import { tagContext } from '../../core/tags/context';
import { splitsStrings, taxonomyOf } from '../../core/tags/fields';
import { editorRange, isMarkdown } from '../../workspace/documents';
import { openAtFirstLetter } from '../../workspace/firstLetter';
import { headerText } from '../../workspace/headerText';
import type { Sites } from '../../workspace/sites';
import { WorkspaceIndex } from '../../workspace/workspaceIndex';

export interface TagCompletionDeps {
  readonly index: WorkspaceIndex;
  readonly sites: Sites;
  readonly log: vscode.LogOutputChannel;
}

/**
 * What opens the suggestions by itself: the start of a list, of a value, of an item and of quotes; a blank also goes on
 * from `big` to `big data`. At a dash alone no tag can stand yet. Letters have no effect here: see `openAtFirstLetter`.
 */
const TRIGGERS = ['[', ',', ' ', '"', "'"];

/** How long the first list waits for the reports to be read, in milliseconds; then it shows what there is. */
const PATIENCE = 400;

/** Completes tags in front matter from the tags of all reports. */
export function registerTagCompletion(deps: TagCompletionDeps): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      { language: 'markdown' },
      { provideCompletionItems: (document, position, token) => provide(deps, document, position, token) },
      ...TRIGGERS,
    ),
    openAtFirstLetter((text, offset) => tagContext(text, offset)?.typed ?? null),
  );
}

async function provide(
  { index, sites, log }: TagCompletionDeps,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionList | undefined> {
  if (!isMarkdown(document)) {
    return undefined;
  }
  const text = headerText(document, position);
  const offset = document.offsetAt(position);
  // Blanks and commas are typed all over a report: whatever is not in a list of tags must end here, at once.
  if (text === null || !tagContext(text, offset)) {
    return undefined;
  }
  try {
    const [{ site }] = await Promise.all([sites.siteOf(document.uri), soon(index.ready())]);
    const context = tagContext(text, offset, (field) => splitsStrings(site.generator, field));
    const tags = context && index.of(taxonomyOf(context.field));
    if (tags?.size === 0) {
      // Better late than an empty list: that would close, and not open again by itself.
      await index.ready();
    }
    if (token.isCancellationRequested || !context || !tags) {
      return undefined;
    }
    const { items, incomplete } = completeTags(context, tags, WorkspaceIndex.keyOf(document.uri));
    const range = editorRange(document, context.range);
    const list = items.map((item) => toCompletionItem(item, range));
    return new vscode.CompletionList(list, incomplete || !index.isReady);
  } catch (error) {
    log.warn(`Tags: no completion in ${document.uri.toString()}: ${String(error)}`);
    return undefined;
  }
}

/** Waits for something, but no longer than a writer would. */
async function soon(awaited: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([awaited, late]);
  clearTimeout(timer);
}

function toCompletionItem(item: TagItem, range: vscode.Range): vscode.CompletionItem {
  const completion = new vscode.CompletionItem(item.label, vscode.CompletionItemKind.Value);
  completion.detail =
    item.count === 1 ? vscode.l10n.t('used in 1 report') : vscode.l10n.t('used in {0} reports', item.count);
  // One range, not two for inserting and replacing: a tag is replaced as a whole, whatever `editor.suggest.insertMode` says.
  completion.range = range;
  completion.filterText = item.filterText;
  completion.sortText = item.sortText;
  completion.insertText =
    item.caret === item.newText.length
      ? item.newText
      : new vscode.SnippetString()
          .appendText(item.newText.slice(0, item.caret))
          .appendTabstop(0)
          .appendText(item.newText.slice(item.caret));
  return completion;
}
