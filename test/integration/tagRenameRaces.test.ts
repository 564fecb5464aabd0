// What becomes of a rename when another program writes the same files meanwhile: a pull, or a switch of branches.
import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample, sampleUri } from './workspace';
import { same, tidyUp, write } from './written';

const COUNT = 16;
/** Each test has files of its own: the editor may still hold a document of the test before, and then opens none. */
let test = 0;
const path = (number: number) =>
  `jekyll/_posts/2022-03-${String((number % 28) + 1).padStart(2, '0')}-${String(test)}-race${String(number)}.md`;
/** So short a first field that an edit made one line too high would show. */
const post = (tag: string, more = '') => `---\ndate: 2022-03-01\n${more}tags: [x, ${tag}]\n---\nText.\n`;
const MORE = 'raced: yes\n';

const decoder = new TextDecoder();
const onDisk = async (uri: vscode.Uri) => decoder.decode(await vscode.workspace.fs.readFile(uri));

/** Writes the reports, waits until all are known to have the tag, and opens the first one. */
async function prepare(tag: string): Promise<{ uris: vscode.Uri[]; document: vscode.TextDocument }> {
  test++;
  const uris = await Promise.all(
    Array.from({ length: COUNT }, (_, number) => write(path(number), post(tag))),
  );
  const { document } = await openSample(path(0));
  await until(async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      document.positionAt(document.getText().indexOf(tag)),
    );
    return new Set(found.map(({ uri }) => uri.toString())).size === COUNT;
  }, 'all reports are found');
  return { uris, document };
}

/** Gives all reports more lines in their header, as another program does. */
async function writeAll(uris: readonly vscode.Uri[], tag: string, more = MORE): Promise<void> {
  const bytes = new TextEncoder().encode(post(tag, more));
  await Promise.all(uris.map((uri) => vscode.workspace.fs.writeFile(uri, bytes)));
}

/**
 * The moments at which the other program writes; each gives a promise of that it has written. Not by the clock: from the editor's
 * last look at a file until it has written it, it notices nobody else, and a clock finds those few milliseconds at times.
 */
const moments: Record<string, (write: () => Promise<void>) => Promise<unknown>> = {
  'as soon as the command begins': (write) => write(),
  'when the editor opens the first report': (write) =>
    nth(1, vscode.workspace.onDidOpenTextDocument, isRaced).then(write),
  'when the editor opens the tenth report': (write) =>
    nth(10, vscode.workspace.onDidOpenTextDocument, isRaced).then(write),
  'when the first report is edited': (write) =>
    nth(1, vscode.workspace.onDidChangeTextDocument, ({ document }) => isRaced(document)).then(write),
  'when the first report is about to be saved': (write) =>
    new Promise((resolve) => {
      const listener = vscode.workspace.onWillSaveTextDocument((event) => {
        listener.dispose();
        const written = write();
        event.waitUntil(written);
        resolve(written);
      });
    }),
};

const isRaced = ({ uri }: vscode.TextDocument) =>
  uri.path.includes('-race') && !uri.path.endsWith('-race0.md');

function nth<T>(count: number, event: vscode.Event<T>, fits: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const listener = event((value) => {
      if (fits(value) && --count === 0) {
        listener.dispose();
        resolve();
      }
    });
  });
}

/** Each report must be the other program's, with the old name or with the new one, and all the same. */
async function untilWhole(uris: readonly vscode.Uri[], from: string, to: string): Promise<void> {
  const allowed = [from, to].map((tag) => post(tag, MORE));
  await untilAll(uris, (text, first) => text === first && allowed.includes(text));
}

/** Waits until all reports are saved and say what they may. */
async function untilAll(
  uris: readonly vscode.Uri[],
  fits: (text: string, first: string | undefined) => boolean,
): Promise<void> {
  await until(
    async () => {
      const texts = await Promise.all(uris.map(onDisk));
      const open = vscode.workspace.textDocuments.filter(
        ({ isDirty, uri }) => isDirty && uri.path.includes('-race'),
      );
      const wrong = texts.filter((text) => !fits(text, texts[0]));
      if (wrong.length > 0 || open.length > 0) {
        throw new Error(
          `${String(wrong.length)} are wrong, like ${JSON.stringify(wrong[0])}; ${String(open.length)} are not saved, like ${JSON.stringify(open[0]?.getText())}`,
        );
      }
      return true;
    },
    'all reports are whole',
    60_000,
  );
}

describe('renaming a tag while another program writes the reports', () => {
  afterEach(tidyUp);

  for (const [moment, start] of Object.entries(moments)) {
    it(`tears none by command: ${moment}`, async function () {
      this.timeout(120_000);
      const { uris } = await prepare('before');
      const written = start(() => writeAll(uris, 'before'));
      await vscode.commands.executeCommand('conferenceNotes.renameTag', {
        taxonomy: 'tags',
        name: 'before',
        to: 'a much longer name',
      });
      await written;
      await untilWhole(uris, 'before', 'a much longer name');
    });

    it(`tears none where the editor makes the edits: ${moment}`, async function () {
      this.timeout(120_000);
      const { uris, document } = await prepare('before');
      const written = start(() => writeAll(uris, 'before'));
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        document.positionAt(document.getText().indexOf('before')),
        'a much longer name',
      );
      await vscode.workspace.applyEdit(edit, { isRefactoring: true });
      await written;
      await untilWhole(uris, 'before', 'a much longer name');
    });
  }

  it('tears none while another program goes on writing', async function () {
    this.timeout(120_000);
    const { uris } = await prepare('before');
    const renamed = vscode.commands
      .executeCommand('conferenceNotes.renameTag', { taxonomy: 'tags', name: 'before', to: 'after' })
      .then(() => true);
    const running = Promise.resolve(false);
    for (let round = 0; !(await Promise.race([renamed, running])); round++) {
      await writeAll(uris, 'before', round % 2 === 0 ? MORE : '');
    }
    const whole = ['', MORE].flatMap((more) => ['before', 'after'].map((tag) => post(tag, more)));
    await untilAll(uris, (text) => whole.includes(text));
  });

  it('brings back no report that is deleted meanwhile', async function () {
    if (!('process' in globalThis)) {
      // From the web host a deletion takes longer than from the check of a file to its save, which then makes it anew.
      this.skip();
    }
    this.timeout(120_000);
    const { uris } = await prepare('before');
    const gone = uris.slice(10);
    const deleted = nth(1, vscode.workspace.onDidChangeTextDocument, ({ document }) =>
      isRaced(document),
    ).then(() => Promise.all(gone.map((uri) => vscode.workspace.fs.delete(uri))));
    await vscode.commands.executeCommand('conferenceNotes.renameTag', {
      taxonomy: 'tags',
      name: 'before',
      to: 'after',
    });
    await deleted;
    await closeAll();
    const isThere = (uri: vscode.Uri) =>
      vscode.workspace.fs.stat(uri).then(
        () => true,
        () => false,
      );
    same((await Promise.all(gone.map(isThere))).filter(Boolean).length, 0);
    const texts = await Promise.all(uris.slice(0, 10).map(onDisk));
    same(new Set(texts).size, 1);
    same(texts[0] === post('before') || texts[0] === post('after'), true);
    same(sampleUri(path(0)).toString(), uris[0]?.toString());
  });
});
