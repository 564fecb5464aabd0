import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { Workbench } from './workbench';

describe('the package', () => {
  let workbench: Workbench | undefined;

  afterEach(async function () {
    await workbench?.failed(this.currentTest);
  });
  after(() => workbench?.close());

  it('is made without a warning, for each host its own, installs, and works', async function () {
    this.timeout(180_000);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stdout + stderr, /warn/i);
    const made = readdirSync(root).filter((name) => name.endsWith('.vsix'));
    assert.equal(made.length, 2);
    const vsix = made.find((name) => !name.includes('-web-'));
    assert.ok(vsix !== undefined);
    workbench = await Workbench.open({ vsix: join(root, vsix) });
    await workbench.openFile('jekyll/_posts/2026-05-21-cloud-kitchen-day-1.md');
    await workbench.squiggles('error').first().waitFor();
    // TOML is read by a file of its own beside the bundle.
    await workbench.openFile('hugo/content/posts/edge-and-wasm-day.md');
    await workbench.runCommand('Conference Notes: Open preview to the side');
    await workbench
      .previewFrame()
      .getByText(/Hugo will publish this report/)
      .waitFor();
  });
});
