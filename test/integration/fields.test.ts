import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample, writeSample } from './workspace';

/** Opens a report whose text has `|` where the cursor is to be, and puts it there. */
async function open(
  path: string,
  marked: string,
): Promise<{ editor: vscode.TextEditor; at: vscode.Position }> {
  await writeSample(path, marked.replace('|', ''));
  const editor = await openSample(path);
  const at = editor.document.positionAt(marked.indexOf('|'));
  editor.selection = new vscode.Selection(at, at);
  return { editor, at };
}

async function offered({ document }: vscode.TextEditor, at: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  // VS Code itself adds the words of open documents.
  const ours = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
  return ours.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`Got ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}.`);
  }
}

/** Chooses the first suggestion, as the Enter key does. */
async function accept(editor: vscode.TextEditor, changed: string): Promise<void> {
  await until(
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText() === changed;
    },
    `the text is ${JSON.stringify(changed)}`,
  );
}

describe('completion of fields', () => {
  afterEach(closeAll);

  it('offers names that the header lacks', async () => {
    const { editor, at } = await open('jekyll/_posts/2026-11-01-na.md', '---\ntitle: A\n|\n---\n');
    const labels = await until(async () => {
      const all = await offered(editor, at);
      return all.includes('excerpt_separator') ? all : undefined;
    }, 'names of fields are offered');
    same(labels.includes('title'), false);
  });

  it('offers the layouts of the site', async () => {
    const { editor, at } = await open('jekyll/_posts/2026-11-02-nb.md', '---\nlayout: |\n---\n');
    // The most used one comes first, once the other reports have been read.
    same((await offered(editor, at)).slice(0, 2).sort(), ['default', 'post']);
    await writeSample('jekyll/_layouts/minutes.html', '{{ content }}');
    await until(async () => (await offered(editor, at)).includes('minutes'), 'a new layout is offered');
  });

  it('writes a field that is begun, and opens the list by itself', async () => {
    const { editor } = await open('hugo/content/posts/nc.md', '+++\ntitle = "A"\n|\n+++\n');
    await vscode.commands.executeCommand('type', { text: 'd' });
    await vscode.commands.executeCommand('type', { text: 'r' });
    await vscode.commands.executeCommand('type', { text: 'a' });
    await accept(editor, '+++\ntitle = "A"\ndraft = \n+++\n');
    await accept(editor, '+++\ntitle = "A"\ndraft = true\n+++\n');
  });

  it('leaves tags to their own completion, and the body alone', async () => {
    const tags = await open('jekyll/_posts/2026-11-04-nd.md', '---\ntitle: A\ntags: [|]\n---\n');
    same((await offered(tags.editor, tags.at)).includes('layout'), false);
    const body = await open('jekyll/_posts/2026-11-05-ne.md', '---\ntitle: A\n---\nla|\n');
    same((await offered(body.editor, body.at)).includes('layout'), false);
  });
});

describe('hovering over a field', () => {
  afterEach(closeAll);

  async function shown(path: string, marked: string): Promise<string> {
    const { editor, at } = await open(path, marked);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      at,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .filter((content) => content instanceof vscode.MarkdownString)
      .map((content) => {
        same([content.isTrusted === true, content.supportHtml === true], [false, false]);
        return content.value;
      })
      .join('\n');
  }

  it('tells what it means and how it is read', async () => {
    const text = await shown('jekyll/_posts/2026-11-06-nf.md', '---\ntitle: A\npubli|shed: "false"\n---\n');
    for (const part of [
      '**`published`**',
      'the post is left out',
      'Read as the text `false`, which counts as `true`.',
    ]) {
      same([part, text.includes(part)], [part, true]);
    }
  });

  it('shows what stands in a note as code', async () => {
    const text = await shown('hugo/content/posts/ng.md', '---\ntit|le: "[x](command:y) <b>"\n---\n');
    same(text.includes('Read as `[x](command:y) <b>`.'), true);
  });

  it('shows nothing in the body', async () => {
    same(await shown('jekyll/_posts/2026-11-07-nh.md', '---\ntitle: A\n---\ntit|le: A\n'), '');
  });
});
