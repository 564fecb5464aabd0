// @ts-check
// Runs the integration suite: `node test/host/integration.mjs [node|web|minimum|desktop] [--grep TEXT] [--soak SECONDS]
// [arguments for the launcher…]`; after `desktop`, the version of VS Code to download, else the newest.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { cleanUp } from './cleanup.mjs';
import { examplesFolder, root } from './paths.mjs';
import { userSettings } from './settings.mjs';
import { temporaryCopy, temporaryFolder } from './temp.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, soak: { type: 'string' }, 'time-limit': { type: 'string' } },
});
const [kind = 'node', ...rest] = positionals;
/** What the suite itself is to know; it can read settings in every host. */
const settings = {
  'conferenceNotesTests.grep': values.grep ?? '',
  'conferenceNotesTests.soak': Number(values.soak ?? 0),
};
const suite = (/** @type {string} */ host) => join(root, 'out', 'test', 'integration', `${host}.js`);
const launcher = join(import.meta.dirname, process.platform === 'win32' ? 'launcher.cmd' : 'launcher.mjs');

/** @returns {import('@vscode/test-electron/out/runTest').TestOptions} */
function options() {
  // The tests may change files; the repository's own stay as they are.
  const folder = workspaceOf(temporaryCopy(examplesFolder));
  const common = { extensionDevelopmentPath: root, extensionTestsPath: suite('node') };
  const fromNpm = { ...common, vscodeExecutablePath: launcher, reuseMachineInstall: true };
  const limit = values['time-limit'] === undefined ? [] : [`--time-limit=${values['time-limit']}`];
  const own = [`--settings=${JSON.stringify(settings)}`, ...limit, ...rest];
  switch (kind) {
    case 'node':
      return { ...fromNpm, launchArgs: [folder, ...own] };
    case 'minimum':
      return { ...fromNpm, launchArgs: [folder, '--vscode-version=minimum', ...own] };
    case 'web':
      return {
        ...fromNpm,
        extensionTestsPath: suite('web'),
        launchArgs: [folder, '--extensionDevelopmentKind=web', ...own],
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
  writeFileSync(join(folder, 'User', 'settings.json'), JSON.stringify({ ...userSettings, ...settings }));
  return folder;
}

/**
 * A workspace file with one folder: more can be added to it without the extension host's being started anew.
 * @param {string} folder
 */
function workspaceOf(folder) {
  const file = join(temporaryFolder('workspace'), 'tests.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: folder }] }));
  return file;
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
