import * as vscode from 'vscode';
import { until } from './wait';
import { extensionId, openSample } from './workspace';
import { same, tidyUp, write } from './written';

interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly isDated: boolean;
}

/** A text of which a part is selected. */
type Place = readonly [before: string, selected: string, behind: string];

/** What a person may have selected. */
const SELECTIONS: Readonly<Record<string, Place>> = {
  nothing: ['Before.\n\n', '', '\n\nBehind.\n'],
  'a word': ['Before the ', 'gist', ' comes this.\n'],
  'one line': ['Before.\n', 'Ship it, then look.', '\nBehind.\n'],
  'a line with its end': ['Before.\n', 'Ship it, then look.\n', 'Behind.\n'],
  'two lines': ['Before.\n', 'Ship it.\nThen look.', '\nBehind.\n'],
  'a bullet': ['- Before.\n', '- Measure first', '\n- Behind.\n'],
  'two indented bullets': ['- Before.\n', '  - Measure first\n  - Cut twice\n', '- Behind.\n'],
  'paragraphs and a quote': ['Before.\n\n', 'One said.\n\n> Two lines\n> of $3 {that} 2/3.', '\n\nBehind.\n'],
};

function placeOf(kind: string): Place {
  return SELECTIONS[kind] ?? ['', '', ''];
}

async function allSnippets(): Promise<Snippet[]> {
  const extension = vscode.extensions.getExtension(extensionId);
  if (!extension) {
    throw new Error('The extension is not there.');
  }
  const files = await Promise.all(
    ['notes', 'report'].map((name) =>
      vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(extension.extensionUri, 'snippets', `${name}.code-snippets`),
      ),
    ),
  );
  return files.flatMap((bytes) =>
    Object.entries(
      JSON.parse(new TextDecoder().decode(bytes)) as Record<string, { prefix: string; include?: unknown }>,
    ).map(([name, { prefix, include }]) => ({ name, prefix, isDated: include !== undefined })),
  );
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Each of the words, as often as it was there. */
function assertHas(text: string, expected: string, what: string): void {
  const there = words(text);
  for (const word of words(expected)) {
    const at = there.indexOf(word);
    if (at < 0) {
      throw new Error(`${what}: “${word}” is lost in ${JSON.stringify(text)}`);
    }
    there.splice(at, 1);
  }
}

async function change(editor: vscode.TextEditor, act: () => PromiseLike<unknown>): Promise<string> {
  const before = editor.document.version;
  await act();
  await until(() => editor.document.version > before, 'the text is changed');
  return editor.document.getText();
}

/** Fills the document and selects what lies between the texts before and behind, once or at each of several places. */
async function select(editor: vscode.TextEditor, places: readonly Place[]): Promise<void> {
  const { document } = editor;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const text = places.flat().join('');
  if (document.getText() !== text) {
    await change(editor, () =>
      editor.edit((edit) => {
        edit.replace(whole, text);
      }),
    );
  }
  let at = 0;
  editor.selections = places.map(([before, selected, behind]) => {
    const [start, end] = [at + before.length, at + before.length + selected.length];
    at = end + behind.length;
    return new vscode.Selection(document.positionAt(start), document.positionAt(end));
  });
}

