import * as vscode from 'vscode';
import { until } from './wait';
import { openSample, sampleUri } from './workspace';
import { same, tidyUp, write } from './written';

/** The text that a file has in the editor, open or not. */
async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** The text that a file has on disk, with its byte order mark. */
async function onDisk(uri: vscode.Uri): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(await vscode.workspace.fs.readFile(uri));
}

/** Opens a report whose text has `|` where the cursor is to be. */
async function open(
  path: string,
  marked: string,
): Promise<{ document: vscode.TextDocument; at: vscode.Position }> {
  await write(path, marked.replace('|', ''));
  const { document } = await openSample(path);
  return { document, at: document.positionAt(marked.indexOf('|')) };
}

async function references(uri: vscode.Uri, at: vscode.Position): Promise<vscode.Location[]> {
  return vscode.commands.executeCommand('vscode.executeReferenceProvider', uri, at);
}

/** Waits until so many reports are known to use the tag at a position. */
async function untilFound(uri: vscode.Uri, at: vscode.Position, count: number): Promise<vscode.Location[]> {
  return until(
    async () => {
      const found = await references(uri, at);
      // To Markdown's own provider `[aws]` is a link as well.
      const files = new Set(found.map((location) => location.uri.toString()));
      if (files.size !== count) {
        throw new Error(`${String(files.size)} are found.`);
      }
      return found;
    },
    `${String(count)} reports are found`,
  );
}

async function rename(uri: vscode.Uri, at: vscode.Position, to: string): Promise<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, at, to);
}

