// @ts-check
// `npm start`: builds the extension and opens VS Code with it on a copy of the sample sites. VS Code is the installed one;
// without any, the one from npm, in the browser.
//
//   npm start -- --print-only    always in the browser; only print the address (and leave the playground alone)
import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, platform } from 'node:process';
import { onPath } from '../test/host/chromium.mjs';
import { cleanUp, cleanUpOnSignals } from '../test/host/cleanup.mjs';
import { examplesFolder, piecesFolder, root } from '../test/host/paths.mjs';
import { run } from '../test/host/process.mjs';
import { startServer } from '../test/host/server.mjs';
import { temporaryCopy } from '../test/host/temp.mjs';
import { workbenchUrl } from '../test/host/url.mjs';

const printOnly = argv.includes('--print-only');

/** A playground: the repository's own files stay as they are. It is made anew at every start. */
function copySamples() {
  if (printOnly) {
    return temporaryCopy(examplesFolder);
  }
  const playground = join(piecesFolder, 'playground');
  rmSync(playground, { recursive: true, force: true });
  cpSync(examplesFolder, playground, { recursive: true });
  return playground;
}

/**
 * A report to begin with: one with something to mend.
 * @param {string} folder
 * @returns {string | undefined}
 */
function firstReport(folder) {
  const report = join(folder, 'jekyll', '_posts', '2026-05-21-cloud-kitchen-day-1.md');
  return existsSync(report) ? report : undefined;
}

/**
 * @param {string} folder
 * @param {string | undefined} file
 */
async function openInBrowser(folder, file) {
  const { origin } = await startServer({ endsWhenUnused: false });
  const url = workbenchUrl({ origin, folder, extension: root, ...(file === undefined ? {} : { file }) });
  console.log(`\nVS Code with the extension, on the sample sites:\n\n  ${url}\n\nCtrl+C stops it.`);
  const opener = platform === 'darwin' ? 'open' : platform === 'win32' ? 'explorer' : 'xdg-open';
  const hasDisplay = platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (!printOnly && hasDisplay) {
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', () => console.log('Open that address in your browser.'))
      .unref();
  }
}

cleanUpOnSignals();
try {
  if ((await run(process.execPath, ['esbuild.mjs'])) !== 0) {
    throw new Error('The build failed.');
  }
  const folder = copySamples();
  const file = firstReport(folder);
  const code = printOnly ? undefined : onPath('code');
  if (code === undefined) {
    await openInBrowser(folder, file);
  } else {
    console.log(`Opening VS Code with the extension on a copy of the sample sites: ${folder}`);
    process.exitCode = await run(code, [
      `--extensionDevelopmentPath=${root}`,
      folder,
      ...(file ? [file] : []),
    ]);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  await cleanUp();
}