describe('snippets', () => {
  let editor: vscode.TextEditor;

  const open = async (path: string): Promise<void> => {
    await write(path, 'Nothing yet.\n');
    editor = await openSample(path);
  };
  const insert = (name: string): Promise<string> =>
    change(editor, () =>
      vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name }),
    );

  afterEach(tidyUp);

  // First: what was used last is offered first then.
  it('keep every word that is selected when chosen from the bulb', async () => {
    await open('jekyll/snippets.md');
    const offered = new Set<string>();
    for (const [kind, place] of Object.entries(SELECTIONS).filter(([, [, selected]]) => selected !== '')) {
      await select(editor, [place]);
      const version = editor.document.version;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
        'refactor.surround',
      );
      for (const { title, edit } of actions) {
        if (edit) {
          offered.add(title);
          const text = await change(editor, () => vscode.workspace.applyEdit(edit));
          assertHas(text, place.join(' '), `${title}, ${kind}`);
          await vscode.commands.executeCommand('undo');
          await until(() => editor.document.getText() === place.join(''), 'it is undone');
        }
      }
      if (version === editor.document.version) {
        throw new Error('Nothing was offered.');
      }
    }
    for (const title of ['Quote with speaker', 'Take-away', 'Key take-aways']) {
      if (![...offered].some((name) => name.includes(title))) {
        throw new Error(`The bulb has ${JSON.stringify([...offered])}.`);
      }
    }
  });

  for (const [kind, place] of Object.entries(SELECTIONS)) {
    it(`keep every word with ${kind} selected, also when a key is pressed then`, async () => {
      const snippets = await allSnippets();
      for (const dated of [false, true]) {
        await open(dated ? 'jekyll/_posts/2024-02-29-snippets.md' : 'jekyll/snippets.md');
        for (const { name } of snippets.filter(({ isDated }) => isDated === dated)) {
          await select(editor, [place]);
          assertHas(await insert(name), place.join(' '), name);
          const typed = await change(editor, () => vscode.commands.executeCommand('type', { text: '!' }));
          assertHas(typed, place.join(' '), `${name}, and a key`);
          await vscode.commands.executeCommand('leaveSnippet');
        }
        await tidyUp();
      }
    });
  }

  it('keep every word that is selected with several cursors', async () => {
    await open('jekyll/snippets.md');
    const places = ['a word', 'one line', 'two lines', 'a bullet'].map((kind) => placeOf(kind));
    for (const { name } of (await allSnippets()).filter(({ isDated }) => !isDated)) {
      await select(editor, places);
      const text = await insert(name);
      assertHas(text, places.flat().join(' '), name);
      await vscode.commands.executeCommand('leaveSnippet');
    }
  });

  it('write the quote, the take-aways and the talk as they are meant', async () => {
    await open('jekyll/snippets.md');
    const after = async (name: string, kind: string): Promise<string> => {
      const place = placeOf(kind);
      await select(editor, [place]);
      const text = await insert(name);
      await vscode.commands.executeCommand('leaveSnippet');
      return text.slice(place[0].length, text.length - place[2].length);
    };
    same(await after('Quote with speaker', 'one line'), '> Ship it, then look.\n>\n> — Speaker Name\n');
    same(await after('Quote with speaker', 'two lines'), '> Ship it.\n> Then look.\n>\n> — Speaker Name\n');
    same(await after('Take-away', 'a bullet'), '- **Measure first**: why it matters\n');
    same(
      await after('Take-away', 'two indented bullets'),
      '- **Measure first**\n- **Cut twice**: why it matters\n',
    );
    same(await after('Key take-aways', 'a bullet'), '## Key take-aways\n\n- Measure first\n');
    same(await after('Separator of the excerpt', 'one line'), 'Ship it, then look.\n\n<!--more-->\n');
  });

  it('go to the address as the third stop of a talk, and write what is typed there', async () => {
    await open('jekyll/snippets.md');
    await select(editor, [['', '', '\n']]);
    await insert('Talk');
    for (const text of ['Small is beautiful', 'Ann Onym', 'https://slides.example/7']) {
      await change(editor, () => vscode.commands.executeCommand('type', { text }));
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
    const [heading, , links] = editor.document.getText().split('\n');
    same(heading, '### Small is beautiful by Ann Onym');
    same(links, '[Slides](https://slides.example/7) · [Video](https://example.org/video)');
  });

  it('date a report by its file’s name, and ask for its title first', async () => {
    for (const [path, date] of [
      ['jekyll/_posts/2024-02-29-snippets.md', /^date: 2024-02-29$/m],
      ['jekyll/snippets.md', /^date: 20(?!24)\d\d-\d\d-\d\d$/m],
    ] as const) {
      await open(path);
      await select(editor, [['report-jekyll', '', '']]);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        editor.selection.active,
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      same(
        labels.filter((label) => label === 'report-jekyll'),
        ['report-jekyll'],
      );
      await vscode.commands.executeCommand('editor.action.selectAll');
      await change(editor, () => vscode.commands.executeCommand('deleteLeft'));
      const [chosen] = items.filter((_, index) => labels[index] === 'report-jekyll');
      if (!(chosen?.insertText instanceof vscode.SnippetString)) {
        throw new Error('It is no snippet.');
      }
      const { insertText } = chosen;
      const text = await change(editor, () => editor.insertSnippet(insertText));
      if (!date.test(text)) {
        throw new Error(text);
      }
      const typed = await change(editor, () =>
        vscode.commands.executeCommand('type', { text: 'Harbour days' }),
      );
      same(typed.split('\n')[1], 'title: "Harbour days"');
      await tidyUp();
    }
  });
});
