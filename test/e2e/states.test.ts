import { Workbench } from './workbench';
import type { Theme } from './workbench';

const BROKEN = 'jekyll/_posts/2026-05-21-cloud-kitchen-day-1.md';
const GOOD = 'jekyll/_posts/2026-06-12-harbour-js-2026.md';
const TOML = 'hugo/content/posts/edge-and-wasm-day.md';

describe('what the extension shows of its state', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ size: { width: 1280, height: 800 } });
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('names the site, and lets another generator be chosen', async () => {
    await workbench.openFile(GOOD);
    const status = workbench.page.locator('[id="status.languageStatus"]');
    await status.hover();
    const hover = workbench.page.locator('.hover-language-status');
    await hover.getByText('Jekyll 4.4.1').waitFor();
    await hover.getByText('jekyll/_config.yml').waitFor();
    await hover.getByText('Select generator').waitFor();
    await workbench.screenshot('status');
    await workbench.press('Escape');
    await workbench.runCommand('Conference Notes: Select site generator');
    await workbench
      .quickRow(/^Hugo 0\.169/)
      .first()
      .waitFor();
    await workbench.screenshot('select-generator');
    await workbench.click(workbench.quickRow(/^Hugo 0\.169/).first());
    await status.hover();
    await hover.getByText('Hugo 0.169.0').waitFor();
    await workbench.press('Escape');
    await workbench.runCommand('Conference Notes: Select site generator');
    await workbench.click(workbench.quickRow('Detect from the site').first());
    await status.hover();
    await hover.getByText('Jekyll 4.4.1').waitFor();
    await workbench.press('Escape');
  });

  it('has the preview again after a reload', async () => {
    await workbench.openFile(GOOD);
    await workbench.runCommand('Conference Notes: Open preview to the side');
    await workbench.previewFrame().getByRole('heading', { name: 'Key take-aways' }).waitFor();
    // Not the browser's reload: the workbench would have no time to note which editors are open.
    await workbench.reload();
    await workbench.previewFrame().getByText('Four hundred people, one track and a foghorn').waitFor();
  });

  const themes: Theme[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];
  for (const theme of themes) {
    it(`is readable in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.openFile(BROKEN);
      await workbench
        .previewFrame()
        .getByText(/without title, tags or excerpt/)
        .waitFor();
      await workbench.screenshot(`preview-bare-${theme}`);
      await workbench.openFile(TOML);
      await workbench
        .previewFrame()
        .getByRole('heading', { name: /Edge & Wasm Day/ })
        .first()
        .waitFor();
      await workbench.screenshot(`preview-toml-${theme}`);
    });
  }
});

describe('Restricted Mode', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ workspaceTrust: true });
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('checks reports all the same', async () => {
    await workbench.openFile(BROKEN);
    await workbench.squiggles('error').first().waitFor();
    await workbench.statusItem('Restricted Mode').waitFor();
  });
});
