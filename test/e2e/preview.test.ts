import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench';

const GOOD = 'jekyll/_posts/2026-06-12-harbour-js-2026.md';
const BROKEN = 'jekyll/_posts/2026-05-21-cloud-kitchen-day-1.md';
const LONG = 'jekyll/_posts/2026-07-01-long.md';

/** A report whose talks fill many screens. */
const TALKS = Array.from(
  { length: 40 },
  (_, n) =>
    `### Talk ${String(n)} by Ann Onym\n\nWhat was said there.\n\n${'More of it, line by line.\n\n'.repeat(8)}`,
);
const LONG_TEXT = `---\nlayout: post\ntitle: A long day\n---\n\nA first paragraph.\n\n## Talks\n\n${TALKS.join('')}`;

describe('a writer who looks at the preview', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ theme: 'light', size: { width: 1500, height: 900 } });
    writeFileSync(join(workbench.folder, LONG), LONG_TEXT);
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('repairs a report by the button beside what is wrong', async () => {
    await workbench.openFile(BROKEN);
    await workbench.runCommand('Conference Notes: Open preview to the side');
    const preview = workbench.previewFrame();
    await preview.locator('#forecast.warning, #forecast.error').waitFor();
    await workbench.screenshot('preview-findings');
    await preview.locator('#forecast .fix').first().click();
    await preview.locator('#forecast.published').waitFor();
    await workbench.focusEditor();
    const before = readFileSync(join(workbench.folder, BROKEN), 'utf8');
    assert.notEqual(await workbench.editorText(BROKEN), before);
  });

  it('goes to the line of a take-away by keyboard, and sees the one under the cursor marked', async () => {
    await workbench.openFile(GOOD);
    const preview = workbench.previewFrame();
    const third = preview.locator('.takeaways li').nth(2);
    await third.getByRole('button').focus();
    await workbench.press('Enter');
    await workbench.cursorAt(17);
    await preview.locator('.takeaways li:nth-child(3)[aria-current="true"]').waitFor();
    await workbench.screenshot('preview-current');
    await workbench.focusEditor();
    await workbench.goTo(15);
    await preview.locator('.takeaways li:nth-child(1)[aria-current="true"]').waitFor();
    assert.equal(await preview.locator('.takeaways [aria-current="true"]').count(), 1);
  });

  it('has the editor and the preview at the same place', async () => {
    await workbench.openFile(LONG);
    const preview = workbench.previewFrame();
    await preview.getByRole('heading', { name: 'A long day' }).waitFor();
    const isInView = (talk: string) =>
      preview
        .locator('.talks li', { hasText: talk })
        .first()
        .evaluate((item) => {
          const { top, bottom } = item.getBoundingClientRect();
          return top >= -200 && bottom <= window.innerHeight;
        });
    await workbench.goTo(1 + LONG_TEXT.slice(0, LONG_TEXT.indexOf('### Talk 30')).split('\n').length);
    await workbench.eventually(() => isInView('Talk 30'));
    await preview
      .locator('.talks li')
      .nth(2)
      .evaluate((item) => {
        item.scrollIntoView({ block: 'start' });
      });
    await workbench.page.locator('.editor-instance .view-line', { hasText: '### Talk 2 ' }).waitFor();
  });

  it('locks one to its report and follows the editor with another', async () => {
    await workbench.openFile(GOOD);
    await workbench
      .previewFrame()
      .getByRole('heading', { name: /Harbour JS/ })
      .first()
      .waitFor();
    await workbench.runCommand('Conference Notes: Open locked preview to the side');
    await workbench.page.locator('.tab', { hasText: '[Preview] 2026-06-12-harbour-js-2026.md' }).waitFor();
    await workbench.openFile(LONG);
    await workbench.page.locator('.tab', { hasText: 'Preview 2026-07-01-long.md' }).waitFor();
    await workbench.page.locator('.tab', { hasText: '[Preview] 2026-06-12-harbour-js-2026.md' }).click();
    await workbench
      .previewFrame()
      .getByRole('heading', { name: /Harbour JS/ })
      .first()
      .waitFor();
    await workbench.screenshot('preview-locked');
  });
});
