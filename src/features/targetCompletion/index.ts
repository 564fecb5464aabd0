import * as vscode from 'vscode';
import { completeTargets, isMissing } from '../../core/complete/targets';
import type { TargetSearch } from '../../core/generators/generator';
import { Report } from '../../core/report/report';
import { editorRange, isMarkdown } from '../../workspace/files/documents';
import type { Sites } from '../../workspace/sites/sites';
import type { Targets } from '../../workspace/sites/targets';

export interface TargetCompletionDeps {
  readonly sites: Sites;
  readonly targets: Targets;
  readonly log: vscode.LogOutputChannel;
}

/** What opens the suggestions by itself: the blank behind the tag, quotes, and what parts of a name are set off with. */
const TRIGGERS = [' ', '"', '`', '/', '-'];

/** A tag that is not closed before the cursor, in any generator. Asked at every blank of a report, so it is short. */
const TAG = /\{(?:%-?|\{[<%])\s*(?:post_url|link|include_relative|(?:rel)?ref)\s[^{}]*$/i;

/** Longer lines hold no tag that a person is writing (UTF-16 code units). */
const MAX_LINE = 5_000;

class TargetCompletionItem extends vscode.CompletionItem {
  constructor(
    readonly name: string,
    readonly tag: string,
    readonly search: TargetSearch,
  ) {
    super(name, vscode.CompletionItemKind.File);
  }
}

/** Completes the posts, pages and files that tags and shortcodes name: `{% post_url … %}`, `{{< ref "…" >}}`. */
export function registerTargetCompletion(deps: TargetCompletionDeps): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      provideCompletionItems: (document, position, token) => provide(deps, document, position, token),
      resolveCompletionItem: (item) => resolve(deps, item),
    },
    ...TRIGGERS,
  );
}

async function provide(
  { sites, targets, log }: TargetCompletionDeps,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionList | undefined> {
  const { text: line } = document.lineAt(position.line);
  if (!isMarkdown(document) || line.length > MAX_LINE || !TAG.test(line.slice(0, position.character))) {
    return undefined;
  }
  try {
    // As it is now: while the next letter is typed, the report is being read anew, and the list would close.
    const text = document.getText();
    const offset = document.offsetAt(position);
    const detected = await sites.siteOf(document.uri);
    const files = detected.inContentFolder ? targets.filesFor(text, detected) : null;
    if (!files || token.isCancellationRequested) {
      return undefined;
    }
    const { site, path } = detected;
    const report = new Report(text, path, site.generator);
    const search = { report, site, files, now: Date.now() };
    const list = await completeTargets(search, offset);
    if (!list) {
      return undefined;
    }
    const range = editorRange(document, list.range);
    const items = list.items.map(({ name, newText }, index) => {
      const item = new TargetCompletionItem(name, list.tag, search);
      item.range = range;
      item.insertText = newText;
      item.filterText = newText;
      item.sortText = String(index).padStart(4, '0');
      return item;
    });
    return new vscode.CompletionList(items, list.isCut);
  } catch (error) {
    log.warn(`Targets: no completion in ${document.uri.toString()}: ${String(error)}`);
    return undefined;
  }
}

/** Tells of the one that is looked at in the list whether it may be named: that is read in its file. */
async function resolve(
  { log }: TargetCompletionDeps,
  item: vscode.CompletionItem,
): Promise<vscode.CompletionItem> {
  if (item instanceof TargetCompletionItem) {
    const { search, tag, name } = item;
    try {
      if (await isMissing(search, tag, name)) {
        item.documentation = vscode.l10n.t(
          'The site does not publish this: to name it stops the build of the whole site.',
        );
      }
    } catch (error) {
      log.warn(`Targets: ${name} cannot be looked up: ${String(error)}`);
    }
  }
  return item;
}
