import * as vscode from 'vscode';
import type { TagItem } from '../../core/complete/tags';
import type { Taxonomy } from '../../core/report/termFields';

/** A tag on offer, with what is needed to tell more of it. */
export class TagCompletionItem extends vscode.CompletionItem {
  constructor(
    readonly name: string,
    readonly taxonomy: Taxonomy,
    readonly document: vscode.Uri,
  ) {
    super(name);
  }
}

/** @param range one, not two for inserting and replacing: a tag is replaced as a whole, whatever `editor.suggest.insertMode` says */
export function toCompletionItem(
  { label, count, isWanted, newText, caret, filterText, sortText }: TagItem,
  range: vscode.Range,
  taxonomy: Taxonomy,
  document: vscode.Uri,
): TagCompletionItem {
  const item = new TagCompletionItem(label, taxonomy, document);
  item.kind = count === 0 && !isWanted ? vscode.CompletionItemKind.Text : vscode.CompletionItemKind.Value;
  item.detail = isWanted ? vscode.l10n.t('in your vocabulary') : detailOf(count, taxonomy);
  item.range = range;
  item.filterText = filterText;
  item.sortText = sortText;
  item.insertText =
    caret === newText.length
      ? newText
      : new vscode.SnippetString()
          .appendText(newText.slice(0, caret))
          .appendTabstop(0)
          .appendText(newText.slice(caret));
  return item;
}

function detailOf(count: number, taxonomy: Taxonomy): string {
  if (count > 0) {
    return count === 1 ? vscode.l10n.t('used in 1 report') : vscode.l10n.t('used in {0} reports', count);
  }
  switch (taxonomy) {
    case 'tags':
      return vscode.l10n.t('new tag');
    case 'categories':
      return vscode.l10n.t('new category');
    case 'keywords':
      return vscode.l10n.t('new keyword');
  }
}
