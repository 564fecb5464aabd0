import assert from 'node:assert/strict';
import { Workbench } from './workbench';

const REPORT = 'jekyll/_posts/2026-06-12-harbour-js-2026.md';

describe('a writer of tags', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open();
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  /** Waits until the list of suggestions starts like that. */
  async function listed(...first: string[]): Promise<void> {
    const rows = workbench.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    for (let i = 0; i < first.length; i++) {
      await rows
        .nth(i)
        .filter({ hasText: new RegExp(`^${first[i] ?? ''}$`) })
        .waitFor();
    }
  }

  it('finds what is typed behind the tags that start with it, and before those with its letters', async () => {
    await workbench.openFile(REPORT);
    // The order is by how often each is used: all reports must have been read.
    await workbench.showTags('conference', 6);
    await workbench.openFile(REPORT);
    await workbench.goTo(5, 'tags: [javascript, typescript, performance, conference'.length + 1);
    await workbench.type(', ');
    await workbench.suggestions();
    await workbench.type('da');
    await listed('data science', 'data', 'Data-Science', 'da');
    await workbench.type('s');
    // Nothing starts like that.
    await listed('das');
  });

  it('ends a new tag with a comma, and takes an existing one with a letter and Enter', async () => {
    await workbench.type(', ');
    await workbench.suggestions();
    await workbench.type('O');
    await listed('observability', 'O');
    await workbench.press('Enter');
    assert.match(
      await workbench.editorText(),
      /^tags: \[javascript, typescript, performance, conference, das, observability\]$/m,
    );
  });
});
