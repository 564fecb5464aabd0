import * as assert from 'node:assert/strict';
import { Workbench } from './workbench';

const GOOD = 'jekyll/_posts/2026-06-12-harbour-js-2026.md';
const TOML = 'hugo/content/posts/edge-and-wasm-day.md';

describe('a writer who looks for a field', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ theme: 'light', size: { width: 1280, height: 800 } });
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('sees what one means, by pointing at it', async () => {
    await workbench.openFile(GOOD);
    const layout = workbench.page.locator('.view-line').getByText('layout', { exact: false }).first();
    await workbench.hoverOver(layout, 'The layout that the post is put into');
    await workbench.screenshot('field-hover');
    await workbench.press('Escape');
  });

  it('is offered names at the first letter, and then the values', async () => {
    await workbench.openFile(GOOD);
    await workbench.goTo(1, 4);
    await workbench.press('Enter');
    await workbench.type('p');
    assert.ok((await workbench.suggestions()).includes('published'));
    await workbench.type('ub');
    await workbench.screenshot('field-names');
    // The list closes and opens again at once, with the values.
    await workbench.press('Enter');
    await workbench.page
      .locator('.suggest-widget.visible .monaco-list-row .label-name')
      .getByText('false', { exact: true })
      .waitFor();
    assert.deepEqual((await workbench.suggestions()).slice(0, 2), ['false', 'true']);
    await workbench.screenshot('field-values');
    await workbench.press('Enter');
    assert.match(await workbench.editorText(), /^---\npublished: false\nlayout: post\n/);
  });

  it('is left in peace in the body', async () => {
    await workbench.openFile(TOML);
    await workbench.press('ControlOrMeta+End', 'Enter');
    await workbench.type('title is what draft says, date or not');
    assert.equal(await workbench.page.locator('.suggest-widget.visible').count(), 0);
  });
});
