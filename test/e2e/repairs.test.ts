import * as assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Workbench } from './workbench';
import type { Theme } from './workbench';

const POSTS = 'jekyll/_posts';

const SLIPS = `${POSTS}/2026-07-01-slips.md`;
const TWO_SLIPS = '---\ndate: 2026-07-01\ntitel: Harbour days\nlayotu: post\ntags: [a]\n---\nText.\n';
const MENDED = '---\ndate: 2026-07-01\ntitle: Harbour days\nlayout: post\ntags: [a]\n---\nText.\n';

const MOVED = `${POSTS}/2026-07-02-moved.md`;
const RENAMED = `${POSTS}/2026-07-05-moved.md`;

const DRAFT = `${POSTS}/2026-07-03-not-yet.md`;
const NEW = `${POSTS}/2026-07-04-new.md`;

for (const [host, theme] of [
  ['node', 'light'],
  ['web', 'dark'],
] as const satisfies readonly (readonly [string, Theme])[]) {
  describe(`a writer who repairs reports, ${host} extension host`, () => {
    let workbench: Workbench;

    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(workbench.folder, path)), { recursive: true });
      writeFileSync(join(workbench.folder, path), text);
    };
    const read = (path: string): string => readFileSync(join(workbench.folder, path), 'utf8');

    before(async () => {
      workbench = await Workbench.open({ theme, host, size: { width: 1280, height: 800 } });
      // Long before anything is saved: the editor does not say when it has noticed.
      write(
        '.vscode/settings.json',
        JSON.stringify({ 'editor.codeActionsOnSave': { 'source.fixAll.conferenceNotes': 'explicit' } }),
      );
    });
    afterEach(function () {
      return workbench.failed(this.currentTest);
    });
    after(() => workbench.close());

    it('fixes everything of one kind from the bulb', async () => {
      write(SLIPS, TWO_SLIPS);
      await workbench.openFile(SLIPS);
      await workbench.squiggles('warning').nth(1).waitFor();
      await workbench.goTo(3, 2);
      const titles = await workbench.quickFixes();
      assert.match(titles.join('\n'), /Rename to `title`/);
      await workbench.screenshot(`fix-all-${host}`);
      await workbench.applyQuickFix(/Fix all 2 of `misspelt-field` in this file/);
      await workbench.squiggles('warning').first().waitFor({ state: 'detached' });
      assert.equal(await workbench.editorText(), MENDED);
    });

    it('has all that is safe fixed on save, where that is wanted', async () => {
      write(SLIPS, TWO_SLIPS);
      await workbench.openFile(SLIPS);
      await workbench.squiggles('warning').nth(1).waitFor();
      await workbench.goTo(7, 1);
      await workbench.type('More. ');
      await workbench.save();
      await workbench.squiggles('warning').first().waitFor({ state: 'detached' });
      assert.equal(read(SLIPS), MENDED.replace('Text.', 'More. Text.'));
    });

    it('renames a file whose date is another', async () => {
      write(MOVED, '---\nlayout: post\ntitle: Moved\ndate: 2026-07-05\n---\nText.\n');
      await workbench.openFile(MOVED);
      await workbench.goTo(4, 9);
      await workbench.quickFixes();
      await workbench.applyQuickFix(/Rename the file/);
      await workbench.page.locator('.tab.active[data-resource-name="2026-07-05-moved.md"]').waitFor();
      assert.equal(existsSync(join(workbench.folder, MOVED)), false);
      assert.match(read(RENAMED), /^date: 2026-07-05$/m);
    });

    it('moves a draft to where it is hidden', async () => {
      write(DRAFT, '---\nlayout: post\ntitle: Not yet\ndraft: true\n---\nText.\n');
      await workbench.openFile(DRAFT);
      await workbench.goTo(4, 3);
      await workbench.quickFixes();
      await workbench.screenshot(`draft-fixes-${host}`);
      await workbench.applyQuickFix(/_drafts/);
      await workbench.page.locator('.tab.active[data-resource-name="not-yet.md"]').waitFor();
      // It is shown to be unsaved a moment later, and in the browser it is saved by itself a second after that.
      await workbench.eventually(async () => {
        await workbench.save();
        return read('jekyll/_drafts/not-yet.md') === '---\nlayout: post\ntitle: Not yet\n---\nText.\n';
      });
    });

    it('is told what a field means', async () => {
      await workbench.openFile(`${POSTS}/2026-06-12-harbour-js-2026.md`);
      const field = workbench.page.locator('.view-line span', { hasText: /^excerpt_separator$/ }).first();
      await workbench.hoverOver(field, 'The text that ends the excerpt');
      await workbench.screenshot(`hover-${host}`);
      await workbench.page.mouse.move(1, 1);
      await workbench.press('Escape');
    });

    it('gets the names and the values of fields', async () => {
      write(NEW, '---\ntitle: New\n\n---\nText.\n');
      await workbench.openFile(NEW);
      await workbench.goTo(3, 1);
      await workbench.type('la');
      await workbench.suggestions();
      await workbench.screenshot(`fields-${host}`);
      // The list of values takes the place of the list of names at once.
      await workbench.press('Enter');
      await workbench.page
        .locator('.suggest-widget.visible .monaco-list-row', { hasText: 'post' })
        .first()
        .waitFor();
      await workbench.screenshot(`values-${host}`);
      await workbench.acceptSuggestion('post');
      assert.equal(await workbench.editorText(), '---\ntitle: New\nlayout: post\n---\nText.\n');
    });

    it('checks all reports, and is led to what was found', async () => {
      await workbench.runCommand('Conference Notes: Check all reports');
      const notification = await workbench.notification(/reports checked/);
      await workbench.screenshot(`check-all-${host}`);
      await workbench.click(notification.getByRole('button', { name: 'Show problems' }));
      await workbench
        .problem(/the colon in `title` needs quotes/)
        .first()
        .waitFor();
      await workbench.screenshot(`problems-${host}`);
    });
  });
}
