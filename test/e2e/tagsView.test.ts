import * as assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { temporaryFolder } from '../host/temp.mjs';
import { Workbench } from './workbench';
import type { Theme } from './workbench';

const GOOD = 'jekyll/_posts/2026-06-12-harbour-js-2026.md';

/** A row of the tree, by what a screen reader says of it. */
function row(workbench: Workbench, name: string | RegExp): Locator {
  return workbench.page.getByRole('treeitem', { name }).first();
}

/** Shows the view, as a person does from the activity bar. */
async function showView(workbench: Workbench): Promise<void> {
  await workbench.click(
    workbench.page.locator('.activitybar').getByRole('tab', { name: /^Conference Notes/ }),
  );
  await workbench.page.locator('.sidebar .title-label', { hasText: /Tags|Conference Notes/ }).waitFor();
}

/** The tag in the first row below the group of those that are spelt in several ways. */
function firstTag(workbench: Workbench, name: string): Locator {
  return workbench.page.locator(
    `.sidebar .monaco-list-row[data-index="1"][aria-label^="${name}, tag, used in "]`,
  );
}

for (const host of ['node', 'web'] as const) {
  describe(`the tags view, ${host} extension host`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await Workbench.open({ theme: 'light', host, size: { width: 1280, height: 800 } });
    });
    afterEach(function () {
      return workbench.failed(this.currentTest);
    });
    after(() => workbench.close());

    it('lists the tags with their numbers of reports, the most used first', async () => {
      await showView(workbench);
      await firstTag(workbench, 'conference').waitFor();
    });

    it('groups what is spelt in several ways', async () => {
      await row(workbench, /^Spelt in several ways/).click();
      await row(workbench, /^typescript, also spelt TypeScript/i).click();
      await row(workbench, /^TypeScript, tag, used in/).waitFor();
      if (host === 'node') {
        await workbench.screenshot('tags-view-spellings');
      }
      await row(workbench, /^Spelt in several ways/).click();
    });

    it('is sorted by name and back by the buttons above', async () => {
      const button = (name: RegExp) => workbench.page.locator('.sidebar').getByRole('button', { name });
      await workbench.page.locator('.sidebar .composite.title, .sidebar .pane-header').first().hover();
      await button(/^Sort by name/).click();
      await firstTag(workbench, 'accessibility').waitFor();
      await button(/^Sort by number of reports/).click();
      await firstTag(workbench, 'conference').waitFor();
    });

    it('opens a report at the tag, by keyboard', async () => {
      await row(workbench, /^conference, tag/).click();
      const report = row(workbench, /^Harbour JS 2026: .*, report, 2026-06-12/);
      await report.waitFor();
      await workbench.screenshot(`tags-view-${host}`);
      await workbench.press('ArrowDown', 'Enter');
      await workbench.page.locator('.tab.active[data-resource-name$=".md"]').waitFor();
      await workbench.page.locator('.statusbar').getByText('(10 selected)').waitFor();
    });

    it('inserts a tag into the report in the editor, from the menu', async () => {
      await workbench.openFile(GOOD);
      await row(workbench, /^edge, tag/).click({ button: 'right' });
      await workbench.page.getByRole('menuitem', { name: /^Insert into the report/ }).waitFor();
      if (host === 'node') {
        await workbench.screenshot('tags-view-menu');
      }
      await workbench.page.getByRole('menuitem', { name: /^Insert into the report/ }).click();
      await workbench.page.locator('.view-line', { hasText: /edge\]$/ }).waitFor();
      assert.match(
        await workbench.editorText(),
        /^tags: \[javascript, typescript, performance, conference, edge\]$/m,
      );
      // The tree follows: the report is below the tag now.
      await row(workbench, /^edge, tag, used in 2 reports/).waitFor();
    });

    it("opens the tree's own find", async () => {
      await workbench.runCommand('Conference Notes: Find in the tags view');
      const find = workbench.page.locator('.sidebar .monaco-tree-type-filter input');
      await find.waitFor();
      await find.fill('serverl');
      await row(workbench, /^serverless, tag/).waitFor();
      if (host === 'node') {
        await workbench.screenshot('tags-view-find');
      }
      await workbench.press('Escape');
      await find.waitFor({ state: 'hidden' });
    });

    if (host === 'node') {
      const themes: Theme[] = ['dark', 'high-contrast', 'high-contrast-light'];
      for (const theme of themes) {
        it(`is readable in the theme ${theme}`, async () => {
          await workbench.useTheme(theme);
          await row(workbench, /^conference, tag/).waitFor();
          await workbench.screenshot(`tags-view-${theme}`);
        });
      }
    }
  });
}

describe('the tags view without any tag', () => {
  let workbench: Workbench;

  before(async () => {
    const folder = temporaryFolder('no-tags');
    mkdirSync(join(folder, 'notes'));
    writeFileSync(join(folder, 'notes', 'a.md'), '# Plain Markdown\n');
    workbench = await Workbench.open({ folder, theme: 'dark', size: { width: 1280, height: 800 } });
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('says where tags come from, with a button, and lists the first one that is written', async () => {
    await showView(workbench);
    await workbench.page.getByText('No tags yet.').waitFor();
    await workbench.page.getByRole('button', { name: 'New Markdown file' }).waitFor();
    await workbench.screenshot('tags-view-empty');
    writeFileSync(join(workbench.folder, 'notes', 'b.md'), '---\ntitle: B\ntags: [first]\n---\nText.\n');
    await row(workbench, /^first, tag, used in 1 report/).waitFor();
  });
});
