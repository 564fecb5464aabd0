import * as vscode from 'vscode';
import { allFindings, known, startAfresh, tagCounts } from './known';
import { MemoryFiles } from './memoryFiles';
import { until } from './wait';
import { closeAll, sampleUri } from './workspace';
import { same, tidyUp, write } from './written';

const encoder = new TextEncoder();
const isTag = (tag: string) => tag.startsWith('ghost ');
const post = (title: string, tag: string) =>
  `---\ntitle: ${title}\ntags: [${tag}]\npermalink: /one/\n---\nText.\n`;

/** Opens a report as a user does. (`openTextDocument` would keep it open for minutes after its editor is closed.) */
async function show(path: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', sampleUri(path));
}

/** Adds a folder to the workspace, or takes it out again, and waits until that is done. */
async function changeFolders(remove: number, ...add: { uri: vscode.Uri }[]): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listener.dispose();
      resolve();
    });
  });
  same(vscode.workspace.updateWorkspaceFolders(1, remove, ...add), true);
  await done;
}

/** Waits until what is known is what is known after a fresh start. */
async function untilFresh(isPath: (path: string) => boolean): Promise<void> {
  await closeAll();
  let before = '';
  await until(
    async () => {
      // What is known does not come to rest at once: what it was before the fresh start counts.
      before = JSON.stringify(await known(isTag, isPath));
      await startAfresh();
      const after = JSON.stringify(await known(isTag, isPath));
      if (before !== after) {
        throw new Error(`${before} instead of ${after}`);
      }
      return true;
    },
    'all is known as after a fresh start',
    60_000,
  );
}

describe('folders that come and go', () => {
  const MOVED = 'jekyll/_posts/moved-ghosts';
  const isPath = (path: string) => path.includes('ghost');

  afterEach(async () => {
    await tidyUp();
    await vscode.workspace.fs.delete(sampleUri(MOVED), { recursive: true }).then(undefined, () => undefined);
  });

  it('take the tags and the findings of their reports with them, open ones too', async function () {
    this.timeout(120_000);
    for (const number of [1, 2, 3, 4]) {
      await write(`jekyll/_posts/ghosts/2022-05-0${String(number)}-ghost.md`, post('A: b', 'ghost tag'));
    }
    await show('jekyll/_posts/ghosts/2022-05-01-ghost.md');
    await startAfresh();
    await until(
      async () => (await tagCounts(isTag))['ghost tag'] === undefined,
      'those that cannot be read have none',
    );
    for (const number of [1, 2, 3, 4]) {
      await write(`jekyll/_posts/ghosts/2022-05-0${String(number)}-ghost.md`, post('A', 'ghost tag'));
    }
    await until(async () => (await tagCounts(isTag))['ghost tag'] === 4, 'the tag is counted');
    await until(() => Object.keys(allFindings(isPath)).length === 4, 'all have findings', 30_000);

    await vscode.workspace.fs.rename(sampleUri('jekyll/_posts/ghosts'), sampleUri(MOVED));
    await until(
      () => Object.keys(allFindings((path) => path.includes('moved-ghosts'))).length === 4,
      'the findings have moved',
      30_000,
    );
    await until(async () => (await tagCounts(isTag))['ghost tag'] === 4, 'each report is counted once');
    await closeAll();
    await until(
      () => Object.keys(allFindings((path) => path.includes('/ghosts/'))).length === 0,
      'nothing is said of the files that are gone',
    );
    await untilFresh(isPath);

    await show('jekyll/_posts/moved-ghosts/2022-05-02-ghost.md');
    await vscode.workspace.fs.delete(sampleUri(MOVED), { recursive: true });
    await until(async () => (await tagCounts(isTag))['ghost tag'] === undefined, 'the tag is gone');
    await closeAll();
    await until(() => Object.keys(allFindings(isPath)).length === 0, 'the findings are gone');
  });

  it('are forgotten when they are taken out of the workspace', async function () {
    this.timeout(120_000);
    const parent = vscode.Uri.joinPath(sampleUri('jekyll'), '..', '..');
    const outside = vscode.Uri.joinPath(parent, 'ghost-folder');
    for (const [path, text] of [
      ['_config.yml', ''],
      ['_posts/2022-06-01-ghost.md', post('A', 'ghost outside')],
      ['_posts/2022-06-02-ghost.md', post('A', 'ghost outside')],
    ] as const) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(outside, path), encoder.encode(text));
    }
    try {
      await changeFolders(0, { uri: outside });
      await until(async () => (await tagCounts(isTag))['ghost outside'] === 2, 'the tag is counted');
      await vscode.commands.executeCommand('conferenceNotes.checkAllReports');
      await until(() => Object.keys(allFindings(isPath)).length === 2, 'both have findings');
      await changeFolders(1);
      await until(() => Object.keys(allFindings(isPath)).length === 0, 'the findings are gone');
      await until(async () => (await tagCounts(isTag))['ghost outside'] === undefined, 'the tag is gone');
    } finally {
      await vscode.workspace.fs.delete(outside, { recursive: true });
    }
  });
});

describe('a virtual folder that nobody can search', () => {
  afterEach(tidyUp);
  const scheme = 'conference-notes-test';
  const root = vscode.Uri.from({ scheme, path: '/site' });
  const isPath = (path: string) => path.startsWith('/site/');

  it('is read, checked and renamed in, beside a folder of files', async function () {
    this.timeout(120_000);
    const files = new MemoryFiles();
    const provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    const file = (path: string) => vscode.Uri.joinPath(root, path);
    files.writeFile(file('_config.yml'), encoder.encode(''));
    files.writeFile(file('_posts/2022-07-01-a.md'), encoder.encode(post('A', 'ghost virtual')));
    files.writeFile(file('_posts/2022-07-02-b.md'), encoder.encode(post('A', 'ghost virtual')));
    files.writeFile(file('node_modules/x/readme.md'), encoder.encode(post('A', 'ghost virtual')));
    await write('jekyll/_posts/2022-07-03-ghost.md', post('B', 'ghost virtual'));
    try {
      await changeFolders(0, { uri: root });
      await until(
        async () => (await tagCounts(isTag))['ghost virtual'] === 3,
        'all reports are counted',
        30_000,
      );
      await startAfresh();
      same(Object.keys(allFindings(isPath)).length, 2);
      same((await tagCounts(isTag))['ghost virtual'], 3);
      await vscode.commands.executeCommand('conferenceNotes.renameTag', {
        taxonomy: 'tags',
        name: 'ghost virtual',
        to: 'ghost real',
      });
      same(new TextDecoder().decode(files.readFile(file('_posts/2022-07-02-b.md'))), post('A', 'ghost real'));
      await until(async () => (await tagCounts(isTag))['ghost real'] === 3, 'the new name is counted');
      await changeFolders(1);
      await until(async () => (await tagCounts(isTag))['ghost real'] === 1, 'the folder is forgotten');
      await until(() => Object.keys(allFindings(isPath)).length === 0, 'the findings are gone');
    } finally {
      provider.dispose();
    }
  });
});
