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
    const [first] = await offered('jekyll/_posts/2026-06-20-report.md', 'See [that]({% post_url | %}).');
    same(first && textOf(first), '2026-06-12-harbour-js-2026');
  });

  it('is offered in Hugo, in quotes', async () => {
    const all = await offered('hugo/content/posts/report.md', 'See [that]({{< ref edge| >}}).');
    same(all.map(textOf), ['"/posts/edge-and-wasm-day.md"']);
  });
});
