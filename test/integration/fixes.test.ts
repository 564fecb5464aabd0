import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample } from './workspace';
import { same, tidyUp, write } from './written';

const TWO_SLIPS = '---\ndate: 2026-06-12\ntitel: Harbour days\nlayotu: post\ntags: [a]\n---\nText.\n';
const MENDED = '---\ndate: 2026-06-12\ntitle: Harbour days\nlayout: post\ntags: [a]\n---\nText.\n';

/** The codes of our findings on a file. */
function codes(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .flatMap(({ source, code }) =>
      source === 'Conference Notes' && typeof code === 'object' ? [String(code.value)] : [],
    );
}

async function actions(
  uri: vscode.Uri,
  line: number,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const range = new vscode.Range(line, 0, line, 4);
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind.value);
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  if (!action?.edit || !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error('There is no such fix, or it cannot be made.');
  }
}

function assertText(document: vscode.TextDocument, expected: string): void {
  if (document.getText() !== expected) {
    throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(document.getText())}`);
  }
}

async function openWith(path: string, text: string, code: string): Promise<vscode.TextDocument> {
  await write(path, text);
  const { document } = await openSample(path);
  await until(() => codes(document.uri).includes(code), `there is a finding ${code}`);
  return document;
}

describe('fixes', () => {
  afterEach(tidyUp);

  it('repair everything of one rule at once', async () => {
    const document = await openWith('jekyll/_posts/2026-06-12-slips.md', TWO_SLIPS, 'misspelt-field');
    const offered = await actions(document.uri, 2, vscode.CodeActionKind.QuickFix);
    await apply(offered.find(({ title }) => title === 'Fix all 2 of `misspelt-field` in this file'));
    assertText(document, MENDED);
    await until(() => codes(document.uri).length === 0, 'the findings are gone');
  });

  it('are all made as one source action, for those who ask for it', async () => {
    const document = await openWith('jekyll/_posts/2026-06-12-all.md', TWO_SLIPS, 'misspelt-field');
    const kind = vscode.CodeActionKind.SourceFixAll.append('conferenceNotes');
    const [fixAll, ...more] = await actions(document.uri, 0, kind);
    if (more.length > 0) {
      throw new Error('There is more than one action.');
    }
    await apply(fixAll);
    assertText(document, MENDED);
  });

  it('are made on save where the user wants that, and only there', async () => {
    const configuration = vscode.workspace.getConfiguration('editor');
    const document = await openWith('jekyll/_posts/2026-06-12-save.md', TWO_SLIPS, 'misspelt-field');
    const touch = new vscode.WorkspaceEdit();
    touch.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'More.\n');
    await vscode.workspace.applyEdit(touch);
    await document.save();
    assertText(document, `${TWO_SLIPS}More.\n`);
    await configuration.update(
      'codeActionsOnSave',
      { 'source.fixAll.conferenceNotes': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      // What is saved by a command is saved on the user's word; an edit makes it worth saving.
      const again = new vscode.WorkspaceEdit();
      again.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, 'End.\n');
      await vscode.workspace.applyEdit(again);
      await vscode.commands.executeCommand('workbench.action.files.save');
      await until(() => !document.isDirty, 'the file is saved');
      assertText(document, `${MENDED}More.\nEnd.\n`);
    } finally {
      await configuration.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('can silence a rule in one file', async () => {
    const document = await openWith('jekyll/_posts/2026-06-12-silent.md', TWO_SLIPS, 'misspelt-field');
    const offered = await actions(document.uri, 2, vscode.CodeActionKind.QuickFix);
    await apply(offered.find(({ title }) => title === 'Silence `misspelt-field` in this file'));
    await until(() => !codes(document.uri).includes('misspelt-field'), 'the rule is silent');
    assertText(
      document,
      TWO_SLIPS.replace('\n---\nText', '\n# conference-notes-disable misspelt-field\n---\nText'),
    );
  });

  it('do not touch a document that changed since', async () => {
    const document = await openWith('jekyll/_posts/2026-06-12-late.md', TWO_SLIPS, 'misspelt-field');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), 'author: Ann\n');
    await vscode.workspace.applyEdit(edit);
    const offered = await actions(document.uri, 3, vscode.CodeActionKind.QuickFix);
    await apply(offered.find(({ title }) => title.startsWith('Rename to `title`')));
    assertText(document, TWO_SLIPS.replace('date', 'author: Ann\ndate').replace('titel', 'title'));
  });
});

describe('checking all reports', () => {
  afterEach(tidyUp);

  it('lists the findings of files that are not open, and follows them', async () => {
    // A title of its own: no report of another test is to be remarked on here.
    const own = (text: string) => text.replace('Harbour days', 'Closed days');
    const uri = await write('jekyll/_posts/2026-06-12-closed.md', own(TWO_SLIPS));
    await vscode.commands.executeCommand('conferenceNotes.checkAllReports');
    await until(() => codes(uri).length === 2, 'the file has its findings');
    // Opened, a report has the same findings, and has them once.
    await vscode.commands.executeCommand('vscode.open', uri);
    await until(() => vscode.window.activeTextEditor?.document.uri.path === uri.path, 'it is open');
    await until(() => codes(uri).length === 2, 'the file has its findings once');
    await closeAll();
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(own(MENDED)));
    await until(() => {
      same(codes(uri), []);
      return true;
    }, 'the findings of a file that was mended are gone');
  });

  it('takes back what another report was the reason for', async () => {
    const text = (title: string) => `---\ntitle: ${title}\ndate: 2026-06-12\ntags: [aws]\n---\nText.\n`;
    const first = await write('jekyll/_posts/2026-06-12-twin-one.md', text('Twin days by the sea'));
    const second = await write('jekyll/_posts/2026-06-12-twin-two.md', text('Twin days by the sea'));
    await until(async () => {
      // Until the index has the second one, too, there is nothing to remark on.
      await vscode.commands.executeCommand('conferenceNotes.checkAllReports');
      return [first, second].every((uri) => codes(uri).includes('same-title'));
    }, 'both titles are remarked on');
    await vscode.workspace.fs.writeFile(second, new TextEncoder().encode(text('Twin days by the lake')));
    await until(() => !codes(first).includes('same-title'), 'the remark on the first one is gone');
  });
});
