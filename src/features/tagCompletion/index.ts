import * as vscode from 'vscode';
import { completeTags } from '../../core/complete/tags';
import { tagContext } from '../../core/cursor/context';
import { splitsStrings } from '../../core/terms/splitsStrings';
import { taxonomyOf } from '../../core/report/termFields';
import { editorRange, isMarkdown } from '../../workspace/files/documents';
import { openAtFirstLetter } from '../../workspace/reports/firstLetter';
import { headerText } from '../../workspace/reports/headerText';
import { readSettings } from '../../workspace/settings';
import type { Sites } from '../../workspace/sites/sites';
import { vocabularyOf } from '../../workspace/reports/vocabulary';
import { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import { documentationOf } from './documentation';
import { TagCompletionItem, toCompletionItem } from './item';

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
      {
        provideCompletionItems: (document, position, token) => provide(deps, document, position, token),
        resolveCompletionItem: (item) => resolve(deps, item),
      },
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
    const [detected] = await Promise.all([sites.siteOf(document.uri), soon(index.ready())]);
    const { generator, version } = detected.site;
    const context = tagContext(text, offset, (field) => splitsStrings(generator, field));
    if (!context) {
      return undefined;
    }
    const taxonomy = taxonomyOf(context.field);
    if (index.of(taxonomy).size === 0) {
      // Better late than an empty list: that would close, and not open again by itself.
      await index.ready();
    }
    if (token.isCancellationRequested) {
      return undefined;
    }
    const spellings = index.othersOf(document.uri, detected).spellings(taxonomy);
    const items = completeTags(context, {
      index: index.of(taxonomy),
      ownFile: WorkspaceIndex.keyOf(document.uri),
      isOfSite: (name) => spellings.count(name) > 0,
      termKey: (name) => generator.terms.keyOf(name, version),
      vocabulary: taxonomy === 'tags' ? vocabularyOf(readSettings(document.uri)) : undefined,
    });
    const range = editorRange(document, context.range);
    const list = items.map((item) => toCompletionItem(item, range, taxonomy, document.uri));
    // What is being typed is on the list: every letter makes another one.
    return new vscode.CompletionList(list, true);
  } catch (error) {
    log.warn(`Tags: no completion in ${document.uri.toString()}: ${String(error)}`);
    return undefined;
  }
}

/** Tells more of the tag that is looked at in the list. */
async function resolve(
  { index, sites, log }: TagCompletionDeps,
  item: vscode.CompletionItem,
): Promise<vscode.CompletionItem> {
  if (item instanceof TagCompletionItem) {
    try {
      item.documentation = await documentationOf(item, index, sites);
    } catch (error) {
      log.warn(`Tags: no documentation of ${item.name}: ${String(error)}`);
    }
  }
  return item;
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
