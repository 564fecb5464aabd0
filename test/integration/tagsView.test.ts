import * as vscode from 'vscode';
import { until } from './wait';
import { closeAll, openSample, sampleUri, writeSample } from './workspace';

const PATH = 'jekyll/_posts/2026-10-01-for-the-view.md';

/** Puts the keyboard on the first row of the view, and so many rows further. */
async function goToRow(row: number): Promise<void> {
  await vscode.commands.executeCommand('conferenceNotes.tags.focus');
  await vscode.commands.executeCommand('list.focusFirst');
  for (let at = 0; at < row; at++) {
    await vscode.commands.executeCommand('list.focusDown');
  }
}

/** The names of the first rows, as far as they are tags, by what a person copies from them. */
async function copiedFrom(row: number): Promise<string> {
  await vscode.env.clipboard.writeText('');
  await goToRow(row);
  await vscode.commands.executeCommand('conferenceNotes.tags.copyName');
  return vscode.env.clipboard.readText();
}

/** Looks for a tag among the first rows, and leaves the keyboard on it. The rows may move: reports are read all the time. */
async function rowOf(name: string, rows = 12): Promise<number | null> {
  for (let row = 0; row < rows; row++) {
    if ((await copiedFrom(row)) === name) {
      return row;
    }
  }
  return null;
}

describe('the tags view', () => {
  before(async () => {
    await vscode.commands.executeCommand('conferenceNotes.tags.sortByCount');
  });
  after(async () => {
    await vscode.commands.executeCommand('conferenceNotes.tags.sortByCount');
    await closeAll();
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.workspace.fs.delete(sampleUri(PATH));
  });

  it('shows the tags of all reports, the most used first, and gives their names', async () => {
    await until(async () => (await rowOf('conference', 4)) !== null, '“conference” is among the first tags');
  });

  it('sorts them by name', async () => {
    await vscode.commands.executeCommand('conferenceNotes.tags.sortByName');
    await until(
      async () => (await rowOf('accessibility', 4)) !== null,
      '“accessibility” is among the first tags',
    );
    await vscode.commands.executeCommand('conferenceNotes.tags.sortByCount');
    await until(
      async () => (await rowOf('conference', 4)) !== null,
      '“conference” is among the first tags again',
    );
  });

  it('inserts a tag into the report in the editor, once', async () => {
    await writeSample(PATH, '---\ntitle: A\ntags:\n  - "aws" # the cloud\n---\nText.\n');
    const { document } = await openSample(PATH);
    const after = '---\ntitle: A\ntags:\n  - "aws" # the cloud\n  - "conference"\n---\nText.\n';
    await until(async () => {
      if ((await rowOf('conference', 4)) !== null) {
        await vscode.commands.executeCommand('conferenceNotes.tags.insert');
      }
      return document.getText() === after;
    }, 'the tag is in the list');
    await vscode.commands.executeCommand('conferenceNotes.tags.insert');
    if (document.getText() !== after) {
      throw new Error(`It was inserted twice: ${JSON.stringify(document.getText())}`);
    }
  });

  it('opens a report with its tag selected', async () => {
    await closeAll();
    await until(async () => {
      const row = await rowOf('conference', 4);
      if (row !== null) {
        await vscode.commands.executeCommand('list.expand');
        await goToRow(row + 1);
        await vscode.commands.executeCommand('list.select');
      }
      return vscode.window.activeTextEditor;
    }, 'a report is opened');
    const editor = await until(() => {
      const active = vscode.window.activeTextEditor;
      return active?.document.getText(active.selection) === 'conference' ? active : undefined;
    }, 'the tag is selected');
    if (!editor.document.uri.path.endsWith('.md')) {
      throw new Error(editor.document.uri.path);
    }
  });
});
