// @ts-check
// `npm start`: builds the extension and opens VS Code with it on a copy of the sample sites. VS Code is the installed one;
// without any, the one from npm, in the browser.
//
//   npm start -- --fresh         makes that copy anew; else it is kept, with what was written in it
//   npm start -- --print-only    always in the browser, on a copy of its own; only prints the address
import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { argv, cwd, env, platform } from 'node:process';
import { onPath } from '../test/host/chromium.mjs';
import { cleanUp, cleanUpOnSignals } from '../test/host/cleanup.mjs';
import { examplesFolder, piecesFolder, root } from '../test/host/paths.mjs';
import { run } from '../test/host/process.mjs';
import { startServer } from '../test/host/server.mjs';
import { keptCopy, temporaryCopy } from '../test/host/temp.mjs';

const printOnly = argv.includes('--print-only');
const fresh = argv.includes('--fresh');

/** A playground: the repository's own files stay as they are, and what was written in it is there the next time. */
function samples() {
  if (printOnly) {
    return temporaryCopy(examplesFolder);
  }
  const playground = join(piecesFolder, 'playground');
  console.log(
    keptCopy(examplesFolder, playground, { anew: fresh })
      ? `The sample sites are as you left them, in ${relative(cwd(), playground)} (npm start -- --fresh makes them anew).`
      : `The sample sites to try it on: ${relative(cwd(), playground)}`,
  );
  return playground;
}

/** @param {string} folder */
async function openInBrowser(folder) {
  console.log('Starting VS Code in the browser (the first time it is installed, about a minute)…');
  const { origin } = await startServer({
    extension: root,
    folder,
    isDriven: false,
    endsWhenUnused: false,
    settings: { 'workbench.startupEditor': 'readme' },
  });
  console.log(`\nVS Code with Conference Notes, on two sample sites:\n\n  ${origin}\n\nCtrl+C stops it.`);
  const opener = platform === 'darwin' ? 'open' : platform === 'win32' ? 'explorer' : 'xdg-open';
  const hasDisplay = platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (!printOnly && hasDisplay) {
    spawn(opener, [origin], { stdio: 'ignore', detached: true })
      .on('error', () => console.log('Open that address in your browser.'))
      .unref();
  }
}

cleanUpOnSignals();
try {
  console.log('Building the extension (a few seconds)…');
  if ((await run(process.execPath, ['esbuild.mjs'])) !== 0) {
    throw new Error('The build failed.');
  }
  const folder = samples();
  const code = printOnly ? undefined : onPath('code');
  if (code === undefined) {
    await openInBrowser(folder);
  } else {
    console.log(`Opening VS Code with the extension on ${folder}…`);
    process.exitCode = await run(code, [
      `--extensionDevelopmentPath=${root}`,
      folder,
      join(folder, 'README.md'),
    ]);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  await cleanUp();
}
