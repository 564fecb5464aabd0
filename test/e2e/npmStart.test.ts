import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { once } from 'node:events';
import { onCleanUp } from '../host/cleanup.mjs';
import { root } from '../host/paths.mjs';
import { Workbench } from './workbench';

describe('npm start', () => {
  let starting: ChildProcess;
  let workbench: Workbench | undefined;

  before(() => {
    const script = join(root, 'scripts', 'start.mjs');
    starting = spawn(process.execPath, [script, '--print-only'], { stdio: ['ignore', 'pipe', 'inherit'] });
    onCleanUp(() => starting.kill());
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

  it('prints an address where VS Code has a sample report open, with the extension', async () => {
    workbench = await Workbench.connect(await printedUrl(starting));
    await workbench.page.locator('.tab.active[data-resource-name$=".md"]').waitFor();
    // While the window is still filling, the palette may lose the focus, and close, before it runs anything.
    await workbench.runForOutput('Conference Notes: Show log', 'Conference Notes');
    await workbench.screenshot('npm-start');
  });
});

/** Waits for the line with the address. */
function printedUrl(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    program.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const url = /http:\S+/.exec(output)?.[0];
      if (url !== undefined) {
        resolve(url);
      }
    });
    program.once('exit', () => {
      reject(new Error(`It ended without printing an address:\n${output}`));
    });
  });
}