async function refusal(action: PromiseLike<unknown>): Promise<string> {
  try {
    await action;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const post = (tags: string) => `---\ntitle: A\n${tags}\n---\nText.\n`;

/** A path of one of many posts. */
const path = (number: number) =>
  `jekyll/_posts/2021-03-${String((number % 28) + 1).padStart(2, '0')}-r${String(number)}.md`;

describe('renaming a tag', () => {
  afterEach(tidyUp);

  it('changes 200 reports at once: closed ones, open ones, and those that are not saved', async function () {
    this.timeout(120_000);
    const texts = Array.from({ length: 199 }, (_, number): [before: string, after: string] =>
      number % 2 === 0
        ? [post("tags: [quince, 'other']"), post("tags: ['C: x', 'other']")]
        : [post('tags:\n- other\n- quince # why\n'), post("tags:\n- other\n- 'C: x' # why\n")],
    );
    const uris = await Promise.all(texts.map(([before], number) => write(path(number), before)));
    const marks = '\uFEFF---\r\ntitle: A\r\ntags:\n- other\r\n- "quince"\r\n---\r\nText.\r\n';
    const marked = await write('jekyll/_posts/2021-04-01-marked.md', marks);
    const { document, at } = await open(path(500), post('tags: [quin|ce]'));
    // Not saved: the tag is in the window alone.
    const unsaved = await openSample(path(0));
    await unsaved.edit((edit) => {
      edit.replace(new vscode.Range(2, 0, 2, 100), 'tags: ["quince", "new"]');
    });
    await untilFound(document.uri, at, 201);

    const edit = await rename(document.uri, at, 'C: x');
    same(edit.size, 201);
    same(await vscode.workspace.applyEdit(edit, { isRefactoring: true }), true);
    same(document.getText(), post("tags: ['C: x']"));
    same(unsaved.document.getText(), post('tags: ["C: x", "new"]'));
    // Files that were not open are saved: `files.refactoring.autoSave`.
    await until(
      () => vscode.workspace.textDocuments.every((one) => !one.isDirty || one === unsaved.document),
      'the files are saved',
      100_000,
    );
    const saved = await Promise.all(uris.slice(1).map(onDisk));
    same(
      saved,
      texts.slice(1).map(([, after]) => after),
    );
    // The editor itself makes one kind of line end of two.
    same(await onDisk(marked), marks.replace('quince', 'C: x').replace('tags:\n', 'tags:\r\n'));
  });

  it('is undone in one step', async () => {
    const { document, at } = await open(
      'jekyll/_posts/2021-05-01-undo.md',
      post('tags: [medlar|, rowan]\nkeywords: medlar'),
    );
    const before = document.getText();
    same(
      await vscode.workspace.applyEdit(await rename(document.uri, at, 'rowan'), { isRefactoring: true }),
      true,
    );
    same(document.getText(), post('tags: [rowan]\nkeywords: medlar'));
    await vscode.commands.executeCommand('undo');
    same(document.getText(), before);
  });

  it('tells the tag and where it stands, and leaves other places to others', async () => {
    const { document, at } = await open(
      'hugo/content/posts/place.md',
      '+++\ntitle = "A"\ntags = ["big da|ta"]\n+++\n\n# Heading\n',
    );
    // Until our part has started the editor takes the word.
    const place = await until(async () => {
      const { placeholder, range } = await vscode.commands.executeCommand<{
        range: vscode.Range;
        placeholder: string;
      }>('vscode.prepareRename', document.uri, at);
      return placeholder === 'big data' ? range : undefined;
    }, 'the whole tag is to be renamed');
    same(document.getText(place), '"big data"');
    // Markdown's own rename of headings still works.
    const heading = await until(
      () =>
        rename(document.uri, new vscode.Position(5, 4), 'Title').then((edit) =>
          edit.size > 0 ? edit : undefined,
        ),
      'a heading is renamed',
    );
    same(heading.get(document.uri).length > 0, true);
  });

  it('refuses names that are none, and fields that are no tags', async () => {
    const { document, at } = await open('jekyll/_posts/2021-05-02-bad.md', post('tags: [sloe|]'));
    for (const name of ['a\nb', '  ', 'sloe,']) {
      same((await rename(document.uri, at, name)).size, 0);
    }
    same((await refusal(rename(document.uri, new vscode.Position(1, 8), 'B'))).includes('Only tags'), true);
    same(document.getText(), post('tags: [sloe]'));
  });

  it('is ours where the front matter cannot be read: nothing else is renamed in its place', async () => {
    const texts = [
      '---\ntitle: A: b\ntags: [medl|ar, x\n---\nText.\n',
      '---\ntitle: "A\ntags: [medl|ar, x]\n---\nText.\n',
      '---\ntitle: A\ntags:\n- [medl|ar]\n---\nText.\n',
      '---\ntitle: A\nlinks: [medl|ar, x]\n---\nText [medlar, x].\n',
      '---\ntitle: A\ntags: [medl|ar, x]\n\nText.\n',
      '+++\ntitle = A\ntags = ["x", [medl|ar]\n+++\n',
    ];
    for (const [number, text] of texts.entries()) {
      const { document, at } = await open(`jekyll/_posts/2021-05-1${String(number)}-unread.md`, text);
      const answer = rename(document.uri, at, 'taken').then(
        (edit) => edit.size,
        () => 0,
      );
      same([number, await answer], [number, 0]);
    }
  });

  it('reaches into reports that cannot be read, where the tag itself can', async () => {
    const { document, at } = await open('jekyll/_posts/2021-05-20-read.md', post('tags: [bull|ace]'));
    const other = await write(
      'jekyll/_posts/2021-05-21-unread.md',
      '---\ntitle: A: b\ntags: [bullace, x]\n---\n',
    );
    await untilFound(document.uri, at, 1);
    const edit = await until(async () => {
      const made = await rename(document.uri, at, 'sloe plum');
      return made.size === 2 ? made : undefined;
    }, 'both are renamed');
    same(await vscode.workspace.applyEdit(edit), true);
    same(await textOf(other), '---\ntitle: A: b\ntags: [sloe plum, x]\n---\n');
  });

  it('merges by command, and takes out what would stand twice', async () => {
    const { document, at } = await open(
      'jekyll/_posts/2021-05-03-merge.md',
      post('tags: [Damson, x, damson|]'),
    );
    const other = await write('jekyll/_posts/2021-05-04-merge.md', post('tags: Damson y'));
    const third = await write('jekyll/_posts/2021-05-05-merge.md', post('tags: [DAMSON]'));
    await untilFound(document.uri, at, 1);
    await untilFound(document.uri, new vscode.Position(2, 8), 2);
    const { document: last } = await openSample('jekyll/_posts/2021-05-05-merge.md');
    await untilFound(last.uri, new vscode.Position(2, 8), 1);
    await vscode.commands.executeCommand(
      'conferenceNotes.mergeTags',
      { taxonomy: 'tags', name: 'Damson', to: 'damson' },
      [
        { taxonomy: 'tags', name: 'Damson' },
        { taxonomy: 'tags', name: 'DAMSON' },
      ],
    );
    same(document.getText(), post('tags: [x, damson]'));
    same(await textOf(other), post('tags: damson y'));
    same(await textOf(third), post('tags: [damson]'));
  });
});

describe('finding a tag', () => {
  afterEach(tidyUp);

  it('shows all uses, in the spellings that Hugo takes for one', async () => {
    const { document, at } = await open('hugo/content/posts/ref-a.md', post('tags: [wild ser|vice, x]'));
    const other = await write(
      'hugo/content/posts/ref-b.md',
      '+++\ntitle = "B"\ntags = ["Wild-Service"]\n+++\n',
    );
    const found = await untilFound(document.uri, at, 2);
    const inOther = found.find(({ uri }) => uri.toString() === other.toString());
    same(
      [inOther?.range.start.line, inOther?.range.start.character, inOther?.range.end.character],
      [2, 9, 21],
    );
    const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      at,
    );
    same(
      marks.map(({ range }) => document.getText(range)),
      ['wild service'],
    );
  });

  it('tells on hover how much it is used, and where', async () => {
    const { document, at } = await open('jekyll/_posts/2021-06-01-hover.md', post('tags: [whitebeam|]'));
    const hostile = '"[x](command:y) <b> *z*"';
    await write('jekyll/_posts/2021-06-02-hover.md', `---\ntitle: ${hostile}\ntags: whitebeam\n---\n`);
    await untilFound(document.uri, at, 2);
    const text = await until(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const contents = hovers
        .flatMap((hover) => hover.contents)
        .filter((one) => one instanceof vscode.MarkdownString);
      contents.forEach(({ isTrusted, supportHtml }) => {
        same([isTrusted === true, supportHtml === true], [false, false]);
      });
      const all = contents.map(({ value }) => value).join('\n');
      return all.includes('tag of 1 other report') ? all : undefined;
    }, 'the hover tells of the other report');
    const link = `[\\[x\\]\\(command\\:y\\) &lt;b&gt; \\*z\\*](${sampleUri('jekyll/_posts/2021-06-02-hover.md').toString()})`;
    same([text, text.includes(link)], [text, true]);
  });

  it('shows nothing in the body', async () => {
    const { document } = await open('jekyll/_posts/2021-06-03-body.md', post('tags: [aws]|'));
    const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
      'vscode.executeDocumentHighlights',
      document.uri,
      new vscode.Position(4, 1),
    );
    // The editor's own marks are those of the word.
    same(
      (marks ?? []).every(({ range }) => range.start.line === 4),
      true,
    );
  });
});
