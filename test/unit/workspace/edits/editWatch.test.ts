import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WatchedFile } from '../../../../src/workspace/edits/editWatch';
import { MemoryDisk } from '../../../standIn/disk';
import { host } from '../../../standIn/vscode';

const PATH = '/blog/_posts/2019-01-10-day.md';
const BEFORE = '---\ntags: [pier]\n---\nText.\n';
const AFTER = '---\ntags: [quay]\n---\nText.\n';
const HEAD = '---\ntags: [pier]\n---\n';

describe('an edit among many, before its file is saved', () => {
  /** What becomes of it where the file says something by then. */
  async function stateWith(onDisk: string | null): Promise<string> {
    const disk = new MemoryDisk();
    if (onDisk !== null) {
      disk.write(PATH, onDisk);
    }
    host.open(disk, '/blog');
    host.openDocument(PATH, BEFORE);
    const [document] = vscode.workspace.textDocuments;
    assert.ok(document);
    const edits = [new vscode.TextEdit(new vscode.Range(1, 7, 1, 11), 'quay')];
    const file = new WatchedFile({ uri: document.uri, head: HEAD, edits });
    file.sees(document, false);
    Object.assign(document, { text: AFTER });
    file.sees(document, true);
    await file.compare(document);
    return file.state;
  }

  it('stands where the file is the one that it was made for', async () => {
    assert.equal(await stateWith(BEFORE), 'made');
  });

  it('stands where the editor has saved it already: on a slow machine that is told late', async () => {
    assert.equal(await stateWith(AFTER), 'made');
  });

  it('is taken back where another program has written the file, or deleted it', async () => {
    assert.equal(await stateWith(BEFORE.replace('Text', 'Other text')), 'outdated');
    assert.equal(await stateWith(null), 'gone');
  });
});
