import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { onCleanUp } from '../host/cleanup.mjs';
import { root } from '../host/paths.mjs';
import { keptCopy, temporaryFolder } from '../host/temp.mjs';
import { Workbench } from './workbench';

describe('npm start', () => {
  let starting: ChildProcess;
  let workbench: Workbench | undefined;
  let printed = '';

  before(async () => {
    const script = join(root, 'scripts', 'start.mjs');
    starting = spawn(process.execPath, [script, '--print-only'], { stdio: ['ignore', 'pipe', 'inherit'] });
    onCleanUp(() => starting.kill());
    workbench = await Workbench.connect(await printedUrl(starting));
  });
  afterEach(function () {
    return workbench?.failed(this.currentTest);
  });
  after(async () => {
    await workbench?.close();
    if (starting.exitCode === null) {
      starting.kill();
      await once(starting, 'exit');
    }
  });

  /** Waits for the line with the address. */
  function printedUrl(program: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      program.stdout?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const url = /http:\S+(?=\s)/.exec(printed)?.[0];
        if (url !== undefined) {
          resolve(url);
        }
      });
      program.once('exit', () => {
        reject(new Error(`It ended without printing an address:\n${printed}`));
      });
    });
  }

  it('says first what it does, and then a short address', () => {
    assert.match(printed, /^Building the extension/);
    assert.match(printed, /\n {2}http:\/\/127\.0\.0\.1:\d+\n/);
    assert.doesNotMatch(printed, /\btests?\b/);
  });

  it('opens VS Code on what the sample sites show, with the extension', async () => {
    const { page } = started();
    await page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
    await started().openFile('jekyll/_posts/2026-05-21-cloud-kitchen-day-1.md');
    await page.locator('.squiggly-error').first().waitFor();
    await started().screenshot('npm-start');
  });

  it('shows notifications', async () => {
    await started().runCommand('Conference Notes: Check all reports');
    await started().page.locator('.notifications-toasts .notification-list-item-message').first().waitFor();
    await started().screenshot('npm-start-notification');
  });

  it('has a log', async () => {
    // While the window is still filling, the palette may lose the focus, and close, before it runs anything.
    await started().runForOutput('Conference Notes: Show log', 'Conference Notes');
    await started().page.locator('.part.panel .view-line', { hasText: '[info]' }).first().waitFor();
    await started().screenshot('npm-start-log');
  });

  function started(): Workbench {
    assert(workbench);
    return workbench;
  }
});

describe('the sample sites of npm start', () => {
  it('are kept with what was written in them, until they are made anew', () => {
    const folder = temporaryFolder('kept');
    const [from, copy] = [join(folder, 'samples'), join(folder, 'playground')];
    mkdirSync(from);
    writeFileSync(join(from, 'report.md'), 'sample');
    assert.equal(keptCopy(from, copy), false);
    writeFileSync(join(copy, 'report.md'), 'written');
    assert.equal(keptCopy(from, copy), true);
    assert.equal(readFileSync(join(copy, 'report.md'), 'utf8'), 'written');
    assert.equal(keptCopy(from, copy, { anew: true }), false);
    assert.equal(readFileSync(join(copy, 'report.md'), 'utf8'), 'sample');
  });
});
