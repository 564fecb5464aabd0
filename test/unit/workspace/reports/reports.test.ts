import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Reports } from '../../../../src/workspace/reports/reports';
import { SiteFinder } from '../../../../src/workspace/sites/siteFinder';
import { Targets } from '../../../../src/workspace/sites/targets';
import { MemoryDisk } from '../../../standIn/disk';
import { MemoryLog } from '../../../standIn/log';
import { host } from '../../../standIn/vscode';

const PATH = '/blog/_posts/2026-06-12-harbour-days.md';

describe('an open report', () => {
  function open(): { reports: Reports; document: vscode.TextDocument } {
    const disk = new MemoryDisk();
    disk.write('/blog/_config.yml', '');
    disk.write(PATH, '---\ntitle: Pier\n---\n');
    host.open(disk, '/blog');
    host.openDocument(PATH, '---\ntitle: Pier\n---\n');
    const [document] = vscode.workspace.textDocuments;
    assert.ok(document);
    const reports = new Reports(new SiteFinder(new MemoryLog().channel), new Targets());
    return { reports, document };
  }

  it('is read once by all who ask at one time', async () => {
    const { reports, document } = open();
    const [first, second] = await Promise.all([reports.get(document), reports.get(document)]);
    assert.equal(first?.forecast.title, 'Pier');
    assert.equal(second, first);
    assert.equal(await reports.get(document), first);
  });

  it('is read anew in its next version, also while the one before is being read', async () => {
    const { reports, document } = open();
    const before = reports.get(document);
    Object.assign(document, { text: '---\ntitle: Quay\n---\n', version: document.version + 1 });
    const after = await reports.get(document);
    assert.equal(await before, null);
    assert.equal(after?.forecast.title, 'Quay');
  });
});
