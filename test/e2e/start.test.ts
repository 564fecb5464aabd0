import * as assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Workbench } from './workbench';

describe('VS Code with the extension', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ theme: 'light' });
  });
  afterEach(function () {
    return workbench.failed(this.currentTest);
  });
  after(() => workbench.close());

  it('opens a sample report, and what is typed there arrives in the file', async () => {
    const posts = 'jekyll/_posts';
    const [report] = readdirSync(join(workbench.folder, posts)).filter((name) => name.endsWith('.md'));
    assert.ok(report !== undefined, 'There is no sample report.');
    await workbench.openFile(`${posts}/${report}`);
    await workbench.press('ControlOrMeta+End', 'Enter');
    await workbench.type('Typed in a browser.');
    assert.match(await workbench.editorText(), /\nTyped in a browser\.$/);
    await workbench.screenshot('start');
  });

  it('runs a command of the palette', async () => {
    await workbench.runForOutput('Conference Notes: Show log', 'Conference Notes');
    await workbench.screenshot('log');
  });
});
