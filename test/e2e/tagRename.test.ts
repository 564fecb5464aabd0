import * as assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { temporaryFolder } from '../host/temp.mjs';
import { Workbench } from './workbench';

/** Five reports: three with the tag that is to be renamed, in other forms, and one that has the new one, too. */
const REPORTS: Readonly<Record<string, string>> = {
  '_posts/2026-01-01-flow.md': '---\ntitle: Flow\ntags: [ rust , "web dev"]\n---\nText.\n',
  '_posts/2026-01-02-block.md': '---\ntitle: Block\ntags:\n  - web dev # why\n  - go\n---\nText.\n',
  '_posts/2026-01-03-quoted.md': "---\ntitle: Quoted\ntags: ['web dev']\n---\nA web dev speaks.\n",
  '_posts/2026-01-04-other.md': '---\ntitle: Other\ntags: [frontend, rust]\n---\nText.\n',
  '_posts/2026-01-05-both.md': '---\ntitle: Both\ntags: [web dev, frontend]\n---\nText.\n',
};
const FLOW = '_posts/2026-01-01-flow.md';
const QUOTED = '_posts/2026-01-03-quoted.md';

const RENAMED = [
  '---\ntitle: Flow\ntags: [ rust , "C: x"]\n---\nText.\n',
  "---\ntitle: Block\ntags:\n  - 'C: x' # why\n  - go\n---\nText.\n",
  "---\ntitle: Quoted\ntags: ['C: x']\n---\nA web dev speaks.\n",
  '---\ntitle: Other\ntags: [frontend, rust]\n---\nText.\n',
  "---\ntitle: Both\ntags: ['C: x', frontend]\n---\nText.\n",
];
const MERGED = [
  '---\ntitle: Flow\ntags: [ rust , "frontend"]\n---\nText.\n',
  '---\ntitle: Block\ntags:\n  - frontend # why\n  - go\n---\nText.\n',
  "---\ntitle: Quoted\ntags: ['frontend']\n---\nA web dev speaks.\n",
  '---\ntitle: Other\ntags: [frontend, rust]\n---\nText.\n',
  '---\ntitle: Both\ntags: [frontend]\n---\nText.\n',
];

