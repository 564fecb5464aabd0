import * as assert from 'node:assert/strict';
import { Workbench } from './workbench';

const REPORT = 'hugo/content/posts/edge-and-wasm-day.md';

describe('a writer who wants to know where a Hugo page will be', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ theme: 'dark', size: { width: 1280, height: 800 } });
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('reads the address in the preview, and sees it change with the slug', async () => {
    await workbench.openFile(REPORT);
    await workbench.runCommand('Conference Notes: Open preview to the side');
    await workbench.runCommand('View: Close Primary Side Bar');
    const forecast = workbench.previewFrame().locator('#forecast');
    await forecast.getByText('/posts/edge-and-wasm-day/').waitFor();
    assert.match(await forecast.innerText(), /Hugo will publish this report, dated .*, at/);
    await workbench.screenshot('address-dark');
    await workbench.focusEditor();
    await workbench.goTo(3);
    await workbench.insert('slug = "Edge & Wasm"\n');
    await forecast.getByText('/posts/edge-wasm/').waitFor();
  });

  it('reads it by pointing at the slug, in high contrast, too', async () => {
    await workbench.useTheme('high-contrast');
    await workbench.focusEditor();
    const slug = workbench.page.locator('.view-line').getByText('slug', { exact: false }).first();
    await workbench.hoverOver(slug, 'The address is /posts/edge-wasm/.');
    await workbench.screenshot('address-hover-high-contrast');
  });
});
