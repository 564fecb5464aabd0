// @ts-check
// Runs the integration suite: `node test/host/integration.mjs [node|web|minimum|desktop] [arguments for the launcher…]`;
// after `desktop`, the version of VS Code to download, else the newest.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cleanUp } from './cleanup.mjs';
import { examplesFolder, root } from './paths.mjs';
import { userSettings } from './settings.mjs';
import { temporaryCopy, temporaryFolder } from './temp.mjs';

const [kind = 'node', ...rest] = process.argv.slice(2);
const suite = (/** @type {string} */ host) => join(root, 'out', 'test', 'integration', `${host}.js`);
const launcher = join(import.meta.dirname, process.platform === 'win32' ? 'launcher.cmd' : 'launcher.mjs');

/** @returns {import('@vscode/test-electron/out/runTest').TestOptions} */
function options() {
  // The tests may change files; the repository's own stay as they are.
  const folder = temporaryCopy(examplesFolder);
  const common = { extensionDevelopmentPath: root, extensionTestsPath: suite('node') };
  const fromNpm = { ...common, vscodeExecutablePath: launcher, reuseMachineInstall: true };
  switch (kind) {
    case 'node':
      return { ...fromNpm, launchArgs: [folder, ...rest] };
    case 'minimum':
      return { ...fromNpm, launchArgs: [folder, '--vscode-version=minimum', ...rest] };
    case 'web':
      return {
        ...fromNpm,
        extensionTestsPath: suite('web'),
        launchArgs: [folder, '--extensionDevelopmentKind=web', ...rest],
      };
    case 'desktop': {
      const [version = 'stable'] = rest;
      return {
        ...common,
        version,
        launchArgs: [folder, '--disable-extensions', `--user-data-dir=${userData()}`],
      };
    }
    default:
      throw new Error(`Unknown kind of run "${kind}": say node, web, minimum or desktop.`);
  }
}

/** User data for the desktop, with the same settings as VS Code from npm gets. */
function userData() {
  const folder = temporaryFolder('user');
  mkdirSync(join(folder, 'User'));
  writeFileSync(join(folder, 'User', 'settings.json'), JSON.stringify(userSettings));
  return folder;
}

// runTests hands Ctrl+C on to VS Code. It would then end this process at once, before the clean-up, were nobody else
// listening; and a request to stop has to take the same way.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => process.emit('SIGINT'));

try {
  await runTests(options());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