/** Writes the reports into a folder of their own, as a blog. */
function blog(name: string): string {
  const folder = join(temporaryFolder(name), 'blog');
  for (const [path, text] of Object.entries({ '_config.yml': 'title: Blog\n', ...REPORTS })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const dialog = ({ page }: Workbench): Locator => page.locator('.monaco-dialog-box');
const button = (workbench: Workbench, name: string | RegExp): Locator =>
  dialog(workbench).getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const onDisk = ({ folder }: Workbench): string[] =>
  Object.keys(REPORTS).map((path) => readFileSync(join(folder, path), 'utf8'));

/** What stands in each report, with what was not saved yet. */
async function texts(workbench: Workbench): Promise<string[]> {
  const all: string[] = [];
  for (const path of Object.keys(REPORTS)) {
    await workbench.openFile(path);
    all.push(await workbench.editorText(path));
  }
  return all;
}

/** Waits until the tags view says that so many reports use a tag: then the index knows. */
async function counted({ page }: Workbench, name: string, count: number): Promise<void> {
  const start = `${name}, tag, used in ${String(count)} report`;
  await page.locator(`.sidebar .monaco-list-row[aria-label^="${start}"]`).first().waitFor();
}

/** Puts the cursor on a tag of the first report and types its new name, up to the last key. */
async function beginRename(workbench: Workbench, name: string): Promise<void> {
  await workbench.openFile(FLOW);
  await workbench.goTo(3, 18);
  await workbench.press('F2');
  const input = workbench.page.locator('.rename-box input.rename-input');
  await input.waitFor();
  await input.fill(name);
}

for (const [host, theme] of [
  ['node', 'light'],
  ['web', 'dark'],
] as const) {
  describe(`a writer who renames a tag, ${host} extension host`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await Workbench.open({
        folder: blog(`rename-${host}`),
        host,
        theme,
        size: { width: 1280, height: 800 },
      });
      await workbench.showTags('web dev', 4);
    });
    afterEach(function () {
      return workbench.failed(this.currentTest);
    });
    after(() => workbench.close());

    it('sees first what will change, file by file', async () => {
      await beginRename(workbench, 'C: x');
      await workbench.screenshot(`rename-input-${host}`);
      await workbench.press('ControlOrMeta+Enter');
      const panel = workbench.page.locator('.part.panel');
      const files = panel.locator('.monaco-list-row .label-name', { hasText: /\.md$/ });
      await files.nth(3).waitFor();
      await workbench.screenshot(`rename-preview-${host}`);
      assert.deepEqual(await files.allInnerTexts(), [
        '2026-01-01-flow.md',
        '2026-01-02-block.md',
        '2026-01-03-quoted.md',
        '2026-01-05-both.md',
      ]);
      assert.deepEqual(onDisk(workbench), Object.values(REPORTS));
      await workbench.click(panel.getByRole('button', { name: 'Apply' }));
      await files.first().waitFor({ state: 'detached' });
      await counted(workbench, 'C: x', 4);
      assert.deepEqual(await texts(workbench), RENAMED);
    });

    it('takes all of it back at once', async () => {
      await workbench.openFile(FLOW);
      await workbench.press('ControlOrMeta+Z');
      await counted(workbench, 'web dev', 4);
      assert.deepEqual(await texts(workbench), Object.values(REPORTS));
    });

    it('is asked where the new name is in use', async () => {
      await beginRename(workbench, 'frontend');
      await workbench.press('Enter');
      await button(workbench, 'Merge').waitFor();
      assert.match(await dialog(workbench).innerText(), /which 2 reports use\?\s+4 reports will change\.$/);
      await workbench.screenshot(`rename-merge-${host}`);
      await button(workbench, 'Cancel').click();
      await dialog(workbench).waitFor({ state: 'detached' });
      assert.deepEqual(onDisk(workbench), Object.values(REPORTS));
    });

    it('is asked again where a report has changed meanwhile, and loses no other tag', async () => {
      await beginRename(workbench, 'frontend');
      await workbench.press('Enter');
      await button(workbench, 'Merge').waitFor();
      // Noticed once the tags view has one report less.
      writeFileSync(join(workbench.folder, QUOTED), '---\ntitle: Quoted\ntags: [web dev\n---\nText.\n');
      await counted(workbench, 'web dev', 3);
      await button(workbench, 'Merge').click();
      await dialog(workbench).getByText('1 report cannot be changed').waitFor();
      await workbench.screenshot(`rename-changed-${host}`);
      await button(workbench, 'Cancel').click();
      await dialog(workbench).waitFor({ state: 'detached' });
      writeFileSync(join(workbench.folder, QUOTED), REPORTS[QUOTED] ?? '');
      await counted(workbench, 'web dev', 4);
    });

    it('merges two tags', async () => {
      await beginRename(workbench, 'frontend');
      await workbench.press('Enter');
      await button(workbench, 'Merge').click();
      await dialog(workbench).waitFor({ state: 'detached' });
      await counted(workbench, 'frontend', 5);
      assert.deepEqual(await texts(workbench), MERGED);
    });

    it('is told what is no name, and what cannot be changed', async () => {
      await beginRename(workbench, 'frontend,');
      await workbench.press('Enter');
      await workbench.notification('A name does not end with a comma or semicolon.');
      await workbench.screenshot(`rename-no-name-${host}`);
      assert.deepEqual(onDisk(workbench), MERGED);
    });
  });
}

describe('a writer who renames a tag that a read-only report has, too', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      folder: blog('rename-read-only'),
      settings: { 'files.readonlyInclude': { '**/*quoted.md': true } },
      theme: 'high-contrast',
      size: { width: 1280, height: 800 },
    });
    await workbench.showTags('web dev', 4);
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('is told which one it is, and may rename it in the others', async () => {
    await beginRename(workbench, 'C: x');
    await workbench.press('Enter');
    await button(workbench, 'Rename in the others').waitFor();
    assert.match(await dialog(workbench).innerText(), /• _posts\/2026-01-03-quoted\.md: it is read-only$/);
    await workbench.screenshot('rename-read-only');
    await button(workbench, 'Rename in the others').click();
    await counted(workbench, 'C: x', 3);
    await counted(workbench, 'web dev', 1);
  });
});
