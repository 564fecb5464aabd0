import * as vscode from 'vscode';
import { until } from './wait';
import { openSample } from './workspace';
import { same, tidyUp, write } from './written';

/** The posts and pages that are offered at `|` of a report's body. */
async function offered(path: string, body: string): Promise<vscode.CompletionItem[]> {
  const marked = `---\ntitle: Report\ndate: 2026-06-20\ntags: [a]\n---\n${body}\n`;
  await write(path, marked.replace('|', ''));
  const { document } = await openSample(path);
  const position = document.positionAt(marked.indexOf('|'));
  return until(async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      undefined,
      3,
    );
    const ours = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.File);
    return ours.length > 0 ? ours : undefined;
  }, 'something is offered');
}

const textOf = ({ insertText }: vscode.CompletionItem) =>
  typeof insertText === 'string' ? insertText : insertText?.value;

describe('what a report names of its site', () => {
  afterEach(tidyUp);

  it('is offered in Jekyll, the newest post first', async () => {
    const all = await offered('jekyll/_posts/2026-06-20-report.md', 'See [that]({% post_url | %}).');
    const names = all.map((item) => String(textOf(item)));
    // Other tests may have left posts of their own.
    same(names.includes('2026-06-12-harbour-js-2026'), true);
    const days = names.map((name) => name.slice(0, 10));
    same(days, days.toSorted().reverse());
  });

  it('is offered in Hugo, in quotes', async () => {
    const all = await offered('hugo/content/posts/report.md', 'See [that]({{< ref edge| >}}).');
    same(all.map(textOf), ['"/posts/edge-and-wasm-day.md"']);
  });

  it('follows a file that is renamed, in the same step', async () => {
    const renamed = await write(
      'jekyll/_posts/2026-06-21-ferry.md',
      '---\ntitle: Ferry\ntags: [a]\n---\nText.\n',
    );
    const report = (name: string) =>
      `---\ntitle: Links\ntags: [ferry-links]\n---\nSee [it]({% post_url 2026-06-21-${name} %}).\n`;
    await write('jekyll/_posts/2026-06-22-links.md', report('ferry'));
    const { document } = await openSample('jekyll/_posts/2026-06-22-links.md');
    await until(async () => {
      const uses = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        document.positionAt(document.getText().indexOf('ferry-links')),
      );
      return uses.length > 0;
    }, 'the report is known');
    // Written to be tidied up.
    const target = await write('jekyll/_posts/2026-06-21-tug.md', '');
    await vscode.workspace.fs.delete(target);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(renamed, target);
    same(await vscode.workspace.applyEdit(edit), true);
    await until(() => document.getText() === report('tug'), 'the report names the new file');
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === report('ferry'), 'the report names the old file again');
  });
});
