import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench';

const REPORT = 'jekyll/_posts/2026-06-20-links.md';
const TEXT = '---\nlayout: post\ntitle: Links\n---\nAs last year: \n';

describe('a writer who names another report', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ theme: 'dark' });
    writeFileSync(join(workbench.folder, REPORT), TEXT);
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('chooses it from those that the site has, the newest first', async () => {
    await workbench.openFile(REPORT);
    await workbench.goTo(5);
    await workbench.press('End');
    await workbench.type('[the day]({% post_url ');
    const [first] = await workbench.suggestions();
    assert.equal(first, '2026-06-12-harbour-js-2026');
    await workbench.screenshot('links-dark');
    await workbench.type('cloud-k');
    await workbench.acceptSuggestion('2026-05-21-cloud-kitchen-day-1');
    await workbench.type(' %}');
    const text = await workbench.editorText();
    assert.match(text, /^As last year: \[the day\]\(\{% post_url 2026-05-21-cloud-kitchen-day-1 %\}/m);
  });
});
