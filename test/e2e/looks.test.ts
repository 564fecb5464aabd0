import { Workbench } from './workbench';
import type { Theme } from './workbench';
describe('looks', () => {
  let w: Workbench;
  before(async () => { w = await Workbench.open({ theme: 'light', size: { width: 1280, height: 800 } }); });
  after(() => w.close());
  it('hover', async () => {
    await w.showTags('conference', 6);
    await w.openFile('jekyll/_posts/2026-06-12-harbour-js-2026.md');
    for (const theme of ['light', 'dark', 'high-contrast'] as Theme[]) {
      await w.useTheme(theme);
      await w.hoverOver(w.page.locator('.view-line span', { hasText: /^conference$|typescript/ }).last(), 'other report');
      await w.screenshot(`look-hover-${theme}`);
      await w.page.mouse.move(1, 1);
      await w.press('Escape');
    }
  });
  it('completion', async () => {
    await w.useTheme('light');
    await w.goTo(5, 'tags: [javascript, typescript, performance, conference'.length + 1);
    await w.type(', ');
    await w.suggestions();
    await w.type('da');
    await w.suggestions();
    await w.press('Control+Space');
    await w.page.locator('.suggest-details-container').waitFor({timeout: 5000}).catch(() => undefined);
    await w.screenshot('look-completion');
    await w.press('Escape', 'Escape');
    await w.runCommand('File: Revert File');
  });
  it('narrow', async () => {
    const sash = w.page.locator('.monaco-sash.vertical:not(.disabled)').first();
    const side = w.page.locator('.part.sidebar');
    const box = await side.boundingBox();
    if (box) {
      await w.page.mouse.move(box.x + box.width, 400);
      await w.page.mouse.down();
      await w.page.mouse.move(box.x + 172, 400, { steps: 8 });
      await w.page.mouse.up();
    }
    void sash;
    await w.page.getByRole('treeitem', { name: /^Spelt in several ways/ }).first().click();
    await w.page.getByRole('treeitem', { name: /^typescript, also spelt/i }).first().click();
    await w.screenshot('look-narrow');
    await w.page.getByRole('treeitem', { name: /^Spelt in several ways/ }).first().click();
    await w.page.getByRole('treeitem', { name: /^conference, tag/ }).first().click();
    await w.page.getByRole('treeitem', { name: /, report, / }).first().waitFor();
    await w.screenshot('look-narrow-2');
    console.log((await side.boundingBox())?.width);
    await w.page.setViewportSize({ width: 640, height: 400 });
    await w.page.evaluate(() => undefined);
    await w.screenshot('look-zoom');
  });
});
