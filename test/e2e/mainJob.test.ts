import * as assert from 'node:assert/strict';
import { Workbench } from './workbench';

const BROKEN = 'jekyll/_posts/2026-05-21-cloud-kitchen-day-1.md';
const GOOD = 'jekyll/_posts/2026-06-12-harbour-js-2026.md';
const DRAFT = 'jekyll/_posts/2019-07-23-data-days-south-report.md';

for (const host of ['node', 'web'] as const) {
  describe(`a writer at work, ${host} extension host`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await Workbench.open({ theme: 'light', host, size: { width: 1280, height: 800 } });
    });
    afterEach(function () {
      return workbench.failed(this.currentTest);
    });
    after(() => workbench.close());

    it('sees the warning at its columns and mends it from the bulb', async () => {
      await workbench.openFile(BROKEN);
      await workbench.squiggles('error').first().waitFor();
      await workbench.showProblems();
      await workbench.problem(/the colon in `title` needs quotes/).waitFor();
      await workbench.problem(/\[Ln 3, Col 8\]/).waitFor();
      // For the pictures the side bar makes room.
      await workbench.press('ControlOrMeta+B');
      await workbench.openFile(BROKEN);
      await workbench.goTo(3, 14);
      await workbench.click(
        // The list of problems has one, too.
        workbench.page
          .locator('.monaco-editor')
          .locator('[class*="codicon-light-bulb"], [class*="codicon-gutter-lightbulb"]')
          .first(),
      );
      await workbench.page.locator('.action-widget .monaco-list-row.action').first().waitFor();
      if (host === 'node') {
        await workbench.screenshot('diagnostics');
      }
      await workbench.applyQuickFix(/Quote the value/);
      await workbench.press('ControlOrMeta+J');
      await workbench.squiggles('error').first().waitFor({ state: 'detached' });
      assert.match(await workbench.editorText(), /^title: "Day 1: keynotes and coffee"$/m);
    });

    it('expands a snippet by its prefix', async () => {
      await workbench.openFile(GOOD);
      await workbench.press('ControlOrMeta+End', 'Enter', 'Enter');
      await workbench.type('note-');
      await workbench.press('Control+Space');
      assert.ok((await workbench.suggestions()).includes('note-talk'));
      if (host === 'node') {
        await workbench.screenshot('snippets');
      }
      await workbench.acceptSuggestion('note-talk');
      await workbench.type('Small is beautiful');
      await workbench.press('Tab');
      await workbench.type('Ann Onym');
      assert.match(await workbench.editorText(), /^### Small is beautiful by Ann Onym$/m);
    });

    it('gets a tag from the other reports, without asking for it', async () => {
      await workbench.openFile(GOOD);
      // Behind `conference`, the last tag of the list.
      await workbench.goTo(5, 'tags: [javascript, typescript, performance, conference'.length + 1);
      await workbench.type(', ');
      await workbench.suggestions();
      await workbench.type('da');
      await workbench.page
        .locator('.suggest-widget.visible .monaco-list-row .label-name')
        .first()
        .filter({ hasText: /^data science$/ })
        .waitFor();
      if (host === 'node') {
        await workbench.screenshot('tags');
      }
      await workbench.acceptSuggestion('data science');
      assert.match(
        await workbench.editorText(),
        /^tags: \[javascript, typescript, performance, conference, data science\]$/m,
      );
    });

    it('sees excerpt, take-aways and forecast in the preview, and what an edit changes', async () => {
      await workbench.openFile(GOOD);
      // By the key in one host and by the button above the editor in the other.
      if (host === 'node') {
        await workbench.press('ControlOrMeta+K', 'N');
      } else {
        await workbench.click(
          workbench.page.getByRole('button', { name: /^Open preview to the side/ }).first(),
        );
      }
      const preview = workbench.previewFrame();
      await preview.getByText('Four hundred people, one track and a foghorn').waitFor();
      await preview.getByText(/Jekyll will publish this report/).waitFor();
      await preview.getByRole('heading', { name: 'Key take-aways' }).waitFor();
      if (host === 'node') {
        await workbench.screenshot('preview');
      }
      await workbench.page
        .locator('.editor-group-container')
        .first()
        .locator('.monaco-editor .view-lines')
        .first()
        .click();
      await workbench.goTo(9, 1);
      await workbench.type('Nearly five hundred? ');
      await preview.getByText('Nearly five hundred? Four hundred people').waitFor();
    });

    it('is told what the generator does with another report, whose take-aways lead to their lines', async () => {
      await workbench.openFile(DRAFT);
      const preview = workbench.previewFrame();
      await preview.getByRole('heading', { name: 'Data Days South Report' }).waitFor();
      await preview.getByText('Only a heading', { exact: false }).waitFor();
      const items = preview.locator('.takeaways li, [data-part="takeaways"] li');
      await items.nth(4).waitFor();
      assert.equal(await items.count(), 5);
      await items.nth(2).click();
      await workbench.page
        .locator('.statusbar')
        .getByText(/^Ln 1[0-9], Col/)
        .waitFor();
    });
  });
}
