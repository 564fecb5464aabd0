import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample, writeSample } from './workspace';

/** Opens a report whose text has `|` where the cursor is to be, and gives what is offered there. */
async function offered(
  path: string,
  marked: string,
  resolved = 0,
): Promise<{ document: vscode.TextDocument; items: vscode.CompletionItem[] }> {
  await writeSample(path, marked.replace('|', ''));
  const { document } = await openSample(path);
  // The reports are read when tags are first asked for; until then the list may be shorter. A document that was open may have its
  // new text a moment later.
  const items = await until(async () => {
    const position = document.positionAt(marked.indexOf('|'));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      undefined,
      resolved,
    );
    const ours = list.items.filter((item) => /used in|new tag/.test(String(item.detail)));
    return ours.some((item) => labelOf(item) === 'serverless') ? ours : undefined;
  }, 'tags of other reports are offered');
  return { document, items };
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** What the text is after an item is accepted. */
async function accept(document: vscode.TextDocument, item: vscode.CompletionItem): Promise<string> {
  const edit = new vscode.WorkspaceEdit();
  const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
  if (!range) {
    throw new Error('The item has no range.');
  }
  const text =
    typeof item.insertText === 'string' ? item.insertText : (item.insertText?.value ?? labelOf(item));
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
  return document.getText();
}

describe('tag completion', () => {
  afterEach(closeAll);

  const cases: [name: string, path: string, marked: string, tag: string, after: string][] = [
    [
      'in a flow list',
      'jekyll/_posts/2026-11-01-a.md',
      '---\ntitle: A\ntags: [cloud, ser|]\n---\n',
      'serverless',
      '---\ntitle: A\ntags: [cloud, serverless]\n---\n',
    ],
    [
      'in a block list, the whole tag under the cursor',
      'jekyll/_posts/2026-11-02-b.md',
      '---\ntitle: A\ntags:\n  - da|ta\n---\n',
      'data science',
      '---\ntitle: A\ntags:\n  - data science\n---\n',
    ],
    [
      'in quotes',
      'jekyll/_posts/2026-11-03-c.md',
      "---\ntitle: A\ntags: ['d|']\n---\n",
      'data science',
      "---\ntitle: A\ntags: ['data science']\n---\n",
    ],
    [
      'in TOML',
      'hugo/content/posts/d.md',
      '+++\ntitle = "A"\ntags = ["ser|"]\n+++\n',
      'serverless',
      '+++\ntitle = "A"\ntags = ["serverless"]\n+++\n',
    ],
    [
      'in JSON',
      'hugo/content/posts/e.md',
      '{\n  "title": "A",\n  "tags": ["edge", "|"]\n}\n',
      'serverless',
      '{\n  "title": "A",\n  "tags": ["edge", "serverless"]\n}\n',
    ],
  ];
  for (const [name, path, marked, tag, after] of cases) {
    it(name, async () => {
      const { document, items } = await offered(path, marked);
      const item = items.find((candidate) => labelOf(candidate) === tag);
      if (!item) {
        throw new Error(`“${tag}” is not among ${items.map(labelOf).join(', ')}.`);
      }
      const text = await accept(document, item);
      if (text !== after) {
        throw new Error(`Got ${JSON.stringify(text)}`);
      }
    });
  }

  it('leaves out what is in the list already, and tells how often each is used', async () => {
    const { items } = await offered(
      'jekyll/_posts/2026-11-04-f.md',
      '---\ntitle: A\ntags: [cloud, |]\n---\n',
    );
    if (items.some((item) => labelOf(item) === 'cloud')) {
      throw new Error('“cloud” is offered again.');
    }
    const conference = items.find((item) => labelOf(item) === 'conference');
    if (!/used in \d+ reports/.test(String(conference?.detail))) {
      throw new Error(`Got “${String(conference?.detail)}”.`);
    }
  });

  it('tells which reports used a tag last, whatever stands in their titles', async () => {
    for (const [day, title] of [
      ['2026-11-06', '[Old](command:x) **notes**'],
      ['2026-11-07', '<b>New</b> notes'],
    ] as const) {
      await writeSample(
        `jekyll/_posts/${day}-told.md`,
        `---\ntitle: '${title}'\ndate: ${day} 10:00:00\ntags: [told apart]\n---\n`,
      );
    }
    const documentation = await until(async () => {
      const { items } = await offered(
        'jekyll/_posts/2026-11-08-h.md',
        '---\ntitle: A\ndate: 2026-11-08\ntags: [|]\n---\n',
        1000,
      );
      const item = items.find((candidate) => labelOf(candidate) === 'told apart');
      return item?.detail === 'used in 2 reports' ? item.documentation : undefined;
    }, 'the new tag is offered');
    const expected = 'Latest reports:\n2026-11-07  <b>New</b> notes\n2026-11-06  [Old](command:x) **notes**';
    if (documentation !== expected) {
      throw new Error(`Got ${JSON.stringify(documentation)}`);
    }
  });

  it('offers what is typed as a new tag behind those that start with it', async () => {
    const { items } = await offered(
      'jekyll/_posts/2026-11-09-i.md',
      '---\ntitle: A\ntags: [serverl|]\n---\n',
    );
    const sorted = [...items].sort((a, b) => (String(a.sortText) < String(b.sortText) ? -1 : 1));
    const fresh = sorted.at(-1);
    if (fresh?.detail !== 'new tag' || labelOf(fresh) !== 'serverl') {
      throw new Error(`Got ${sorted.map(labelOf).join(', ')}.`);
    }
  });

  it('offers nothing outside of tags', async () => {
    await writeSample('jekyll/_posts/2026-11-05-g.md', '---\ntitle: ser\n---\nser\n');
    const { document } = await openSample('jekyll/_posts/2026-11-05-g.md');
    for (const position of [new vscode.Position(1, 10), new vscode.Position(3, 3)]) {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      if (list.items.some((item) => String(item.detail).includes('used in'))) {
        throw new Error(`Tags are offered at ${JSON.stringify(position)}.`);
      }
    }
  });
});
