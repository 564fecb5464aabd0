import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';
import { webHostSettings } from '../host/settings.mjs';
import { Workbench } from './workbench';

describe('the package', () => {
  let workbench: Workbench | undefined;

  afterEach(async function () {
    await workbench?.failed(this.currentTest);
  });
  afterEach(async () => {
    await workbench?.close();
    workbench = undefined;
  });

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
    await assertWorks({ vsix: packageFor('node') });
  });

  it('works in a web worker, from the one made for it', async function () {
    this.timeout(180_000);
    await assertWorks({ vsix: packageFor('web'), settings: webHostSettings });
  });

  function packageFor(kind: 'node' | 'web'): string {
    const made = readdirSync(root).filter((name) => name.endsWith('.vsix'));
    const name = made.find((one) => one.includes('-web-') === (kind === 'web'));
    assert.ok(name !== undefined);
    return join(root, name);
  }

  async function assertWorks(options: Parameters<typeof Workbench.open>[0]): Promise<void> {
    workbench = await Workbench.open(options);
    await workbench.openFile('jekyll/_posts/2026-05-21-cloud-kitchen-day-1.md');
    await workbench.squiggles('error').first().waitFor();
    // TOML is read by a file of its own beside the bundle.
    await workbench.openFile('hugo/content/posts/edge-and-wasm-day.md');
    await workbench.runCommand('Conference Notes: Open preview to the side');
    await workbench
      .previewFrame()
      .getByText(/Hugo will publish this report/)
      .waitFor();
  }
});
